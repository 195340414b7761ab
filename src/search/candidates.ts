import { ContenderFinder, type ContenderRequest, ROUNDING, type Scope } from "./contenders.ts";
import { Greatest } from "./greatest.ts";
import type { QueryReading, QueryWord } from "./query-reading.ts";
import type { StatementIndex } from "./statement-index.ts";
import { TermReader } from "./term-reader.ts";

export interface Candidate {
  readonly document: number;
  /** BM25F over all fields, or over the own words alone. */
  readonly relevance: number;
  /** The fields that hold each alternative of each word of the query, in their order: bits of fields.ts. */
  readonly masks: Uint8Array;
}

/** Of so few statements all are candidates, also those that share a meaning with the query but not a word. */
export const FEW = 32;

export interface CandidateRequest extends ContenderRequest {
  readonly reading: QueryReading;
}

/** The scope two filters leave, or null when they name nobody or nothing. */
export function scopeOf(
  index: StatementIndex,
  filters: { readonly speaker?: string; readonly interview?: string },
): Scope | null {
  const range =
    filters.interview === undefined
      ? ([0, index.statements.length] as const)
      : index.interviews.get(filters.interview);
  if (!range) return null;
  const [from, to] = range;
  if (filters.speaker === undefined) return { from, to, speaker: null };
  const speaker = index.speakerNames.indexOf(filters.speaker);
  return speaker < 0 ? null : { from, to, speaker };
}

/**
 * Candidate generation in two steps: the few documents that may be among the best ({@link ContenderFinder}) are
 * scored exactly, word by word. So the result is that of scoring all documents. The filters apply before the best
 * are taken, so a filter never hides a match behind better ones it excludes.
 */
export class CandidateFinder {
  readonly #index: StatementIndex;
  readonly #contenders: ContenderFinder;
  readonly #reader: TermReader;

  constructor(index: StatementIndex) {
    this.#index = index;
    this.#contenders = new ContenderFinder(index);
    this.#reader = new TermReader(index);
  }

  /** The most relevant first, ties in the order of the archive. Of {@link FEW} statements all, when asked for so many. */
  find(request: CandidateRequest): readonly Candidate[] {
    const { reading, ownWordsOnly, count } = request;
    if (count <= 0) return [];
    const words = generatingWords(reading, ownWordsOnly);
    const terms = reading.words.flatMap(({ alternatives }) => alternatives.map(({ term }) => term));
    this.#reader.lookFor(terms);
    const contenders = this.#contenders.find(words, request);
    const scored: { document: number; relevance: number; masks: Uint8Array | null }[] = [];
    const greatest = new Greatest(count);
    // The surest first, so that most of the others needn't be read.
    for (const sure of [true, false]) {
      for (const { document, most, isSure } of contenders) {
        if (isSure !== sure || most < greatest.least * (1 - ROUNDING)) continue;
        if (ownWordsOnly) this.#reader.readOwn(document);
        else this.#reader.read(document);
        const relevance = this.#exactRelevance(words, ownWordsOnly);
        greatest.see(relevance);
        if (relevance === 0 || relevance < greatest.least) continue;
        // Of own words alone there are often many as good; only of the best is more read.
        scored.push({ document, relevance, masks: ownWordsOnly ? null : this.#reader.masksOf(terms) });
      }
    }
    const best = scored
      .filter(({ relevance }) => relevance >= greatest.least)
      .sort((a, b) => b.relevance - a.relevance || a.document - b.document)
      .slice(0, count)
      .map(({ document, relevance, masks }) => ({
        document,
        relevance,
        masks: masks ?? this.#masksIn(document, terms),
      }));
    const { scope } = request;
    if (ownWordsOnly || scope.to - scope.from > Math.min(FEW, count)) return best;
    return [...best, ...this.#others(best, scope, terms)];
  }

  /** The statements of a scope that share no telling word with the query. */
  #others(
    found: readonly Candidate[],
    { from, to, speaker }: Scope,
    terms: readonly number[],
  ): readonly Candidate[] {
    const isFound = new Set(found.map(({ document }) => document));
    const others: Candidate[] = [];
    for (let document = from; document < to; document += 1) {
      if (isFound.has(document)) continue;
      if (speaker !== null && this.#index.speakers[document] !== speaker) continue;
      others.push({ document, relevance: 0, masks: this.#masksIn(document, terms) });
    }
    return others;
  }

  #masksIn(document: number, terms: readonly number[]): Uint8Array {
    this.#reader.read(document);
    return this.#reader.masksOf(terms);
  }

  /** Of the document read last. In single precision and in the order of the query, so it is always the same. */
  #exactRelevance(words: readonly QueryWord[], ownWordsOnly: boolean): number {
    let relevance = 0;
    for (const { alternatives, weight } of words) {
      let best = 0;
      for (const { term, strength } of alternatives) {
        best = Math.max(best, Math.fround(strength * weight * this.#reader.impact(term, ownWordsOnly)));
      }
      relevance = Math.fround(relevance + best);
    }
    return relevance;
  }
}

/** Grammar alone finds nothing worth showing, unless the words themselves are looked for or there is nothing else. */
function generatingWords({ words }: QueryReading, ownWordsOnly: boolean): readonly QueryWord[] {
  if (ownWordsOnly) return words;
  const telling = words.filter(
    ({ wordClass, alternatives }) => wordClass !== "function" && alternatives.length > 0,
  );
  return telling.length > 0 ? telling : words;
}
