import type { Cast } from "../cast.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { SourceText } from "../source-text.ts";
import type { Utterance } from "../utterance.ts";

/** A way of writing interviews down: finds the utterances in a source text and where they stand. */
export interface Format {
  readonly name: string;
  read(
    source: SourceText,
    cast: Cast,
  ): { readonly utterances: readonly Utterance[]; readonly diagnostics: readonly Diagnostic[] };
}
