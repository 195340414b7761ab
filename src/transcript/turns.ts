import type { AttributionBasis, Speaker, StatementKind } from "./interview.ts";
import type { SourceText, Span } from "./source-text.ts";
import type { Utterance } from "./utterance.ts";

/** A statement before it knows its interview: one speaker's turn, or a paragraph of narration. */
export interface Turn {
  readonly kind: StatementKind;
  readonly speaker: Speaker | null;
  readonly basis: AttributionBasis;
  readonly spans: readonly Span[];
  readonly spoken: readonly Span[];
  readonly asks: boolean;
  /** Line of the question this answers, when a correction says so. */
  readonly answersLine?: number | null;
}

/** Joins the utterances of one speaker that nothing interrupts, and tells who asks from who answers. */
export function joinTurns(utterances: readonly Utterance[], source: SourceText): readonly Turn[] {
  const turns: Turn[] = [];
  for (const utterance of utterances) {
    const previous = turns.at(-1);
    if (previous && goesOn(previous, utterance)) {
      turns[turns.length - 1] = {
        ...previous,
        spans: joinSpans(previous.spans, utterance.span, source),
        spoken: [...previous.spoken, ...utterance.spoken],
        asks: utterance.asks,
      };
      continue;
    }
    turns.push({
      kind: kindOf(utterance, previous),
      speaker: utterance.speaker,
      basis: utterance.basis ?? "none",
      spans: [utterance.span],
      spoken: utterance.spoken,
      asks: utterance.asks,
      ...(utterance.corrected?.answersLine !== undefined
        ? { answersLine: utterance.corrected.answersLine }
        : {}),
    });
  }
  return turns;
}

function goesOn(turn: Turn, utterance: Utterance): boolean {
  return utterance.kind === "speech" && turn.speaker === utterance.speaker && !utterance.corrected?.kind;
}

/** Two spans of the same paragraph are one; a new paragraph is a new span. */
function joinSpans(spans: readonly Span[], next: Span, source: SourceText): readonly Span[] {
  const last = spans.at(-1);
  if (!last) return [next];
  const sameLine = source.linesOf(last)[1] === source.linesOf(next)[0];
  return sameLine ? [...spans.slice(0, -1), { start: last.start, end: next.end }] : [...spans, next];
}

/**
 * An interviewer's turn asks or prompts, so it is a question, whether it ends in a question mark or not –
 * unless the guest has just asked something and this is the reply.
 */
function kindOf(utterance: Utterance, previous: Turn | undefined): StatementKind {
  if (utterance.kind === "narration") return "narration";
  if (utterance.corrected?.kind) return utterance.corrected.kind;
  if (utterance.speaker?.role !== "interviewer") return "statement";
  const repliesToGuest = previous?.speaker?.role === "guest" && previous.asks;
  return repliesToGuest && !utterance.asks ? "statement" : "question";
}

/** For each turn the index of the turn it answers, or null. */
export function linkAnswers(turns: readonly Turn[], source: SourceText): readonly (number | null)[] {
  let open: number | null = null;
  let answered = false;
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
    } else if (turn.speaker?.role === "interviewer") {
      // A reply to the guest's counter-question; the interviewer's own question stays open behind it.
      answers = index - 1;
    }
    if (turn.answersLine === undefined) return answers;
    return turn.answersLine === null ? null : turnOnLine(turns, source, turn.answersLine);
  });
}

function turnOnLine(turns: readonly Turn[], source: SourceText, line: number): number | null {
  const at = turns.findIndex(({ spans }) =>
    spans.some((span) => {
      const [first, last] = source.linesOf(span);
      return first <= line && line <= last;
    }),
  );
  return at < 0 ? null : at;
}
