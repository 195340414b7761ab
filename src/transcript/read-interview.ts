import { assembleInterview } from "./assemble.ts";
import { Cast } from "./cast.ts";
import { applyCorrections } from "./corrections.ts";
import { type Diagnostic, DiagnosticError } from "./diagnostic.ts";
import { recogniseFormat } from "./formats/recognise-format.ts";
import type { Interview } from "./interview.ts";
import type { LocatedSidecar } from "./sidecar/sidecar.ts";
import type { SourceFile } from "./source-file.ts";
import { SourceText, type Span } from "./source-text.ts";
import { takeTurns } from "./turn-taking.ts";
import { joinTurns } from "./turns.ts";

/** An interview as it was read from its files. */
export interface ReadTranscript {
  readonly interview: Interview;
  /** What is doubtful in it. */
  readonly warnings: readonly Diagnostic[];
  /** Stretches of the *file* that say who speaks or when, in order. */
  readonly labels: readonly Span[];
}

/**
 * Reads one transcript: utterances as its format finds them, corrected, given speakers, joined into turns.
 * @throws DiagnosticError when it can't be used, with all that is wrong with it and its yaml, and its warnings.
 */
export function readInterview(id: string, file: SourceFile, located: LocatedSidecar): ReadTranscript {
  let problems = located.problems;
  let warnings: readonly Diagnostic[] = [];
  try {
    const text = new SourceText(file);
    const cast = new Cast(located.sidecar.speakers);
    const format = recogniseFormat(text, located.sidecar.format);
    const { source, utterances, diagnostics, labels, grade = null } = format.read(text, cast);
    warnings = diagnostics;
    const corrected = applyCorrections(utterances, located, source, cast);
    problems = [...problems, ...corrected.diagnostics];
    const turns = joinTurns(takeTurns(corrected.utterances, cast), source);
    const interview = assembleInterview(id, source, { name: format.name, grade }, turns, located, cast);
    if (problems.length === 0) return { interview, warnings, labels };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    problems = [...problems, ...error.diagnostics];
  }
  throw new DiagnosticError([...problems, ...warnings]);
}
