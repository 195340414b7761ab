import type { Diagnostic } from "../../diagnostic.ts";
import type { TimeSpan } from "../../interview.ts";
import type { Reading } from "../../reading.ts";
import type { SourceText, Span } from "../../source-text.ts";

/** Words of one voice that stand together in a transcript which says by labels who speaks: a cue, a paragraph. */
export interface Passage {
  /** Speech, or a title, heading or note of whoever wrote the transcript. */
  readonly kind: "speech" | "narration";
  /** The voice as the file names it here, decoded, without colon, marks or time; null where it names none. */
  readonly voice: string | null;
  /**
   * For a passage without a voice of its own: true when another voice begins (a dash does that), false when it goes
   * on from the passage before.
   */
  readonly startsTurn: boolean;
  /** True where a statement begins for being a new paragraph, though nothing says that somebody else speaks. */
  readonly startsStatement?: true;
  /** Its words in the reading, white space at the ends left out; never empty. Passages come in order, apart. */
  readonly span: Span;
  /** When it was said, where the file tells. */
  readonly time: TimeSpan | null;
}

/** What a scanner finds in a file of labelled speech; who its voices are is worked out from all of them. */
export interface Scan {
  /** Null where the file's text can be read as it stands: then spans of the reading are spans of the file. */
  readonly reading: Reading | null;
  readonly passages: readonly Passage[];
  /** Stretches of the file that name a voice or a time, in order. */
  readonly labels: readonly Span[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Scans a file's text (`file.text`, as it is on disk) in one pass from its front to its end.
 * @throws DiagnosticError when it can't be used at all.
 */
export type Scanner = (file: SourceText) => Scan;
