import type { TimeSpan } from "../../interview.ts";
import type { Span } from "../../source-text.ts";

/** What is shown at one time: a WebVTT cue, a SubRip subtitle. */
export interface Caption {
  /** In seconds; null where the file's times can't be read. */
  readonly time: TimeSpan | null;
  /** Its number or name, and its times, in the file. */
  readonly labels: readonly Span[];
  readonly lines: CaptionLine[];
}

/** A voice that mark-up names. Two tags of one name are two voices here: each has its own place. */
export interface TaggedVoice {
  /** As a reader sees it; null where the tag names nobody. */
  readonly name: string | null;
  /** The tag in the file; null where the voice goes on after another's words within its own. */
  readonly tag: Span | null;
}

/** A stretch of a caption on one line and in one voice. */
export interface CaptionLine {
  /** As a reader sees it: without tags, entities decoded. */
  readonly text: string;
  /** Where its first unit stands in the file. */
  readonly from: number;
  /** Null where the text is one slice of the file. */
  readonly pieces: readonly Piece[] | null;
  readonly voice: TaggedVoice | null;
  /** True when it follows the one before on the same line of the file. */
  readonly sameLine: boolean;
  /** Where its own words begin: all before was shown in the caption before and is only shown again. */
  newFrom: number;
}

/** A run of a line's text and where it stands in the file. */
export interface Piece {
  /** Where it begins in the line's text; the next one begins where it ends. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** True when it is that slice of the file, false when it is what mark-up there stands for. */
  readonly copied: boolean;
}

/** Where a unit of a line's text stands in the file. */
export function placeInFile({ text, from, pieces }: CaptionLine, offset: number): number {
  if (!pieces) return from + offset;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return from;
  if (offset >= text.length) return piece.to;
  return piece.copied ? piece.from + offset - piece.at : piece.from;
}

/** Where a stretch of a line's text that isn't empty ends in the file. */
export function endInFile(line: CaptionLine, end: number): number {
  const { pieces } = line;
  if (!pieces) return line.from + end;
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (piece.at >= end) break;
    last = piece;
  }
  if (!last) return line.from;
  return last.copied ? Math.min(last.to, last.from + end - last.at) : last.to;
}
