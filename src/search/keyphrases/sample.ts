import type { Interview, Statement } from "../../transcript/interview.ts";
import type { Span } from "../../transcript/source-text.ts";
import { spansToSearch } from "../statement-words.ts";

/** How much is read of one interview, in UTF-16 code units, and in pieces of what size: some ten hours of speech. */
const MOST_READ = 500_000;
const PIECE = 5_000;

/** What is read of a statement. */
export interface SampledStatement {
  readonly statement: Statement;
  readonly spans: readonly Span[];
}

/**
 * What is read of an interview to see what it speaks of: all of it, or of one that is longer than people talk pieces of
 * some paragraphs spread evenly from its beginning to its end. A piece begins and ends between words.
 *
 * @param most how much is read, about.
 */
export function sampleOf(interview: Interview, most = MOST_READ): readonly SampledStatement[] {
  const all = interview.statements.map((statement) => ({ statement, spans: spansToSearch(statement) }));
  const total = all.reduce((sum, { spans }) => sum + lengthOf(spans), 0);
  if (total <= most) return all;
  const every = total / Math.max(1, Math.floor(most / PIECE));
  let before = 0;
  return all.flatMap(({ statement, spans }) => {
    const read = spans.flatMap((span) => {
      const pieces = piecesOf(span, before, every);
      before += span.end - span.start;
      return pieces.map((piece) => betweenWords(interview.source.text, piece, span));
    });
    return read.length > 0 ? [{ statement, spans: read }] : [];
  });
}

/** What of a span belongs to the pieces of which one begins `every` so many units; `before` stand before the span. */
function piecesOf({ start, end }: Span, before: number, every: number): readonly Span[] {
  const pieces: Span[] = [];
  const shift = start - before;
  for (let piece = Math.floor(before / every); ; piece += 1) {
    const from = Math.round(piece * every) + shift;
    if (from >= end) return pieces;
    if (from + PIECE > start) pieces.push({ start: Math.max(start, from), end: Math.min(end, from + PIECE) });
  }
}

/** A longer word is divided. */
const LONGEST_WORD = 100;

function betweenWords(text: string, { start, end }: Span, within: Span): Span {
  return {
    start: start > within.start ? nextSpace(text, start, end) : start,
    end: end < within.end ? nextSpace(text, end, within.end) : end,
  };
}

function nextSpace(text: string, at: number, end: number): number {
  const space = text.slice(at, Math.min(end, at + LONGEST_WORD)).search(/\s/u);
  return space < 0 ? at : at + space;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
