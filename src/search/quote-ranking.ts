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

/** Best first, ties in the order of the archive. Only own words count. */
export function rankQuotes(
  index: StatementIndex,
  reading: QueryReading,
  candidates: readonly Candidate[],
): readonly QuoteMatch[] {
  return candidates
    .map(({ document }) => rate(index, reading, document))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

function rate(index: StatementIndex, { words }: QueryReading, document: number): QuoteMatch {
  const from = index.ownStart[document] ?? 0;
  const own = index.ownTerms.subarray(from, index.ownStart[document + 1] ?? from);
  const places = new Map<number, number[]>();
  own.forEach((term, place) => {
    const list = places.get(term);
    if (list) list.push(place);
    else places.set(term, [place]);
  });
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
  const ordered = heaviestRun(found, weights);
  const recall = total === 0 ? 0 : held / total;
  const order = total === 0 ? 0 : ordered / total;
  return { document, recall, order, score: 0.5 * recall + 0.5 * order };
}

/**
 * The weight of the heaviest run of remembered words that appear in order, each within {@link LARGEST_GAP} of
 * the one before. Dynamic programming over words and their places.
 */
function heaviestRun(places: readonly (readonly number[])[], weights: readonly number[]): number {
  const endingAt = new Map<number, number>();
  let best = 0;
  places.forEach((ofWord, at) => {
    const weight = weights[at] ?? 0;
    const reached = ofWord.map((place) => {
      let before = 0;
      for (let gap = 1; gap <= LARGEST_GAP; gap += 1)
        before = Math.max(before, endingAt.get(place - gap) ?? 0);
      return [place, before + weight] as const;
    });
    for (const [place, sum] of reached) {
      endingAt.set(place, Math.max(endingAt.get(place) ?? 0, sum));
      best = Math.max(best, sum);
    }
  });
  return best;
}
