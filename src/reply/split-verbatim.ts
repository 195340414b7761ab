import type { Verbatim } from "../transcript/source-text.ts";

/**
 * Splits quoted words into parts that each cost at most `budget`, without losing or adding a character: the
 * parts stand one right after the other. A part ends with a paragraph where it can, else after a sentence, a
 * word, or at least a whole character as people see it (a grapheme). The line break between two paragraphs
 * begins the next part: Discord cuts white space from the end of a text, and of a last line that is quoted but
 * empty it would show the bare mark.
 *
 * Where another end is to be had on the second half of the page, a part doesn't end right before words that turn it
 * around ("But only if …").
 *
 * @param cost what showing a text costs: at least its length in UTF-16 units, and never less when it grows.
 * @param turnsAt whether the words after so many units turn around those before.
 */
export function splitVerbatim(
  verbatim: Verbatim,
  budget: number,
  cost: (text: string) => number,
  turnsAt: (at: number) => boolean = () => false,
): readonly Verbatim[] {
  const { text } = verbatim;
  if (cost(text) <= budget) return [verbatim];
  const parts: Verbatim[] = [];
  let start = 0;
  while (start < text.length) {
    const from = start;
    const rest = text.slice(start, start + budget + LOOK_AHEAD);
    const end = start + fittingLength(rest, budget, cost, (length) => turnsAt(from + length));
    parts.push(verbatim.part(start, end));
    start = end;
  }
  return parts;
}

/** A grapheme is a few units long, but combining marks may pile up without end: it is looked no further than this. */
const LOOK_AHEAD = 200;

/** How many units from the start of the text go into one part; at least one grapheme, even if it costs more. */
function fittingLength(
  text: string,
  budget: number,
  cost: (text: string) => number,
  turnsAt: (length: number) => boolean,
): number {
  const low = longestFitting(text, budget, cost);
  // All that is left fits.
  if (low === text.length) return low;
  const fitting = text.slice(0, low);
  // An early break would leave a page nearly empty; the second half of the page is soon enough.
  const least = low / 2;
  const isEnd = (end: number) => end > least && !/^[\p{M}\u200d]/u.test(text.slice(end, end + 2));
  const endsBy = (endsOf: (text: string) => number[]) => endsOf(fitting).filter(isEnd).reverse();
  const good = (some: readonly number[]) => some.slice(0, MOST_TRIED).find((end) => !turnsAt(end));
  // A sentence is better whole with what turns it around on the next page than cut in its midst.
  const paragraphs = endsBy(paragraphEnds);
  const paragraph = good(paragraphs);
  if (paragraph !== undefined) return paragraph;
  const sentences = endsBy(sentenceEnds);
  const whole = good(sentences) ?? paragraphs[0] ?? sentences[0];
  if (whole !== undefined) return whole;
  const words = endsBy(wordEnds);
  return good(words) ?? words[0] ?? graphemeBoundary(text, low);
}

/** How many units from the start of the text fit. Most texts cost little more than their length: it is looked for there first. */
function longestFitting(text: string, budget: number, cost: (text: string) => number): number {
  let low = 0;
  // Nothing longer than the budget can fit.
  let high = Math.min(text.length, budget);
  const near = high - (cost(text.slice(0, high)) - budget);
  if (near >= high) return high;
  high -= 1;
  if (near > 0) {
    if (cost(text.slice(0, near)) <= budget) low = near;
    else high = near - 1;
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cost(text.slice(0, middle)) <= budget) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Words that turn something around are rare; a text made of nothing else isn't searched for long. */
const MOST_TRIED = 20;

/** Where paragraphs end: before the white space that holds a line break. */
function paragraphEnds(text: string): number[] {
  const ends: number[] = [];
  if (!/[\n\r]/u.test(text)) return ends;
  for (const { index, 0: space } of text.matchAll(/\s+/gu)) {
    const at = space.search(/[\n\r]/u);
    if (at >= 0) ends.push(index + at);
  }
  return ends;
}

function sentenceEnds(text: string): number[] {
  return endsOfAll(/[.?!…]["”’»)\]]*[^\S\n\r]+/gu, text);
}

function wordEnds(text: string): number[] {
  return endsOfAll(/[^\S\n\r]+/gu, text);
}

function endsOfAll(pattern: RegExp, text: string): number[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);
}

function graphemeBoundary(text: string, limit: number): number {
  // Segmenting is slow: it begins at the last boundary that is plain to see.
  const begin = plainBoundary(text, limit);
  const window = text.slice(begin, limit + LOOK_AHEAD);
  let boundary = begin;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(
    window,
  )) {
    const end = begin + index + segment.length;
    if (end > limit) {
      if (boundary > 0) return boundary;
      return end <= limit + 100 ? end : wholeCharacter(text, limit);
    }
    boundary = end;
  }
  return boundary;
}

/** The last place up to `limit` between two letters that never belong to one grapheme; 0 where there is none. */
function plainBoundary(text: string, limit: number): number {
  let at = Math.min(limit, text.length - 1);
  while (at > 0 && !(isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at)))) at -= 1;
  return Math.max(0, at);
}

/** Latin letters and signs, Cyrillic letters and Chinese characters: a grapheme each, unless marks follow (UAX #29). */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300) ||
    (unit >= 0x400 && unit < 0x483) ||
    (unit >= 0x48a && unit < 0x530) ||
    (unit >= 0x4e00 && unit < 0xa000)
  );
}

function wholeCharacter(text: string, limit: number): number {
  const end = Math.max(limit, 1);
  const unit = text.charCodeAt(end - 1);
  if (unit < 0xd800 || unit > 0xdbff) return end;
  return end > 1 ? end - 1 : end + 1;
}
