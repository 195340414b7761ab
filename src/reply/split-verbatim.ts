import type { Verbatim } from "../transcript/source-text.ts";

/**
 * Splits quoted words into parts that each cost at most `budget`, without losing or adding a character: the
 * parts stand one right after the other. A part ends with a paragraph where it can, else after a sentence, a
 * word, or at least a whole character as people see it (a grapheme). The line break between two paragraphs
 * begins the next part: Discord cuts white space from the end of a text, and of a last line that is quoted but
 * empty it would show the bare mark.
 *
 * @param cost what showing a text costs: at least its length in UTF-16 units, and never less when it grows.
 */
export function splitVerbatim(
  verbatim: Verbatim,
  budget: number,
  cost: (text: string) => number,
): readonly Verbatim[] {
  const { text } = verbatim;
  if (cost(text) <= budget) return [verbatim];
  const parts: Verbatim[] = [];
  let start = 0;
  while (start < text.length) {
    // Nothing longer than the budget can fit, so a long statement is never measured as a whole.
    const end = start + fittingLength(text.slice(start, start + Math.max(1, budget)), budget, cost);
    parts.push(verbatim.part(start, end));
    start = end;
  }
  return parts;
}

/** How many units from the start of the text go into one part; at least one grapheme, even if it costs more. */
function fittingLength(text: string, budget: number, cost: (text: string) => number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cost(text.slice(0, middle)) <= budget) low = middle;
    else high = middle - 1;
  }
  const fitting = text.slice(0, low);
  // An early break would leave a page nearly empty; the second half of the page is soon enough.
  const least = low / 2;
  for (const pattern of [/(?=(?<![\n\r]\s*)[\n\r])/gu, /[.?!…]["”’»)\]]*[^\S\n\r]+/gu, /[^\S\n\r]+/gu]) {
    const last = [...fitting.matchAll(pattern)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > least) return end;
  }
  return graphemeBoundary(text, low);
}

function graphemeBoundary(text: string, limit: number): number {
  // A grapheme is a few units long, but combining marks may pile up without end: look no further than this.
  const window = text.slice(0, limit + 200);
  let boundary = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
    window,
  )) {
    const end = index + segment.length;
    if (end > limit) {
      if (boundary > 0) return boundary;
      return end <= limit + 100 ? end : wholeCharacter(text, limit);
    }
    boundary = end;
  }
  return boundary;
}

function wholeCharacter(text: string, limit: number): number {
  const end = Math.max(limit, 1);
  const unit = text.charCodeAt(end - 1);
  if (unit < 0xd800 || unit > 0xdbff) return end;
  return end > 1 ? end - 1 : end + 1;
}
