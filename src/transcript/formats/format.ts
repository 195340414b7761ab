import type { Cast } from "../cast.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Grade } from "../interview.ts";
import type { SourceText, Span } from "../source-text.ts";
import type { Utterance } from "../utterance.ts";

/** A way of writing interviews down: finds the utterances in a file and where they stand. */
export interface Format {
  /** As people call it, e.g. "WebVTT". */
  readonly name: string;
  /** What the yaml calls it, e.g. "webvtt". */
  readonly key: string;
  /** Extensions of the files it may stand in, in small letters with their dot. */
  readonly extensions: readonly string[];
  /**
   * True when a file of such an extension is written in it.
   * @param file its text as it is on disk.
   * @throws DiagnosticError when files of that extension are all of one language, and this one isn't: broken JSON.
   */
  recognises(file: SourceText): boolean;
  /**
   * Reads a file.
   * @param file its text as it is on disk.
   * @throws DiagnosticError when it can't be used at all.
   */
  read(file: SourceText, cast: Cast): FoundTranscript;
}

/** What a format found in a file. Spans are of `source`. */
export interface FoundTranscript {
  /** The file itself where its text can be read as it stands; else with the reading of it. */
  readonly source: SourceText;
  readonly utterances: readonly Utterance[];
  readonly diagnostics: readonly Diagnostic[];
  /** Stretches of the *file* that say who speaks or when, in order. */
  readonly labels: readonly Span[];
  /** How closely transcripts of this format keep to what was said, where the yaml doesn't say. */
  readonly grade?: Grade;
}
