import type { Archive } from "../transcript/archive.ts";
import { neighbourOf, type Statement } from "../transcript/interview.ts";
import type { Verifier } from "../verification/verification.ts";
import { neighbourActions, nextMatchAction, partActions, receiptAction } from "./actions.ts";
import { costOf } from "./block-cost.ts";
import { carriedStatements } from "./carried-statements.ts";
import { shownWith } from "./context-guard.ts";
import { shownAboveNote } from "./context-notes.ts";
import { openInterviews } from "./interviews-page.ts";
import { exchangeMenu, matchesMenu, pageMenu } from "./menus.ts";
import { goneReply } from "./notices.ts";
import { openClaim } from "./open-claim.ts";
import { paginate } from "./paginate.ts";
import { openReceipt } from "./receipt-page.ts";
import type { Action, Block, Carried, Menu, Reply } from "./reply.ts";
import { carriedBesides, quotedWithByline, type Shown, showStatement } from "./show-statement.ts";
import { place } from "./statement-labels.ts";
import type { Surface } from "./surface.ts";
import { topicByReference } from "./topic-reference.ts";
import type { ContextView, ListView, MatchView, TopicView, View } from "./view.ts";

export interface Opening {
  readonly archive: Archive;
  readonly verifier: Verifier;
  readonly surface: Surface;
  readonly carried: Carried;
}

/** Makes the reply that shows a view. A statement that has changed or gone is said to have. */
export function openView(view: View, opening: Opening): Reply {
  switch (view.show) {
    case "match":
      return openMatch(view, opening);
    case "list":
      return openList(view, opening);
    case "topic":
      return openTopic(view, opening);
    case "context":
      return openContext(view, opening);
    case "claim":
      return openClaim(view, opening);
    case "interviews":
      return openInterviews(view, opening.archive, opening.surface);
    case "receipt":
      return openReceipt(view, opening.archive, opening.surface);
  }
}

function openMatch(view: MatchView, opening: Opening): Reply {
  const { carried, surface } = opening;
  const matches = carriedStatements(opening);
  const statement = matches[view.at];
  if (!statement) return goneReply();
  const head = askedBlocks(carried);
  if (view.at > 0) head.push({ block: "note", text: `Match ${view.at + 1} of ${matches.length}.` });
  const shown = showStatement(statement, view.part, head, surface);
  return {
    blocks: [...head, ...shown.blocks],
    actions: [
      ...partActions(view, shown),
      ...neighbourActions(statement, view),
      nextMatchAction(view, matches),
      receiptAction(statement),
    ],
    menu: matchesMenu(carried.matches, matches, statement, view),
    carried,
    view,
    quiet: false,
    record: recordOf([statement]),
  };
}

function openList(view: ListView, opening: Opening): Reply {
  const matches = carriedStatements(opening);
  const one = matches.length === 1;
  const headings: Record<ListView["as"], string> = {
    found: one ? "One statement found" : `${matches.length} statements found`,
    similar: "Not sure which is meant. The closest statements:",
    closest: "No statement answers this. The closest ones:",
    subject: one ? "One statement on this" : `${matches.length} statements on this`,
  };
  const page = openPage(view, headings[view.as], matches, opening);
  if (page.view?.show !== "list") return page;
  return { ...page, menu: matchesMenu(opening.carried.matches, matches, null, page.view) };
}

function openTopic(view: TopicView, opening: Opening): Reply {
  const topic = topicByReference(opening.archive, view.topic);
  if (!topic) return goneReply();
  const count = topic.statements.length === 1 ? "one statement" : `${topic.statements.length} statements`;
  return openPage(view, `${topic.name}: ${count}`, topic.statements, opening);
}

