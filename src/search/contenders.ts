import { K1 } from "./bm25f.ts";
import { Greatest } from "./greatest.ts";
import { LeftOut } from "./left-out.ts";
import type { QueryWord } from "./query-reading.ts";
import type { StatementIndex } from "./statement-index.ts";
import { type SpreadRequest, TermSpread } from "./term-spread.ts";

/** Which statements may be found: documents `[from, to)`, and of those one speaker's where one is given. */
export interface Scope {
  readonly from: number;
  readonly to: number;
  readonly speaker: number | null;
}

export interface ContenderRequest {
  readonly scope: Scope;
  /** Whether the statement's own words alone count. */
  readonly ownWordsOnly: boolean;
  readonly count: number;
}

/** A document that may be among the best. */
export interface Contender {
  readonly document: number;
  /** The most relevant it may be. */
  readonly most: number;
  /** Whether what was read of it by now is enough to be among them. */
  readonly isSure: boolean;
}

/** Reading a document closely costs about as much as this many postings of a word. */
const POSTINGS_A_READING = 8;
/** How often a word may be spoken in an exchange that is left out, if that is worth so little to all words. */
const OFTEN_LEFT_OUT: readonly number[] = [16, 8, 4, 2];
const SHARE_LEFT_OUT = 0.01;
/** Looking through as many documents as were reached costs about as much as a posting of a word. */
const REACHED_A_POSTING = 4;
/** By how much, relatively, a sum of impacts in single precision may be off, and more. */
export const ROUNDING = 1e-4;

/**
 * Finds the documents that may be among the best, term at a time (Manning, Raghavan & Schütze 2008, section 7.1),
 * the words that can add most first, each summed into accumulators from its own postings. As soon as the words left
 * can't lift a new document above the `count`-th best so far, or one seen out of those that may still rise, they
 * needn't be read: the bound of MaxScore (Turtle & Flood 1995, "Query evaluation: strategies and optimizations").
 * Every figure is bounded from both sides, so none of the best is missed.
 */
export class ContenderFinder {
  readonly #index: StatementIndex;
  readonly #spread: TermSpread;
  readonly #leftOut: LeftOut;
  /** Scratch by document, cleared after each use through the lists of documents reached. */
  readonly #relevance: Float32Array;
  readonly #ofWord: Float32Array;
  readonly #reached: Int32Array;
  readonly #reachedByWord: Int32Array;
  /** The highest relevance any document has reached, in single precision. */
  #highest = 0;
  /** What a document must come to by the word being added, so that the words left may lift it among the best. */
  #leastToEnter = 0;

  constructor(index: StatementIndex) {
    this.#index = index;
    this.#spread = new TermSpread(index);
    this.#leftOut = new LeftOut(index.statements.length);
    const count = index.statements.length;
    this.#relevance = new Float32Array(count);
    this.#ofWord = new Float32Array(count);
    this.#reached = new Int32Array(count);
    this.#reachedByWord = new Int32Array(count);
  }

