import type { Language } from "./language.ts";
import { tokenise } from "./text-analysis.ts";
import { UNIT, type WordVectors } from "./word-vectors.ts";

/** What a few words mean together: a direction of length 1, or null when the meaning of none is known. */
export function meaningOf(text: string, language: Language, vectors: WordVectors): Float32Array | null {
  const sum = new Float32Array(vectors.dimensions);
  for (const { word } of tokenise(text)) {
    for (const spelled of language.spelledOut(word) ?? [word]) {
      const number = vectors.find(language.term(spelled));
      if (number < 0) continue;
      const direction = vectors.direction(number);
      const scale = vectors.length(number) / UNIT;
      for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + scale * (direction[at] ?? 0);
    }
  }
  const length = Math.hypot(...sum);
  return length === 0 ? null : sum.map((value) => value / length);
}
