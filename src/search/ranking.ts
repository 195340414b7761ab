import { FEATURES, type FeatureName, type Features } from "./features.ts";
import type { QuestionForm } from "./question-form.ts";
import { RANKING_WEIGHTS } from "./ranking-weights.ts";
import { type SeeShare, weigh } from "./shares.ts";
import { ANSWERING, ASKER_REPLYING, ASKING, NARRATING, NARRATING_AND_ASKING } from "./statement-traits.ts";

/** A candidate with its place in the ranking. */
export interface Ranked {
  readonly features: Features;
  /** The linear score; only differences within one query mean something. */
  readonly score: number;
}

const WEIGHTS = Float64Array.from(FEATURES, (name) => RANKING_WEIGHTS[name]);

/** Best first, ties in the order of the archive. */
export function rank(candidates: readonly Features[], form: QuestionForm): readonly Ranked[] {
  return candidates
    .map((features) => ({ features, score: scoreOf(features, form) }))
    .sort((a, b) => b.score - a.score || a.features.document - b.features.document);
}

/** What a score is made of: the features, and the priors beside them. */
export type ScorePart = FeatureName | Prior;

/** The score of a candidate; `see` is told what it is made of. */
export function scoreOf(features: Features, form: QuestionForm, see?: SeeShare<ScorePart>): number {
  let score = partPrior(features, form, see);
  let at = 0;
  for (const name of FEATURES) {
    score += weigh(name, features.values[at] ?? 0, WEIGHTS[at] ?? 0, see);
    at += 1;
  }
  return score;
}

/**
 * A reader wants answers: the interviewer's question, which resembles the reader's most, gives way to what
 * answers it, unless what was asked is what the reader wants to know. Set by hand, since the public sets the other
 * weights are learned on have no interviewer.
 */
function partPrior(
  { part, answersAsked }: Features,
  { seeks, guest }: QuestionForm,
  see?: SeeShare<ScorePart>,
): number {
  switch (seeks) {
    case "question":
      if (part === ASKING || part === NARRATING_AND_ASKING) return prior("askingSought", 1, see);
      return part === NARRATING ? 0 : prior("notAsked", 1, see);
    case "asker":
      if (part === ANSWERING) return prior("notAsker", 1, see);
      return part === ASKER_REPLYING ? prior("replySought", 1, see) : 0;
    case "anything":
      if (part === ASKING) return prior("asking", 1, see);
      if (part === ASKER_REPLYING) return prior("replying", 1, see);
      if (part === NARRATING_AND_ASKING) return prior("narratingAndAsking", 1, see);
      return prior("answering", answersAsked, see) + (part === ANSWERING ? prior(guest, 1, see) : 0);
  }
}

function prior(name: Prior, value: number, see?: SeeShare<ScorePart>): number {
  return weigh(name, value, PRIORS[name], see);
}

/** In units of the score: about 5 lie between all of a question's words among a statement's own and none. */
const PRIORS = {
  answering: 3.5,
  asking: -3,
  replying: -2,
  narratingAndAsking: -0.5,
  askingSought: 3,
  notAsked: -1,
  notAsker: -2,
  replySought: 1.5,
  /** For the guest's own words, by how the question brings the guest in: see {@link QuestionForm}. */
  addressed: 2,
  quoted: 1,
  mentioned: 0.4,
  absent: 0,
};
export type Prior = keyof typeof PRIORS;
