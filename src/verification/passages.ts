import type { Span } from "../transcript/source-text.ts";

/** Opening marks and what may close them, in the usage of many languages. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["‘", "’"],
  ['"', '"'],
  ["＂", "＂"],
  ["'", "'"],
]);

/** Marks that are apostrophes as well: they quote only where a word could not go on. */
const DOUBTFUL = "‘'";

/**
 * The passages of a text that stand in quotation marks or in a block quote (`> …`), in order: spans without the
 * marks, in UTF-16 code units. Marks within marks belong to the outer ones; a mark that nothing closes quotes the
 * rest of its text. An opening mark before each paragraph, as newspapers print it, opens nothing anew.
 */
export function quotedPassages(text: string): readonly Span[] {
  const passages: Span[] = [];
  let at = 0;
  for (const block of blockQuotes(text)) {
    passages.push(...inMarks(text, at, block.start), block);
    at = block.end;
  }
  passages.push(...inMarks(text, at, text.length));
  return passages.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/** The block quotes of a text, marks and all: whole lines. */
export function blockQuotes(text: string): readonly Span[] {
  const rest = /(?:^|[\r\n])>>>\s/u.exec(text);
  const limit = rest ? rest.index : text.length;
  const blocks: Span[] = [];
  for (const { index, 0: block } of text.slice(0, limit).matchAll(/(?:^>[^\S\r\n].*(?:\r\n|\n|\r|$))+/gmu)) {
    blocks.push({ start: index, end: index + block.length });
  }
  if (rest) blocks.push({ start: rest.index + rest[0].length, end: text.length });
  return blocks;
}

function inMarks(text: string, from: number, to: number): readonly Span[] {
  const passages: Span[] = [];
  let at = from;
  while (at < to) {
    const mark = text.charAt(at);
    const closing = CLOSING.get(mark);
    if (closing === undefined || (DOUBTFUL.includes(mark) && !opensDoubtfully(text, at))) {
      at += 1;
      continue;
    }
    const end = closingAt(text, at, to, mark, closing);
    if (end < 0 && DOUBTFUL.includes(mark)) {
      at += 1;
      continue;
    }
    passages.push({ start: at + 1, end: end < 0 ? to : end });
    at = end < 0 ? to : end + 1;
  }
  return passages;
}

/** A straight mark or an apostrophe opens only before a word and behind none. */
function opensDoubtfully(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}[(…]/u.test(text.charAt(at + 1));
}

function closingAt(text: string, opened: number, to: number, mark: string, closing: string): number {
  for (let at = opened + 1; at < to; at += 1) {
    if (!closing.includes(text.charAt(at))) continue;
    if (!DOUBTFUL.includes(mark)) return at;
    const goesOn = /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
    if (!goesOn && /[\p{L}\p{N}.,!?…;:)\]]/u.test(text.charAt(at - 1))) return at;
  }
  return -1;
}
