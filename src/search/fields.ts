import type { FieldWeighting } from "./bm25f.ts";

/** Where a word may stand that leads to a statement. Bits, because one word may stand in several. */
export const OWN = 1;
export const QUESTION = 2;
export const PREVIOUS = 4;
export const EXCHANGE = 8;
export const TOPIC = 16;
export const SPEAKER = 32;

export interface Field {
  readonly bit: number;
  readonly name: string;
  readonly weighting: FieldWeighting;
  /** What a match here is worth beside one in the own words, when coverage is counted: 0 to 1. */
  readonly evidence: number;
}

/**
 * A statement's fields, the most telling first. What it answers is the best clue to what it is about after its
 * own words: "Never. Neither he …" names neither troops nor Belarus. `previous` is the paragraph before, which
 * "He denies that." refers to; `exchange` the statements around it in the same exchange.
 */
export const FIELDS: readonly Field[] = [
  { bit: OWN, name: "own", weighting: { weight: 1, b: 0.4 }, evidence: 1 },
  { bit: QUESTION, name: "question", weighting: { weight: 0.7, b: 0.3 }, evidence: 0.85 },
  { bit: PREVIOUS, name: "previous", weighting: { weight: 0.25, b: 0.3 }, evidence: 0.5 },
  { bit: EXCHANGE, name: "exchange", weighting: { weight: 0.1, b: 0.3 }, evidence: 0.4 },
  { bit: TOPIC, name: "topic", weighting: { weight: 0.15, b: 0 }, evidence: 0.5 },
  { bit: SPEAKER, name: "speaker", weighting: { weight: 0.3, b: 0 }, evidence: 0.8 },
];

/** What the fields of a mask are worth at best; see {@link Field.evidence}. */
export const EVIDENCE: Float32Array = Float32Array.from({ length: 64 }, (_, mask) =>
  Math.max(0, ...FIELDS.filter(({ bit }) => mask & bit).map(({ evidence }) => evidence)),
);
