import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from "./confidence-weights.ts";
import { type Features, featureOf, meetsExpectation } from "./features.ts";
import type { QueryReading } from "./query-reading.ts";
import type { Expectation } from "./question-form.ts";
import type { Ranked } from "./ranking.ts";
import type { Outcome } from "./search.ts";
import { type SeeShare, weigh } from "./shares.ts";

/**
 * Chosen on the development sets (evaluation/choose-thresholds.ts): the first where 0.15 of the near misses are shown
 * as answers, the second where 0.95 of the off-topic questions are refused.
 */
export const ANSWER_FROM = 0.84;
export const CLOSEST_FROM = 0.3;

export function outcomeOf(confidence: number): Outcome {
  if (confidence >= ANSWER_FROM) return "answer";
  return confidence >= CLOSEST_FROM ? "closest" : "none";
}

/** What the confidence rests on: the best match, how far it is ahead, and what of the question it leaves open. */
export const CONFIDENCE_FEATURES = [
  /** Share of the query's words by weight that the best match and what stands around it have, as in features.ts. */
  "covered",
  /** Of the words that tell the subject: how near it comes to all, squared, on average; and to the nearest. */
  "telling",
  "tellingMost",
  /** How near it comes in meaning, word by word and as a whole; and the nearest any candidate comes as a whole. */
  "aligned",
  "meaning",
  "nearestMeaning",
  /** How unlike anything in the archive its words are, on average by how rare they are in the language. */
  "strange",
  /** How much there was to cover: little says little. */
  "mass",
  "together",
  /** How far the best match is ahead of the second. */
  "margin",
  /** Nothing but ordinary words ("how's it going"). */
  "ordinaryOnly",
] as const;
export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

/** Null where there is nothing to be sure of: no match, or a query of grammar alone. */
export function confidenceFeaturesOf(
  ranked: readonly Ranked[],
  reading: QueryReading,
): Readonly<Record<ConfidenceFeature, number>> | null {
  const first = ranked[0];
  if (!first || !reading.words.some(({ wordClass }) => wordClass !== "function")) return null;
  const { features } = first;
  const { strengths } = features.evidence;
  const { seeks } = reading.form;
  const hasContent = reading.words.some(({ wordClass }) => wordClass === "content");
  const ordinaryOnly = seeks === "anything" && !hasContent;
  const alignments = features.meaning?.alignments ?? strengths.own;
  let rare = 0;
  let covered = 0;
  let strange = 0;
  let tellingWeight = 0;
  let telling = 0;
  let tellingMost = 0;
  for (const [at, { wordClass, rarity, alternatives }] of reading.words.entries()) {
    if (wordClass === "function") continue;
    const weight = wordClass === "common" ? COMMON_SHARE * rarity : rarity;
    const alignment = alignments[at] ?? 0;
    rare += weight;
    covered += weight * alignment;
    strange += weight * (1 - nearestIn(ranked, at, alternatives[0]?.strength ?? 0));
    // Ordinary words tell where there are no others, and where what was asked or said is asked for in such.
    if (wordClass !== "content" && hasContent && seeks === "anything") continue;
    tellingWeight += weight;
    telling += weight * alignment ** 2;
    tellingMost = Math.max(tellingMost, alignment);
  }
  const ahead = first.score - (ranked[1]?.score ?? first.score - MOST_AHEAD);
  return {
    covered: Math.sqrt(featureOf(features, "coveredSquared")),
    telling: tellingWeight === 0 ? 0 : telling / tellingWeight,
    tellingMost,
    aligned: featureOf(features, "aligned"),
    meaning: featureOf(features, "meaning"),
    nearestMeaning: Math.max(...ranked.map((one) => featureOf(one.features, "meaning"))),
    strange: rare === 0 ? 0 : strange / rare,
    mass: Math.log1p(covered) / 4,
    together: featureOf(features, "together"),
    margin: Math.min(ahead, MOST_AHEAD) / MOST_AHEAD,
    ordinaryOnly: ordinaryOnly ? 1 : 0,
  };
}

/** How near anything in the candidates comes to a word of the query, or `least` if that is more. */
function nearestIn(ranked: readonly Ranked[], word: number, least: number): number {
  let nearest = least;
  for (const { features } of ranked) nearest = Math.max(nearest, features.meaning?.alignments[word] ?? 0);
  return nearest;
}

/** What an ordinary word is worth beside one that is as rare and tells a subject. */
const COMMON_SHARE = 0.3;
const MOST_AHEAD = 4;

/** What a confidence is made of: the features, what it is without any, and what is taken away. */
export type ConfidencePart = ConfidenceFeature | "bias" | "expectationMissing" | "askedForMissing";

/** How sure it is that the first match answers, from 0 to 1. */
export function confidenceOf(ranked: readonly Ranked[], reading: QueryReading): number {
  const sum = confidenceSum(ranked, reading);
  return sum === null ? 0 : logistic(sum);
}

/**
 * What the confidence is the logistic value of, or null where there is nothing to be sure of; `see` is told what it is
 * made of. That the subject is there at all is told by a logistic regression learned on public data by
 * evaluation/learn-confidence.ts. Where it is, but the kind of information asked for isn't (a number, a time, a name),
 * or the word for what is asked ("which city …") meets nothing, the match is a near miss; how much that takes away is
 * set by hand, because public sets have too few such questions.
 */
export function confidenceSum(
  ranked: readonly Ranked[],
  reading: QueryReading,
  see?: SeeShare<ConfidencePart>,
): number | null {
  const values = confidenceFeaturesOf(ranked, reading);
  const features = ranked[0]?.features;
  if (!values || !features) return null;
  let sum = weigh("bias", 1, CONFIDENCE_BIAS, see);
  for (const name of CONFIDENCE_FEATURES) sum += weigh(name, values[name], CONFIDENCE_WEIGHTS[name], see);
  const { expects } = reading.form;
  if (expects !== null && !meetsExpectation(features.traits, reading.form))
    sum += weigh("expectationMissing", 1, -TAKEN_WHERE_MISSING[expects], see);
  if (lacksAskedFor(features, reading)) sum += weigh("askedForMissing", 1, -TAKEN_WITHOUT_ASKED_FOR, see);
  return sum;
}

export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** Whether the word for what is asked ("which city …") is a content word that nothing in the statement comes near. */
function lacksAskedFor({ meaning, evidence }: Features, { words, form }: QueryReading): boolean {
  if (form.askedFor === null) return false;
  const at = words.findIndex(({ word, wordClass }) => word === form.askedFor && wordClass === "content");
  return at >= 0 && ((meaning?.alignments ?? evidence.strengths.own)[at] ?? 0) < NEAR;
}

/** Words this alike may be one another's kind: "town" and "city", but not "town" and "country". */
const NEAR = 0.55;
const TAKEN_WITHOUT_ASKED_FOR = 2;
const TAKEN_WHERE_MISSING: Readonly<Record<Expectation, number>> = {
  number: 3,
  age: 3,
  time: 3,
  duration: 3,
  name: 3,
  person: 0.7,
  reason: 0,
  verdict: 0,
};
