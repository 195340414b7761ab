import { dot } from "./dot-product.ts";
import type { QueryReading } from "./query-reading.ts";
import type { StatementIndex } from "./statement-index.ts";
import { type Signs, signsOf, type TermVectors } from "./term-vectors.ts";

/** How near a statement comes to a query in meaning. */
export interface Meaning {
  /**
   * Cosine of what the query means as a whole with what the statement means, and with what it means together with the
   * question it answers: their mean, from -1 to 1. 0 where either has no word of known meaning.
   */
  readonly whole: number;
  /**
   * Word by word: how near any word of the statement comes to each of the query's, squared, on average by weight; 0 to
   * 1. Words of the question it answers and of the statement before count too, but less.
   */
  readonly aligned: number;
  /** The same for each word of the query, not squared. */
  readonly alignments: Float64Array;
}

/** The word of a statement that comes nearest to a word of a query. */
export interface NearestWord {
  /** From 0 to 1; what it counts where it stands is part of it. */
  readonly nearness: number;
  /** The statement itself, the question it answers or the statement before, and the word's place in it. */
  readonly document: number;
  readonly position: number;
}

/** Told of words that come nearer to the word of the query at a place than those before them. */
type SeeNearer = (at: number, nearest: NearestWord) => void;

/** A page of talk has many meanings; those of its first words must do. */
const MOST_WORDS = 256;
/** What a word in the question a statement answers, or in the statement before, is worth beside one of its own. */
const IN_QUESTION = 0.9;
const BEFORE = 0.7;

/** About a kilobyte each: the statements of an interview or two, or what is often asked for in a large archive. */
const MOST_REMEMBERED = 512;

interface DocumentSum {
  readonly sum: Float64Array;
  readonly square: number;
}

/** A word of a query as it is compared with the words of statements. */
interface ComparedWord {
  readonly at: number;
  readonly weight: number;
  readonly direction: Int8Array | null;
  readonly signs: Signs;
  /** What terms are worth that stand for the word by spelling, whatever they mean. */
  readonly strengths: ReadonlyMap<number, number>;
}

const NO_SIGNS: Signs = [0, 0, 0, 0];
/** How much a word says of which nothing is known but its spelling: as much as most. */
const UNKNOWN_LENGTH = 1;

/**
 * Compares what statements mean with what a query means, by vectors of words. They were learned so that the mean of
 * those of a sentence is near what a sentence encoder makes of it: see evaluation/word-vectors. The comparison word by
 * word is late interaction's (Khattab & Zaharia, "ColBERT", 2020), with such vectors in place of contextual ones.
 * No vector is kept by statement but for those compared last, so that the memory doesn't grow with the archive.
 */
export class MeaningReader {
  readonly #index: StatementIndex;
  readonly #terms: TermVectors;
  /** Scratch: term → where its similarities to the query's words stand, from 1; 0 where they aren't known yet. */
  readonly #columnOf: Int32Array;
  #columnTerms: number[] = [];
  #similarities: Float64Array = new Float64Array(1024);
  readonly #sums = new Map<number, DocumentSum>();

  constructor(index: StatementIndex, terms: TermVectors) {
    this.#index = index;
    this.#terms = terms;
    this.#columnOf = new Int32Array(terms.termCount);
  }

  /** By word of a query, what comes nearest to it for a document; null where nothing is near. */
  nearest(reading: QueryReading, document: number): readonly (NearestWord | null)[] {
    const nearest = new Array<NearestWord | null>(reading.words.length).fill(null);
    this.compare(reading, [document], (at, word) => {
      nearest[at] = word;
    });
    return nearest;
  }

  /** The meanings of documents beside a query's, in their order. */
  compare(reading: QueryReading, documents: readonly number[], see?: SeeNearer): readonly Meaning[] {
    const words = this.#wordsOf(reading);
    const direction = this.#terms.vectors.directionOf(reading.words.map(({ meantTerm }) => meantTerm));
    const meanings = documents.map((document): Meaning => {
      const alignments = this.#align(words, document, reading.words.length, see);
      return {
        whole: direction ? this.#wholeOf(direction, document) : 0,
        aligned: meanSquare(words, alignments),
        alignments,
      };
    });
    for (const term of this.#columnTerms) this.#columnOf[term] = 0;
    this.#columnTerms = [];
    return meanings;
  }

  #wordsOf({ words }: QueryReading): readonly ComparedWord[] {
    const { vectors } = this.#terms;
    return words.flatMap(({ meantTerm, alternatives, wordClass, idf }, at): ComparedWord[] => {
      if (wordClass === "function") return [];
      const number = vectors.find(meantTerm);
      const direction = number < 0 ? null : vectors.direction(number);
      return [
        {
          at,
          weight: idf * (number < 0 ? UNKNOWN_LENGTH : vectors.length(number)),
          direction,
          signs: direction ? signsOf(direction) : NO_SIGNS,
          strengths: new Map(alternatives.map(({ term, strength }) => [term, strength])),
        },
      ];
    });
  }

