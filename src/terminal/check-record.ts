import type { CheckedFile } from "../transcript/check-transcripts.ts";
import type { Diagnostic } from "../transcript/diagnostic.ts";
import { type InterviewReport, reportOf } from "./interview-report.ts";

/** What checking one file came to: a line of `--json`. The shape is a contract. */
export interface CheckRecord {
  /** Path of the transcript, or of whatever else was checked. */
  readonly file: string;
  /** Path of its yaml; null where it has none. */
  readonly sidecar: string | null;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Null where there are errors, and for a file that is no transcript. */
  readonly interview: InterviewReport | null;
}

export interface Problem {
  readonly file: string;
  /** Both counted from 1; null where the trouble is the file as a whole. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly advice: string;
}

export function checkRecord({ file, sidecar, read, diagnostics }: CheckedFile): CheckRecord {
  return {
    file,
    sidecar,
    errors: diagnostics.filter(({ severity }) => severity === "error").map(problemOf),
    warnings: diagnostics.filter(({ severity }) => severity === "warning").map(problemOf),
    interview: read && reportOf(read),
  };
}

function problemOf({ file, line, column, message, advice }: Diagnostic): Problem {
  return { file, line: line ?? null, column: column ?? null, message, advice };
}
