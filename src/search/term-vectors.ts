import type { Vocabulary } from "./vocabulary.ts";
import { UNIT, type WordVectors } from "./word-vectors.ts";

/** Of the signs of two vectors this many may differ where a similarity is worth working out. */
const MOST_DIFFERENT_SIGNS = 58;

/** A vector's signs, 32 to a number. */
export type Signs = readonly [number, number, number, number];

/**
 * The word vectors of an archive's terms. Whether two are similar is told first by their signs: two vectors at an
 * angle a differ in a share a/π of them (Charikar, "Similarity Estimation Techniques from Rounding Algorithms",
 * 2002), so that those alike enough seldom differ in more than {@link MOST_DIFFERENT_SIGNS} of 128, and most others do
 * and are passed over after four XORs.
 */
export class TermVectors {
  readonly vectors: WordVectors;
  /** Term → its vector's number, or -1. */
  readonly #numbers: Int32Array;
  readonly #signs: Int32Array;

  constructor(vectors: WordVectors, vocabulary: Vocabulary) {
    this.vectors = vectors;
    const count = vocabulary.termCount;
    this.#numbers = new Int32Array(count);
    this.#signs = new Int32Array(4 * count);
    for (let term = 0; term < count; term += 1) {
      const number = vectors.find(vocabulary.termOf(term));
      this.#numbers[term] = number;
      if (number >= 0) this.#signs.set(signsOf(vectors.direction(number)), 4 * term);
    }
  }

  get termCount(): number {
    return this.#numbers.length;
  }

  /** The number of a term's vector, or -1. */
  numberOf(term: number): number {
    return this.#numbers[term] ?? -1;
  }

  /** The cosine of a vector with a term's, or 0 where it is small or the term has none. */
  similarity(direction: Int8Array, signs: Signs, term: number): number {
    const number = this.#numbers[term] ?? -1;
    if (number < 0) return 0;
    const at = 4 * term;
    const all = this.#signs;
    const different =
      bits((all[at] ?? 0) ^ signs[0]) +
      bits((all[at + 1] ?? 0) ^ signs[1]) +
      bits((all[at + 2] ?? 0) ^ signs[2]) +
      bits((all[at + 3] ?? 0) ^ signs[3]);
    if (different > MOST_DIFFERENT_SIGNS) return 0;
    const other = this.vectors.direction(number);
    let sum = 0;
    for (let dimension = 0; dimension < direction.length; dimension += 1)
      sum += (direction[dimension] ?? 0) * (other[dimension] ?? 0);
    return sum <= 0 ? 0 : Math.min(1, sum / (UNIT * UNIT));
  }
}

export function signsOf(vector: Int8Array): Signs {
  const signs: [number, number, number, number] = [0, 0, 0, 0];
  for (let at = 0; at < vector.length; at += 1) {
    const word = (at >> 5) & 3;
    if ((vector[at] ?? 0) >= 0) signs[word] = (signs[word] ?? 0) ^ (1 << (at & 31));
  }
  return signs;
}

/** How many bits are set: H. S. Warren, "Hacker's Delight", section 5-1. */
function bits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
