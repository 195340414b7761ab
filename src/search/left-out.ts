import { EXCHANGE_REACH } from "./statement-surroundings.ts";

/** Documents a block holds, as a power of two. */
const BLOCK_BITS = 3;

/**
 * How much the words of a query may be worth to documents beyond what was added up, by block of documents: never
 * less than the truth, and small enough to stay in the cache.
 */
export class LeftOut {
  /** By block: the sum of the words noted in it, and the latest of them. */
  readonly #worths: Float32Array;
  readonly #latest: Uint16Array;
  readonly #blocks: Int32Array;
  #blockCount = 0;
  #word = 0;
  #worth = 0;

  /** @param documents how many there are. */
  constructor(documents: number) {
    const count = ((documents + EXCHANGE_REACH) >> BLOCK_BITS) + 1;
    this.#worths = new Float32Array(count);
    this.#latest = new Uint16Array(count);
    this.#blocks = new Int32Array(count);
  }

  /** What is noted from now on is of another word, which may be worth so much to a document near it. */
  beginWord(worth: number): void {
    this.#word += 1;
    this.#worth = worth;
  }

  /** The word is spoken in this document, and was left out in all that may be of one exchange with it. */
  note(document: number): void {
    const first = document < EXCHANGE_REACH ? 0 : (document - EXCHANGE_REACH) >> BLOCK_BITS;
    const last = (document + EXCHANGE_REACH) >> BLOCK_BITS;
    if (this.#latest[first] !== this.#word) this.#add(first);
    if (this.#latest[last] !== this.#word) this.#add(last);
  }

  worthTo(document: number): number {
    return this.#worths[document >> BLOCK_BITS] ?? 0;
  }

  /** Every document to which what was left out may be worth so much. */
  *documentsWorth(least: number): Generator<number> {
    for (let at = 0; at < this.#blockCount; at += 1) {
      const block = this.#blocks[at] ?? 0;
      if ((this.#worths[block] ?? 0) < least) continue;
      for (let document = block << BLOCK_BITS; document < (block + 1) << BLOCK_BITS; document += 1)
        yield document;
    }
  }

  clear(): void {
    for (let at = 0; at < this.#blockCount; at += 1) {
      const block = this.#blocks[at] ?? 0;
      this.#worths[block] = 0;
      this.#latest[block] = 0;
    }
    this.#blockCount = 0;
    this.#word = 0;
  }

  #add(block: number): void {
    if (this.#latest[block] === 0) {
      this.#blocks[this.#blockCount] = block;
      this.#blockCount += 1;
    }
    this.#latest[block] = this.#word;
    this.#worths[block] = (this.#worths[block] ?? 0) + this.#worth;
  }
}