  /** The documents that may be among the `count` best: all of those, and a few more. */
  find(words: readonly QueryWord[], { scope, ownWordsOnly, count }: ContenderRequest): readonly Contender[] {
    const leftOut = this.#leftOut;
    const bounded = words
      .map((word) => ({ word, bound: boundOf(word) }))
      .filter(({ bound }) => bound > 0)
      .sort((a, b) => b.bound - a.bound);
    const total = bounded.reduce((sum, { bound }) => sum + bound, 0);
    let left = total;
    let postingsLeft = bounded.reduce((sum, { word }) => sum + this.#postingsOf(word), 0);
    let reached = 0;
    let contenders: readonly Contender[] | null = null;
    const floor = this.#floor(bounded, scope, count) * (1 - ROUNDING);
    this.#highest = floor;
    for (const [at, { word, bound }] of bounded.entries()) {
      const worth = bound / (K1 + 1);
      const oftenLeftOut = this.#oftenLeftOut(worth, total);
      left = at + 1 === bounded.length ? 0 : left - bound;
      this.#leastToEnter = floor - left;
      leftOut.beginWord(worth * this.#spread.impactLeftOut(oftenLeftOut));
      reached = this.#addWord(
        word,
        { ...scope, ownWordsOnly, leftOut, oftenLeftOut },
        scope.speaker,
        reached,
      );
      postingsLeft -= this.#postingsOf(word);
      if (left > 0 && postingsLeft * REACHED_A_POSTING < reached) continue;
      // Until the words left can't lift a document from nothing into the best, they must be read.
      if (left > 0 && left >= this.#highest) continue;
      const least = Math.max(floor, this.#relevanceOfBest(count, reached) * (1 - ROUNDING));
      if (left > 0 && left >= least) continue;
      const few = left === 0 ? Number.POSITIVE_INFINITY : postingsLeft / POSTINGS_A_READING;
      contenders = this.#reaching(least, left, reached, scope, few);
      if (contenders) break;
    }
    for (let place = 0; place < reached; place += 1) this.#relevance[this.#reached[place] ?? 0] = 0;
    leftOut.clear();
    return contenders ?? [];
  }

  /** The documents that may come to so much with the words left and what was left out; null if more than few. */
  #reaching(
    least: number,
    left: number,
    reached: number,
    { from, to, speaker }: Scope,
    few: number,
  ): readonly Contender[] | null {
    const above = 1 + this.#index.mostAbove;
    const contenders: Contender[] = [];
    for (let place = 0; place < reached; place += 1) {
      const document = this.#reached[place] ?? 0;
      const relevance = this.#relevance[document] ?? 0;
      const most = relevance * above + left + this.#leftOut.worthTo(document);
      if (most < least) continue;
      contenders.push({ document, most, isSure: relevance >= least });
      if (contenders.length > few) return null;
    }
    for (const document of this.#leftOut.documentsWorth(least - left)) {
      if (document < from || document >= to || this.#relevance[document] !== 0) continue;
      if (speaker !== null && this.#index.speakers[document] !== speaker) continue;
      contenders.push({ document, most: left + this.#leftOut.worthTo(document), isSure: false });
      if (contenders.length > few) return null;
    }
    return contenders;
  }

  /**
   * What the `count`-th best document comes to at least, known before any is looked at: as many hold a word with so
   * great an impact by itself.
   */
  #floor(
    bounded: readonly { readonly word: QueryWord; readonly bound: number }[],
    { from, to, speaker }: Scope,
    count: number,
  ): number {
    let floor = 0;
    if (speaker !== null) return floor;
    for (const { word, bound } of bounded) {
      if (bound <= floor) break;
      for (const { term, strength } of word.alternatives) {
        const impact = this.#spread.greatestOwnImpact(term, from, to, count);
        floor = Math.max(floor, strength * word.weight * impact);
      }
    }
    return floor;
  }

  /** Whether a document nothing was added to yet may still be among the best with so much. */
  #mayEnter(document: number, value: number): boolean {
    const most = value * (1 + this.#index.mostAbove);
    return most >= this.#leastToEnter || most + this.#leftOut.worthTo(document) >= this.#leastToEnter;
  }

  /** The less a word is worth, the more of it is left out. */
  #oftenLeftOut(worth: number, total: number): number {
    return (
      OFTEN_LEFT_OUT.find((often) => worth * this.#spread.impactLeftOut(often) <= SHARE_LEFT_OUT * total) ?? 1
    );
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
  #addWord(
    { alternatives, weight }: QueryWord,
    request: SpreadRequest,
    speaker: number | null,
    before: number,
  ): number {
    const [only] = alternatives;
    if (!only) return before;
    if (alternatives.length === 1)
      return this.#addTerm(only.term, only.strength * weight, request, speaker, before);
    const relevance = this.#relevance;
    const reached = this.#reached;
    const ofWord = this.#ofWord;
    const byWord = this.#reachedByWord;
    let countByWord = 0;
    for (const { term, strength } of alternatives) {
      countByWord = this.#rateTerm(term, strength * weight, request, speaker, countByWord);
    }
    let count = before;
    let highest = this.#highest;
    for (let at = 0; at < countByWord; at += 1) {
      const document = byWord[at] ?? 0;
      const value = ofWord[document] ?? 0;
      ofWord[document] = 0;
      const sum = relevance[document] ?? 0;
      if (sum === 0) {
        if (!this.#mayEnter(document, value)) continue;
        reached[count] = document;
        count += 1;
      }
      const raised = sum + value;
      relevance[document] = raised;
      if (raised > highest) highest = raised;
    }
    this.#highest = highest;
    return count;
  }

  /** The only term that may stand for a word. */
  #addTerm(
    term: number,
    worth: number,
    request: SpreadRequest,
    speaker: number | null,
    before: number,
  ): number {
    const reachedCount = this.#spread.spread(term, request);
    const { impacts, reached: reachedByTerm } = this.#spread;
    const { speakers } = this.#index;
    const relevance = this.#relevance;
    const reached = this.#reached;
    let count = before;
    let highest = this.#highest;
    for (let at = 0; at < reachedCount; at += 1) {
      const document = reachedByTerm[at] ?? 0;
      const value = worth * (impacts[at] ?? 0);
      if (speaker !== null && speakers[document] !== speaker) continue;
      const sum = relevance[document] ?? 0;
      if (sum === 0) {
        if (!this.#mayEnter(document, value)) continue;
        reached[count] = document;
        count += 1;
      }
      const raised = sum + value;
      relevance[document] = raised;
      if (raised > highest) highest = raised;
    }
    this.#highest = highest;
    return count;
  }

  /** Of several terms that may stand for one word the best counts, not their sum. */
  #rateTerm(
    term: number,
    worth: number,
    request: SpreadRequest,
    speaker: number | null,
    before: number,
  ): number {
    const reachedCount = this.#spread.spread(term, request);
    const { impacts, reached } = this.#spread;
    const { speakers } = this.#index;
    const ofWord = this.#ofWord;
    const byWord = this.#reachedByWord;
    let count = before;
    for (let at = 0; at < reachedCount; at += 1) {
      const document = reached[at] ?? 0;
      if (speaker !== null && speakers[document] !== speaker) continue;
      const value = worth * (impacts[at] ?? 0);
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
}

/** The most a word can add to a document. */
function boundOf({ alternatives, weight }: QueryWord): number {
  return alternatives.reduce((most, { strength }) => Math.max(most, strength * weight * (K1 + 1)), 0);
}
