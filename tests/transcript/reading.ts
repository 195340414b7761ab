import { Cast } from "../../src/transcript/cast.ts";
import type { Diagnostic } from "../../src/transcript/diagnostic.ts";
import { DiagnosticError } from "../../src/transcript/diagnostic.ts";
import type { Interview, Statement } from "../../src/transcript/interview.ts";
import { readInterview } from "../../src/transcript/read-interview.ts";
import { emptySidecar, parseSidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { type SourceFile, sourceFileOf } from "../../src/transcript/source-file.ts";
import type { Span } from "../../src/transcript/source-text.ts";

export function fileOf(name: string, text: string): SourceFile {
  return sourceFileOf(name, new TextEncoder().encode(text));
}

/** Reads a text as the interview "sample", with the yaml given or none. */
export function read(text: string, yaml?: string) {
  const located = yaml === undefined ? emptySidecar("sample.txt") : parseSidecar(fileOf("sample.yaml", yaml));
  return readInterview("sample", fileOf("sample.txt", text), located);
}

/** An engineer and the author who interviews her. */
export const VANCE_AND_AUTHOR = `
speakers:
  - { name: Maria Vance, aliases: [the engineer], role: guest }
  - { name: Interviewer, role: interviewer }
`;

/** One statement as the tables write it: its speaker, or "-" for narration, and the words spoken. */
export type Row = readonly [speaker: string, ...spoken: string[]];

export function rowsOf({ statements, source }: Interview): readonly Row[] {
  return statements.map(({ speaker, spoken }) => [
    speaker?.name ?? "-",
    ...spoken.map((span) => slice(source.text, span)),
  ]);
}

export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

export function statementAt(interview: Interview, line: number): Statement {
  const found = interview.statements.find(({ lines: [first, last] }) => first <= line && line <= last);
  if (!found) throw new Error(`nothing stands on line ${line}`);
  return found;
}

export function problemsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
  throw new Error("nothing was wrong");
}

export function castOf(...names: readonly [name: string, role: "guest" | "interviewer" | "other"][]): Cast {
  return new Cast(names.map(([name, role]) => ({ name, role, aliases: [] })));
}
