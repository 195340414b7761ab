import type { Features } from "./features.ts";
import type { Expectation, QuestionForm } from "./question-form.ts";
import {
  ANSWERING,
  ASKER_REPLYING,
  ASKING,
  HAS_DURATION,
  HAS_NAME,
  HAS_NUMBER,
  HAS_REASON,
  HAS_TIME,
  HAS_VERDICT,
  NARRATING,
  NARRATING_AND_ASKING,
} from "./statement-traits.ts";

/** A candidate with its place in the ranking. */
export interface Ranked {
  readonly features: Features;
  /** Relevance weighed by everything else; comparable within one query. */
  readonly score: number;
}

const TRAIT_OF: Readonly<Record<Expectation, number>> = {
  number: HAS_NUMBER,
  time: HAS_TIME,
  duration: HAS_DURATION,
  reason: HAS_REASON,
  name: HAS_NAME,
  person: HAS_NAME,
  verdict: HAS_VERDICT,
};

/** Whether the statement holds the kind of information asked for; true where nothing particular is. */
export function meetsExpectation({ traits }: Features, { expects }: QuestionForm): boolean {
  return expects === null || (traits & TRAIT_OF[expects]) !== 0;
}

/** Best first, ties in the order of the archive. */
export function rank(candidates: readonly Features[], form: QuestionForm): readonly Ranked[] {
  return candidates
    .map((features) => ({ features, score: scoreOf(features, form) }))
    .sort((a, b) => b.score - a.score || a.features.document - b.features.document);
}

function scoreOf(features: Features, form: QuestionForm): number {
  const meets = form.expects !== null && meetsExpectation(features, form);
  return (
    features.relevance *
    partWeight(features, form) *
    (1 + 0.25 * features.proximity) *
    (1 + 0.3 * features.ownCoverage + 0.35 * features.questionCoverage ** 2) *
    (meets ? EXPECTATION_BONUS[form.expects] : 1)
  );
}

const EXPECTATION_BONUS: Readonly<Record<Expectation, number>> = {
  number: 1.35,
  time: 1.35,
  duration: 1.35,
  reason: 1.25,
  name: 1.1,
  person: 1.05,
  verdict: 1.15,
};

/**
 * A reader wants answers: the interviewer's question, which resembles the reader's most, gives way to what
 * answers it, unless what was asked is what the reader wants to know.
 */
function partWeight({ part }: Features, { seeks, meansGuest }: QuestionForm): number {
  switch (seeks) {
    case "question":
      return part === ASKING || part === NARRATING_AND_ASKING ? 1.6 : part === NARRATING ? 0.8 : 0.6;
    case "asker":
      return part === ANSWERING ? 0.8 : 1.2;
    case "anything":
      if (part === ASKING) return 0.5;
      if (part === ASKER_REPLYING) return 0.6;
      if (part === NARRATING_AND_ASKING) return 0.85;
      return part === ANSWERING && meansGuest ? 1.15 : 1;
  }
}
