import { bestOf } from "./best-of.ts";
import { K1, saturate } from "./bm25f.ts";
import { Greatest } from "./greatest.ts";
import type { QueryReading, QueryWord } from "./query-reading.ts";
import type { StatementIndex } from "./statement-index.ts";
import { TermReader } from "./term-reader.ts";
import { TermSpread } from "./term-spread.ts";

export interface Candidate {
  readonly document: number;
  /** BM25F over all fields, or over the own words alone. */
  readonly relevance: number;
  /** The fields that hold each alternative of each word of the query, in their order: bits of fields.ts. */
  readonly masks: Uint8Array;
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

/** Reading a document closely costs about as much as this many postings of a word. */
const POSTINGS_A_READING = 8;
/** By how much, relatively, the sums of impacts in single precision may be off, and more. */
const ROUNDING = 1e-4;

/**
 * Candidate generation in two steps.
 *
 * 1. Term at a time (Manning, Raghavan & Schütze 2008, section 7.1), the words that can add most first, each
 *    summed into accumulators from its own postings. As soon as the words left can't lift a new document above
 *    the `count`-th best so far, or one seen out of those that may still rise, they needn't be read: the bound of
 *    MaxScore (Turtle & Flood 1995, "Query evaluation: strategies and optimizations").
 * 2. The few documents that may be among the best are scored exactly, word by word.
 *
 * So the result is that of scoring all documents. The filters apply before the best are taken, so a filter never
 * hides a match behind better ones it excludes.
 */
export class CandidateFinder {
  readonly #index: StatementIndex;
  readonly #spread: TermSpread;
  readonly #reader: TermReader;
  /** Scratch by document, cleared after each use through the lists of documents reached. */
  readonly #relevance: Float32Array;
  readonly #ofWord: Float32Array;
  readonly #reached: Int32Array;
  readonly #reachedByWord: Int32Array;
  /** The highest relevance any document has reached, in single precision. */
  #highest = 0;

  constructor(index: StatementIndex) {
    this.#index = index;
    this.#spread = new TermSpread(index);
    this.#reader = new TermReader(index);
    const count = index.statements.length;
    this.#relevance = new Float32Array(count);
    this.#ofWord = new Float32Array(count);
    this.#reached = new Int32Array(count);
    this.#reachedByWord = new Int32Array(count);
  }

  /** The most relevant first, ties in the order of the archive. */
  find(request: CandidateRequest): readonly Candidate[] {
    const { reading, ownWordsOnly, count } = request;
    if (count <= 0) return [];
    const words = generatingWords(reading, ownWordsOnly);
    const terms = reading.words.flatMap(({ alternatives }) => alternatives.map(({ term }) => term));
    this.#reader.lookFor(terms);
    const contenders = this.#contenders(words, request);
    const scores = new Float32Array(contenders.length);
    const masks = new Uint8Array(contenders.length * terms.length);
    contenders.forEach((document, at) => {
      this.#reader.read(document);
      scores[at] = this.#exactRelevance(words, ownWordsOnly);
      for (let of = 0; of < terms.length; of += 1) {
        masks[at * terms.length + of] = this.#reader.mask(terms[of] ?? 0);
      }
    });
    const best = bestOf([...scores.keys()], count, (a, b) => {
      const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
      return difference === 0 ? (contenders[a] ?? 0) < (contenders[b] ?? 0) : difference > 0;
    });
    return best.map((at) => ({
      document: contenders[at] ?? 0,
      relevance: scores[at] ?? 0,
      masks: masks.subarray(at * terms.length, (at + 1) * terms.length),
    }));
  }

