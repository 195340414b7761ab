import type { Archive } from "../transcript/archive.ts";
import type { Statement } from "../transcript/interview.ts";
import type { Verification, VerifiedText, Verifier } from "../verification/verification.ts";
import { neighbourActions, partActions, receiptAction } from "./actions.ts";
import { costOf } from "./block-cost.ts";
import { carriedStatements } from "./carried-statements.ts";
import { clip } from "./clip.ts";
import { cautionGroups, differenceGroups, typographyNote } from "./difference-blocks.ts";
import { matchesMenu, pageMenu } from "./menus.ts";
import type { Action, Block, Carried, Menu, Reply } from "./reply.ts";
import { showStatement } from "./show-statement.ts";
import type { Surface } from "./surface.ts";
import { verdictHeading, verdictWord } from "./verdict-labels.ts";
import type { ClaimView, View } from "./view.ts";

export interface ClaimOpening {
  readonly archive: Archive;
  readonly verifier: Verifier;
  readonly surface: Surface;
  readonly carried: Carried;
}

/** Of a reply so much may be what was asked: a longer text isn't repeated, and its reply can't be opened again. */
const SHARE_OF_ASKED = 1 / 3;
/** And so much the differences: the true statement is the heart of the reply. */
const SHARE_OF_DIFFERENCES = 0.5;
/** Each takes two components or more, of which Discord has 40 in a message. */
const MOST_DIFFERENCE_BLOCKS = 12;
const BEGINNING = 200;

/** Whether a text can be carried in a reply, so that its buttons can verify it anew. */
export function isCarriable(asked: string, surface: Surface): boolean {
  return costOf([{ block: "asked", text: asked }], surface) <= SHARE_OF_ASKED * surface.capacity;
}

/** The reply about one of the claims in what was asked. */
export function openClaim(view: ClaimView, opening: ClaimOpening): Reply {
  return claimReply(opening.verifier.verify(opening.carried.asked), view, opening);
}

/** The reply about one claim of a text that has been verified. */
export function claimReply(
  { verifications, unchecked }: VerifiedText,
  view: ClaimView,
  opening: ClaimOpening,
): Reply {
  const { surface, carried } = opening;
  const at = Math.min(view.at, verifications.length - 1);
  const verification = verifications[at];
  if (!verification) throw new RangeError("a text has at least one claim");
  const canReturn = isCarriable(carried.asked, surface);
  const here: ClaimView = { ...view, at };
  const head = headBlocks(verification, verifications, at, { asked: carried.asked, canReturn, unchecked });
  const { statement } = verification;
  if (!statement) return absentReply(verification, here, { head, canReturn, verifications }, opening);

  const notes = view.part > 0 ? [] : noteBlocks(verification, statement, costOf(head, surface), surface);
  const top = [...head, ...notes, { block: "divider" } as const];
  const shown = showStatement(statement, view.part, top, surface);
  const blocks: Block[] = [...top, ...shown.blocks];
  const others = othersOf(verification);
  const listed = view.part > 0 ? [] : addWhatFits(blocks, others, surface);
  const partView: View = canReturn ? here : { show: "context", id: statement.id, part: 0, back: null };
  const back = canReturn ? here : null;
  return {
    blocks,
    actions: [
      ...partActions(partView, shown),
      ...neighbourActions(statement, back),
      receiptAction(statement),
      ...turnActions(here, verifications.length, canReturn),
    ],
    menu: menuOf(opening, [statement, ...others], statement, back),
    carried: canReturn ? carried : { asked: "", matches: [] },
    view: canReturn ? here : null,
    quiet: false,
    record: recordOf(verification, [statement, ...listed]),
  };
}

/** The statements besides the first that a claim is made of, or that have the same words. */
function othersOf({ statement, pieces, alsoIn }: Verification): readonly Statement[] {
  const all = new Set([...pieces.map((piece) => piece.statement), ...alsoIn]);
  return [...all].filter((one) => one !== statement);
}

/** All statements a text's claims lead to, for the reply to carry. */
export function statementsOf({ verifications }: VerifiedText): readonly Statement[] {
  return [
    ...new Set(verifications.flatMap((one) => (one.statement ? [one.statement, ...othersOf(one)] : []))),
  ];
}

function headBlocks(
  verification: Verification,
  all: readonly Verification[],
  at: number,
  { asked, canReturn, unchecked }: { asked: string; canReturn: boolean; unchecked: number },
): readonly Block[] {
  const head: Block[] = [];
  if (canReturn && asked !== "") head.push({ block: "asked", text: asked });
  else head.push({ block: "note", text: `Claimed: ${clip(verification.claim, BEGINNING)}` });
  const number = all.length > 1 ? `Claim ${at + 1} of ${all.length}. ` : "";
  head.push({ block: "heading", text: `${number}${verdictHeading(verification)}` });
  if (all.length > 1) {
    if (canReturn) head.push({ block: "note", text: `The claim: ${clip(verification.claim, BEGINNING)}` });
    const summary = all.map((one, index) => `${index + 1} ${verdictWord(one)}`).join(" · ");
    head.push({ block: "note", text: `All claims: ${summary}` });
  }
  if (unchecked > 0) {
    const more = unchecked === 1 ? "One more passage wasn’t" : `${unchecked} more passages weren’t`;
    head.push({ block: "note", text: `${more} checked: take them one by one with /verify.` });
  }
  return head;
}

