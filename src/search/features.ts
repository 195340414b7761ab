import { K1 } from "./bm25f.ts";
import type { Candidate } from "./candidates.ts";
import { type Evidence, PLACES } from "./evidence.ts";
import type { Meaning } from "./meaning.ts";
import type { QueryReading } from "./query-reading.ts";
import type { Expectation, QuestionForm } from "./question-form.ts";
import type { StatementIndex } from "./statement-index.ts";
import {
  HAS_AGE,
  HAS_DURATION,
  HAS_NAME,
  HAS_NUMBER,
  HAS_REASON,
  HAS_TIME,
  HAS_VERDICT,
  type Part,
} from "./statement-traits.ts";

/**
 * What is known of a candidate beside the query, in the order in which the weights of ranking-weights.ts stand.
 * Shares are of the query's words by weight, grammar left out.
 */
export const FEATURES = [
  /** Share of the query's words that are among its own, and its square: the last words that match tell most. */
  "own",
  "ownSquared",
  /** What each place further off adds to what is nearer: see evidence.ts. */
  "before",
  "after",
  "near",
  "label",
  /** The share that is covered by all together, squared. */
  "coveredSquared",
  /** BM25F over all fields beside the most it could be, and beside the best candidate's. */
  "relevance",
  "relevanceRank",
  /** Share of the query's grammar that is there too. */
  "grammar",
  /** Share of neighbouring words of the query that stand near each other, and in order, in the own words. */
  "together",
  /** Whether it has the kind of information asked for. */
  "number",
  "time",
  "duration",
  "reason",
  "name",
  "person",
  /** How near its meaning is to the query's, as a whole and word by word: see meaning.ts. */
  "meaning",
  "aligned",
  /** Logarithm of its words. */
  "length",
] as const;
export type FeatureName = (typeof FEATURES)[number];

export interface Features {
  readonly document: number;
  readonly relevance: number;
  /** By {@link FEATURES}. */
  readonly values: Float64Array;
  readonly evidence: Evidence;
  /** Null until it is worked out, which isn't done for candidates far behind. */
  meaning: Meaning | null;
  /** Share of the query's words that are in the question the interviewer put and this answers, squared; else 0. */
  readonly answersAsked: number;
  readonly part: Part;
  readonly traits: number;
}

const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Readonly<
  Record<FeatureName, number>
>;

export function featureOf({ values }: Features, name: FeatureName): number {
  return values[AT[name]] ?? 0;
}

const TRAIT_OF: Readonly<Record<Expectation, number>> = {
  number: HAS_NUMBER,
  age: HAS_AGE,
  time: HAS_TIME,
  duration: HAS_DURATION,
  reason: HAS_REASON,
  name: HAS_NAME,
  person: HAS_NAME,
  verdict: HAS_VERDICT,
};

/** The feature that tells that an expectation is met; the sets the weights are learned on have too few of some. */
const FEATURE_OF: Readonly<Record<Expectation, FeatureName | null>> = {
  number: "number",
  age: "number",
  time: "time",
  duration: "duration",
  reason: "reason",
  name: "name",
  person: "person",
  verdict: null,
};

/** Whether the statement holds the kind of information asked for; true where nothing particular is. */
export function meetsExpectation(traits: number, { expects }: QuestionForm): boolean {
  return expects === null || (traits & TRAIT_OF[expects]) !== 0;
}

/** Words this near each other, in words, count as together. */
const TOGETHER = 3;

export function featuresOf(
  index: StatementIndex,
  reading: QueryReading,
  { document, relevance }: Candidate,
  evidence: Evidence,
  bestRelevance: number,
): Features {
  const values = new Float64Array(FEATURES.length);
  const set = (name: FeatureName, value: number): void => {
    values[AT[name]] = value;
  };
  const sums = { own: 0, question: 0, before: 0, after: 0, near: 0, label: 0 };
  let total = 0;
  let covered = 0;
  let asked = 0;
  let grammar = 0;
  let grammarFound = 0;
  const { strengths } = evidence;
  for (const [at, { weight, wordClass }] of reading.words.entries()) {
    const own = strengths.own[at] ?? 0;
    if (wordClass === "function") {
      grammar += weight;
      grammarFound += weight * own;
      continue;
    }
    total += weight;
    asked += weight * (strengths.question[at] ?? 0);
    let nearest = 0;
    for (const place of PLACES) {
      const strength = strengths[place][at] ?? 0;
      if (strength <= nearest) continue;
      sums[place] += weight * (strength - nearest);
      nearest = strength;
    }
    covered += weight * nearest;
  }
  const share = (sum: number): number => (total === 0 ? 0 : sum / total);
  const own = share(sums.own);
  set("own", own);
  set("ownSquared", own ** 2);
  for (const place of ["before", "after", "near", "label"] as const) set(place, share(sums[place]));
  set("coveredSquared", share(covered) ** 2);
  set("relevance", share(relevance) / (K1 + 1));
  set("relevanceRank", bestRelevance === 0 ? 0 : relevance / bestRelevance);
  set("grammar", grammar === 0 ? 0 : grammarFound / grammar);
  set("together", togetherOf(reading, evidence));
  const traits = index.traits[document] ?? 0;
  const { expects } = reading.form;
  const feature = expects === null ? null : FEATURE_OF[expects];
  if (feature !== null && meetsExpectation(traits, reading.form)) set(feature, 1);
  set("length", Math.log2(2 + evidence.words) / 8);
  return {
    document,
    relevance,
    values,
    evidence,
    meaning: null,
    answersAsked: answersInterviewer(index, document) ? share(asked) ** 2 : 0,
    part: (index.parts[document] ?? 0) as Part,
    traits,
  };
}

/** Adds what is known of the meaning, in place: a copy of every candidate would be most of what a question allocates. */
export function addMeaning(features: Features, meaning: Meaning): Features {
  features.values[AT.meaning] = meaning.whole;
  features.values[AT.aligned] = meaning.aligned;
  features.meaning = meaning;
  return features;
}

function answersInterviewer({ statements, questions }: StatementIndex, document: number): boolean {
  const question = statements[questions[document] ?? -1];
  return (
    question !== undefined && (question.kind !== "statement" || question.speaker?.role === "interviewer")
  );
}

/** Pairs of the query's neighbouring words: the share that stand near each other in the own words. */
function togetherOf({ words }: QueryReading, { positions }: Evidence): number {
  let pairs = 0;
  let together = 0;
  let previous: readonly number[] | null = null;
  let previousAt = 0;
  for (const [at, { wordClass }] of words.entries()) {
    if (wordClass === "function") continue;
    const places = positions[at] ?? [];
    if (previous) {
      pairs += 1;
      if (nearest(previous, places) <= Math.max(TOGETHER, at - previousAt)) together += 1;
    }
    previous = places;
    previousAt = at;
  }
  return pairs === 0 ? 0 : together / pairs;
}

/** The least distance forward from a place of the one to a place of the other. */
function nearest(from: readonly number[], to: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const start of from) {
    for (const end of to) if (end > start && end - start < least) least = end - start;
  }
  return least;
}
