import type { Archive } from "../transcript/archive.ts";
import type { Interview, Statement } from "../transcript/interview.ts";
import { atOnce, type Steps } from "../transcript/steps.ts";
import { inverseDocumentFrequency } from "./bm25f.ts";
import { languageOf } from "./language.ts";
import { OwnWordsReader } from "./own-words-reader.ts";
import { type PostingWorths, postingWorthsOf } from "./posting-worths.ts";
import { averageLengthsOf, type Surroundings, surroundingsOf } from "./statement-surroundings.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The inverted index: for each term the documents that hold it. A document is a statement, numbered from 0 in
 * the order of the archive. Only a statement's own words are kept, both ways round; what it takes from the
 * statements around it, the other fields, is worked out from theirs when a query needs it. Written out, each
 * word would stand in the postings of up to eight statements.
 */
export interface StatementIndex extends Surroundings, PostingWorths {
  readonly statements: readonly Statement[];
  readonly vocabulary: Vocabulary;
  /** Term → its postings are `postingStart[term]` up to `postingStart[term + 1]`, in order of document. */
  readonly postingStart: Int32Array;
  readonly documents: Int32Array;
  /** How often the document's own words hold the term, for each posting; up to 65,535. */
  readonly frequencies: Uint16Array;
  /** By term. */
  readonly idf: Float32Array;
  /** Weight of a word nothing in the archive holds. */
  readonly idfOfUnknown: number;
  /** By field, in the order of fields.ts: its average length over the documents that have it. */
  readonly averageLengths: Float64Array;
  readonly traits: Uint8Array;
  readonly parts: Uint8Array;
  readonly speakerNames: readonly string[];
  /** Interview id → its documents `[from, to)`. */
  readonly interviews: ReadonlyMap<string, readonly [from: number, to: number]>;
  /** Terms of speakers' names. */
  readonly nameTerms: ReadonlySet<number>;
  /** By interview: its words, each once, in order. Not there of those that came from a snapshot. */
  readonly wordsOf: ReadonlyMap<Interview, readonly string[]>;
}

/** Linear in the archive's words. */
export function buildStatementIndex(archive: Archive): StatementIndex {
  return atOnce(statementIndexSteps(archive));
}

/**
 * The index in steps, an interview each and then some that take longer the larger the archive is.
 * @param before of what was there before: what it knows of interviews that are the same objects still isn't worked out
 *   anew. The index comes out the same without.
 */
export function* statementIndexSteps(
  archive: Archive,
  before: StatementIndex | null = null,
): Steps<StatementIndex> {
  const statements = [...archive.statements()];
  const count = statements.length;
  const reader = new OwnWordsReader(count, before);
  const { vocabulary } = reader;
  const speakers = new Int32Array(count).fill(-1);
  const speakerIndex = new Map<string, number>();
  const nameTerms = new Set<number>();
  const speakerTerms: Int32Array[] = [];
  const topicTerms = new Map<number, readonly Int32Array[]>();

  let from = 0;
  for (const interview of archive.interviews) {
    const share = (INTERVIEWS_SHARE * from) / count;
    yield share;
    for (const _ of reader.read(interview, from)) yield share;
    const language = languageOf(interview.language);
    for (const { speaker: one, index } of interview.statements) {
      if (!one) continue;
      let speaker = speakerIndex.get(one.name);
      if (speaker === undefined) {
        speaker = speakerIndex.size;
        speakerIndex.set(one.name, speaker);
        const terms = reader.addWords(one.name, language);
        for (const term of terms) nameTerms.add(term);
        speakerTerms.push(Int32Array.from(terms));
      }
      speakers[from + index] = speaker;
    }
    for (const [document, terms] of topicTermsOf(interview, (name) => reader.addWords(name, language))) {
      topicTerms.set(from + document, terms);
    }
    from += interview.statements.length;
  }

  yield INTERVIEWS_SHARE;
  const own = {
    ownStart: reader.ownStart,
    ownTerms: reader.ownTerms(),
    isContent: reader.isContent(),
    speakers,
    speakerTerms,
    topicTerms,
  };
  yield INTERVIEWS_SHARE;
  const surroundings = surroundingsOf(statements, own);
  yield INTERVIEWS_SHARE;
  const postings = invert(surroundings, vocabulary.termCount);
  yield INTERVIEWS_SHARE;
  const averageLengths = averageLengthsOf(surroundings);
  yield INTERVIEWS_SHARE;
  const worths = postingWorthsOf(surroundings, averageLengths, postings);
  yield 1;
  return {
    statements,
    vocabulary,
    ...surroundings,
    ...postings,
    ...worths,
    averageLengths,
    idf: rarityOf(surroundings, postings.postingStart),
    idfOfUnknown: inverseDocumentFrequency(count, 1),
    traits: reader.traits,
    parts: reader.parts,
    speakerNames: [...speakerIndex.keys()],
    interviews: interviewRanges(archive),
    nameTerms,
    wordsOf: reader.wordsOf,
  };
}

