import { signsOf, type TermVectors } from "./term-vectors.ts";

/** A term of the archive near a word in meaning. */
export interface RelatedTerm {
  readonly term: number;
  /** Cosine of the two words' vectors. */
  readonly similarity: number;
}

/** Below this two words merely turn up in similar texts. As a cosine. */
const LEAST_SIMILARITY = 0.32;
const MOST_RELATED = 12;
const MOST_REMEMBERED = 2_000;

/** Finds the archive's terms that mean nearly what a word means: every term is looked at, most by their signs only. */
export class RelatedTerms {
  readonly #terms: TermVectors;
  /** By term: whether it says nothing about a subject and so can't stand for what does. */
  readonly #isOrdinary: Uint8Array;
  readonly #remembered = new Map<number, readonly RelatedTerm[]>();

  constructor(terms: TermVectors, isOrdinary: Uint8Array) {
    this.#terms = terms;
    this.#isOrdinary = isOrdinary;
  }

  /** Of the word with a vector of that number: the {@link MOST_RELATED} most similar, the nearest first, the word itself left out. */
  of(number: number): readonly RelatedTerm[] {
    const known = this.#remembered.get(number);
    if (known) return known;
    const found = this.#find(number)
      .sort((a, b) => b.similarity - a.similarity || a.term - b.term)
      .slice(0, MOST_RELATED);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(number, found);
    return found;
  }

  #find(number: number): RelatedTerm[] {
    if (number < 0) return [];
    const direction = this.#terms.vectors.direction(number);
    const signs = signsOf(direction);
    const found: RelatedTerm[] = [];
    for (let term = 0; term < this.#terms.termCount; term += 1) {
      if (this.#isOrdinary[term]) continue;
      const similarity = this.#terms.similarity(direction, signs, term);
      if (similarity >= LEAST_SIMILARITY && this.#terms.numberOf(term) !== number)
        found.push({ term, similarity });
    }
    return found;
  }
}
