import { hash } from "node:crypto";
import { extentOf, type Statement, type StatementKind } from "../transcript/interview.ts";
import type { ReadingPiece } from "../transcript/reading.ts";
import type { Span } from "../transcript/source-text.ts";
import { textFragmentUrl } from "./text-fragment.ts";

/** Raised when a reader of receipts would have to change; new fields alone don't raise it. */
export const RECEIPT_VERSION = 1;

/**
 * The same place in both units that tools count in: from `start` up to, not including, `end` of the decoded text.
 * A byte order mark is no text.
 */
export interface Place {
  /** In UTF-16 code units, as JavaScript, Java and C# count. */
  readonly utf16: Span;
  /** In Unicode code points, as Python and the W3C count. */
  readonly codePoints: Span;
}

/**
 * What proves a quote to someone who doesn't trust whoever shows it: with the file, everything here but the speaker
 * and the kind can be checked (evaluation/check-receipt.mjs does). Plain JSON; the shape is a contract.
 */
export interface Receipt {
  readonly format: "on-the-record/receipt";
  readonly version: typeof RECEIPT_VERSION;
  /** The file's name, and the SHA-256 of its bytes. */
  readonly file: string;
  readonly sha256: string;
  readonly interview: { readonly id: string; readonly title: string };
  /** The statement's id. */
  readonly statement: string;
  /** Null for narration. */
  readonly speaker: string | null;
  readonly kind: StatementKind;
  /** First and last line, 1-based and inclusive. */
  readonly lines: readonly [first: number, last: number];
  readonly place: Place;
  /** The words inside the quotation marks; empty for narration. */
  readonly spoken: readonly Place[];
  /** SHA-256 of the words, which are `exact` below, in UTF-8. */
  readonly wordsSha256: string;
  readonly selector: readonly [TextPositionSelector, TextQuoteSelector];
  /** The words as people are shown them; only where the file has mark-up or escapes among them. */
  readonly shown?: ShownWords;
  /** Where the interview was published, and the same opened at the quote; only where that is known. */
  readonly url?: string;
  readonly link?: string;
}

/** Words read from a file that isn't plain text, with the proof that nothing but its mark-up lies between. */
export interface ShownWords {
  readonly text: string;
  /**
   * What `text` is put together from, in order. Each run is the slice of the file from `start` up to `end`, in UTF-16
   * units, or what the mark-up or escape there stands for; or white space where words stand apart in the file.
   */
  readonly runs: readonly ReadingPiece[];
}

/**
 * Web Annotation Data Model (W3C Recommendation, 23 February 2017), 4.2.5. Its text is selected as for 4.2.4: "in
 * terms of unicode code points (the “character number”), not in terms of code units". So these are `codePoints`. They
 * are of the file's own text, also where that has mark-up in it: anyone can count there, in whatever way it is read.
 */
export interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

/** Web Annotation Data Model, 4.2.4: the words, and those right before and after them. */
export interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export function receiptOf(statement: Statement): Receipt {
  const { interview, speaker, kind, lines, spoken, id } = statement;
  const { source, url } = interview;
  const words = extentOf(statement);
  const extent = source.extentOf(words);
  const file = source.printed({ start: 0, end: Number.POSITIVE_INFINITY });
  const exact = file.slice(extent.start, extent.end);
  const place = { utf16: extent, codePoints: inCodePoints(file, extent, 0, 0) };
  const { start } = place.codePoints;
  return {
    format: "on-the-record/receipt",
    version: RECEIPT_VERSION,
    file: source.file.name,
    sha256: source.file.sha256,
    interview: { id: interview.id, title: interview.title },
    statement: id,
    speaker: speaker?.name ?? null,
    kind,
    lines,
    place,
    spoken: spoken
      .flatMap((span) => source.placesOf(span))
      .map((span) => ({
        utf16: { start: span.start, end: span.end },
        codePoints: inCodePoints(file, span, extent.start, start),
      })),
    wordsSha256: hash("sha256", exact, "hex"),
    selector: [
      { type: "TextPositionSelector", ...place.codePoints },
      {
        type: "TextQuoteSelector",
        exact,
        prefix: prefixOf(file, extent.start),
        suffix: suffixOf(file, extent.end),
      },
    ],
    ...(source.reading
      ? { shown: { text: source.verbatim(words).text, runs: source.reading.piecesOf(words) } }
      : {}),
    ...(url === null ? {} : { url, link: textFragmentUrl(url, source, words) }),
  };
}

/** A span in code points, counted on from a place known in both units. */
function inCodePoints(text: string, { start, end }: Span, from: number, known: number): Span {
  const first = known + codePointsIn(text, from, start);
  return { start: first, end: first + codePointsIn(text, start, end) };
}

/** A strictly decoded text has no surrogate alone: each low one is the second half of a character. */
function codePointsIn(text: string, start: number, end: number): number {
  let count = end - start;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xdc00 && unit <= 0xdfff) count -= 1;
  }
  return count;
}

/** How much of what surrounds the words a receipt repeats, in UTF-16 units: enough to tell them from their like. */
const SURROUNDINGS = 32;

/** Room to see where a character that is many units long begins or ends. */
const WINDOW = 128;

/** The W3C wants no selection to begin or end within a grapheme cluster, a character as people see it. */
const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function prefixOf(text: string, start: number): string {
  const characters = [...segmenter.segment(text.slice(Math.max(0, start - WINDOW), start))];
  let from = start;
  for (const { segment } of characters.reverse()) {
    if (start - (from - segment.length) > SURROUNDINGS) break;
    from -= segment.length;
  }
  return from === start ? lastCodePoint(text.slice(0, start)) : text.slice(from, start);
}

function suffixOf(text: string, end: number): string {
  let to = end;
  for (const { segment } of segmenter.segment(text.slice(end, end + WINDOW))) {
    if (to + segment.length - end > SURROUNDINGS) break;
    to += segment.length;
  }
  return to === end ? firstCodePoint(text.slice(end)) : text.slice(end, to);
}

/** Marks may be piled up without end; then at least a whole code point is repeated. */
function lastCodePoint(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? "";
}

function firstCodePoint(text: string): string {
  return /^./su.exec(text.slice(0, 2))?.[0] ?? "";
}