/** How much of the work is done when all interviews are read, about. */
const INTERVIEWS_SHARE = 0.75;

/** Interview id → its documents `[from, to)`. */
export function interviewRanges(archive: Archive): ReadonlyMap<string, readonly [from: number, to: number]> {
  let from = 0;
  return new Map(
    archive.interviews.map(({ id, statements }) => {
      const range = [from, from + statements.length] as const;
      from += statements.length;
      return [id, range];
    }),
  );
}

/** Terms of the names and aliases of a statement's topics, by its place in the interview. */
function topicTermsOf(
  interview: Interview,
  addWords: (name: string) => readonly number[],
): ReadonlyMap<number, readonly Int32Array[]> {
  const byStatement = new Map<number, Int32Array[]>();
  for (const topic of interview.topics) {
    const terms = Int32Array.from(new Set([topic.name, ...topic.aliases].flatMap(addWords)));
    for (const statement of topic.statements) {
      const topics = byStatement.get(statement) ?? [];
      topics.push(terms);
      byStatement.set(statement, topics);
    }
  }
  return byStatement;
}

/** Counting sort by term: documents are visited in order, so every term's postings come out in order. */
function invert({ ownStart, ownTerms }: Surroundings, termCount: number) {
  const documentCount = ownStart.length - 1;
  const postingStart = new Int32Array(termCount + 1);
  /** The document a term was last seen in, from 1. */
  const seenIn = new Int32Array(termCount);
  for (let document = 0; document < documentCount; document += 1) {
    for (let at = ownStart[document] ?? 0; at < (ownStart[document + 1] ?? 0); at += 1) {
      const term = ownTerms[at] ?? 0;
      if (seenIn[term] === document + 1) continue;
      seenIn[term] = document + 1;
      postingStart[term + 1] = (postingStart[term + 1] ?? 0) + 1;
    }
  }
  for (let term = 0; term < termCount; term += 1) {
    postingStart[term + 1] = (postingStart[term + 1] ?? 0) + (postingStart[term] ?? 0);
  }
  const documents = new Int32Array(postingStart[termCount] ?? 0);
  const frequencies = new Uint16Array(documents.length);
  const next = postingStart.slice();
  seenIn.fill(0);
  for (let document = 0; document < documentCount; document += 1) {
    for (let at = ownStart[document] ?? 0; at < (ownStart[document + 1] ?? 0); at += 1) {
      const term = ownTerms[at] ?? 0;
      const posting = next[term] ?? 0;
      if (seenIn[term] !== document + 1) {
        seenIn[term] = document + 1;
        documents[posting] = document;
        frequencies[posting] = 1;
        next[term] = posting + 1;
      } else if ((frequencies[posting - 1] ?? 0) < 0xffff) {
        frequencies[posting - 1] = (frequencies[posting - 1] ?? 0) + 1;
      }
    }
  }
  return { postingStart, documents, frequencies };
}

/**
 * How rare a term is is counted over own words and speakers only: a question's words stand for every answer
 * too, and counting those would make what was asked about look common.
 */
function rarityOf(
  { speakerTerms, speakerStart, ownStart }: Surroundings,
  postingStart: Int32Array,
): Float32Array {
  const count = ownStart.length - 1;
  const speakerFrequency = new Int32Array(postingStart.length - 1);
  speakerTerms.forEach((terms, speaker) => {
    const turns = (speakerStart[speaker + 1] ?? 0) - (speakerStart[speaker] ?? 0);
    for (const term of new Set(terms)) speakerFrequency[term] = (speakerFrequency[term] ?? 0) + turns;
  });
  return speakerFrequency.reduce((idf, ofSpeakers, term) => {
    const ofOwn = (postingStart[term + 1] ?? 0) - (postingStart[term] ?? 0);
    idf[term] = inverseDocumentFrequency(count, Math.max(1, ofOwn, ofSpeakers));
    return idf;
  }, new Float32Array(speakerFrequency.length));
}

/** The first posting of a term at or after a document. */
export function seekPosting(index: StatementIndex, term: number, document: number): number {
  let low = index.postingStart[term] ?? 0;
  let high = index.postingStart[term + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.documents[middle] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low;
}
