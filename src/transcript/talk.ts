import { isBackchannel } from "./backchannel.ts";
import { isStageNote } from "./formats/dialogue/asides.ts";
import type { SourceText } from "./source-text.ts";
import type { Turn } from "./turns.ts";
import type { Utterance } from "./utterance.ts";

/** What a turn does in a talk whose file names the speakers. */
export interface Move {
  /** "Mm-hm.", "(Applause.)": whoever was asked goes on behind it. */
  readonly isBackchannel: boolean;
  /** It asks somewhere, if not at its end. */
  readonly hasQuestion: boolean;
  /** The yaml says what kind of turn it is. */
  readonly isCorrected: boolean;
}

/** Reads a turn's utterances for what it does; undefined for those of prose. */
export function moveOf(utterances: readonly Utterance[], source: SourceText): Move | undefined {
  const [first] = utterances;
  const last = utterances.at(-1);
  if (!first || !last || first.startsTurn === undefined) return undefined;
  const text = source.text.slice(first.span.start, last.span.end);
  const isNarration = first.kind === "narration";
  return {
    isBackchannel: isNarration ? isStageNote(text) : isBackchannel(text),
    hasQuestion: !isNarration && /[?？؟\u037e]/u.test(text),
    isCorrected: utterances.some(({ corrected }) => corrected?.kind !== undefined),
  };
}

/**
 * Tells an interviewer's questions and prompts from what else interviewers say: "Mm-hm", a word to a co-host, a farewell.
 * Any turn that asks is a question; one that doesn't prompts when somebody who answers speaks next.
 */
export function withoutIdleQuestions(turns: readonly Turn[]): readonly Turn[] {
  /** Who speaks next, from the back, over backchannels and notes. */
  let next: Turn | null = null;
  const settled: Turn[] = [];
  for (let at = turns.length - 1; at >= 0; at -= 1) {
    const turn = turns[at];
    if (!turn) continue;
    settled.push(isIdle(turn, turns, at, next) ? { ...turn, kind: "statement" } : turn);
    if (turn.kind !== "narration" && !turn.move?.isBackchannel) next = turn;
  }
  return settled.reverse();
}

function isIdle(turn: Turn, turns: readonly Turn[], at: number, next: Turn | null): boolean {
  if (turn.kind !== "question" || !turn.move || turn.move.isCorrected) return false;
  if (turn.move.hasQuestion) return false;
  if (turn.move.isBackchannel) return true;
  if (next?.speaker?.role !== "guest") return true;
  const before = turns[speechBefore(turns, at) ?? -1];
  return before?.speaker?.role === "interviewer" && before.asks;
}

/**
 * For each turn of such a talk the index of the turn it answers, or null: for a guest the question that is open, or
 * the one another guest asked right before; for an interviewer what somebody else asked right before. A backchannel
 * doesn't come between a question and the rest of its answer.
 */
export function linkTalk(turns: readonly Turn[]): readonly (number | null)[] {
  const answers: (number | null)[] = [];
  let open: number | null = null;
  let answered = false;
  for (const [at, turn] of turns.entries()) {
    const before = speechBefore(turns, at);
    const previous = before === null ? undefined : turns[before];
    const askedBefore = previous?.asks && previous.speaker !== turn.speaker ? before : null;
    answers.push(null);
    if (turn.kind === "question") {
      open = at;
      answered = false;
    } else if (turn.kind === "narration") {
      if (answered && !turn.move?.isBackchannel) open = null;
    } else if (turn.speaker?.role === "guest") {
      if (previous?.speaker?.role === "guest") {
        answers[at] =
          askedBefore ?? (previous.speaker === turn.speaker ? (answers[before ?? -1] ?? open) : open);
      } else {
        answers[at] = open;
      }
      answered = true;
    } else if (turn.speaker?.role === "interviewer") {
      answers[at] = askedBefore;
    }
  }
  return answers;
}

/** The turn before this one in which somebody says something. */
function speechBefore(turns: readonly Turn[], at: number): number | null {
  // Of backchannels and notes there are never many in a row that matter.
  for (let before = at - 1; before >= 0 && before > at - 6; before -= 1) {
    const turn = turns[before];
    if (turn && turn.kind !== "narration" && !turn.move?.isBackchannel) return before;
    if (turn?.kind === "narration" && !turn.move?.isBackchannel) return null;
  }
  return null;
}
