import type { SourceText, Span } from "../../source-text.ts";

/** Lines that someone wrapped by hand are about as wide as a page; others are paragraphs of their own. */
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 120;
const SENTENCE_END = /[.?!…:][\p{Pf}\p{Pe}"'”’»]*$/u;
/** Lines that some program evened out may be this much shorter than the widest. */
const SHORTEST_EVEN = 0.6;

/**
 * The paragraphs of an article, each without the white space around it. A blank line always ends a paragraph.
 * So does every other line break, unless the lines between two blank ones were wrapped by hand: that is so
 * when one of them breaks off in the middle of a sentence that the next takes up in small letters, and no line
 * but the last could have taken the first word of the next (or is much shorter than the widest).
 */
export function findParagraphs(source: SourceText): readonly Span[] {
  const paragraphs: Span[] = [];
  let block: Span[] = [];
  const endBlock = () => {
    const first = block[0];
    const last = block.at(-1);
    if (!first || !last) return;
    if (block.length > 1 && isWrapped(block, source.text)) {
      paragraphs.push({ start: first.start, end: last.end });
    } else {
      for (const line of block) paragraphs.push(line);
    }
    block = [];
  };
  for (const line of linesOf(source.text)) {
    const trimmed = trimSpan(source.text, line);
    if (trimmed) block.push(trimmed);
    else endBlock();
  }
  endBlock();
  return paragraphs;
}

/** The lines without their breaks, as every editor counts them. No regular expression: it fails on a line of 10 MB. */
function* linesOf(text: string): Generator<Span> {
  let start = 0;
  while (start < text.length) {
    let end = start;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end += 1;
    yield { start, end };
    const isPair = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED;
    start = end + (isPair ? 2 : 1);
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function isBreak(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN;
}

/** The span without white space at its ends, or undefined when nothing else is in it. */
export function trimSpan(text: string, { start, end }: Span): Span | undefined {
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return start < end ? { start, end } : undefined;
}

function isSpace(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit > 0x20 && unit < 0x80) return false;
  return /\s/u.test(text.charAt(offset));
}

/** True when these lines, which follow on each other, are one paragraph that was wrapped by hand. */
export function isWrapped(lines: readonly Span[], text: string): boolean {
  const width = lines.reduce((widest, { start, end }) => Math.max(widest, end - start), 0);
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return false;
  let breaksOff = false;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next) break;
    const firstWord = /^\S+/u.exec(text.slice(next.start, next.end))?.[0] ?? "";
    const length = line.end - line.start;
    if (length + 1 + firstWord.length <= width && length < width * SHORTEST_EVEN) return false;
    breaksOff ||= /^[\p{Ll}\p{Lo}]/u.test(firstWord) && !SENTENCE_END.test(text.slice(line.start, line.end));
  }
  return breaksOff;
}
