import { dot } from "./dot-product.ts";

/** A term with its meaning as a vector and how common it is in the language, as a share of all words. */
export interface TermVector {
  readonly term: string;
  readonly frequency: number;
  readonly vector: readonly number[];
}

/**
 * Static word vectors by term, read in place: after decoding nothing is held but views of the file's bytes, so
 * that loading costs no more than reading. Layout, little-endian: count and dimensions (uint32); the offset of
 * each term in the text and of its end (uint32); how rare each term is and how long its vector (float32); each
 * vector's direction (int8); the terms themselves, in order of their characters, so that one is found by binary
 * search.
 */
export class WordVectors {
  readonly dimensions: number;
  readonly #count: number;
  readonly #offsets: Uint32Array;
  readonly #rarities: Float32Array;
  readonly #lengths: Float32Array;
  readonly #values: Int8Array;
  readonly #text: string;

  /** @throws RangeError when the bytes are no such file. */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const [count = 0, dimensions = 0] = new Uint32Array(buffer, byteOffset, 2);
    this.#count = count;
    this.dimensions = dimensions;
    this.#offsets = new Uint32Array(buffer, byteOffset + HEADER, count + 1);
    this.#rarities = new Float32Array(buffer, byteOffset + HEADER + 4 * (count + 1), count);
    this.#lengths = new Float32Array(buffer, byteOffset + HEADER + 4 * (2 * count + 1), count);
    const values = byteOffset + HEADER + 4 * (3 * count + 1);
    this.#values = new Int8Array(buffer, values, count * dimensions);
    const textLength = this.#offsets[count] ?? 0;
    this.#text = Buffer.from(buffer, values + count * dimensions, textLength).toString("latin1");
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.#text.slice(this.#offsets[middle], this.#offsets[middle + 1]);
      if (at === term) return middle;
      if (at < term) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** How rare a term is in the language: the logarithm of one over its share of all words. */
  rarity(at: number): number {
    return this.#rarities[at] ?? 0;
  }

  /** How much a term says in a sentence: words of grammar little, words that turn its meaning much; about 1. */
  length(at: number): number {
    return this.#lengths[at] ?? 0;
  }

  /** A view of its direction, of a length near {@link UNIT}. */
  direction(at: number): Int8Array {
    return this.#values.subarray(at * this.dimensions, (at + 1) * this.dimensions);
  }

  /** Adds a term's vector to a sum; nothing for the number -1. */
  addTo(sum: Float64Array, at: number): void {
    if (at < 0) return;
    const values = this.#values;
    const start = at * this.dimensions;
    const scale = this.length(at) / UNIT;
    for (let dimension = 0; dimension < sum.length; dimension += 1)
      sum[dimension] = (sum[dimension] ?? 0) + scale * (values[start + dimension] ?? 0);
  }

  /** What terms mean together: a direction of length 1, or null when the meaning of none is known. */
  directionOf(terms: Iterable<string>): Float64Array | null {
    const sum = new Float64Array(this.dimensions);
    for (const term of terms) this.addTo(sum, this.find(term));
    const length = Math.sqrt(dot(sum, sum));
    return length === 0 ? null : sum.map((value) => value / length);
  }
}

const HEADER = 8;
/** The length vectors are brought to before rounding. Their largest component seldom passes a half of it. */
export const UNIT = 254;

/** The bytes of a file that {@link WordVectors} reads. */
export function encodeWordVectors(entries: readonly TermVector[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
  const dimensions = sorted[0]?.vector.length ?? 0;
  const offsets = new Uint32Array(sorted.length + 1);
  const rarities = new Float32Array(sorted.length);
  const lengths = new Float32Array(sorted.length);
  const values = new Int8Array(sorted.length * dimensions);
  sorted.forEach(({ term, frequency, vector }, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + term.length;
    rarities[at] = -Math.log(frequency);
    const length = Math.hypot(...vector) || 1;
    lengths[at] = length;
    vector.forEach((value, dimension) => {
      const rounded = Math.round((value / length) * UNIT);
      values[at * dimensions + dimension] = Math.max(-127, Math.min(127, rounded));
    });
  });
  const text = Buffer.from(sorted.map(({ term }) => term).join(""), "latin1");
  const header = new Uint32Array([sorted.length, dimensions]);
  const parts = [header, offsets, rarities, lengths, values, text];
  return Buffer.concat(
    parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
}
