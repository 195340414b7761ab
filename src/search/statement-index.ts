import type { Archive } from "../transcript/archive.ts";
import type { Interview, Statement } from "../transcript/interview.ts";
import { inverseDocumentFrequency, saturate, weightedFrequency } from "./bm25f.ts";
import { EXCHANGE, FIELDS, type Field, OWN, PREVIOUS, QUESTION, SPEAKER, TOPIC } from "./fields.ts";
import { GrowableInt32Array } from "./growable-array.ts";
import { type Language, languageOf } from "./language.ts";
import { type Part, partOf, traitsOf } from "./statement-traits.ts";
import { wordsOf } from "./statement-words.ts";
import { tokenise } from "./text-analysis.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Statements either side that count as the exchange: without a bound a long one would cost its length squared. */
const EXCHANGE_REACH = 3;

/**
 * The inverted index: for each term the documents that hold it, with what the term adds to each. A document is
 * a statement, numbered from 0 in the order of the archive. Everything that doesn't depend on the query is
 * worked out when the index is built.
 */
export interface StatementIndex {
  readonly statements: readonly Statement[];
  readonly vocabulary: Vocabulary;
  /** Term → its postings are `postingStart[term]` up to `postingStart[term + 1]`, in order of document. */
  readonly postingStart: Int32Array;
  readonly documents: Int32Array;
  /** BM25F's saturated frequency over all fields. */
  readonly impacts: Float32Array;
  /** The same for the statement's own words alone; 0 where the term isn't among them. */
  readonly ownImpacts: Float32Array;
  /** Which fields hold the term: bits of fields.ts. */
  readonly fieldMasks: Uint8Array;
  /** By term. */
  readonly idf: Float32Array;
  /** Weight of a word nothing in the archive holds. */
  readonly idfOfUnknown: number;
  /** Document → its own terms in order are `ownStart[document]` up to `ownStart[document + 1]` of `ownTerms`. */
  readonly ownStart: Int32Array;
  readonly ownTerms: Int32Array;
  readonly traits: Uint8Array;
  readonly parts: Uint8Array;
  /** Document → index in `speakerNames`, -1 for narration. */
  readonly speakers: Int32Array;
  readonly speakerNames: readonly string[];
  /** Interview id → its documents `[from, to)`. */
  readonly interviews: ReadonlyMap<string, readonly [from: number, to: number]>;
  /** Terms of speakers' names. */
  readonly nameTerms: ReadonlySet<number>;
}

/** Linear in the archive's words. */
export function buildStatementIndex(archive: Archive): StatementIndex {
  const vocabulary = new Vocabulary();
  const statements = [...archive.statements()];
  const count = statements.length;
  const ownStart = new Int32Array(count + 1);
  const ownTerms = new GrowableInt32Array();
  const traits = new Uint8Array(count);
  const parts = new Uint8Array(count);
  const speakers = new Int32Array(count).fill(-1);
  const speakerIndex = new Map<string, number>();
  const interviews = new Map<string, readonly [number, number]>();
  const isContent: boolean[] = [];
  const nameTerms = new Set<number>();
  const speakerTerms: Int32Array[] = [];
  const topicTerms: Int32Array[][] = [];

  const addWords = (words: Iterable<{ readonly word: string }>, language: Language): number[] => {
    const terms: number[] = [];
    for (const { word } of words) {
      const term = vocabulary.add(word, language);
      isContent[term] ??= language.classOf(word) !== "function";
      terms.push(term);
    }
    return terms;
  };

  let from = 0;
  for (const interview of archive.interviews) {
    const language = languageOf(interview.language);
    for (const [offset, statement] of interview.statements.entries()) {
      const document = from + offset;
      for (const term of addWords(wordsOf(statement), language)) ownTerms.push(term);
      ownStart[document + 1] = ownTerms.length;
      const text = textOf(statement);
      traits[document] = traitsOf(statement, text);
      parts[document] = partOf(statement, text) satisfies Part;
      if (statement.speaker) {
        const { name } = statement.speaker;
        let speaker = speakerIndex.get(name);
        if (speaker === undefined) {
          speaker = speakerIndex.size;
          speakerIndex.set(name, speaker);
          const terms = addWords(tokenise(name), language);
          for (const term of terms) nameTerms.add(term);
          speakerTerms.push(Int32Array.from(terms));
        }
        speakers[document] = speaker;
      }
    }
    for (const [document, terms] of topicTermsOf(interview, addWords, language)) {
      topicTerms[from + document] = terms;
    }
    interviews.set(interview.id, [from, from + interview.statements.length]);
    from += interview.statements.length;
  }

  const own = ownTerms.toArray();
  const compose = composer({
    statements,
    ownStart,
    ownTerms: own,
    termCount: vocabulary.termCount,
    isContent,
    speakers,
    speakerTerms,
    topicTerms,
  });
  return {
    statements,
    vocabulary,
    ...invert(compose, count, vocabulary.termCount),
    ownStart,
    ownTerms: own,
    traits,
    parts,
    speakers,
    speakerNames: [...speakerIndex.keys()],
    interviews,
    nameTerms,
  };
}

