import { saturate } from "./bm25f.ts";
import { EXCHANGE, FIELDS, type Field, OWN, PREVIOUS, QUESTION } from "./fields.ts";
import type { Surroundings } from "./statement-surroundings.ts";

/** Weighted frequencies above this are as good as this: it is within {@link LEVELS} of saturation. */
const MOST = 60;
/** A byte holds a level from 1 on, and 0 for nothing. */
const LEVELS = 255;
/** Logarithms of frequencies up to this are looked up. */
const MOST_LOOKED_UP = 255;

/**
 * What each posting is worth to its own document and to the one after, BM25F's weighted frequencies as bytes on a
 * logarithmic scale, rounded down. Beside the postings they are read in passing; worked out from the lengths of
 * the documents, each would cost a visit to another place in memory, which takes longer than all the rest.
 */
export interface PostingWorths {
  /** For each posting. */
  readonly toItself: Uint8Array;
  /** As what goes before it and, where the next document alone answers this one, as its question too. */
  readonly toNext: Uint8Array;
  /** Byte → weighted frequency, and the same saturated. */
  readonly weightedOf: Float32Array;
  readonly saturatedOf: Float32Array;
  /** By term: 1 where some posting's document is answered by others than the next alone. */
  readonly answeredApart: Uint8Array;
  /** By how much, relatively, a true figure may be above that of its byte. */
  readonly mostAbove: number;
}

interface Postings {
  readonly postingStart: Int32Array;
  readonly documents: Int32Array;
  readonly frequencies: Uint16Array;
}

export function postingWorthsOf(
  around: Surroundings,
  averageLengths: Float64Array,
  { postingStart, documents, frequencies }: Postings,
): PostingWorths {
  const scales = new DocumentScales(around, averageLengths);
  const count = around.begins.length;
  const logs = { toItself: new Float32Array(count), toNext: new Float32Array(count) };
  const isAnsweredApart = new Uint8Array(count);
  let least = 0;
  for (let document = 0; document < count; document += 1) {
    const toItself = Math.log(scales.toItself(document));
    const toNext = Math.log(scales.toNext(document));
    if (toItself < least && toItself !== Number.NEGATIVE_INFINITY) least = toItself;
    if (toNext < least && toNext !== Number.NEGATIVE_INFINITY) least = toNext;
    logs.toItself[document] = toItself;
    logs.toNext[document] = toNext;
    if (scales.isAnsweredApart(document)) isAnsweredApart[document] = 1;
  }
  const step = (Math.log(MOST) - least) / (LEVELS - 1);
  const logOf = Float32Array.from({ length: MOST_LOOKED_UP + 1 }, (_, frequency) => Math.log(frequency));
  const byteOf = (log: number): number =>
    log === Number.NEGATIVE_INFINITY
      ? 0
      : 1 + Math.max(0, Math.min(LEVELS - 1, Math.floor((log - least) / step)));
  const worths = {
    toItself: new Uint8Array(documents.length),
    toNext: new Uint8Array(documents.length),
  };
  const answeredApart = new Uint8Array(postingStart.length - 1);
  for (let term = 0; term + 1 < postingStart.length; term += 1) {
    const end = postingStart[term + 1] ?? 0;
    for (let at = postingStart[term] ?? 0; at < end; at += 1) {
      const document = documents[at] ?? 0;
      const frequency = frequencies[at] ?? 0;
      const log = logOf[frequency] ?? Math.log(frequency);
      worths.toItself[at] = byteOf(log + (logs.toItself[document] ?? 0));
      worths.toNext[at] = byteOf(log + (logs.toNext[document] ?? 0));
      if (isAnsweredApart[document] === 1) answeredApart[term] = 1;
    }
  }
  const weightedOf = Float32Array.from({ length: LEVELS + 1 }, (_, level) =>
    level === 0 ? 0 : Math.exp(least + (level - 1) * step),
  );
  return {
    ...worths,
    weightedOf,
    saturatedOf: weightedOf.map(saturate),
    answeredApart,
    mostAbove: Math.max(Math.expm1(step), saturate(Number.MAX_SAFE_INTEGER) / saturate(MOST) - 1),
  };
}

/** What an occurrence in a document, or near it, is worth by the documents' lengths. */
export class DocumentScales {
  readonly #around: Surroundings;
  readonly #asOwn: (length: number) => number;
  readonly #asQuestion: (length: number) => number;
  readonly #asPrevious: (length: number) => number;
  readonly #inExchange: (length: number) => number;

  constructor(around: Surroundings, averageLengths: Float64Array) {
    this.#around = around;
    const scaleOf = (bit: number) => {
      const place = FIELDS.findIndex((field) => field.bit === bit);
      const { weight, b } = (FIELDS[place] as Field).weighting;
      const average = averageLengths[place] ?? 0;
      return (length: number): number => (average === 0 ? 0 : weight / (1 - b + (b * length) / average));
    };
    this.#asOwn = scaleOf(OWN);
    this.#asQuestion = scaleOf(QUESTION);
    this.#asPrevious = scaleOf(PREVIOUS);
    this.#inExchange = scaleOf(EXCHANGE);
  }

  toItself(document: number): number {
    const { ownStart } = this.#around;
    return this.#asOwn((ownStart[document + 1] ?? 0) - (ownStart[document] ?? 0));
  }

  toNext(document: number): number {
    const { begins, contentLengths } = this.#around;
    const next = document + 1;
    if (next >= begins.length || begins[next]) return 0;
    const length = contentLengths[document] ?? 0;
    return this.#asPrevious(length) + (this.#isAnsweredNext(document) ? this.#asQuestion(length) : 0);
  }

  /** To each document that answers this one, where that isn't the next alone. */
  toAnswers(document: number): number {
    return this.#asQuestion(this.#around.contentLengths[document] ?? 0);
  }

  /** What any occurrence in its exchange is worth to a document. */
  fromExchange(exchangeLength: number): number {
    return this.#inExchange(exchangeLength);
  }

  isAnsweredApart(document: number): boolean {
    return (this.#around.firstAnswers[document] ?? -1) >= 0 && !this.#isAnsweredNext(document);
  }

  #isAnsweredNext(document: number): boolean {
    const { firstAnswers, nextAnswers } = this.#around;
    return firstAnswers[document] === document + 1 && (nextAnswers[document + 1] ?? -1) < 0;
  }
}
