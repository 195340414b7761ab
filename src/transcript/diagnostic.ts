import { printable } from "./printable.ts";

/** Something wrong, or doubtful, in a file someone gave us: what, where, and what to do about it. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly file: string;
  /** 1-based; absent when the trouble is the file as a whole. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly advice: string;
}

/** Thrown where a file can't be used at all; carries every diagnostic found until then. */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.name = "DiagnosticError";
    this.diagnostics = diagnostics;
  }
}

/**
 * One line as compilers print it, so that editors and terminals can jump there. Whatever stands in a file's name or in
 * the words a message cites, it stays one line and can't command a terminal.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const place = [diagnostic.file, diagnostic.line, diagnostic.column]
    .filter((part) => part !== undefined)
    .join(":");
  return printable(`${place}: ${diagnostic.severity}: ${diagnostic.message} ${diagnostic.advice}`);
}
