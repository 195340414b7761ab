import type { Statement } from "../transcript/interview.ts";
import { EXCHANGE, FIELDS, OWN, PREVIOUS, QUESTION, SPEAKER, TOPIC } from "./fields.ts";

/** Statements either side that count as the exchange: without a bound a long one would cost its length squared. */
export const EXCHANGE_REACH = 3;

/** Terms in the narrowest numbers that hold them: what is read of them most is how far apart they lie in memory. */
export type TermArray = Uint16Array | Int32Array;

/** A statement's words, and where the words stand that lead to it. Documents and terms are numbers. */
export interface OwnWords {
  /** Document → its own terms in order are `ownStart[document]` up to `ownStart[document + 1]` of `ownTerms`. */
  readonly ownStart: Int32Array;
  readonly ownTerms: TermArray;
  /** By term: 0 for function words, which are worth finding in the words themselves, not in what stands around. */
  readonly isContent: Uint8Array;
  /** Document → index of its speaker, -1 for narration. */
  readonly speakers: Int32Array;
  /** By speaker: the terms of the name. */
  readonly speakerTerms: readonly Int32Array[];
  /** Document → the terms of each of its topics; absent where it has none. */
  readonly topicTerms: ReadonlyMap<number, readonly Int32Array[]>;
}

export interface Surroundings extends OwnWords {
  /** Document → how many of its own words aren't function words. */
  readonly contentLengths: Int32Array;
  /** Document → the question it answers, or -1; and all that answer a document as a chain, ended by -1. */
  readonly questions: Int32Array;
  readonly firstAnswers: Int32Array;
  readonly nextAnswers: Int32Array;
  /** Document → 1 where an interview begins. */
  readonly begins: Uint8Array;
  /** Document → a number that the statements of its exchange, which follow each other, share, and no others. */
  readonly exchanges: Int32Array;
  /** Speaker → the documents are `speakerStart[speaker]` up to `speakerStart[speaker + 1]` of `speakerDocuments`. */
  readonly speakerStart: Int32Array;
  readonly speakerDocuments: Int32Array;
  /** Term → the speakers whose names have it; term → the documents whose topics have it, once a topic. */
  readonly speakersOfTerm: ReadonlyMap<number, readonly number[]>;
  readonly topicDocumentsOfTerm: ReadonlyMap<number, readonly number[]>;
}

export function surroundingsOf(statements: readonly Statement[], own: OwnWords): Surroundings {
  const count = statements.length;
  const contentLengths = new Int32Array(count);
  const questions = new Int32Array(count).fill(-1);
  const firstAnswers = new Int32Array(count).fill(-1);
  const nextAnswers = new Int32Array(count).fill(-1);
  const begins = new Uint8Array(count);
  const exchanges = new Int32Array(count);
  let exchangesBefore = 0;
  let highest = -1;
  statements.forEach((statement, document) => {
    let length = 0;
    for (let at = own.ownStart[document] ?? 0; at < (own.ownStart[document + 1] ?? 0); at += 1) {
      length += own.isContent[own.ownTerms[at] ?? 0] ?? 0;
    }
    contentLengths[document] = length;
    if (statement.index === 0) {
      begins[document] = 1;
      exchangesBefore = highest + 1;
    }
    exchanges[document] = exchangesBefore + statement.exchange;
    highest = Math.max(highest, exchangesBefore + statement.exchange);
    if (statement.answersIndex !== null) {
      const question = document - statement.index + statement.answersIndex;
      questions[document] = question;
      nextAnswers[document] = firstAnswers[question] ?? -1;
      firstAnswers[question] = document;
    }
  });
  return {
    ...own,
    contentLengths,
    questions,
    firstAnswers,
    nextAnswers,
    begins,
    exchanges,
    ...documentsBySpeaker(own),
    ...namesByTerm(own),
  };
}

/** Which terms name which speakers, and the topics of which documents. */
export function namesByTerm({ speakerTerms, topicTerms }: Pick<OwnWords, "speakerTerms" | "topicTerms">) {
  return {
    speakersOfTerm: grouped(speakerTerms.entries()),
    topicDocumentsOfTerm: grouped(
      [...topicTerms].flatMap(([document, topics]) => topics.map((terms) => [document, terms] as const)),
    ),
  };
}

