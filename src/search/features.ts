import type { Candidate } from "./candidates.ts";
import { EVIDENCE, OWN, QUESTION } from "./fields.ts";
import type { WordClass } from "./language.ts";
import type { QueryReading } from "./query-reading.ts";
import type { StatementIndex } from "./statement-index.ts";
import type { Part } from "./statement-traits.ts";

/** What is known of a candidate beside the query. All shares are from 0 to 1. */
export interface Features {
  readonly document: number;
  readonly relevance: number;
  /** Share of the query's words, by weight, that are among its own words. */
  readonly ownCoverage: number;
  /** The same for the question it answers: a reader often asks what the interviewer asked. */
  readonly questionCoverage: number;
  /** Shares of the content words alone, or of the common ones in a query that has no other; for the confidence. */
  readonly tellingCoverage: number;
  readonly tellingOwnCoverage: number;
  readonly tellingQuestionCoverage: number;
  /** Share of the coverage that rests on exact words or their families, not on repairs and synonyms. */
  readonly exactness: number;
  /** Share of neighbouring query words that stand near each other and in order in its own words. */
  readonly proximity: number;
  /** Whether the word for what is asked ("which city …") is a content word the statement hasn't got. */
  readonly lacksAskedFor: boolean;
  readonly part: Part;
  readonly traits: number;
}

/** Words this near each other, in words, count as together. */
const NEAR = 3;

export function featuresOf(index: StatementIndex, reading: QueryReading, candidate: Candidate): Features {
  const { document, relevance, masks } = candidate;
  const all = new Tally();
  const telling = new Tally();
  const classes = tellingClasses(reading);
  let lacksAskedFor = false;
  let before = 0;
  for (const { word, weight, wordClass, alternatives } of reading.words) {
    let best = 0;
    let bestOwn = 0;
    let bestAsked = 0;
    let isExact = false;
    for (const [at, { strength, likeness }] of alternatives.entries()) {
      if (strength <= Math.min(best, bestOwn, bestAsked)) break;
      const mask = masks[before + at] ?? 0;
      if (mask === 0) continue;
      const evidence = strength * (EVIDENCE[mask] ?? 0);
      if (evidence > best) {
        best = evidence;
        isExact = likeness === "exact" || likeness === "family";
      }
      if (mask & OWN && strength > bestOwn) bestOwn = strength;
      if (mask & QUESTION && strength > bestAsked) bestAsked = strength;
    }
    before += alternatives.length;
    if (word === reading.form.askedFor && wordClass === "content" && best === 0) lacksAskedFor = true;
    all.add(weight, best, bestOwn, bestAsked, isExact);
    if (classes.includes(wordClass)) telling.add(weight, best, bestOwn, bestAsked, isExact);
  }
  return {
    document,
    relevance,
    ownCoverage: all.share(all.own),
    questionCoverage: all.share(all.asked),
    tellingCoverage: telling.share(telling.covered),
    tellingOwnCoverage: telling.share(telling.own),
    tellingQuestionCoverage: telling.share(telling.asked),
    exactness: telling.covered === 0 ? 0 : telling.exact / telling.covered,
    proximity: proximityOf(index, reading, document),
    lacksAskedFor,
    part: (index.parts[document] ?? 0) as Part,
    traits: index.traits[document] ?? 0,
  };
}

/**
 * The words that tell whether a statement is about what was asked: content words. Ordinary ones stand in where
 * there are no others, and count too where the reader asks what someone asked or said, in words for just that.
 */
function tellingClasses({ words, form }: QueryReading): readonly WordClass[] {
  if (!words.some(({ wordClass }) => wordClass === "content")) return ["common"];
  return form.seeks === "anything" ? ["content"] : ["content", "common"];
}

/** Sums of the weights of a query's words. */
class Tally {
  total = 0;
  covered = 0;
  own = 0;
  asked = 0;
  exact = 0;

  add(weight: number, evidence: number, ownEvidence: number, askedEvidence: number, isExact: boolean): void {
    this.total += weight;
    this.covered += weight * evidence;
    this.own += weight * ownEvidence;
    this.asked += weight * askedEvidence;
    if (isExact) this.exact += weight * evidence;
  }

  share(of: number): number {
    return this.total === 0 ? 0 : of / this.total;
  }
}

function proximityOf(index: StatementIndex, { words }: QueryReading, document: number): number {
  const telling = words.filter(
    ({ wordClass, alternatives }) => wordClass !== "function" && alternatives.length > 0,
  );
  if (telling.length < 2) return 0;
  const places = telling.map(({ alternatives }) =>
    placesOf(
      index,
      document,
      alternatives.map(({ term }) => term),
    ),
  );
  let near = 0;
  for (let at = 0; at + 1 < places.length; at += 1) {
    const next = places[at + 1] ?? [];
    if (places[at]?.some((place) => next.some((other) => other > place && other - place <= NEAR))) near += 1;
  }
  return near / (telling.length - 1);
}

/** Where, counted in words, a statement has one of the terms. */
export function placesOf(
  index: StatementIndex,
  document: number,
  terms: readonly number[],
): readonly number[] {
  const from = index.ownStart[document] ?? 0;
  const to = index.ownStart[document + 1] ?? 0;
  const places: number[] = [];
  for (let at = from; at < to && places.length < 16; at += 1) {
    if (terms.includes(index.ownTerms[at] ?? -1)) places.push(at - from);
  }
  return places;
}
