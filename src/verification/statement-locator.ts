import type { StatementIndex } from "../search/statement-index.ts";
import { LongSearch, type TermRange } from "./long-search.ts";
import { isLong } from "./long-statements.ts";
import { placesOf, visitMatchingRuns } from "./matching-runs.ts";

/** Words of a claim that are looked up together, and how far the next ones begin behind them. */
const WINDOW = 12;
const STEP = 6;
/** How many of a window's words are looked up, the rarest first; at most eight. */
const LOOKED_UP = 6;
/** How many postings the claims of one text may have read together; the rarest word of each window's is read in any case. */
const MOST_POSTINGS = 1_000_000;
/** How many statements are looked at word by word, over all windows of all claims of a text; and for one claim at least. */
const MOST_READ = 500;
const LEAST_READ = 100;
/** Of a window's statements those are read that have this share of what the best one has. */
const WORTH_READING = 0.5;
/** How many words of long statements the claims of one text may look through; the first is looked through in any case. */
const MOST_LONG_WORDS = 40_000_000;
/** How many statements come out for one place of the claim. */
const AT_A_PLACE = 3;

/** A statement a claim may come from. */
export interface Located {
  readonly document: number;
  /** Of a long statement the words to be read, counted from its first; null where it is read whole. */
  readonly windows: readonly TermRange[] | null;
}

/**
 * Finds the statements a claim may come from, without reading the archive: seed and extend, as BLAST does with
 * proteins (S. F. Altschul and others, "Basic local alignment search tool", 1990). The seeds are the rarest words of
 * each stretch of the claim; each statement that shares enough of them is read for the longest stretches of words it
 * has in common with the claim, by stem and in order. Of a long statement the windows that have them come out with it.
 */
export class StatementLocator {
  readonly #index: StatementIndex;
  /** By document: which of the words looked up it has, a bit each; zero between calls. */
  readonly #shared: Uint8Array;
  /** Room for the documents that have any of them. */
  readonly #touched: Int32Array;
  /** Room for {@link LongSearch}, made when a long statement first comes up. */
  #symbols = new Uint16Array(0);

  constructor(index: StatementIndex) {
    this.#index = index;
    this.#shared = new Uint8Array(index.statements.length);
    this.#touched = new Int32Array(index.statements.length);
  }

  /**
   * @param terms the claim's words as terms of the index; -1 for a word it doesn't know.
   * @param claims how many claims are located for one text: they share what may be read.
   * @returns statements, those with the weightiest stretch first, at most `limit`.
   */
  locate(terms: Int32Array, limit: number, claims: number): readonly Located[] {
    const documents = this.#seeded(terms, claims);
    const places = placesOf(terms);
    const weights = Float64Array.from(terms, (term) => this.weightOf(term));
    /** By place of the claim: the best documents that have a stretch there, and the weights of those stretches. */
    const bestDocuments = new Int32Array(AT_A_PLACE * terms.length).fill(-1);
    const bestWeights = new Float64Array(AT_A_PLACE * terms.length);
    const totals = new Map<number, number>();
    const windows = new Map<number, readonly TermRange[]>();
    const { ownStart, ownTerms, statements } = this.#index;
    let longSearch: LongSearch | null = null;
    let longWords = 0;
    for (const document of documents) {
      let total = 0;
      const from = ownStart[document] ?? 0;
      const to = ownStart[document + 1] ?? 0;
      const visit = (claimed: number, _said: number, length: number) => {
        let weight = 0;
        for (let at = claimed; at < claimed + length; at += 1) weight += weights[at] ?? 0;
        total = Math.max(total, weight);
        for (let at = claimed; at < claimed + length; at += 1) {
          keepBest(bestDocuments, bestWeights, AT_A_PLACE * at, document, weight);
        }
      };
      const statement = statements[document];
      if (statement && isLong(statement)) {
        if (longWords > 0 && longWords + to - from > MOST_LONG_WORDS / claims) continue;
        longWords += to - from;
        longSearch ??= new LongSearch(terms, weights, this.#roomForSymbols());
        const found = longSearch.find(ownTerms, from, to);
        for (const { claimed, said, length } of found.runs) visit(claimed, said, length);
        windows.set(document, found.windows);
      } else {
        visitMatchingRuns(terms.length, places, ownTerms, from, to, visit);
      }
      totals.set(document, total);
    }
    return [...new Set(bestDocuments)]
      .filter((document) => document >= 0)
      .sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || a - b)
      .slice(0, limit)
      .map((document) => ({ document, windows: windows.get(document) ?? null }));
  }

