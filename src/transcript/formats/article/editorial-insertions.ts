import type { Span } from "../../source-text.ts";
import { trimSpan } from "./paragraphs.ts";

/** The words of a quotation that were spoken: all but the [insertions] an editor made for the reader. */
export function withoutInsertions(text: string, inner: Span): readonly Span[] {
  const spoken: Span[] = [];
  let start = inner.start;
  const keep = (end: number) => {
    const words = trimSpan(text, { start, end });
    if (words && /[\p{L}\p{N}]/u.test(text.slice(words.start, words.end))) spoken.push(words);
  };
  for (const insertion of text.slice(inner.start, inner.end).matchAll(/\[[^[\]]*\]/gu)) {
    keep(inner.start + insertion.index);
    start = inner.start + insertion.index + insertion[0].length;
  }
  keep(inner.end);
  return spoken;
}
