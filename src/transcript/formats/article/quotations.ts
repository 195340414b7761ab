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

export interface Marks {
  readonly open: string;
  /** Any of these closes. */
  readonly close: string;
}

/** In order of preference: an article whose speech stands in “ ” may use ' or ‘ ’ inside it, or as apostrophes. */
const CURLY: Marks = { open: "“", close: "”" };
const LOW: Marks = { open: "„", close: "“”" };
const POINTED_OUT: Marks = { open: "«", close: "»" };
const POINTED_IN: Marks = { open: "»", close: "«" };
const CONTINENTAL: readonly Marks[] = [LOW, POINTED_OUT, POINTED_IN];
const STRAIGHT: Marks = { open: '"', close: '"' };
const MARKS: readonly Marks[] = [
  CURLY,
  LOW,
  POINTED_OUT,
  POINTED_IN,
  STRAIGHT,
  { open: "‘", close: "’" },
  { open: "'", close: "'" },
];

/** These look alike at both ends, or like an apostrophe: one that opens stands after a space, a bracket or a dash. */
const AMBIGUOUS = "\"'‘";
const MAY_STAND_BEFORE = /[\s([{—–-]/u;

/** The marks in which this text sets direct speech: those that open most paragraphs, else the most frequent. */
export function findMarks(text: string): Marks {
  const scores = new Map<Marks, number>();
  for (const marks of MARKS) {
    if (!text.includes(marks.open)) continue;
    const boundary = AMBIGUOUS.includes(marks.open) ? "(?<![^\\s([{—–-])" : "";
    const openings = count(text, new RegExp(`${boundary}${marks.open}`, "gu"));
    scores.set(marks, 1000 * count(text, new RegExp(`^[^\\S\\r\\n]*${marks.open}`, "gmu")) + openings);
  }
  // The mark that opens “…” closes „…“: only those left over open anything.
  scores.set(CURLY, (scores.get(CURLY) ?? 0) - count(text, /„/gu));
  return MARKS.reduce((best, marks) => ((scores.get(marks) ?? 0) > (scores.get(best) ?? 0) ? marks : best));
}

/** Curly and straight marks mean the same: a paragraph without the article's own is read by the other. */
export function marksOf(paragraph: string, usual: Marks): Marks {
  if (usual === CURLY && !paragraph.includes(CURLY.open)) return STRAIGHT;
  if (usual === STRAIGHT && !paragraph.includes(STRAIGHT.open)) return CURLY;
  // Papers on the Continent have two pairs of marks of one rank; some turn the pointed ones inwards.
  if (CONTINENTAL.includes(usual) && !paragraph.includes(usual.open)) {
    return CONTINENTAL.find(({ open }) => paragraph.trimStart().startsWith(open)) ?? usual;
  }
  return usual;
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
  const words = text.slice(paragraph.start, paragraph.end);
  if (!words.includes(marks.open)) return [];
  const isSingle = "‘'".includes(marks.open);
  const closes = isSingle ? [] : closingPlaces(words, marks);
  const quotations: Quotation[] = [];
  let passed = 0;
  let neverCloses = false;
  for (let open = words.indexOf(marks.open); open >= 0; ) {
    let close: number | undefined;
    if (canOpen(words, open, marks)) {
      while (passed < closes.length && (closes[passed] ?? 0) <= open) passed += 1;
      if (!isSingle) close = findClose(words, open, closes.length - passed, marks);
      else if (!neverCloses) close = findSingleClose(words, open);
      neverCloses = isSingle && close === undefined;
      if (close !== undefined || opensSentence(words, open, marks)) {
        const end = close ?? words.length;
        quotations.push({
          outer: {
            start: paragraph.start + open,
            end: paragraph.start + end + (close === undefined ? 0 : 1),
          },
          inner: { start: paragraph.start + open + 1, end: paragraph.start + end },
          closed: close !== undefined,
          runsOn: running && open === 0,
        });
        if (close === undefined) break;
      }
    }
    open = words.indexOf(marks.open, (close ?? open) + 1);
  }
  return quotations;
}

function canOpen(words: string, offset: number, { open }: Marks): boolean {
  return offset === 0 || !AMBIGUOUS.includes(open) || MAY_STAND_BEFORE.test(words.charAt(offset - 1));
}

/** A ' that nothing closes is an apostrophe ('em, '90s) unless a sentence of speech may begin there. */
function opensSentence(words: string, offset: number, { open }: Marks): boolean {
  if (open !== "'" || offset === 0) return true;
  return (
    /[.?!:,]$/u.test(words.slice(Math.max(0, offset - 2), offset).trimEnd()) &&
    /\p{Lu}/u.test(words.charAt(offset + 1))
  );
}

function closingPlaces(words: string, { close }: Marks): readonly number[] {
  const places: number[] = [];
  for (let offset = 0; offset < words.length; offset += 1) {
    if (isMark(words, offset, close)) places.push(offset);
  }
  return places;
}

/** Whether one of the marks, at most two, stands there. */
function isMark(words: string, offset: number, marks: string): boolean {
  const unit = words.charCodeAt(offset);
  return unit === marks.charCodeAt(0) || (marks.length > 1 && unit === marks.charCodeAt(1));
}

/**
 * Where the quotation ends that begins at `open`. Marks within marks of the same kind come in pairs; an opening
 * one without its partner among the `closesLeft` closing marks is a slip.
 */
function findClose(words: string, open: number, closesLeft: number, marks: Marks): number | undefined {
  let depth = 1;
  let left = closesLeft;
  if (left === 0) return undefined;
  for (let offset = open + 1; offset < words.length; offset += 1) {
    if (isMark(words, offset, marks.close)) {
      depth -= 1;
      left -= 1;
      if (depth === 0) return offset;
    } else if (left > depth && isMark(words, offset, marks.open)) {
      depth += 1;
    }
  }
  return undefined;
}

/** ’ closes and is an apostrophe too: it closes where no letter follows, best beside punctuation. */
function findSingleClose(words: string, open: number): number | undefined {
  let fallback: number | undefined;
  for (let offset = open + 1; offset < words.length; offset += 1) {
    const character = words.charAt(offset);
    if (character !== "‘" && character !== "’" && character !== "'") continue;
    const before = words.charAt(offset - 1);
    const opens = character !== "’" && MAY_STAND_BEFORE.test(before);
    if (opens && fallback !== undefined) break;
    if (opens || character === "‘" || /[\p{L}\p{N}]/u.test(words.charAt(offset + 1))) continue;
    if (character !== closeOf(words.charAt(open))) continue;
    if (/[.,?!…—–]/u.test(before) || /[.,?!]/u.test(words.charAt(offset + 1))) return offset;
    fallback = offset;
  }
  return fallback;
}

function closeOf(open: string): string {
  return open === "‘" ? "’" : open;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
