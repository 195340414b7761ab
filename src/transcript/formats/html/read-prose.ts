import type { Cast } from "../../cast.ts";
import type { SourceText } from "../../source-text.ts";
import { article } from "../article/article.ts";
import type { FoundTranscript } from "../format.ts";

/** Reads a page whose mark-up names no voices by its words alone. */
export function readProse(source: SourceText, cast: Cast): FoundTranscript {
  return article.read(source, cast);
}
