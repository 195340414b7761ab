import { isHeadingLine } from "./asides.ts";
import type { Candidate } from "./label.ts";
import type { Line } from "./lines.ts";

const LONGEST = 100;
const LONGEST_TITLE = 60;
/** How far lines in the middle of a page are set in, at the least. */
const CENTRED = 12;
const ENDS_SENTENCE = /[.?!…,;:。！？؟—–-]["'”’»)\]*_]*$/u;
/** Of a hundred paragraphs so many must end a sentence for one that doesn't to be a title. */
const PUNCTUATED_SHARE = 90;

/** Where lines stand that nobody said, among the turns: see the functions below for each kind. */
export function headingsOf(
  lines: readonly Line[],
  labels: readonly (Candidate | null)[],
  text: string,
): ReadonlySet<number> {
  const headings = new Set<number>();
  const runningHeads = runningHeadsOf(lines, labels, text);
  const hasTitles = isPunctuated(lines, labels, text);
  for (const [at, line] of lines.entries()) {
    if (labels[at]) continue;
    const isOne =
      isHeadingLine(line, text) ||
      runningHeads.has(at) ||
      (hasTitles && isTitle(lines, labels, at, text)) ||
      (!line.opensBlock && headings.has(at - 1) && isCentredCapitals(line, text)) ||
      (line.opensBlock && isCentredCapitals(line, text) && continuesInCapitals(lines[at + 1], text));
    if (isOne) headings.add(at);
  }
  return headings;
}

/** What a word processor prints at the head of each page: "Vale – 1 – 12", with another number each time. */
function runningHeadsOf(
  lines: readonly Line[],
  labels: readonly (Candidate | null)[],
  text: string,
): ReadonlySet<number> {
  const alike = new Map<string, { readonly places: number[]; readonly written: Set<string> }>();
  for (const [at, line] of lines.entries()) {
    if (labels[at] || !isAlone(lines, at) || line.span.end - line.span.start > LONGEST_TITLE) continue;
    const words = text.slice(line.span.start, line.span.end);
    if (!/\d/u.test(words) || !/\p{L}/u.test(words) || /^\p{Ll}/u.test(words) || ENDS_SENTENCE.test(words))
      continue;
    const shape = words.replace(/\d+/gu, "0");
    const found = alike.get(shape) ?? { places: [], written: new Set<string>() };
    found.places.push(at);
    found.written.add(words);
    alike.set(shape, found);
  }
  const heads = [...alike.values()].filter(({ written }) => written.size > 1);
  return new Set(heads.flatMap(({ places }) => places));
}

/** "The First Winter", alone above a turn, where all that people say ends with a full stop. */
function isTitle(
  lines: readonly Line[],
  labels: readonly (Candidate | null)[],
  at: number,
  text: string,
): boolean {
  const [before, line] = [lines[at - 1], lines[at]];
  if (!before || !line || !labels[at + 1]?.voice || !isAlone(lines, at)) return false;
  // The words of a name alone stand below it.
  if ((labels[at - 1]?.wordsAt ?? -1) >= before.span.end - before.span.start) return false;
  const { start, end } = line.span;
  if (end - start > LONGEST_TITLE) return false;
  const words = text.slice(start, end);
  if (ENDS_SENTENCE.test(words) || !endsSentence(before, text)) return false;
  const each = words.split(/\s+/u);
  return (
    /^[\p{Lu}\p{Lt}\p{N}]/u.test(words) &&
    each.length <= 8 &&
    each.every((word) => /^\P{L}*(?:\p{Lu}|\p{Lt}|\p{Ll}{1,4}(?!\p{L})|\P{L}*$)/u.test(word))
  );
}

function isPunctuated(lines: readonly Line[], labels: readonly (Candidate | null)[], text: string): boolean {
  let blocks = 0;
  let ended = 0;
  const first = labels.findIndex((label) => label?.voice);
  for (const [at, line] of lines.entries()) {
    if (at < first) continue;
    const next = lines[at + 1];
    if (next && !next.opensBlock) continue;
    const ends = endsSentence(line, text);
    // Names and titles alone are no paragraphs.
    if (!ends && line.span.end - line.span.start <= LONGEST_TITLE / 2) continue;
    blocks += 1;
    if (ends) ended += 1;
  }
  return blocks >= 4 && ended * 100 >= blocks * PUNCTUATED_SHARE;
}

function isAlone(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  return lines[at]?.opensBlock === true && (!next || next.opensBlock);
}

function endsSentence({ span }: Line, text: string): boolean {
  return ENDS_SENTENCE.test(text.slice(Math.max(span.start, span.end - 8), span.end));
}

/** "STATEMENT OF ANN VALE, POSTMASTER," in the middle of the page, over a line or more. */
function isCentredCapitals({ span, indent }: Line, text: string): boolean {
  if (indent < CENTRED || span.end - span.start > LONGEST) return false;
  const words = text.slice(span.start, span.end);
  return /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words);
}

function continuesInCapitals(next: Line | undefined, text: string): boolean {
  return next !== undefined && !next.opensBlock && isCentredCapitals(next, text);
}
