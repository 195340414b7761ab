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
    const end = start + fittingLength(text.slice(start, start + budget + LOOK_AHEAD), budget, cost);
    parts.push(verbatim.part(start, end));
    start = end;
  }
  return parts;
}

/** A grapheme is a few units long, but combining marks may pile up without end: it is looked no further than this. */
const LOOK_AHEAD = 200;

/** How many units from the start of the text go into one part; at least one grapheme, even if it costs more. */
function fittingLength(text: string, budget: number, cost: (text: string) => number): number {
  let low = 0;
  // Nothing longer than the budget can fit.
  let high = Math.min(text.length, budget);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cost(text.slice(0, middle)) <= budget) low = middle;
    else high = middle - 1;
  }
  // All that is left fits.
  if (low === text.length) return low;
  const fitting = text.slice(0, low);
  // An early break would leave a page nearly empty; the second half of the page is soon enough.
  const least = low / 2;
  for (const endOf of [paragraphEnd, sentenceEnd, wordEnd]) {
    const end = endOf(fitting);
    // A mark that combines with the white space before it belongs to it.
    if (end > least && !/^[\p{M}\u200d]/u.test(text.slice(end, end + 2))) return end;
  }
  return graphemeBoundary(text, low);
}

/** Where the last paragraph before a line break ends; 0 when there is none. */
function paragraphEnd(text: string): number {
  let end = 0;
  for (const { index, 0: space } of text.matchAll(/\s+/gu)) {
    const at = space.search(/[\n\r]/u);
    if (at >= 0) end = index + at;
  }
  return end;
}

function sentenceEnd(text: string): number {
  return endOfLast(/[.?!…]["”’»)\]]*[^\S\n\r]+/gu, text);
}

function wordEnd(text: string): number {
  return endOfLast(/[^\S\n\r]+/gu, text);
}

function endOfLast(pattern: RegExp, text: string): number {
  let end = 0;
  for (const { index, 0: found } of text.matchAll(pattern)) end = index + found.length;
  return end;
}

function graphemeBoundary(text: string, limit: number): number {
  const window = text.slice(0, limit + LOOK_AHEAD);
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
