import { saturate } from "./bm25f.ts";
import { FIELDS, type Field, SPEAKER, TOPIC } from "./fields.ts";
import type { LeftOut } from "./left-out.ts";
import { DocumentScales } from "./posting-worths.ts";
import { type StatementIndex, seekPosting } from "./statement-index.ts";
import { EXCHANGE_REACH, exchangeLength, fieldLengths } from "./statement-surroundings.ts";

const fieldOf = (bit: number): Field => {
  const field = FIELDS.find((one) => one.bit === bit);
  if (!field) throw new RangeError(`no field has the bit ${bit}`);
  return field;
};
const topic = fieldOf(TOPIC).weighting;
const speaker = fieldOf(SPEAKER).weighting;

/** Which documents to look at, and which fields. */
export interface SpreadRequest {
  readonly from: number;
  readonly to: number;
  readonly ownWordsOnly: boolean;
  /** Where the exchange of a place that stands alone is left out and noted; null for nowhere. */
  readonly leftOut: LeftOut | null;
  /** How often a term may be spoken within reach of a statement for its exchange to be left out. */
  readonly oftenLeftOut: number;
}

/**
 * A term's impacts on every document it reaches, in single precision: each place it is spoken adds to the
 * statement itself, to the one after it, to those that answer it and to its exchange. The cost is that of the
 * term's own postings. Figures differ from {@link TermReader}'s in the last digits, so they choose what to read
 * closely.
 *
 * Most documents are reached as part of an exchange alone, and are worth least for it. So where a term is spoken
 * by itself its exchange may be left out, noted and bounded ({@link impactLeftOut}) instead.
 */
export class TermSpread {
  readonly #index: StatementIndex;
  readonly #averageOf: (bit: number) => number;
  readonly #scales: DocumentScales;
  /** What any place in its exchange where a term is spoken is worth to a document. */
  readonly #fromExchange: Float32Array;
  /** By document: how many statements before (low four bits) and after it are of its exchange, within reach. */
  readonly #exchangeReach: Uint8Array;
  /** Scratch by level. */
  readonly #howMany = new Uint32Array(256);
  /** Weighted frequencies by document, all 0 between two uses. */
  readonly #sums: Float32Array;
  /** What the latest term reached, each document once, and its impact on them. */
  readonly reached: Int32Array;
  readonly impacts: Float32Array;
  readonly #mostFromExchange: number;

