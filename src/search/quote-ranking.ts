import type { Candidate } from "./candidates.ts";
import type { QueryReading } from "./query-reading.ts";
import type { StatementIndex } from "./statement-index.ts";

/** How well a statement holds words half remembered. */
export interface QuoteMatch {
  readonly document: number;
  readonly score: number;
  /** Share of the remembered words, by weight, that the statement has; 0 to 1. */
  readonly recall: number;
  /** Share of them that stand in it in the remembered order without much between; 0 to 1. */
  readonly order: number;
}

/** Words that may stand between two remembered ones without breaking the order. */
const LARGEST_GAP = 4;

/** So many places of a word in a statement are looked at, the first; only in one without end does a word have more. */
const MOST_PLACES = 500_000;

/** Best first, ties in the order of the archive. Only own words count. */
export function rankQuotes(
  index: StatementIndex,
  reading: QueryReading,
  candidates: readonly Candidate[],
): readonly QuoteMatch[] {
  const terms = new Set(reading.words.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)));
  const asked = new Uint8Array(index.vocabulary.termCount);
  for (const term of terms) asked[term] = 1;
  return candidates
    .map(({ document }) => rate(index, reading, asked, document))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

/** @param asked by term: 1 for those that may stand for a remembered word. */
function rate(
  index: StatementIndex,
  { words }: QueryReading,
  asked: Uint8Array,
  document: number,
): QuoteMatch {
  const from = index.ownStart[document] ?? 0;
  const own = index.ownTerms.subarray(from, index.ownStart[document + 1] ?? from);
  const places = new Map<number, number[]>();
  for (let place = 0; place < own.length; place += 1) {
    const term = own[place] ?? 0;
    if (asked[term] !== 1) continue;
    const list = places.get(term);
    if (!list) places.set(term, [place]);
    else if (list.length < MOST_PLACES) list.push(place);
  }
  let total = 0;
  let held = 0;
  const weights: number[] = [];
  const found = words.map(({ alternatives, weight }, at) => {
    total += weight;
    for (const { term, strength } of alternatives) {
      const at_ = places.get(term);
      if (!at_) continue;
      held += weight * strength;
      weights[at] = weight * strength;
      return at_;
    }
    weights[at] = 0;
    return [];
  });
  const ordered = heaviestRun(found, weights, own.length);
  const recall = total === 0 ? 0 : held / total;
  const order = total === 0 ? 0 : ordered / total;
  return { document, recall, order, score: 0.5 * recall + 0.5 * order };
}

/**
 * The weight of the heaviest run of remembered words that appear in order, each within {@link LARGEST_GAP} of
 * the one before. Dynamic programming over words and their places.
 */
function heaviestRun(
  places: readonly (readonly number[])[],
  weights: readonly number[],
  length: number,
): number {
  /** By place, {@link LARGEST_GAP} further on: the weight of the heaviest run that ends there. */
  const endingAt = new Float64Array(length + LARGEST_GAP);
  let best = 0;
  places.forEach((ofWord, at) => {
    const weight = weights[at] ?? 0;
    // From the last place to the first, so that no run has this word twice.
    for (let nth = ofWord.length - 1; nth >= 0; nth -= 1) {
      const end = (ofWord[nth] ?? 0) + LARGEST_GAP;
      let before = 0;
      for (let gap = 1; gap <= LARGEST_GAP; gap += 1) before = Math.max(before, endingAt[end - gap] ?? 0);
      const sum = before + weight;
      if (sum > (endingAt[end] ?? 0)) endingAt[end] = sum;
      if (sum > best) best = sum;
    }
  });
  return best;
}