  /** The documents that may be among the `count` best: all of those, and a few more. */
  #contenders(words: readonly QueryWord[], { scope, ownWordsOnly, count }: CandidateRequest): number[] {
    const bounded = words
      .map((word) => ({ word, bound: boundOf(word) }))
      .filter(({ bound }) => bound > 0)
      .sort((a, b) => b.bound - a.bound);
    let left = bounded.reduce((sum, { bound }) => sum + bound, 0);
    let reached = 0;
    let contenders: number[] = [];
    this.#highest = 0;
    for (const [at, { word, bound }] of bounded.entries()) {
      reached = this.#addWord(word, scope, ownWordsOnly, reached);
      left = at + 1 === bounded.length ? 0 : left - bound;
      if (left > 0 && left >= this.#highest) continue;
      const least = this.#relevanceOfBest(count, reached);
      // Until the words left can't lift a document from nothing into the best, they must all be read.
      if (left > 0 && left >= least * (1 - ROUNDING)) continue;
      contenders = [];
      for (let place = 0; place < reached; place += 1) {
        const document = this.#reached[place] ?? 0;
        if ((this.#relevance[document] ?? 0) + left >= least * (1 - ROUNDING)) contenders.push(document);
      }
      const next = bounded[at + 1];
      if (next && contenders.length * POSTINGS_A_READING <= this.#postingsOf(next.word)) break;
    }
    for (let place = 0; place < reached; place += 1) this.#relevance[this.#reached[place] ?? 0] = 0;
    return contenders;
  }

  #postingsOf({ alternatives }: QueryWord): number {
    const { postingStart } = this.#index;
    return alternatives.reduce(
      (sum, { term }) => sum + (postingStart[term + 1] ?? 0) - (postingStart[term] ?? 0),
      0,
    );
  }

  #relevanceOfBest(count: number, reached: number): number {
    if (reached < count) return 0;
    const greatest = new Greatest(count);
    for (let at = 0; at < reached; at += 1) greatest.see(this.#relevance[this.#reached[at] ?? 0] ?? 0);
    return greatest.least;
  }

  /** Adds what a word is worth to every document it reaches; returns how many documents are reached by now. */
  #addWord({ alternatives, weight }: QueryWord, scope: Scope, ownWordsOnly: boolean, before: number): number {
    const relevance = this.#relevance;
    const reached = this.#reached;
    const ofWord = this.#ofWord;
    const byWord = this.#reachedByWord;
    let countByWord = 0;
    for (const { term, strength } of alternatives) {
      countByWord = this.#addTerm(term, strength * weight, scope, ownWordsOnly, countByWord);
    }
    let count = before;
    for (let at = 0; at < countByWord; at += 1) {
      const document = byWord[at] ?? 0;
      const sum = relevance[document] ?? 0;
      if (sum === 0) {
        reached[count] = document;
        count += 1;
      }
      const raised = sum + (ofWord[document] ?? 0);
      relevance[document] = raised;
      if (raised > this.#highest) this.#highest = raised;
      ofWord[document] = 0;
    }
    return count;
  }

  /** Of several terms that may stand for one word the best counts, not their sum. */
  #addTerm(term: number, worth: number, scope: Scope, ownWordsOnly: boolean, before: number): number {
    const { sums, reached } = this.#spread;
    const { speakers } = this.#index;
    const { speaker } = scope;
    const ofWord = this.#ofWord;
    const byWord = this.#reachedByWord;
    const reachedCount = this.#spread.spread(term, scope, ownWordsOnly);
    let count = before;
    for (let at = 0; at < reachedCount; at += 1) {
      const document = reached[at] ?? 0;
      const sum = sums[document] ?? 0;
      sums[document] = 0;
      if (speaker !== null && speakers[document] !== speaker) continue;
      const value = worth * saturate(sum);
      const best = ofWord[document] ?? 0;
      if (value <= best) continue;
      if (best === 0) {
        byWord[count] = document;
        count += 1;
      }
      ofWord[document] = value;
    }
    return count;
  }

  /** Of the document read last. In single precision and in the order of the query, so it is always the same. */
  #exactRelevance(words: readonly QueryWord[], ownWordsOnly: boolean): number {
    let relevance = 0;
    for (const { alternatives, weight } of words) {
      let best = 0;
      for (const { term, strength } of alternatives) {
        best = Math.max(best, Math.fround(strength * weight * this.#reader.impact(term, ownWordsOnly)));
      }
      relevance = Math.fround(relevance + best);
    }
    return relevance;
  }
}

/** The most a word can add to a document. */
function boundOf({ alternatives, weight }: QueryWord): number {
  return alternatives.reduce((most, { strength }) => Math.max(most, strength * weight * (K1 + 1)), 0);
}

/** Grammar alone finds nothing worth showing, unless the words themselves are looked for or there is nothing else. */
function generatingWords({ words }: QueryReading, ownWordsOnly: boolean): readonly QueryWord[] {
  if (ownWordsOnly) return words;
  const telling = words.filter(
    ({ wordClass, alternatives }) => wordClass !== "function" && alternatives.length > 0,
  );
  return telling.length > 0 ? telling : words;
}
