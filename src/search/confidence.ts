import type { QueryReading, QueryWord } from "./query-reading.ts";
import type { Expectation } from "./question-form.ts";
import { meetsExpectation, type Ranked } from "./ranking.ts";
import type { Outcome } from "./search.ts";

/**
 * Chosen with `npm run eval` on evaluation/interview-dev.json: the first as low as it goes while near misses are
 * mostly not called answers, the second as low as it goes while off-topic questions are mostly refused.
 */
export const ANSWER_FROM = 0.6;
export const CLOSEST_FROM = 0.3;

export function outcomeOf(confidence: number): Outcome {
  if (confidence >= ANSWER_FROM) return "answer";
  return confidence >= CLOSEST_FROM ? "closest" : "none";
}

/**
 * How sure it is that the first match answers, from 0 to 1. It rests on coverage: the share of the query's
 * telling words that the statement and what leads to it have, by how rare they are (so words the archive lacks
 * count most), a part of it for the statement's own words alone, or for the
 * question it answers alone. The square root is taken because readers
 * paraphrase: the first words that match tell more than the last ones that don't. It is then lowered
 * - for matches by repaired words or synonyms;
 * - where only ordinary words match ("how's it going"), however many;
 * - where the wording asks for a number, a time or a name and the statement has none: a near miss.
 */
export function confidenceOf(ranked: readonly Ranked[], reading: QueryReading): number {
  const first = ranked[0];
  if (!first || !reading.words.some(({ wordClass }) => wordClass !== "function")) return 0;
  const { features } = first;
  const { expects, seeks } = reading.form;
  const squarely = Math.max(features.tellingOwnCoverage, features.tellingQuestionCoverage);
  let confidence = Math.sqrt(0.6 * features.tellingCoverage + 0.4 * squarely);
  confidence *= 0.8 + 0.2 * features.exactness;
  if (seeks === "anything" && !reading.words.some(isTelling)) confidence *= ORDINARY_WORDS_ONLY;
  if (expects !== null && !meetsExpectation(features, reading.form)) confidence *= WHERE_MISSING[expects];
  if (features.lacksAskedFor) confidence *= WITHOUT_ASKED_FOR;
  return Math.min(1, Math.max(0, confidence));
}

const ORDINARY_WORDS_ONLY = 0.3;
const WITHOUT_ASKED_FOR = 0.8;

/** How much of the confidence is left where the kind of information asked for is missing. */
const WHERE_MISSING: Readonly<Record<Expectation, number>> = {
  number: 0.5,
  time: 0.5,
  duration: 0.5,
  name: 0.5,
  person: 0.85,
  reason: 1,
  verdict: 1,
};

function isTelling({ wordClass }: QueryWord): boolean {
  return wordClass === "content";
}