  constructor(index: StatementIndex) {
    this.#index = index;
    const count = index.statements.length;
    this.#averageOf = (bit) => index.averageLengths[FIELDS.findIndex((field) => field.bit === bit)] ?? 0;
    this.#scales = new DocumentScales(index, index.averageLengths);
    this.#sums = new Float32Array(count);
    this.reached = new Int32Array(count);
    this.impacts = new Float32Array(count);
    this.#exchangeReach = Uint8Array.from({ length: count }, (_, document) => {
      const isSame = (other: number): boolean => index.exchanges[other] === index.exchanges[document];
      let before = 0;
      let after = 0;
      while (before < EXCHANGE_REACH && document > before && isSame(document - before - 1)) before += 1;
      while (after < EXCHANGE_REACH && document + after + 1 < count && isSame(document + after + 1))
        after += 1;
      return before | (after << 4);
    });
    this.#fromExchange = Float32Array.from({ length: count }, (_, document) =>
      this.#scales.fromExchange(exchangeLength(index, document)),
    );
    this.#mostFromExchange = this.#fromExchange.reduce((most, worth) => Math.max(most, worth), 0);
  }

  /** The most that a word's impact may lack where it is left out if spoken so often at most, from 0 to K1 + 1. */
  impactLeftOut(often: number): number {
    return saturate(often * this.#mostFromExchange);
  }

  /** The `count`-th greatest impact of a term on documents of the range that hold it, at least; 0 if fewer do. */
  greatestOwnImpact(term: number, from: number, to: number, count: number): number {
    const { toItself, saturatedOf } = this.#index;
    const [first, end] = this.#postings(term, from, to);
    if (end - first < count) return 0;
    const howMany = this.#howMany.fill(0);
    for (let at = first; at < end; at += 1) {
      const level = toItself[at] ?? 0;
      howMany[level] = (howMany[level] ?? 0) + 1;
    }
    let left = count;
    for (let level = howMany.length - 1; level > 0; level -= 1) {
      left -= howMany[level] ?? 0;
      if (left <= 0) return saturatedOf[level] ?? 0;
    }
    return 0;
  }

  #postings(term: number, from: number, to: number): readonly [first: number, end: number] {
    const index = this.#index;
    return [
      from === 0 ? (index.postingStart[term] ?? 0) : seekPosting(index, term, from),
      to === this.reached.length ? (index.postingStart[term + 1] ?? 0) : seekPosting(index, term, to),
    ];
  }

  /**
   * Fills `reached` with the documents of the range that the term reaches and `impacts` with its impact on them,
   * from 0 to K1 + 1; returns how many. Impacts are at most {@link StatementIndex.mostAbove} below the true ones,
   * but where they are left out.
   */
  spread(term: number, request: SpreadRequest): number {
    const index = this.#index;
    const { from, to, ownWordsOnly, leftOut, oftenLeftOut } = request;
    const [first, end] = this.#postings(term, from, to);
    const isAround = !ownWordsOnly && index.isContent[term] === 1;
    const isName = !ownWordsOnly && (index.speakersOfTerm.has(term) || index.topicDocumentsOfTerm.has(term));
    if (!isAround && !isName) return this.#spreadToItself(first, end);
    if (!isName && index.answeredApart[term] === 0)
      return this.#spreadAround(first, end, leftOut, oftenLeftOut);
    // What may be worked out from places far apart must be summed first.
    let count = 0;
    for (let at = first; at < end; at += 1) {
      count = isAround
        ? this.#addToAnswers(at, this.#addToExchange(at, this.#addToNext(at, count)))
        : this.#addToItself(at, count);
    }
    if (isName) count = this.#addNames(term, request, count);
    this.#saturate(0, count);
    return count;
  }

  #spreadToItself(first: number, end: number): number {
    const { documents, toItself, saturatedOf } = this.#index;
    const { reached, impacts } = this;
    for (let at = first; at < end; at += 1) {
      reached[at - first] = documents[at] ?? 0;
      impacts[at - first] = saturatedOf[toItself[at] ?? 0] ?? 0;
    }
    return end - first;
  }

  #spreadAround(first: number, end: number, leftOut: LeftOut | null, oftenLeftOut: number): number {
    const { documents, frequencies, toItself, toNext, saturatedOf } = this.#index;
    const { reached, impacts } = this;
    let count = 0;
    for (let at = first; at < end; ) {
      // Places whose exchanges may overlap are looked at together.
      let last = at;
      let often = frequencies[at] ?? 0;
      let isTight = false;
      for (; last + 1 < end; last += 1) {
        const gap = (documents[last + 1] ?? 0) - (documents[last] ?? 0);
        if (gap > 2 * EXCHANGE_REACH) break;
        isTight ||= gap < 2;
        often += frequencies[last + 1] ?? 0;
      }
      const isLeftOut = leftOut !== null && often <= oftenLeftOut;
      if (isLeftOut) for (let place = at; place <= last; place += 1) leftOut.note(documents[place] ?? 0);
      if (isLeftOut && !isTight) {
        for (; at <= last; at += 1) {
          const document = documents[at] ?? 0;
          reached[count] = document;
          impacts[count] = saturatedOf[toItself[at] ?? 0] ?? 0;
          count += 1;
          const next = toNext[at] ?? 0;
          if (next > 0) {
            reached[count] = document + 1;
            impacts[count] = saturatedOf[next] ?? 0;
            count += 1;
          }
        }
      } else {
        const before = count;
        for (; at <= last; at += 1) {
          count = this.#addToNext(at, count);
          if (!isLeftOut) count = this.#addToExchange(at, count);
        }
        this.#saturate(before, count);
      }
    }
    return count;
  }

  /** Makes impacts of the sums of documents `[from, to)` of those reached. */
  #saturate(from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const document = this.reached[at] ?? 0;
      this.impacts[at] = saturate(this.#sums[document] ?? 0);
      this.#sums[document] = 0;
    }
  }

  #addToItself(at: number, count: number): number {
    const { documents, toItself, weightedOf } = this.#index;
    const document = documents[at] ?? 0;
    this.#sums[document] = weightedOf[toItself[at] ?? 0] ?? 0;
    this.reached[count] = document;
    return count + 1;
  }

  /** To the document of the posting and the next. */
  #addToNext(at: number, before: number): number {
    const { documents, toItself, toNext, weightedOf } = this.#index;
    const { reached } = this;
    const sums = this.#sums;
    const document = documents[at] ?? 0;
    let count = before;
    const sum = sums[document] ?? 0;
    if (sum === 0) {
      reached[count] = document;
      count += 1;
    }
    sums[document] = sum + (weightedOf[toItself[at] ?? 0] ?? 0);
    const worthToNext = weightedOf[toNext[at] ?? 0] ?? 0;
    if (worthToNext > 0) {
      const next = document + 1;
      const sumOfNext = sums[next] ?? 0;
      if (sumOfNext === 0) {
        reached[count] = next;
        count += 1;
      }
      sums[next] = sumOfNext + worthToNext;
    }
    return count;
  }

  #addToExchange(at: number, before: number): number {
    const { documents, frequencies } = this.#index;
    const { reached } = this;
    const sums = this.#sums;
    const document = documents[at] ?? 0;
    const frequency = frequencies[at] ?? 0;
    const reach = this.#exchangeReach[document] ?? 0;
    let count = before;
    const last = document + (reach >> 4);
    for (let other = document - (reach & 15); other <= last; other += 1) {
      if (other === document) continue;
      const sumOfOther = sums[other] ?? 0;
      if (sumOfOther === 0) {
        reached[count] = other;
        count += 1;
      }
      sums[other] = sumOfOther + frequency * (this.#fromExchange[other] ?? 0);
    }
    return count;
  }

  #addToAnswers(at: number, before: number): number {
    const { documents, frequencies, firstAnswers, nextAnswers } = this.#index;
    const { reached } = this;
    const sums = this.#sums;
    const document = documents[at] ?? 0;
    if (!this.#scales.isAnsweredApart(document)) return before;
    const share = (frequencies[at] ?? 0) * this.#scales.toAnswers(document);
    let count = before;
    for (let answer = firstAnswers[document] ?? -1; answer >= 0; answer = nextAnswers[answer] ?? -1) {
      const sum = sums[answer] ?? 0;
      if (sum === 0) {
        reached[count] = answer;
        count += 1;
      }
      sums[answer] = sum + share;
    }
    return count;
  }

  /** From the names of speakers and topics. */
  #addNames(term: number, { from, to }: SpreadRequest, before: number): number {
    const { speakersOfTerm, speakerStart, speakerDocuments, speakerTerms } = this.#index;
    const { topicDocumentsOfTerm, isContent } = this.#index;
    let count = before;
    const add = (document: number, share: number): void => {
      if (document < from || document >= to) return;
      const sum = this.#sums[document] ?? 0;
      if (sum === 0) {
        this.reached[count] = document;
        count += 1;
      }
      this.#sums[document] = sum + share;
    };
    for (const one of speakersOfTerm.get(term) ?? []) {
      const length = speakerTerms[one]?.length ?? 0;
      const share = speaker.weight / (1 - speaker.b + (speaker.b * length) / this.#averageOf(SPEAKER));
      for (let at = speakerStart[one] ?? 0; at < (speakerStart[one + 1] ?? 0); at += 1) {
        add(speakerDocuments[at] ?? 0, share);
      }
    }
    const lengths = new Float64Array(FIELDS.length);
    const place = FIELDS.findIndex(({ bit }) => bit === TOPIC);
    for (const document of isContent[term] ? (topicDocumentsOfTerm.get(term) ?? []) : []) {
      fieldLengths(this.#index, document, lengths);
      add(
        document,
        topic.weight / (1 - topic.b + (topic.b * (lengths[place] ?? 0)) / this.#averageOf(TOPIC)),
      );
    }
    return count;
  }
}
