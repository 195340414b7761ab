import { Evidence } from "./audit/evidence.ts";
import type { Desk } from "./command/definition.ts";
import { buildSearch } from "./search/statement-search.ts";
import type { Diagnostic } from "./transcript/diagnostic.ts";
import { loadArchive } from "./transcript/load-archive.ts";

/** Everything answers are made from, built whole. */
export interface OpenedDesk {
  readonly desk: Desk;
  readonly evidence: Evidence;
  readonly diagnostics: readonly Diagnostic[];
  /** Transcripts that couldn't be read, by file name. */
  readonly leftOut: readonly string[];
}

/** @throws DiagnosticError when the folder can't be read. */
export async function openDesk(folder: string): Promise<OpenedDesk> {
  const { archive, diagnostics, leftOut } = await loadArchive(folder);
  return {
    desk: { archive, search: buildSearch(archive) },
    evidence: new Evidence(archive.interviews.map(({ source }) => source.file)),
    diagnostics,
    leftOut,
  };
}