function openPage(
  view: ListView | TopicView,
  heading: string,
  statements: readonly (Statement | null)[],
  { carried, surface }: Opening,
): Reply {
  const head: Block[] = [...askedBlocks(carried), { block: "heading", text: heading }];
  const pages = paginate(statements, costOf(head, surface), surface);
  const page = pages.find(({ from, to }) => from <= view.at && view.at < to) ?? pages[0];
  if (!page) return goneReply();
  const number = pages.indexOf(page);
  const blocks: Block[] = [...head];
  if (pages.length > 1) {
    const range = page.to - page.from === 1 ? `${page.from + 1}` : `${page.from + 1}–${page.to}`;
    const where = `Showing ${range} of ${statements.length}, page ${number + 1} of ${pages.length}.`;
    blocks.push({ block: "note", text: where });
  }
  const onPage = statements.slice(page.from, page.to);
  const parts: Action[] = [];
  const above: Statement[] = [];
  onPage.forEach((statement, index) => {
    if (index > 0) blocks.push({ block: "divider" });
    if (!statement) {
      blocks.push({ block: "note", text: "This quote has changed or gone since the message was sent." });
      return;
    }
    if (above.includes(statement)) {
      const rest = carriedBesides(statement, above);
      blocks.push(shownAboveNote(statement), ...rest.flatMap(quotedWithByline));
      above.push(...rest);
      return;
    }
    const wanted = onPage.length === 1 ? view.part : 0;
    const shown = showStatement(statement, wanted, head, surface, { above, below: onPage.slice(index + 1) });
    parts.push(...partActions(view, shown));
    above.push(...shown.statements);
    blocks.push(...shown.blocks);
  });
  const here = { ...view, at: page.from };
  const to = (index: number): View | null => {
    const target = pages[index];
    return target ? { ...view, at: target.from, part: 0 } : null;
  };
  const turning: Action[] = [
    { name: "previous", label: "Previous page", view: to(number - 1) },
    { name: "next", label: "Next page", view: to(number + 1) },
  ];
  const present = (list: readonly (Statement | null)[]) => list.filter((statement) => statement !== null);
  return {
    blocks,
    actions: [...parts, ...(pages.length > 1 ? turning : [])],
    menu: pageMenu(present(onPage), here),
    carried,
    view: here,
    quiet: false,
    record: recordOf(present(statements)),
  };
}

function openContext(view: ContextView, opening: Opening): Reply {
  const { archive, surface, carried } = opening;
  const looked = archive.lookUp(view.id);
  if (looked.found !== "statement") return goneReply();
  const { statement } = looked;
  const { interview } = statement;
  const position = `Statement ${statement.index + 1} of ${interview.statements.length} in this interview.`;
  const head: Block[] = [...askedBlocks(carried), { block: "heading", text: "In context" }];
  const shown = showStatement(statement, view.part, [...head, { block: "note", text: position }], surface);
  const back: Action[] = view.back ? [{ name: "back", label: "Back", view: view.back }] : [];
  return {
    blocks: [...head, { block: "note", text: position }, ...withNeighbours(statement, shown, head, surface)],
    actions: [
      ...partActions(view, shown),
      ...neighbourActions(statement, view.back),
      ...back,
      receiptAction(statement),
    ],
    menu: contextMenu(statement, view, opening),
    carried,
    view,
    quiet: false,
    record: recordOf([statement]),
  };
}

/** What was said right before and after is shown whole or, where it doesn't fit, left to its button. */
function withNeighbours(
  statement: Statement,
  shown: Shown,
  head: readonly Block[],
  surface: Surface,
): readonly Block[] {
  const before = shown.part === 0 ? neighbourOf(statement, -1) : null;
  const after = shown.part === shown.parts - 1 ? neighbourOf(statement, 1) : null;
  let blocks: readonly Block[] = shown.blocks;
  const room = surface.capacity - 300;
  const fits = (more: readonly Block[]) => costOf([...head, ...blocks, ...more], surface) <= room;
  const show = (neighbour: Statement): Block[] => [...quotedWithByline(neighbour), place(neighbour)];
  const tooLong = (where: string, button: string): Block[] => [
    { block: "note", text: `What comes right ${where} is too long to stand here: press ${button}.` },
  ];
  // What the statement carries stands there already, as part of its own display, or is said to be too long.
  const carried = shownWith(statement);
  if (before && !carried.before.includes(before)) {
    const piece = fits(show(before)) ? show(before) : tooLong("before", "Earlier");
    blocks = [...piece, { block: "divider" }, ...blocks];
  }
  if (after && !carried.after.includes(after)) {
    const piece = fits(show(after)) ? show(after) : tooLong("after", "Later");
    blocks = [...blocks, { block: "divider" }, ...piece];
  }
  return blocks;
}

/** The matches where there are any, because the message must go on carrying them; else the exchange. */
function contextMenu(statement: Statement, view: ContextView, opening: Opening): Menu | null {
  const { matches } = opening.carried;
  return matches.length > 0
    ? matchesMenu(matches, carriedStatements(opening), statement, view.back)
    : exchangeMenu(statement, view.back);
}

function askedBlocks({ asked }: Carried): Block[] {
  return asked === "" ? [] : [{ block: "asked", text: asked }];
}

function recordOf(statements: readonly Statement[]): Reply["record"] {
  return {
    outcome: "answer",
    confidence: 1,
    results: statements.map((statement) => ({ statement, score: 1 })),
  };
}
