import type { Span } from "../../source-text.ts";
import { trimSpan } from "./paragraphs.ts";

/**
 * The words of a quotation that were spoken: all but the [insertions] an editor made for the reader. Brackets
 * within brackets belong to the outer ones; a bracket without its partner inserts nothing.
 */
export function withoutInsertions(text: string, inner: Span): readonly Span[] {
  const spoken: Span[] = [];
  let start = inner.start;
  const keep = (end: number) => {
    const words = trimSpan(text, { start, end });
    if (words && /[\p{L}\p{N}]/u.test(text.slice(words.start, words.end))) spoken.push(words);
  };
  const opened: number[] = [];
  const insertions: Span[] = [];
  for (let offset = inner.start; offset < inner.end; offset += 1) {
    const character = text.charAt(offset);
    if (character === "[") opened.push(offset);
    if (character !== "]") continue;
    const open = opened.pop();
    if (open === undefined) continue;
    while ((insertions.at(-1)?.start ?? -1) > open) insertions.pop();
    insertions.push({ start: open, end: offset + 1 });
  }
  for (const insertion of insertions) {
    keep(insertion.start);
    start = insertion.end;
  }
  keep(inner.end);
  return spoken;
}
