import type { Span } from "../../source-text.ts";

/** One line of a transcript that has more than white space on it. */
export interface Line {
  /** Without the white space around it, and without the number a court reporter printed before it. */
  readonly span: Span;
  /** How far it is set in, in UTF-16 units; a tab counts as one. */
  readonly indent: number;
  /** True when it stands first, or after a blank line. */
  readonly opensBlock: boolean;
  /** True when the mark-up says that it is a heading. */
  readonly isHeading: boolean;
  /** True when the mark-up says that it is an item of a list, whose dash or dot isn't in the text. */
  readonly isItem: boolean;
  /** Where the bold words end that it begins with; its start when it begins with none. */
  readonly boldTo: number;
}

/** A line number of a court reporter's page: 1 to 99, and words well apart from it, or none. */
const LINE_NUMBER = /^[^\S\r\n]*(\d{1,2})(?:[^\S\r\n]{1,}|$)/u;
const PAGE_NUMBER = /^(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?$/iu;
/** How many lines in a hundred must be numbered for the numbers to be the page's. */
const NUMBERED_SHARE = 60;
const FEWEST_NUMBERED = 8;

/** The lines of a text, and what stands in the margin of a court reporter's pages. */
export interface Page {
  readonly lines: readonly Line[];
  /** Numbers of lines and pages, in order. */
  readonly margins: readonly Span[];
}

/** What lines of plain text look like: nothing is known of their mark-up. */
export function linesOf(text: string): Page {
  const lines = rawLines(text);
  return hasLineNumbers(lines, text) ? withoutNumbers(lines, text) : { lines, margins: [] };
}

function rawLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let opensBlock = true;
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d) end += 1;
    const span = trimmed(text, start, end);
    if (span) {
      const indent = span.start - start;
      lines.push({ span, indent, opensBlock, isHeading: false, isItem: false, boldTo: span.start });
    }
    opensBlock = span === null;
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

/** Numbers that count up from line to line, again and again, are a page's. */
function hasLineNumbers(lines: readonly Line[], text: string): boolean {
  let numbered = 0;
  let counting = 0;
  let before = 0;
  for (const { span } of lines) {
    const number = Number(LINE_NUMBER.exec(text.slice(span.start, Math.min(span.end, span.start + 8)))?.[1]);
    if (Number.isNaN(number)) continue;
    numbered += 1;
    if (number === before + 1 || number === 1) counting += 1;
    before = number;
  }
  return (
    numbered >= FEWEST_NUMBERED &&
    numbered * 100 >= lines.length * NUMBERED_SHARE &&
    counting * 10 >= numbered * 9
  );
}

function withoutNumbers(numbered: readonly Line[], text: string): Page {
  const lines: Line[] = [];
  const margins: Span[] = [];
  let opensBlock = true;
  for (const line of numbered) {
    const { start, end } = line.span;
    const number = LINE_NUMBER.exec(text.slice(start, Math.min(end, start + 80)));
    // Where no number stands, that of the page may.
    const written = number
      ? number[0].trimEnd().length
      : PAGE_NUMBER.test(text.slice(start, end))
        ? end - start
        : 0;
    if (written > 0) margins.push({ start, end: start + written });
    const words = trimmed(text, start + written, end);
    if (words) {
      const indent = line.indent + words.start - start;
      lines.push({
        ...line,
        span: words,
        indent,
        boldTo: words.start,
        opensBlock: opensBlock || line.opensBlock,
      });
    }
    opensBlock = words === null && number !== null;
  }
  return { lines, margins };
}

/** The stretch without white space at its ends; null when nothing else is in it. */
export function trimmed(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return start < end ? { start, end } : null;
}

function isSpace(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return /\s/u.test(text.charAt(offset));
}
