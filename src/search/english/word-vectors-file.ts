import { existsSync, readFileSync } from "node:fs";
import { WordVectors } from "../word-vectors.ts";

/** Beside this file in the sources; the compiler doesn't copy it into dist/. */
const PLACES = ["./word-vectors.bin", "../../../../src/search/english/word-vectors.bin"].map(
  (path) => new URL(path, import.meta.url),
);

let loaded: WordVectors | null = null;

/** The English word vectors, read when they are first wanted. Made by evaluation/word-vectors. */
export function englishWordVectors(): WordVectors {
  loaded ??= new WordVectors(readFileSync(PLACES.find((place) => existsSync(place)) ?? PLACES[0] ?? ""));
  return loaded;
}
