import { saturate, weightedFrequency } from "./bm25f.ts";
import { EXCHANGE, FIELDS, OWN, PREVIOUS, QUESTION, SPEAKER, TOPIC } from "./fields.ts";
import type { StatementIndex } from "./statement-index.ts";
import { EXCHANGE_REACH, type TermArray } from "./statement-surroundings.ts";

const FIELD_COUNT = FIELDS.length;
const BIT_AT = Uint8Array.from(FIELDS, ({ bit }) => bit);
const placeOf = (bit: number): number => FIELDS.findIndex((field) => field.bit === bit);
const PLACE_OF_OWN = placeOf(OWN);
const PLACE_OF_QUESTION = placeOf(QUESTION);
const PLACE_OF_PREVIOUS = placeOf(PREVIOUS);
const PLACE_OF_EXCHANGE = placeOf(EXCHANGE);
const PLACE_OF_TOPIC = placeOf(TOPIC);
const PLACE_OF_SPEAKER = placeOf(SPEAKER);

/**
 * Reads what a document has of a few terms, in all its fields: the exact figures of BM25F, from the words
 * themselves. One document costs a look at each word of it and of the statements around it, so it is meant for
 * the documents that may be among the best, not for all.
 */
export class TermReader {
  readonly #index: StatementIndex;
  /** Term → its slot from 1, 0 for a term that isn't looked for. */
  readonly #slotOfTerm: Uint16Array;
  #terms: readonly number[] = [];
  /** By slot; what the latest document has. */
  #masks = new Uint8Array(64);
  #frequencies = new Int32Array(64 * FIELD_COUNT);
  readonly #held: number[] = [];
  readonly #lengths = new Float64Array(FIELD_COUNT);

  constructor(index: StatementIndex) {
    this.#index = index;
    this.#slotOfTerm = new Uint16Array(index.vocabulary.termCount);
  }

  /** Sets the terms to look for; a term may come several times. */
  lookFor(terms: readonly number[]): void {
    for (const term of this.#terms) this.#slotOfTerm[term] = 0;
    this.#forget();
    this.#terms = terms;
    if (terms.length + 1 > this.#masks.length) {
      this.#masks = new Uint8Array(2 * terms.length + 2);
      this.#frequencies = new Int32Array(this.#masks.length * FIELD_COUNT);
    }
    terms.forEach((term, at) => {
      if (this.#slotOfTerm[term] === 0) this.#slotOfTerm[term] = at + 1;
    });
  }

  /** Reads the document's own words alone: {@link mask} tells of no other fields after it. */
  readOwn(document: number): void {
    const { ownStart } = this.#index;
    this.#forget();
    this.#addStatement(OWN, document);
    this.#lengths[PLACE_OF_OWN] = (ownStart[document + 1] ?? 0) - (ownStart[document] ?? 0);
  }

  read(document: number): void {
    this.readOwn(document);
    const { questions, begins, exchanges, contentLengths, topicTerms } = this.#index;
    const { speakers, speakerTerms } = this.#index;
    const lengths = this.#lengths;
    const question = questions[document] ?? -1;
    const previous = begins[document] ? -1 : document - 1;
    lengths[PLACE_OF_QUESTION] = question < 0 ? 0 : (contentLengths[question] ?? 0);
    lengths[PLACE_OF_PREVIOUS] = previous < 0 ? 0 : (contentLengths[previous] ?? 0);
    const exchange = exchanges[document];
    const first = Math.max(0, document - EXCHANGE_REACH);
    const last = Math.min(document + EXCHANGE_REACH, exchanges.length - 1);
    let exchangeLength = 0;
    for (let other = first; other <= last; other += 1) {
      if (other === document) continue;
      let bits = other === question ? QUESTION : 0;
      if (other === previous) bits |= PREVIOUS;
      if (exchanges[other] === exchange) {
        bits |= EXCHANGE;
        exchangeLength += contentLengths[other] ?? 0;
      }
      if (bits !== 0) this.#addStatement(bits, other);
    }
    if (question >= 0 && (question < first || question > last)) this.#addStatement(QUESTION, question);
    lengths[PLACE_OF_EXCHANGE] = exchangeLength;
    let topicLength = 0;
    const topics = topicTerms.size === 0 ? undefined : topicTerms.get(document);
    for (const terms of topics ?? []) {
      this.#add(TOPIC, terms, 0, terms.length);
      for (const term of terms) topicLength += this.#index.isContent[term] ?? 0;
    }
    lengths[PLACE_OF_TOPIC] = topicLength;
    const speaker = speakers[document] ?? -1;
    const names = speaker < 0 ? undefined : speakerTerms[speaker];
    if (names) this.#add(SPEAKER, names, 0, names.length);
    lengths[PLACE_OF_SPEAKER] = names?.length ?? 0;
  }

  /** {@link mask} of each of several terms. */
  masksOf(terms: readonly number[]): Uint8Array {
    const masks = new Uint8Array(terms.length);
    for (let at = 0; at < terms.length; at += 1) masks[at] = this.mask(terms[at] ?? 0);
    return masks;
  }

  /** The fields of the document that hold the term: bits of fields.ts. */
  mask(term: number): number {
    return this.#masks[this.#slotOfTerm[term] ?? 0] ?? 0;
  }

  /** BM25F's saturated frequency over all fields, or in the document's own words alone; 0 without the term. */
  impact(term: number, ownWordsOnly: boolean): number {
    const slot = this.#slotOfTerm[term] ?? 0;
    if (this.#masks[slot] === 0) return 0;
    const { averageLengths } = this.#index;
    let weighted = 0;
    for (let at = 0; at < FIELD_COUNT; at += 1) {
      const frequency = this.#frequencies[slot * FIELD_COUNT + at] ?? 0;
      const field = FIELDS[at];
      if (frequency === 0 || !field || (ownWordsOnly && field.bit !== OWN)) continue;
      weighted += weightedFrequency(
        frequency,
        this.#lengths[at] ?? 0,
        averageLengths[at] ?? 0,
        field.weighting,
      );
    }
    // In single precision, as impacts would be kept.
    return Math.fround(saturate(weighted));
  }

  #addStatement(bits: number, document: number): void {
    const { ownStart, ownTerms } = this.#index;
    this.#add(bits, ownTerms, ownStart[document] ?? 0, ownStart[document + 1] ?? 0);
  }

  /** Grammar counts in a document's own words and in names alone. */
  #add(bits: number, terms: TermArray, from: number, to: number): void {
    const slotOfTerm = this.#slotOfTerm;
    for (let at = from; at < to; at += 1) {
      const term = terms[at] ?? 0;
      const slot = slotOfTerm[term] ?? 0;
      if (slot !== 0) this.#found(slot, term, bits);
    }
  }

  #found(slot: number, term: number, bits: number): void {
    if ((bits & (OWN | SPEAKER)) === 0 && !this.#index.isContent[term]) return;
    if (this.#masks[slot] === 0) this.#held.push(slot);
    this.#masks[slot] = (this.#masks[slot] ?? 0) | bits;
    for (let at = 0; at < FIELD_COUNT; at += 1) {
      if ((bits & (BIT_AT[at] ?? 0)) === 0) continue;
      const cell = slot * FIELD_COUNT + at;
      this.#frequencies[cell] = (this.#frequencies[cell] ?? 0) + 1;
    }
  }

  #forget(): void {
    for (const slot of this.#held) {
      this.#masks[slot] = 0;
      for (let at = 0; at < FIELD_COUNT; at += 1) this.#frequencies[slot * FIELD_COUNT + at] = 0;
    }
    this.#held.length = 0;
  }
}
