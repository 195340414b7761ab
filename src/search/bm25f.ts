/**
 * BM25F: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009),
 * section 3.6. Term frequencies of all fields are weighted and summed *before* saturation, so a word that
 * stands in the statement and in its question isn't counted as two independent matches.
 */

/** Saturation: how soon repeating a word stops helping. */
export const K1 = 1.2;

export interface FieldWeighting {
  /** How much an occurrence in this field counts beside one in the statement's own words. */
  readonly weight: number;
  /** Length normalisation: 0 for none, 1 for full. */
  readonly b: number;
}

/** A field's share of the weighted frequency. `averageLength` of 0 means that nothing has this field. */
export function weightedFrequency(
  frequency: number,
  length: number,
  averageLength: number,
  { weight, b }: FieldWeighting,
): number {
  if (averageLength === 0) return 0;
  return (weight * frequency) / (1 - b + (b * length) / averageLength);
}

/** From 0 to K1 + 1. */
export function saturate(weighted: number): number {
  return ((K1 + 1) * weighted) / (K1 + weighted);
}

/** Robertson–Spärck Jones weight without relevance information, kept positive (Robertson & Zaragoza 2009, eq. 3.3 with +1). */
export function inverseDocumentFrequency(documents: number, withTerm: number): number {
  return Math.log(1 + (documents - withTerm + 0.5) / (withTerm + 0.5));
}