function documentsBySpeaker({ speakers, speakerTerms }: OwnWords) {
  const speakerStart = new Int32Array(speakerTerms.length + 1);
  for (const speaker of speakers) {
    if (speaker >= 0) speakerStart[speaker + 1] = (speakerStart[speaker + 1] ?? 0) + 1;
  }
  for (let speaker = 0; speaker < speakerTerms.length; speaker += 1) {
    speakerStart[speaker + 1] = (speakerStart[speaker + 1] ?? 0) + (speakerStart[speaker] ?? 0);
  }
  const speakerDocuments = new Int32Array(speakerStart[speakerTerms.length] ?? 0);
  const next = speakerStart.slice();
  speakers.forEach((speaker, document) => {
    if (speaker < 0) return;
    const at = next[speaker] ?? 0;
    speakerDocuments[at] = document;
    next[speaker] = at + 1;
  });
  return { speakerStart, speakerDocuments };
}

/** Who has which terms → which terms are whose, as often as they have them. */
function grouped(owners: Iterable<readonly [owner: number, terms: Int32Array]>): Map<number, number[]> {
  const byTerm = new Map<number, number[]>();
  for (const [owner, terms] of owners) {
    for (const term of terms) {
      const list = byTerm.get(term);
      if (list) list.push(owner);
      else byTerm.set(term, [owner]);
    }
  }
  return byTerm;
}

/** How many words each field of a document has, into `lengths`, in the order of {@link FIELDS}. */
export function fieldLengths(around: Surroundings, document: number, lengths: Float64Array): void {
  FIELDS.forEach(({ bit }, at) => {
    lengths[at] = fieldLength(around, bit, document);
  });
}

function fieldLength(around: Surroundings, bit: number, document: number): number {
  const { ownStart, contentLengths, questions, begins, speakers, speakerTerms } = around;
  switch (bit) {
    case OWN:
      return (ownStart[document + 1] ?? 0) - (ownStart[document] ?? 0);
    case QUESTION: {
      const question = questions[document] ?? -1;
      return question < 0 ? 0 : (contentLengths[question] ?? 0);
    }
    case PREVIOUS:
      return begins[document] ? 0 : (contentLengths[document - 1] ?? 0);
    case EXCHANGE:
      return exchangeLength(around, document);
    case TOPIC:
      return topicLength(around, document);
    case SPEAKER: {
      const speaker = speakers[document] ?? -1;
      return speaker < 0 ? 0 : (speakerTerms[speaker]?.length ?? 0);
    }
    default:
      return 0;
  }
}

/** How many telling words the statements around it in its exchange have. */
export function exchangeLength({ exchanges, contentLengths }: Surroundings, document: number): number {
  let length = 0;
  const last = Math.min(document + EXCHANGE_REACH, exchanges.length - 1);
  for (let other = Math.max(0, document - EXCHANGE_REACH); other <= last; other += 1) {
    if (other !== document && exchanges[other] === exchanges[document]) length += contentLengths[other] ?? 0;
  }
  return length;
}

function topicLength({ topicTerms, isContent }: Surroundings, document: number): number {
  let length = 0;
  for (const terms of topicTerms.get(document) ?? []) {
    for (const term of terms) length += isContent[term] ?? 0;
  }
  return length;
}

/** Over the documents that have the field, since most have no question or topic at all. */
export function averageLengthsOf(around: Surroundings): Float64Array {
  const totals = new Float64Array(FIELDS.length);
  const holders = new Float64Array(FIELDS.length);
  const lengths = new Float64Array(FIELDS.length);
  for (let document = 0; document < around.begins.length; document += 1) {
    fieldLengths(around, document, lengths);
    for (let at = 0; at < FIELDS.length; at += 1) {
      const length = lengths[at] ?? 0;
      totals[at] = (totals[at] ?? 0) + length;
      if (length > 0) holders[at] = (holders[at] ?? 0) + 1;
    }
  }
  return totals.map((total, at) => total / Math.max(1, holders[at] ?? 0));
}