/** What was spoken, or the paragraph. */
function textOf({ interview, spoken, spans }: Statement): string {
  return (spoken.length > 0 ? spoken : spans)
    .map(({ start, end }) => interview.source.text.slice(start, end))
    .join("\n");
}

/** Terms of the names and aliases of a statement's topics, by its place in the interview. */
function topicTermsOf(
  interview: Interview,
  addWords: (words: Iterable<{ readonly word: string }>, language: Language) => number[],
  language: Language,
): ReadonlyMap<number, Int32Array[]> {
  const byStatement = new Map<number, Int32Array[]>();
  for (const topic of interview.topics) {
    const terms = Int32Array.from(
      new Set([topic.name, ...topic.aliases].flatMap((name) => addWords(tokenise(name), language))),
    );
    for (const statement of topic.statements) {
      const topics = byStatement.get(statement) ?? [];
      topics.push(terms);
      byStatement.set(statement, topics);
    }
  }
  return byStatement;
}

interface Parts {
  readonly statements: readonly Statement[];
  readonly ownStart: Int32Array;
  readonly ownTerms: Int32Array;
  readonly termCount: number;
  readonly isContent: readonly boolean[];
  readonly speakers: Int32Array;
  readonly speakerTerms: readonly Int32Array[];
  readonly topicTerms: readonly (readonly Int32Array[] | undefined)[];
}

/** Calls back once for each term of a document with what BM25F makes of it. */
type Compose = (
  document: number,
  each: (term: number, impact: number, ownImpact: number, mask: number) => void,
) => void;

function composer(parts: Parts): Compose {
  const { statements, ownStart, ownTerms, isContent, speakers, speakerTerms, topicTerms } = parts;
  // One frequency per term and field, cleared after every document through the list of terms touched.
  const frequencies = FIELDS.map(() => new Uint16Array(parts.termCount));
  const masks = new Uint8Array(parts.termCount);
  const touched: number[] = [];
  const lengths = new Float64Array(FIELDS.length);
  const fieldIndex = new Map(FIELDS.map(({ bit }, index) => [bit, index]));

  const add = (bit: number, terms: Int32Array, from: number, to: number, contentOnly: boolean): void => {
    const at = fieldIndex.get(bit) ?? 0;
    const frequency = frequencies[at];
    if (!frequency) return;
    let length = 0;
    for (let index = from; index < to; index += 1) {
      const term = terms[index] ?? 0;
      if (contentOnly && !isContent[term]) continue;
      if (masks[term] === 0) touched.push(term);
      masks[term] = (masks[term] ?? 0) | bit;
      frequency[term] = (frequency[term] ?? 0) + 1;
      length += 1;
    }
    lengths[at] = (lengths[at] ?? 0) + length;
  };
  const addStatement = (bit: number, document: number): void => {
    // Function words are worth finding in the words themselves, not in what stands around them.
    add(bit, ownTerms, ownStart[document] ?? 0, ownStart[document + 1] ?? 0, bit !== OWN);
  };
  const gather = (document: number): void => {
    const statement = statements[document];
    if (!statement) return;
    const first = document - statement.index;
    addStatement(OWN, document);
    if (statement.answersIndex !== null) addStatement(QUESTION, first + statement.answersIndex);
    if (statement.index > 0) addStatement(PREVIOUS, document - 1);
    for (let other = document - EXCHANGE_REACH; other <= document + EXCHANGE_REACH; other += 1) {
      const neighbour = statements[other];
      if (other === document || neighbour?.interview !== statement.interview) continue;
      if (neighbour.exchange === statement.exchange) addStatement(EXCHANGE, other);
    }
    for (const terms of topicTerms[document] ?? []) add(TOPIC, terms, 0, terms.length, true);
    const names = speakerTerms[speakers[document] ?? -1];
    if (names) add(SPEAKER, names, 0, names.length, false);
  };
  const clear = (): void => {
    for (const term of touched) {
      masks[term] = 0;
      for (const frequency of frequencies) frequency[term] = 0;
    }
    touched.length = 0;
    lengths.fill(0);
  };

  const totals = new Float64Array(FIELDS.length);
  const holders = new Float64Array(FIELDS.length);
  for (let document = 0; document < statements.length; document += 1) {
    gather(document);
    for (let at = 0; at < FIELDS.length; at += 1) {
      const length = lengths[at] ?? 0;
      totals[at] = (totals[at] ?? 0) + length;
      if (length > 0) holders[at] = (holders[at] ?? 0) + 1;
    }
    clear();
  }
  // The average is over the documents that have the field, since most have no question or topic at all.
  const averages = totals.map((total, at) => total / Math.max(1, holders[at] ?? 0));

  return (document, each) => {
    gather(document);
    for (const term of touched) {
      let weighted = 0;
      let ownWeighted = 0;
      for (let at = 0; at < FIELDS.length; at += 1) {
        const frequency = frequencies[at]?.[term] ?? 0;
        if (frequency === 0) continue;
        const { bit, weighting } = FIELDS[at] as Field;
        const share = weightedFrequency(frequency, lengths[at] ?? 0, averages[at] ?? 0, weighting);
        weighted += share;
        if (bit === OWN) ownWeighted = share;
      }
      each(term, saturate(weighted), saturate(ownWeighted), masks[term] ?? 0);
    }
    clear();
  };
}

