import type { Language } from "./language.ts";
import { tokenise } from "./text-analysis.ts";
import type { WordVectors } from "./word-vectors.ts";

/** What a few words mean together: see {@link WordVectors.directionOf}. */
export function meaningOf(text: string, language: Language, vectors: WordVectors): Float64Array | null {
  const words = tokenise(text).flatMap(({ word }) => language.spelledOut(word) ?? [word]);
  return vectors.directionOf(words.map((word) => language.term(word)));
}
