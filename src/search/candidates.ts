import { bestOf } from "./best-of.ts";
import type { QueryReading, QueryWord } from "./query-reading.ts";
import { type StatementIndex, seekPosting } from "./statement-index.ts";

export interface Candidate {
  readonly document: number;
  /** BM25F over all fields, or over the own words alone. */
  readonly relevance: number;
}

/** Which statements may be found: documents `[from, to)`, and of those one speaker's where one is given. */
export interface Scope {
  readonly from: number;
  readonly to: number;
  readonly speaker: number | null;
}

export interface CandidateRequest {
  readonly reading: QueryReading;
  readonly scope: Scope;
  /** Whether the statement's own words alone count. */
  readonly ownWordsOnly: boolean;
  readonly count: number;
}

/** The scope two filters leave, or null when they name nobody or nothing. */
export function scopeOf(
  index: StatementIndex,
  filters: { readonly speaker?: string; readonly interview?: string },
): Scope | null {
  const range =
    filters.interview === undefined
      ? ([0, index.statements.length] as const)
      : index.interviews.get(filters.interview);
  if (!range) return null;
  const [from, to] = range;
  if (filters.speaker === undefined) return { from, to, speaker: null };
  const speaker = index.speakerNames.indexOf(filters.speaker);
  return speaker < 0 ? null : { from, to, speaker };
}

/**
 * Candidate generation: sums what each query word adds, document by document, reading only the postings of the
 * query's own terms (term at a time; Manning, Raghavan & Schütze 2008, section 7.1). The filters apply before
 * the best are taken, so a filter never hides a match behind better ones it excludes.
 */
export class CandidateFinder {
  readonly #index: StatementIndex;
  /** Scratch by document, cleared after each use through the lists of documents touched. */
  readonly #relevance: Float32Array;
  readonly #ofWord: Float32Array;

  constructor(index: StatementIndex) {
    this.#index = index;
    this.#relevance = new Float32Array(index.statements.length);
    this.#ofWord = new Float32Array(index.statements.length);
  }

  /** The most relevant first, ties in the order of the archive. */
  find({ reading, scope, ownWordsOnly, count }: CandidateRequest): readonly Candidate[] {
    const touched: number[] = [];
    for (const word of generatingWords(reading, ownWordsOnly))
      this.#addWord(word, scope, ownWordsOnly, touched);
    const relevance = this.#relevance;
    const best = bestOf(touched, count, (a, b) => {
      const difference = (relevance[a] ?? 0) - (relevance[b] ?? 0);
      return difference === 0 ? a < b : difference > 0;
    });
    const candidates = best.map((document) => ({ document, relevance: relevance[document] ?? 0 }));
    for (const document of touched) relevance[document] = 0;
    return candidates;
  }

  #addWord(word: QueryWord, scope: Scope, ownWordsOnly: boolean, touched: number[]): void {
    const { documents, speakers } = this.#index;
    const impacts = ownWordsOnly ? this.#index.ownImpacts : this.#index.impacts;
    const touchedByWord: number[] = [];
    for (const { term, strength } of word.alternatives) {
      const worth = strength * word.weight;
      const last = this.#index.postingStart[term + 1] ?? 0;
      for (let at = seekPosting(this.#index, term, scope.from); at < last; at += 1) {
        const document = documents[at] ?? 0;
        if (document >= scope.to) break;
        if (scope.speaker !== null && speakers[document] !== scope.speaker) continue;
        const value = worth * (impacts[at] ?? 0);
        const before = this.#ofWord[document] ?? 0;
        // Of several terms that may stand for one word the best counts, not their sum.
        if (value <= before) continue;
        if (before === 0) touchedByWord.push(document);
        this.#ofWord[document] = value;
      }
    }
    for (const document of touchedByWord) {
      if (this.#relevance[document] === 0) touched.push(document);
      this.#relevance[document] = (this.#relevance[document] ?? 0) + (this.#ofWord[document] ?? 0);
      this.#ofWord[document] = 0;
    }
  }
}

/** Grammar alone finds nothing worth showing, unless the words themselves are looked for or there is nothing else. */
function generatingWords({ words }: QueryReading, ownWordsOnly: boolean): readonly QueryWord[] {
  if (ownWordsOnly) return words;
  const telling = words.filter(
    ({ wordClass, alternatives }) => wordClass !== "function" && alternatives.length > 0,
  );
  return telling.length > 0 ? telling : words;
}
