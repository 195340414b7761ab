import { languageOf } from "../search/language.ts";
import { neighbourOf, questionOf, type Statement } from "../transcript/interview.ts";

/**
 * Why a statement must not be shown without another:
 *
 * - `short-answer`: so few words, or a bare yes or no, that they mean nothing without what was asked;
 * - `reference`: it opens with "that", "they", "these weapons", which stand for something said before;
 * - `follow-up`: it asks on, "And if …?";
 * - `continuation`: it opens with "because", "and", "but", and goes on with what was said before;
 * - `condition`, `negation`, `contrast`: what comes right after turns it around.
 */
export type Reason =
  | "short-answer"
  | "reference"
  | "follow-up"
  | "continuation"
  | "condition"
  | "negation"
  | "contrast";

export interface Need {
  readonly statement: Statement;
  readonly reason: Reason;
}

/** What must stand before and after a statement, each in the order of the interview. */
export interface Needs {
  readonly before: readonly Need[];
  readonly after: readonly Need[];
}

/** So many words at most are a short answer: "I'm completely ready" says nothing without the question. */
const SHORT_ANSWER_WORDS = 5;
/** A question of more words mostly says what it is about: "Do you sleep at night?", but not "Why not?" */
const SHORT_QUESTION_WORDS = 2;
/** A first sentence of so few is the answer to a question, whatever is added to it: "Never. Neither he, nor …" */
const SHORT_SENTENCE_WORDS = 2;
/** Words that fill more units than this are no short answer. */
const LONGEST_SHORT_ANSWER = 100;
/** What a statement needs may need something itself. No further than this, or a page would be all context. */
const MOST_BEFORE = 2;
const MOST_AFTER = 2;
/** How far back a question is looked for where none is known to be answered. */
const QUESTION_REACH = 3;

const remembered = new WeakMap<Statement, Needs>();

/**
 * What a statement can't be understood without, or is turned around by. Worked out from the words; for languages
 * that nothing is known of, short answers alone are recognised.
 */
export function needsOf(statement: Statement): Needs {
  const known = remembered.get(statement);
  if (known) return known;
  const needs = { before: chainBefore(statement, MOST_BEFORE), after: chainAfter(statement) };
  remembered.set(statement, needs);
  return needs;
}

/** All that is shown with a statement: what it needs, or else the question it answers with what that needs. */
export function shownWith(statement: Statement): {
  before: readonly Statement[];
  after: readonly Statement[];
} {
  const { before, after } = needsOf(statement);
  const question = before.length === 0 ? questionOf(statement) : null;
  const lead = question && leadsOn(question) ? chainBefore(question, MOST_BEFORE - 1) : before;
  return {
    before: [...lead.map((need) => need.statement), ...(question ? [question] : [])],
    after: after.map((need) => need.statement),
  };
}

/** Each step leads further back, so that the chain ends. */
function chainBefore(statement: Statement, most: number): readonly Need[] {
  const chain: Need[] = [];
  let need = needBefore(statement);
  while (need && chain.length < most) {
    chain.unshift(need);
    need = leadsOn(need.statement) ? needBefore(need.statement) : null;
  }
  return chain;
}

/** Context is understood well enough with a "but" before it; a question that isn't complete itself, or a "no", isn't. */
function leadsOn(statement: Statement): boolean {
  const reason = needBefore(statement)?.reason;
  if (reason === "short-answer") return true;
  return (
    (statement.asks || statement.kind === "question") && (reason === "reference" || reason === "follow-up")
  );
}

const REASONS = { reference: "reference", "follow-up": "follow-up", connective: "continuation" } as const;

function needBefore(statement: Statement): Need | null {
  const { kind, interview } = statement;
  const opening = openingOf(statement);
  const leaning = languageOf(interview.language).leansOn(opening);
  // Narration names whom it is about as it goes on; a short line of it is a heading, not an answer.
  const answered = questionOf(statement);
  const isShort =
    kind !== "narration" &&
    (leaning === "reply" ||
      countsAsShort(opening, kind === "question" ? SHORT_QUESTION_WORDS : SHORT_ANSWER_WORDS) ||
      (answered !== null && beginsShort(opening)));
  if (!leaning && !isShort) return null;
  const reason = isShort || !leaning || leaning === "reply" ? "short-answer" : REASONS[leaning];
  const previous = neighbourOf(statement, -1);
  const asksOn = kind === "question" && leaning === "follow-up";
  const asked =
    questionOf(statement) ?? (asksOn || (isShort && kind === "statement") ? askedBefore(statement) : null);
  const needed = asked && asked.index < statement.index ? asked : previous;
  return needed && { statement: needed, reason };
}

