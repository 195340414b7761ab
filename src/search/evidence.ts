import type { Candidate } from "./candidates.ts";
import { SPEAKER, TOPIC } from "./fields.ts";
import type { Likeness, QueryReading } from "./query-reading.ts";
import type { StatementIndex } from "./statement-index.ts";

/**
 * Where a query's word was found: in the statement itself, in the question it answers, in the statement before or
 * after it, in those two or three away in the same exchange, or in its topics and speaker. The nearest first.
 */
export const PLACES = ["own", "question", "before", "after", "near", "label"] as const;
export type Place = (typeof PLACES)[number];

/** Statements either side that are near. */
const NEAR = 3;

/** How well each word of a query is borne out, place by place: strengths from 0 to 1. */
export interface Evidence {
  /** By place, then by word. */
  readonly strengths: Readonly<Record<Place, Float64Array>>;
  /** By word: how the own words bear it out; null where they don't. */
  readonly likeness: readonly (Likeness | null)[];
  /** The places of the words in the own words, by word; at most {@link MOST_OCCURRENCES} each. */
  readonly positions: readonly (readonly number[])[];
  /** How many words the statement has. */
  readonly words: number;
}

const MOST_OCCURRENCES = 8;
const NOWHERE: number[] = [];

type PlaceAround = Exclude<Place, "own" | "label">;

/** Visits the question a document answers, then the statements before it and after it, as far as they may bear it out. */
export function visitAround(
  { ownStart, questions, begins, exchanges }: StatementIndex,
  document: number,
  visit: (place: PlaceAround, document: number) => void,
): void {
  const question = questions[document] ?? -1;
  if (question >= 0) visit("question", question);
  // Backwards and forwards as far as the interview goes; beyond the neighbours, as far as the exchange does.
  for (const step of [-1, 1]) {
    for (let distance = 1; distance <= NEAR; distance += 1) {
      const at = document + step * distance;
      if (at < 0 || at >= ownStart.length - 1 || begins[step < 0 ? at + 1 : at]) break;
      if (distance > 1 && exchanges[at] !== exchanges[document]) break;
      visit(distance > 1 ? "near" : step < 0 ? "before" : "after", at);
    }
  }
}

/** A term of the archive, as it stands for a word of the query. */
interface Entry {
  readonly word: number;
  readonly strength: number;
  readonly likeness: Likeness;
}

/**
 * Reads the words of statements and of those around them against a query. Each statement is passed over once, so
 * that the cost grows with the words of the candidates, not with the alternatives of the query.
 */
export class EvidenceReader {
  readonly #index: StatementIndex;
  /** Scratch: term → its entries, from 1; 0 where the query hasn't got it. */
  readonly #entriesOf: Uint16Array;
  #entries: Entry[][] = [];

  constructor(index: StatementIndex) {
    this.#index = index;
    this.#entriesOf = new Uint16Array(index.vocabulary.termCount);
  }

  read(reading: QueryReading, candidates: readonly Candidate[]): readonly Evidence[] {
    const terms: number[] = [];
    this.#entries = [];
    for (const [word, { alternatives }] of reading.words.entries()) {
      for (const { term, strength, likeness } of alternatives) {
        const at = this.#entriesOf[term] ?? 0;
        const entry = { word, strength, likeness };
        if (at > 0) this.#entries[at - 1]?.push(entry);
        else {
          terms.push(term);
          this.#entriesOf[term] = this.#entries.push([entry]);
        }
      }
    }
    const all = candidates.map((candidate) => this.#readOne(reading, candidate));
    for (const term of terms) this.#entriesOf[term] = 0;
    return all;
  }

  #readOne(reading: QueryReading, { document, masks }: Candidate): Evidence {
    const { ownStart } = this.#index;
    const count = reading.words.length;
    const all = new Float64Array(PLACES.length * count);
    const row = (place: number): Float64Array => all.subarray(place * count, (place + 1) * count);
    const own = row(0);
    const strengths = { own, question: row(1), before: row(2), after: row(3), near: row(4), label: row(5) };
    const likeness = new Array<Likeness | null>(count).fill(null);
    const positions = new Array<number[]>(count).fill(NOWHERE);
    this.#readOwn(document, own, likeness, positions);
    visitAround(this.#index, document, (place, at) => this.#raise(strengths[place], at));
    raiseLabels(strengths.label, reading, masks);
    const words = (ownStart[document + 1] ?? 0) - (ownStart[document] ?? 0);
    return { strengths, likeness, positions, words };
  }

  #readOwn(document: number, own: Float64Array, likeness: (Likeness | null)[], positions: number[][]): void {
    const { ownStart, ownTerms } = this.#index;
    const from = ownStart[document] ?? 0;
    const to = ownStart[document + 1] ?? from;
    for (let at = from; at < to; at += 1) {
      const number = this.#entriesOf[ownTerms[at] ?? 0] ?? 0;
      if (number === 0) continue;
      for (const entry of this.#entries[number - 1] ?? []) {
        const { word, strength } = entry;
        if (strength > (own[word] ?? 0)) {
          own[word] = strength;
          likeness[word] = entry.likeness;
        }
        const places = positions[word] ?? NOWHERE;
        if (places === NOWHERE) positions[word] = [at - from];
        else if (places.length < MOST_OCCURRENCES) places.push(at - from);
      }
    }
  }

  #raise(strengths: Float64Array, document: number): void {
    const { ownStart, ownTerms } = this.#index;
    const to = ownStart[document + 1] ?? 0;
    for (let at = ownStart[document] ?? to; at < to; at += 1) {
      const number = this.#entriesOf[ownTerms[at] ?? 0] ?? 0;
      if (number === 0) continue;
      for (const { word, strength } of this.#entries[number - 1] ?? [])
        if (strength > (strengths[word] ?? 0)) strengths[word] = strength;
    }
  }
}

function raiseLabels(label: Float64Array, { words }: QueryReading, masks: Uint8Array): void {
  let mask = 0;
  for (const [word, { alternatives, wordClass }] of words.entries()) {
    for (const { strength } of alternatives) {
      const isLabel = (masks[mask] ?? 0) & (TOPIC | SPEAKER);
      if (isLabel && wordClass !== "function" && strength > (label[word] ?? 0)) label[word] = strength;
      mask += 1;
    }
  }
}