  #wholeOf(query: Float64Array, document: number): number {
    const own = this.#sumOf(document);
    const toOwn = dot(query, own.sum);
    const nearness = own.square === 0 ? 0 : toOwn / Math.sqrt(own.square);
    const question = this.#index.questions[document] ?? -1;
    if (question < 0) return nearness;
    const asked = this.#sumOf(question);
    const square = own.square + asked.square + 2 * dot(own.sum, asked.sum);
    const together = square <= 0 ? 0 : (toOwn + dot(query, asked.sum)) / Math.sqrt(square);
    return (nearness + together) / 2;
  }

  /** The sum of a statement's vectors and the square of its length. Those compared last are remembered. */
  #sumOf(document: number): DocumentSum {
    const known = this.#sums.get(document);
    if (known) return known;
    const { ownTerms, isContent } = this.#index;
    const sum = new Float64Array(this.#terms.vectors.dimensions);
    const [from, to] = this.#placesOf(document);
    for (let at = from; at < to; at += 1) {
      const term = ownTerms[at] ?? 0;
      // Grammar adds next to nothing.
      if (isContent[term]) this.#terms.vectors.addTo(sum, this.#terms.numberOf(term));
    }
    const added = { sum, square: dot(sum, sum) };
    if (this.#sums.size >= MOST_REMEMBERED) this.#sums.clear();
    this.#sums.set(document, added);
    return added;
  }

  #align(
    words: readonly ComparedWord[],
    document: number,
    count: number,
    see: SeeNearer | undefined,
  ): Float64Array {
    const best = new Float64Array(count);
    this.#raise(best, words, document, 1, see);
    const question = this.#index.questions[document] ?? -1;
    if (question >= 0) this.#raise(best, words, question, IN_QUESTION, see);
    if (document > 0 && document - 1 !== question && !this.#index.begins[document])
      this.#raise(best, words, document - 1, BEFORE, see);
    return best;
  }

  #raise(
    best: Float64Array,
    words: readonly ComparedWord[],
    document: number,
    worth: number,
    see: SeeNearer | undefined,
  ): void {
    const { ownTerms, isContent } = this.#index;
    const [from, to] = this.#placesOf(document);
    for (let place = from; place < to; place += 1) {
      const term = ownTerms[place] ?? 0;
      // Grammar comes near everything.
      if (!isContent[term]) continue;
      let column = this.#columnOf[term] ?? 0;
      if (column === 0) column = this.#addColumn(term, words);
      for (const [index, { at }] of words.entries()) {
        const similarity = worth * (this.#similarities[(column - 1) * words.length + index] ?? 0);
        if (similarity <= (best[at] ?? 0)) continue;
        best[at] = similarity;
        see?.(at, { nearness: similarity, document, position: place - from });
      }
    }
  }

  #addColumn(term: number, words: readonly ComparedWord[]): number {
    this.#columnTerms.push(term);
    const column = this.#columnTerms.length;
    this.#columnOf[term] = column;
    const start = (column - 1) * words.length;
    if (start + words.length > this.#similarities.length) {
      const larger = new Float64Array(2 * (start + words.length));
      larger.set(this.#similarities);
      this.#similarities = larger;
    }
    for (const [index, { direction, signs, strengths }] of words.entries()) {
      const known = strengths.get(term) ?? 0;
      const meant = direction && known < 1 ? this.#terms.similarity(direction, signs, term) : 0;
      this.#similarities[start + index] = Math.max(known, meant);
    }
    return column;
  }

  #placesOf(document: number): readonly [from: number, to: number] {
    const { ownStart } = this.#index;
    const from = ownStart[document] ?? 0;
    return [from, Math.min(ownStart[document + 1] ?? from, from + MOST_WORDS)];
  }
}

function meanSquare(words: readonly ComparedWord[], alignments: Float64Array): number {
  let total = 0;
  let sum = 0;
  for (const { at, weight } of words) {
    total += weight;
    sum += weight * (alignments[at] ?? 0) ** 2;
  }
  return total === 0 ? 0 : sum / total;
}
