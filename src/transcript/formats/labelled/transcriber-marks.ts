import type { Span } from "../../source-text.ts";
import { withoutInsertions } from "../article/editorial-insertions.ts";

/** The words of a passage without the transcriber's own, such as [inaudible] and [laughs], which nobody spoke. */
export function wordsSpoken(text: string, span: Span): readonly Span[] {
  return withoutInsertions(text, span);
}
