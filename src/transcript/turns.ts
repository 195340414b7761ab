import {
  type AttributionBasis,
  extentOf,
  type Speaker,
  type StatementKind,
  type TimeSpan,
} from "./interview.ts";
import type { SourceText, Span } from "./source-text.ts";
import { StatementsByLine } from "./statements-by-line.ts";
import { linkTalk, type Move, moveOf, withoutIdleQuestions } from "./talk.ts";
import type { Utterance } from "./utterance.ts";

/** A statement before it knows its interview: one speaker's turn, or a paragraph of narration. */
export interface Turn {
  readonly kind: StatementKind;
  readonly speaker: Speaker | null;
  readonly basis: AttributionBasis;
  readonly spans: readonly Span[];
  readonly spoken: readonly Span[];
  /** When it was said; null where the file doesn't tell. */
  readonly time: TimeSpan | null;
  readonly asks: boolean;
  /** In a file that names who speaks: what a turn is in the talk. Absent where that is worked out from prose. */
  readonly move?: Move;
  /** Line of the question this answers, when a correction says so. */
  readonly answersLine?: number | null;
}

/** Joins the utterances of one speaker that nothing interrupts, and tells who asks from who answers. */
export function joinTurns(utterances: readonly Utterance[], source: SourceText): readonly Turn[] {
  const turns: Turn[] = [];
  let from = 0;
  utterances.forEach((utterance, index) => {
    const next = utterances[index + 1];
    if (next && goesOn(utterance, next)) return;
    turns.push(turnOf(utterances.slice(from, index + 1), turns.at(-1), source));
    from = index + 1;
  });
  return turns.some(({ move }) => move) ? withoutIdleQuestions(turns) : turns;
}

function goesOn(utterance: Utterance, next: Utterance): boolean {
  return (
    utterance.kind === "speech" &&
    next.kind === "speech" &&
    utterance.speaker === next.speaker &&
    !next.startsTurn &&
    !next.corrected?.kind
  );
}

function turnOf(utterances: readonly Utterance[], previous: Turn | undefined, source: SourceText): Turn {
  const [first] = utterances;
  if (!first) throw new RangeError("a turn has at least one utterance");
  const move = moveOf(utterances, source);
  // Behind a question there may stand "(Laughter.)".
  const last = move ? utterances.findLast(({ spoken }) => spoken.length > 0) : undefined;
  const asks = (last ?? utterances.at(-1))?.asks ?? false;
  const answersLine = utterances.find(({ corrected }) => corrected?.answersLine !== undefined)?.corrected
    ?.answersLine;
  return {
    kind: kindOf(first, asks, previous),
    speaker: first.speaker,
    basis: basisOf(first, utterances),
    spans: paragraphsOf(utterances, source),
    spoken: utterances.flatMap(({ spoken }) => spoken),
    time: timeOf(utterances),
    asks,
    ...(move ? { move } : {}),
    ...(answersLine !== undefined ? { answersLine } : {}),
  };
}

/** A turn is no surer than the pronoun that ties some of it to its speaker. */
function basisOf(first: Utterance, utterances: readonly Utterance[]): AttributionBasis {
  const byPronoun = utterances.some(({ basis }) => basis === "pronoun");
  const sure = first.basis === "stated" || first.basis === "running";
  return sure && byPronoun ? "pronoun" : (first.basis ?? "none");
}

/** From the first time given to the last. */
function timeOf(utterances: readonly Utterance[]): TimeSpan | null {
  const times = utterances.flatMap(({ time }) => time ?? []);
  const [first] = times;
  if (!first) return null;
  return { start: first.start, end: times.reduce((latest, { end }) => Math.max(latest, end), first.end) };
}

/** Two spans that stand in one line are one paragraph, unless the file has more between them than a reader sees. */
function paragraphsOf(utterances: readonly Utterance[], source: SourceText): readonly Span[] {
  if (source.reading) return utterances.map(({ span }) => span);
  const spans: Span[] = [];
  for (const { span } of utterances) {
    const last = spans.at(-1);
    const sameLine = last && !/[\r\n]/u.test(source.text.slice(last.end, span.start));
    if (sameLine) spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
  }
  return spans;
}

/**
 * An interviewer's turn asks or prompts, so it is a question, whether it ends in a question mark or not –
 * unless the guest has just asked something and this is the reply.
 */
function kindOf(first: Utterance, asks: boolean, previous: Turn | undefined): StatementKind {
  if (first.kind === "narration") return "narration";
  if (first.corrected?.kind) return first.corrected.kind;
  if (first.speaker?.role !== "interviewer") return "statement";
  return asksBack(previous) && !asks ? "statement" : "question";
}

/** A guest's counter-question. */
function asksBack(turn: Turn | undefined): boolean {
  return turn?.speaker?.role === "guest" && turn.asks;
}

/** For each turn the index of the turn it answers, or null. */
export function linkAnswers(turns: readonly Turn[], source: SourceText): readonly (number | null)[] {
  let open: number | null = null;
  let answered = false;
  let byLine: StatementsByLine | undefined;
  const talk = turns.some(({ move }) => move) ? linkTalk(turns) : null;
  return turns.map((turn, index) => {
    const asksGuest = turn.kind === "question" || (turn.kind === "narration" && turn.asks);
    let answers: number | null = null;
    if (asksGuest) {
      open = index;
      answered = false;
    } else if (turn.kind === "narration") {
      // Narration after an answer leads away from the question.
      if (answered) open = null;
    } else if (turn.speaker?.role === "guest") {
      answers = open;
      answered = true;
    } else if (turn.speaker?.role === "interviewer" && asksBack(turns[index - 1])) {
      // A reply to the guest's counter-question; the interviewer's own question stays open behind it.
      answers = index - 1;
    }
    if (talk) answers = talk[index] ?? null;
    if (turn.answersLine === undefined) return answers;
    if (turn.answersLine === null) return null;
    byLine ??= new StatementsByLine(turns.map(extentOf), source);
    const { from, to } = byLine.between(turn.answersLine, turn.answersLine);
    return from < to && from < index ? from : null;
  });
}
