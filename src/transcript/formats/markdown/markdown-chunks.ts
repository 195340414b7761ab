import type { Span } from "../../source-text.ts";

/** How much is parsed at once, in UTF-16 units: the parser keeps some thirty times as much in memory. */
const CHUNK = 1 << 19;
/** Where the parser takes a time that grows with the square of something, this is the most it may come to. */
const MOST_WORK = 3e7;
const DEEPEST = 60;
/** What the square of a paragraph's lines costs beside that of its marks. */
const WORK_OF_LINES = 0.1;

/**
 * Divides Markdown into stretches that can be parsed by themselves, each some half a million units long: at a blank
 * line before a paragraph or heading, outside fenced code.
 */
export function chunksOf(text: string, from: number): readonly Span[] {
  const chunks: Span[] = [];
  let start = from;
  let fences = 0;
  let seen = from;
  while (text.length - start > CHUNK) {
    let at = start + CHUNK;
    let end = -1;
    while (end < 0) {
      const blank = text.slice(at, at + CHUNK).search(/\r?\n[ \t]*\r?\n(?=[\p{L}#*])/u);
      if (blank < 0 && at + CHUNK >= text.length) break;
      if (blank < 0) {
        at += CHUNK;
        continue;
      }
      const place = at + blank + (text.charAt(at + blank) === "\r" ? 2 : 1);
      fences += fencesIn(text.slice(seen, place));
      seen = place;
      if (fences % 2 === 0) end = place;
      else at = place + 1;
    }
    if (end < 0) break;
    chunks.push({ start, end });
    start = end;
  }
  chunks.push({ start, end: text.length });
  return chunks;
}

function fencesIn(text: string): number {
  return text.match(/^ {0,3}(?:```|~~~)/gmu)?.length ?? 0;
}

/**
 * True for mark-up that would keep the parser busy for minutes, such as a hundred thousand asterisks between letters
 * or block quotes within block quotes without end. No transcript has it.
 */
export function isEndless(text: string): boolean {
  let work = 0;
  let marks = 0;
  let depth = 0;
  let indent = 0;
  let opens = true;
  let blank = true;
  let lines = 0;
  const close = () => {
    work += marks * marks + lines * lines * WORK_OF_LINES;
    marks = 0;
    lines = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) {
      if (blank) close();
      else lines += 1;
      if (depth > DEEPEST) return true;
      opens = true;
      blank = true;
      depth = 0;
      continue;
    }
    if (unit === 0x20 || unit === 0x09) {
      if (blank) indent += 1;
      continue;
    }
    if (blank) work += indent > DEEPEST ? indent * indent : 0;
    indent = 0;
    blank = false;
    // ! & * < > [ ] _ ` and the markers of lists
    const isMark =
      unit === 0x2a ||
      unit === 0x5f ||
      unit === 0x5b ||
      unit === 0x5d ||
      unit === 0x3c ||
      unit === 0x60 ||
      unit === 0x26;
    if (isMark) marks += 1;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    // > - + * and 1. or 1)
    const nests =
      unit === 0x3e || unit === 0x2d || unit === 0x2b || unit === 0x2a || unit === 0x2e || unit === 0x29;
    if (opens && nests) depth += 1;
    else if (!isDigit) opens = false;
    if (work + marks * marks + lines * lines * WORK_OF_LINES > MOST_WORK) return true;
  }
  return depth > DEEPEST;
}
