import type { Span } from "../../source-text.ts";

/** A stretch of text between quotation marks, in one paragraph. */
export interface Quotation {
  /** With its marks. */
  readonly outer: Span;
  /** The words between the marks. */
  readonly inner: Span;
  /** False when the paragraph ends before a closing mark. */
  readonly closed: boolean;
  /** True when the quotation began in an earlier paragraph. */
  readonly runsOn: boolean;
}

interface Marks {
  readonly open: string;
  readonly close: string;
}

/** In order of preference: an article whose speech stands in “ ” may use ' or ‘ ’ inside it, or as apostrophes. */
const MARKS: readonly Marks[] = [
  { open: "“", close: "”" },
  { open: "„", close: "“”" },
  { open: "«", close: "»" },
  { open: '"', close: '"' },
  { open: "‘", close: "’" },
];

/** The marks in which this text sets direct speech: those that open most paragraphs, else the most frequent. */
export function findMarks(text: string): Marks {
  const score = ({ open }: Marks) =>
    count(text, new RegExp(`(?<=^|\\n)[ \\t]*${open}`, "gu")) * 1000 + count(text, new RegExp(open, "gu"));
  const [first, ...rest] = MARKS;
  if (!first) throw new RangeError("no quotation marks are known");
  // "„…“" closes with the mark that opens "“…”": where both occur, the lower mark decides.
  if (text.includes("„")) return MARKS[1] ?? first;
  return rest.reduce((best, marks) => (score(marks) > score(best) ? marks : best), first);
}

/**
 * The quotations of one paragraph. By newspaper convention a quotation over several paragraphs opens each of
 * them with a mark and closes only the last: `running` says that the paragraph before was left open.
 */
export function findQuotations(
  text: string,
  paragraph: Span,
  marks: Marks,
  running: boolean,
): readonly Quotation[] {
  const quotations: Quotation[] = [];
  let offset = paragraph.start;
  while (offset < paragraph.end) {
    const open = text.indexOf(marks.open, offset);
    if (open < 0 || open >= paragraph.end) break;
    if (!canOpen(text, open, paragraph, marks)) {
      offset = open + 1;
      continue;
    }
    const close = findClose(text, open, paragraph.end, marks);
    const end = close ?? paragraph.end;
    quotations.push({
      outer: { start: open, end: close === undefined ? end : end + 1 },
      inner: { start: open + 1, end },
      closed: close !== undefined,
      runsOn: running && open === paragraph.start,
    });
    offset = end + 1;
  }
  return quotations;
}

function canOpen(text: string, offset: number, paragraph: Span, marks: Marks): boolean {
  if (offset === paragraph.start) return true;
  // Straight marks and ‘ look alike at both ends: one that opens stands after a space, a bracket or a dash.
  const ambiguous = marks.open === marks.close || marks.open === "‘";
  return !ambiguous || /[\s([{—–-]/u.test(text.charAt(offset - 1));
}

function findClose(text: string, open: number, end: number, marks: Marks): number | undefined {
  if (marks.open === "‘") return findSingleClose(text, open, end);
  let depth = 1;
  for (let offset = open + 1; offset < end; offset += 1) {
    const character = text.charAt(offset);
    if (marks.close.includes(character)) {
      depth -= 1;
      if (depth === 0) return offset;
    } else if (character === marks.open && hasCloseAfter(text, offset, end, marks)) {
      depth += 1;
    }
  }
  return undefined;
}

/** Marks within marks of the same kind come in pairs; an opening one without its partner is a slip. */
function hasCloseAfter(text: string, offset: number, end: number, marks: Marks): boolean {
  const rest = text.slice(offset + 1, end);
  return [...rest].filter((character) => marks.close.includes(character)).length >= 2;
}

/** ’ closes and is an apostrophe too: it closes where no letter follows, best after punctuation. */
function findSingleClose(text: string, open: number, end: number): number | undefined {
  let fallback: number | undefined;
  for (let offset = open + 1; offset < end; offset += 1) {
    if (text.charAt(offset) === "‘") break;
    if (text.charAt(offset) !== "’" || /[\p{L}\p{N}]/u.test(text.charAt(offset + 1))) continue;
    if (/[.,?!…—–]/u.test(text.charAt(offset - 1)) || /[.,?!]/u.test(text.charAt(offset + 1))) return offset;
    fallback = offset;
  }
  return fallback;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
