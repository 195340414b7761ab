import { saturate, weightedFrequency } from "./bm25f.ts";
import { EXCHANGE, FIELDS, OWN, PREVIOUS, QUESTION, SPEAKER, TOPIC } from "./fields.ts";
import type { StatementIndex } from "./statement-index.ts";
import { EXCHANGE_REACH, fieldLengths } from "./statement-surroundings.ts";

const FIELD_COUNT = FIELDS.length;
const PLACE_OF_BIT: readonly number[] = Array.from({ length: SPEAKER + 1 }, (_, bit) =>
  FIELDS.findIndex((field) => field.bit === bit),
);

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

  read(document: number): void {
    this.#forget();
    const { questions, begins, exchanges, topicTerms, speakers, speakerTerms } = this.#index;
    this.#addStatement(OWN, document);
    const question = questions[document] ?? -1;
    if (question >= 0) this.#addStatement(QUESTION, question);
    if (!begins[document]) this.#addStatement(PREVIOUS, document - 1);
    const exchange = exchanges[document];
    const last = Math.min(document + EXCHANGE_REACH, exchanges.length - 1);
    for (let other = Math.max(0, document - EXCHANGE_REACH); other <= last; other += 1) {
      if (other !== document && exchanges[other] === exchange) this.#addStatement(EXCHANGE, other);
    }
    for (const terms of topicTerms.get(document) ?? []) this.#add(TOPIC, terms, 0, terms.length, true);
    const speaker = speakers[document] ?? -1;
    const names = speaker < 0 ? undefined : speakerTerms[speaker];
    if (names) this.#add(SPEAKER, names, 0, names.length, false);
    fieldLengths(this.#index, document, this.#lengths);
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

  #addStatement(bit: number, document: number): void {
    const { ownStart, ownTerms } = this.#index;
    this.#add(bit, ownTerms, ownStart[document] ?? 0, ownStart[document + 1] ?? 0, bit !== OWN);
  }

  #add(bit: number, terms: Int32Array, from: number, to: number, contentOnly: boolean): void {
    const { isContent } = this.#index;
    const place = PLACE_OF_BIT[bit] ?? 0;
    for (let at = from; at < to; at += 1) {
      const term = terms[at] ?? 0;
      const slot = this.#slotOfTerm[term] ?? 0;
      if (slot === 0 || (contentOnly && !isContent[term])) continue;
      if (this.#masks[slot] === 0) this.#held.push(slot);
      this.#masks[slot] = (this.#masks[slot] ?? 0) | bit;
      const cell = slot * FIELD_COUNT + place;
      this.#frequencies[cell] = (this.#frequencies[cell] ?? 0) + 1;
    }
  }

  #forget(): void {
    for (const slot of this.#held) {
      this.#masks[slot] = 0;
      this.#frequencies.fill(0, slot * FIELD_COUNT, (slot + 1) * FIELD_COUNT);
    }
    this.#held.length = 0;
  }
}
