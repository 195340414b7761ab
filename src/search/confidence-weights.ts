import type { ConfidenceFeature } from "./confidence.ts";

/** Made by evaluation/learn-confidence.ts from FriendsQA, SQuAD and QMSum. */
export const CONFIDENCE_BIAS = -0.99;
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
  covered: 1.26,
  telling: 0,
  tellingMost: 0.6,
  aligned: 0.29,
  meaning: 0.3,
  nearestMeaning: 1.01,
  strange: -2.33,
  mass: 0.26,
  together: 0.88,
  margin: 0.88,
  ordinaryOnly: -2.69,
};