  #roomForSymbols(): Uint16Array {
    const { termCount } = this.#index.vocabulary;
    if (this.#symbols.length < termCount) this.#symbols = new Uint16Array(termCount);
    return this.#symbols;
  }

  /** How much it says that a statement has this word. */
  weightOf(term: number): number {
    return term < 0 ? this.#index.idfOfUnknown : (this.#index.idf[term] ?? 0);
  }

  /** Documents that share the rarest words of some stretch of the claim. */
  #seeded(terms: Int32Array, claims: number): ReadonlySet<number> {
    const windows = windowsOf(terms);
    const found = new Set<number>();
    const share = Math.max(16, Math.floor(Math.max(LEAST_READ, MOST_READ / claims) / windows.length));
    let left = MOST_POSTINGS / claims;
    windows.forEach((window, at) => {
      const { read, documents } = this.#seededBy(window, left / (windows.length - at), share);
      left = Math.max(0, left - read);
      for (const document of documents) found.add(document);
    });
    return found;
  }

  #seededBy(
    terms: readonly number[],
    mostPostings: number,
    mostDocuments: number,
  ): { readonly read: number; readonly documents: readonly number[] } {
    const { postingStart, documents } = this.#index;
    const shared = this.#shared;
    const touched = this.#touched;
    const rarest = terms
      .map((term) => ({ term, count: (postingStart[term + 1] ?? 0) - (postingStart[term] ?? 0) }))
      .sort((a, b) => a.count - b.count)
      .slice(0, LOOKED_UP);
    /** By set of words: what they weigh together. */
    const sums = new Float64Array(1 << rarest.length);
    let read = 0;
    let count = 0;
    rarest.every(({ term, count: postings }, word) => {
      if (read > 0 && read + postings > mostPostings) return false;
      read += postings;
      const bit = 1 << word;
      const weight = this.weightOf(term) + 0.01;
      for (let set = bit; set < sums.length; set += 1) if (set & bit) sums[set] = (sums[set] ?? 0) + weight;
      const end = postingStart[term + 1] ?? 0;
      for (let at = postingStart[term] ?? 0; at < end; at += 1) {
        const document = documents[at] ?? 0;
        const before = shared[document] ?? 0;
        if (before === 0) touched[count++] = document;
        shared[document] = before | bit;
      }
      return true;
    });
    const counts = new Int32Array(sums.length);
    for (let at = 0; at < count; at += 1) {
      const set = shared[touched[at] ?? 0] ?? 0;
      counts[set] = (counts[set] ?? 0) + 1;
    }
    const least = leastWorth(sums, counts, mostDocuments);
    const worth: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const document = touched[at] ?? 0;
      if (worth.length < mostDocuments && (sums[shared[document] ?? 0] ?? 0) >= least) worth.push(document);
      shared[document] = 0;
    }
    return { read, documents: worth };
  }
}

/**
 * From what sum on a document is worth reading: near enough to the greatest there is, and among the `most` greatest;
 * among equals it may be more of them.
 *
 * @param sums by set of words, what they weigh together.
 * @param counts by set of words, how many documents have just these.
 */
function leastWorth(sums: Float64Array, counts: Int32Array, most: number): number {
  const sets = [...counts.keys()]
    .filter((set) => (counts[set] ?? 0) > 0)
    .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
  const near = WORTH_READING * (sums[sets[0] ?? 0] ?? 0);
  let left = most;
  for (const set of sets) {
    left -= counts[set] ?? 0;
    if (left <= 0) return Math.max(near, sums[set] ?? 0);
  }
  return near;
}

/** The distinct terms of each stretch of the claim; a stretch like one before it is left out. */
function windowsOf(terms: Int32Array): readonly (readonly number[])[] {
  const windows = new Map<string, readonly number[]>();
  for (let from = 0; from === 0 || from + WINDOW - STEP < terms.length; from += STEP) {
    const window = [...new Set(terms.subarray(from, from + WINDOW))].filter((term) => term >= 0);
    windows.set([...window].sort((a, b) => a - b).join(), window);
  }
  return [...windows.values()];
}

/** Keeps a document among the best of a place, whose cells begin at `cell`, where it has a weightier stretch than one of them. */
function keepBest(
  documents: Int32Array,
  weights: Float64Array,
  cell: number,
  document: number,
  weight: number,
): void {
  let least = cell;
  for (let at = cell; at < cell + AT_A_PLACE; at += 1) {
    if (documents[at] === document) {
      if ((weights[at] ?? 0) < weight) weights[at] = weight;
      return;
    }
    if ((weights[at] ?? 0) < (weights[least] ?? 0)) least = at;
  }
  if ((weights[least] ?? 0) >= weight) return;
  documents[least] = document;
  weights[least] = weight;
}
