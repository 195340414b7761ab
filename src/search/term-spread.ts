import { EXCHANGE, FIELDS, type Field, OWN, PREVIOUS, QUESTION, SPEAKER, TOPIC } from "./fields.ts";
import { type StatementIndex, seekPosting } from "./statement-index.ts";
import { EXCHANGE_REACH, fieldLengths } from "./statement-surroundings.ts";

const fieldOf = (bit: number): Field => {
  const field = FIELDS.find((one) => one.bit === bit);
  if (!field) throw new RangeError(`no field has the bit ${bit}`);
  return field;
};
const own = fieldOf(OWN).weighting;
const question = fieldOf(QUESTION).weighting;
const previous = fieldOf(PREVIOUS).weighting;
const exchange = fieldOf(EXCHANGE).weighting;
const topic = fieldOf(TOPIC).weighting;
const speaker = fieldOf(SPEAKER).weighting;

/**
 * A term's impacts on every document it reaches, in single precision: each place it is spoken adds to the
 * statement itself, to the ones after and around it, and to those that answer it. The cost is that of the term's
 * own postings. Figures differ from {@link TermReader}'s in the last digits, so they choose what to read closely.
 */
export class TermSpread {
  readonly #index: StatementIndex;
  readonly #averageOf: (bit: number) => number;
  /** Weight over length normalisation of the exchange, by document. */
  readonly #exchangeScale: Float32Array;
  /** By document: how many statements before (low four bits) and after it are of its exchange, within reach. */
  readonly #exchangeReach: Uint8Array;
  /** Sums by document, all 0 between two uses. */
  readonly sums: Float32Array;
  readonly reached: Int32Array;

  constructor(index: StatementIndex) {
    this.#index = index;
    const count = index.statements.length;
    this.#averageOf = (bit) => index.averageLengths[FIELDS.findIndex((field) => field.bit === bit)] ?? 0;
    this.sums = new Float32Array(count);
    this.reached = new Int32Array(count);
    this.#exchangeReach = Uint8Array.from({ length: count }, (_, document) => {
      const isSame = (other: number): boolean => index.exchanges[other] === index.exchanges[document];
      let before = 0;
      let after = 0;
      while (before < EXCHANGE_REACH && document > before && isSame(document - before - 1)) before += 1;
      while (after < EXCHANGE_REACH && document + after + 1 < count && isSame(document + after + 1))
        after += 1;
      return before | (after << 4);
    });
    const lengths = new Float64Array(FIELDS.length);
    const at = FIELDS.findIndex(({ bit }) => bit === EXCHANGE);
    const average = this.#averageOf(EXCHANGE);
    this.#exchangeScale = Float32Array.from({ length: count }, (_, document) => {
      fieldLengths(index, document, lengths);
      return average === 0
        ? 0
        : exchange.weight / (1 - exchange.b + (exchange.b * (lengths[at] ?? 0)) / average);
    });
  }

  /**
   * Fills `reached` with the documents of the range the term reaches, each once, and `sums` with their weighted
   * frequencies; returns how many. Whoever reads `sums` sets them back to 0.
   */
  spread(
    term: number,
    { from, to }: { readonly from: number; readonly to: number },
    ownWordsOnly: boolean,
  ): number {
    const isAround = !ownWordsOnly && this.#index.isContent[term] === 1;
    const count = this.#addOwn(term, from, to, isAround);
    return ownWordsOnly ? count : this.#addNames(term, from, to, count);
  }

  /** From the term's own postings, to the statements around them too where `around` says so. */
  #addOwn(term: number, from: number, to: number, around: boolean): number {
    const { documents, frequencies, ownStart, contentLengths, begins } = this.#index;
    const { firstAnswers, nextAnswers } = this.#index;
    const sums = this.sums;
    const reached = this.reached;
    const exchangeScale = this.#exchangeScale;
    const ownSlope = own.b / Math.max(1e-9, this.#averageOf(OWN));
    const questionSlope = question.b / Math.max(1e-9, this.#averageOf(QUESTION));
    const previousSlope = previous.b / Math.max(1e-9, this.#averageOf(PREVIOUS));
    const end = this.#index.postingStart[term + 1] ?? 0;
    let count = 0;
    for (let at = seekPosting(this.#index, term, from); at < end; at += 1) {
      const document = documents[at] ?? 0;
      if (document >= to) break;
      const frequency = frequencies[at] ?? 0;
      const length = (ownStart[document + 1] ?? 0) - (ownStart[document] ?? 0);
      const before = sums[document] ?? 0;
      if (before === 0) {
        reached[count] = document;
        count += 1;
      }
      sums[document] = before + (own.weight * frequency) / (1 - own.b + ownSlope * length);
      if (!around) continue;
      const contentLength = contentLengths[document] ?? 0;
      const next = document + 1;
      if (next < to && !begins[next]) {
        const sum = sums[next] ?? 0;
        if (sum === 0) {
          reached[count] = next;
          count += 1;
        }
        sums[next] = sum + (previous.weight * frequency) / (1 - previous.b + previousSlope * contentLength);
      }
      const reach = this.#exchangeReach[document] ?? 0;
      const last = document + (reach >> 4);
      for (let other = document - (reach & 15); other <= last; other += 1) {
        if (other === document) continue;
        const sum = sums[other] ?? 0;
        if (sum === 0) {
          reached[count] = other;
          count += 1;
        }
        sums[other] = sum + frequency * (exchangeScale[other] ?? 0);
      }
      for (let answer = firstAnswers[document] ?? -1; answer >= 0; answer = nextAnswers[answer] ?? -1) {
        const sum = sums[answer] ?? 0;
        if (sum === 0) {
          reached[count] = answer;
          count += 1;
        }
        sums[answer] = sum + (question.weight * frequency) / (1 - question.b + questionSlope * contentLength);
      }
    }
    return count;
  }

  /** From the names of speakers and topics. */
  #addNames(term: number, from: number, to: number, before: number): number {
    const { speakersOfTerm, speakerStart, speakerDocuments, speakerTerms } = this.#index;
    const { topicDocumentsOfTerm, isContent } = this.#index;
    let count = before;
    const add = (document: number, share: number): void => {
      if (document < from || document >= to) return;
      const sum = this.sums[document] ?? 0;
      if (sum === 0) {
        this.reached[count] = document;
        count += 1;
      }
      this.sums[document] = sum + share;
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