/** Counting sort by term: documents are visited in order, so every term's postings come out in order. */
function invert(compose: Compose, documentCount: number, termCount: number) {
  const postingStart = new Int32Array(termCount + 1);
  const ownFrequency = new Int32Array(termCount);
  const speakerFrequency = new Int32Array(termCount);
  for (let document = 0; document < documentCount; document += 1) {
    compose(document, (term, _impact, _ownImpact, mask) => {
      postingStart[term + 1] = (postingStart[term + 1] ?? 0) + 1;
      if (mask & OWN) ownFrequency[term] = (ownFrequency[term] ?? 0) + 1;
      if (mask & SPEAKER) speakerFrequency[term] = (speakerFrequency[term] ?? 0) + 1;
    });
  }
  for (let term = 0; term < termCount; term += 1) {
    postingStart[term + 1] = (postingStart[term + 1] ?? 0) + (postingStart[term] ?? 0);
  }
  const postingCount = postingStart[termCount] ?? 0;
  const documents = new Int32Array(postingCount);
  const impacts = new Float32Array(postingCount);
  const ownImpacts = new Float32Array(postingCount);
  const fieldMasks = new Uint8Array(postingCount);
  const next = postingStart.slice();
  for (let document = 0; document < documentCount; document += 1) {
    compose(document, (term, impact, ownImpact, mask) => {
      const at = next[term] ?? 0;
      next[term] = at + 1;
      documents[at] = document;
      impacts[at] = impact;
      ownImpacts[at] = ownImpact;
      fieldMasks[at] = mask;
    });
  }
  // How rare a term is is counted over own words and speakers only: a question's words are copied to every
  // answer, and counting the copies would make what was asked about look common.
  const idf = Float32Array.from({ length: termCount }, (_, term) => {
    const frequency = Math.max(1, ownFrequency[term] ?? 0, speakerFrequency[term] ?? 0);
    return inverseDocumentFrequency(documentCount, frequency);
  });
  return {
    postingStart,
    documents,
    impacts,
    ownImpacts,
    fieldMasks,
    idf,
    idfOfUnknown: inverseDocumentFrequency(documentCount, 1),
  };
}

/** The posting of a term for a document, or -1. Binary search. */
export function findPosting(index: StatementIndex, term: number, document: number): number {
  let low = index.postingStart[term] ?? 0;
  let high = (index.postingStart[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = index.documents[middle] ?? 0;
    if (at === document) return middle;
    if (at < document) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
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
