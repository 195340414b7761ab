import type { FeatureName } from "./features.ts";

/** Made by evaluation/learn-ranking.ts from FriendsQA, SQuAD and QMSum. */
export const RANKING_WEIGHTS: Readonly<Record<FeatureName, number>> = {
  own: -0.04,
  ownSquared: 0.98,
  before: 1,
  after: 1.91,
  near: 1.93,
  label: 5.16,
  coveredSquared: 2.11,
  relevance: 1.89,
  relevanceRank: 2.22,
  grammar: 2.31,
  together: 2.05,
  number: 2.14,
  time: 2,
  duration: 3.12,
  reason: 0.16,
  name: 0.7,
  person: 0.12,
  meaning: 1.49,
  aligned: 2.04,
  length: 0.77,
};
