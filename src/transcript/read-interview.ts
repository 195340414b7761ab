import { assembleInterview } from "./assemble.ts";
import { Cast } from "./cast.ts";
import { applyCorrections } from "./corrections.ts";
import { type Diagnostic, DiagnosticError } from "./diagnostic.ts";
import { recogniseFormat } from "./formats/recognise-format.ts";
import type { Interview } from "./interview.ts";
import type { LocatedSidecar } from "./sidecar.ts";
import type { SourceFile } from "./source-file.ts";
import { SourceText } from "./source-text.ts";
import { takeTurns } from "./turn-taking.ts";
import { joinTurns } from "./turns.ts";

/**
 * Reads one transcript: utterances as its format finds them, corrected, given speakers, joined into turns.
 * @throws DiagnosticError when it can't be used; `warnings` are what can.
 */
export function readInterview(
  id: string,
  file: SourceFile,
  located: LocatedSidecar,
): { readonly interview: Interview; readonly warnings: readonly Diagnostic[] } {
  const text = new SourceText(file);
  const cast = new Cast(located.sidecar.speakers);
  const format = recogniseFormat(text, located.sidecar.format);
  const found = format.read(text, cast);
  const { source } = found;
  const corrected = applyCorrections(found.utterances, located, source, cast);
  if (corrected.diagnostics.length > 0) throw new DiagnosticError(corrected.diagnostics);
  const turns = joinTurns(takeTurns(corrected.utterances, cast), source);
  return {
    interview: assembleInterview(
      id,
      source,
      { name: format.name, grade: found.grade ?? null },
      turns,
      located,
      cast,
    ),
    warnings: found.diagnostics,
  };
}
