import { GUTTER_BAR } from "./gutter.ts";

/**
 * Text that isn't quoted, made fit for one line of a terminal: names, titles, what the reader typed. Line breaks
 * become spaces; other control characters go, and so do the ones that turn writing around (Unicode's bidirectional
 * embeddings, overrides and isolates), for they would rearrange what stands after them. The gutter's bar becomes
 * a plain one, so that nothing but a quote can look quoted, not even where the terminal wraps a line.
 */
export function ownWords(text: string): string {
  return text
    .replace(/[\t-\r\u0085\u2028\u2029]+/gu, " ")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "")
    .replaceAll(GUTTER_BAR, "|");
}