/** Who said it where that is the point, then what differs, as much as leaves room for the statement. */
function noteBlocks(
  verification: Verification,
  statement: Statement,
  headCost: number,
  surface: Surface,
): readonly Block[] {
  const notes: Block[] = [...whoBlocks(verification, statement)];
  const room = (surface.capacity - headCost) * SHARE_OF_DIFFERENCES;
  let left = 0;
  for (const group of [
    ...differenceGroups(verification),
    ...cautionGroups(statement, verification.cautions),
  ]) {
    const fits = costOf([...notes, ...group], surface) <= room;
    if (fits && notes.length + group.length <= MOST_DIFFERENCE_BLOCKS) notes.push(...group);
    else left += 1;
  }
  if (left > 0) {
    const more = left === 1 ? "One more difference doesn’t" : `${left} more differences don’t`;
    notes.push({ block: "note", text: `${more} fit here: compare with the statement below.` });
  }
  notes.push(...typographyNote(verification));
  return notes;
}

function whoBlocks({ verdict, claimedSpeaker }: Verification, statement: Statement): readonly Block[] {
  if (verdict !== "misattributed") return [];
  const { speaker } = statement;
  const claimed = claimedSpeaker === null ? "" : ` Claimed of: ${clip(claimedSpeaker, 80)}.`;
  const who = speaker
    ? `The words are exact, but they are from ${clip(speaker.name, 80)}${speaker.role === "interviewer" ? ", who asks the questions" : ""}.`
    : "The words stand in the narration, which is the author’s.";
  return [{ block: "note", text: `${who}${claimed}` }];
}

/** Shows further statements below, whole, as long as there is room; says how many are left to the menu. */
function addWhatFits(blocks: Block[], others: readonly Statement[], surface: Surface): readonly Statement[] {
  const shown: Statement[] = [];
  for (const other of others) {
    if (shown.length + 2 > surface.statementsPerPage) break;
    const { blocks: more, parts } = showStatement(other, 0, [], surface);
    const divided: Block[] = [{ block: "divider" }, ...more];
    if (parts > 1 || costOf([...blocks, ...divided], surface) > surface.capacity - ROOM_FOR_MORE) break;
    blocks.push(...divided);
    shown.push(other);
  }
  const left = others.length - shown.length;
  if (left > 0) {
    const more = left === 1 ? "One more statement" : `${left} more statements`;
    blocks.push({ block: "note", text: `${more} can be chosen below.` });
  }
  return shown;
}

const ROOM_FOR_MORE = 200;

function absentReply(
  verification: Verification,
  view: ClaimView,
  {
    head,
    canReturn,
    verifications,
  }: {
    readonly head: readonly Block[];
    readonly canReturn: boolean;
    readonly verifications: readonly Verification[];
  },
  opening: ClaimOpening,
): Reply {
  const { archive, surface, carried } = opening;
  const count = archive.interviews.length;
  const where = count === 1 ? "the one interview" : `the ${count} interviews`;
  const blocks: Block[] = [
    ...head,
    {
      block: "note",
      text: `Nothing like it stands in ${where} here. That doesn’t mean it was never said, only that it wasn’t said here.`,
    },
  ];
  // With one claim the statements carried are those that come closest to it.
  const closest =
    verifications.length === 1 ? carriedStatements(opening).filter((statement) => statement !== null) : [];
  if (closest.length > 0) {
    blocks.push({ block: "note", text: "These have words in common with it, and say something else:" });
    addWhatFits(blocks, closest, surface);
  }
  const back = canReturn ? view : null;
  return {
    blocks,
    actions: turnActions(view, verifications.length, canReturn),
    menu: menuOf(opening, closest, null, back),
    carried: canReturn ? carried : { asked: "", matches: [] },
    view: canReturn ? view : null,
    quiet: false,
    record: recordOf(verification, []),
  };
}

function menuOf(
  opening: ClaimOpening,
  statements: readonly Statement[],
  shown: Statement | null,
  back: ClaimView | null,
): Menu | null {
  if (back) return matchesMenu(opening.carried.matches, carriedStatements(opening), shown, back);
  return pageMenu(statements, null);
}

function turnActions(view: ClaimView, claims: number, canReturn: boolean): readonly Action[] {
  if (claims < 2 || !canReturn) return [];
  const to = (at: number): View | null => (at < 0 || at >= claims ? null : { show: "claim", at, part: 0 });
  return [
    { name: "previous", label: "Previous claim", view: to(view.at - 1) },
    { name: "next", label: "Next claim", view: to(view.at + 1) },
  ];
}

function recordOf({ verdict }: Verification, statements: readonly Statement[]): Reply["record"] {
  const outcome = verdict === "exact" ? "answer" : verdict === "absent" ? "none" : "closest";
  return {
    outcome,
    confidence: outcome === "answer" ? 1 : 0,
    results: statements.map((statement) => ({ statement, score: 1 })),
  };
}