/** The nearest statement before that asks something, in quotation marks or in the author's words. */
function askedBefore(statement: Statement): Statement | null {
  for (let step = 1; step <= QUESTION_REACH; step += 1) {
    const earlier = neighbourOf(statement, -step);
    if (earlier && (earlier.kind === "question" || earlier.asks)) return earlier;
  }
  return null;
}

function chainAfter(statement: Statement): readonly Need[] {
  const chain: Need[] = [];
  let last = statement;
  while (chain.length < MOST_AFTER) {
    const more = needsAfter(last);
    if (more.length === 0 || chain.length + more.length > MOST_AFTER) break;
    chain.push(...more);
    last = more.at(-1)?.statement ?? last;
  }
  return chain;
}

function needsAfter(statement: Statement): readonly Need[] {
  const next = neighbourOf(statement, 1);
  if (!next) return [];
  const turn = turnAt(next);
  const isNarrated = statement.kind === "narration";
  if (next.speaker === statement.speaker && isNarrated === (next.kind === "narration")) {
    return turn ? [{ statement: next, reason: turn }] : [];
  }
  if (isNarrated) return [];
  // The author's "but" answers the speaker; that he later took it back is another matter.
  if (next.kind === "narration" && turn === "negation") return [{ statement: next, reason: turn }];
  const resumed = neighbourOf(next, 1);
  const isInterruption =
    next.kind === "narration" ? !next.asks : countsAsShort(openingOf(next), SHORT_ANSWER_WORDS);
  if (!resumed || resumed.speaker !== statement.speaker || !isInterruption) return [];
  const resumedTurn = turnAt(resumed);
  // After someone else has spoken, "No, …" is said to them.
  if (!resumedTurn || (next.kind !== "narration" && resumedTurn === "negation")) return [];
  return [
    { statement: next, reason: resumedTurn },
    { statement: resumed, reason: resumedTurn },
  ];
}

/** How the opening of a statement turns around what was said before it, or null. */
function turnAt(statement: Statement): "condition" | "negation" | "contrast" | null {
  const found = languageOf(statement.interview.language).turnsAround(`. ${openingOf(statement)}`);
  return found?.kind ?? null;
}

const LONGEST_OPENING = 500;

/** The first words of a statement: what was spoken, or the narration as printed. For reading, never for showing. */
function openingOf({ interview, spoken, spans }: Statement): string {
  let opening = "";
  for (const { start, end } of spoken.length > 0 ? spoken : spans) {
    if (opening.length >= LONGEST_OPENING) break;
    const words = interview.source.text.slice(start, Math.min(end, start + LONGEST_OPENING));
    // The comma before an attribution may end a sentence: “Rubbish,” he said. “Nobody …”
    opening += /[,–—-]\s*$/u.test(opening) && /^\p{Lu}/u.test(words) ? `. ${words} ` : `${words} `;
  }
  return opening;
}

function countsAsShort(opening: string, most: number): boolean {
  return opening.length <= LONGEST_SHORT_ANSWER && countWords(opening, most) <= most;
}

function beginsShort(opening: string): boolean {
  const [first = ""] = /^[^.!?…。！？]*/u.exec(opening.slice(0, LONGEST_SHORT_ANSWER)) ?? [];
  return (
    first.length < LONGEST_SHORT_ANSWER && countWords(first, SHORT_SENTENCE_WORDS) <= SHORT_SENTENCE_WORDS
  );
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** As Unicode divides words, for some scripts put no space between them. Counts no further than one beyond `most`. */
function countWords(text: string, most: number): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) {
    if (isWordLike) count += 1;
    if (count > most) break;
  }
  return count;
}
