import { Evidence } from "./audit/evidence.ts";
import { type Desk, deskFor } from "./command/desk.ts";
import { buildStatementIndex } from "./search/statement-index.ts";
import { Snapshot, type Worked } from "./snapshot.ts";
import type { Diagnostic } from "./transcript/diagnostic.ts";
import { archiveOf, readFolder, type TranscriptFolder } from "./transcript/load-archive.ts";

/** Everything answers are made from, built whole. */
export interface OpenedDesk {
  readonly desk: Desk;
  readonly evidence: Evidence;
  readonly diagnostics: readonly Diagnostic[];
  /** Transcripts that couldn't be read, by file name. */
  readonly leftOut: readonly string[];
}

/** Fewer bytes of transcripts are read as quickly without a snapshot. */
const WORTH_A_SNAPSHOT = 512 * 1024;

export interface OpenOptions {
  /** Where a snapshot may be kept for the next start; null for nowhere. */
  readonly cacheFolder?: string | null;
  /** Told now and then what is being done, such as "reading", and how much of it is done, from 0 to 1. */
  readonly progress?: (doing: string, share: number) => void;
}

/** @throws DiagnosticError when the folder can't be read. */
export async function openDesk(folder: string, options: OpenOptions = {}): Promise<OpenedDesk> {
  const { cacheFolder = null, progress } = options;
  const read = await readFolder(folder);
  const isWorthIt = bytesIn(read) >= WORTH_A_SNAPSHOT;
  const snapshot = cacheFolder !== null && isWorthIt ? Snapshot.of(cacheFolder, folder, read) : null;
  const kept = await snapshot?.read();
  const { loaded, index } = kept ?? workedFrom(read, progress);
  const { archive, diagnostics, leftOut } = loaded;
  // It is put together before anybody is answered, for that can't be interrupted; the disk is not waited for.
  if (snapshot && !kept) void snapshot.write({ loaded, index });
  return {
    desk: deskFor(archive, index),
    evidence: new Evidence(archive.interviews.map(({ source }) => source)),
    diagnostics,
    leftOut,
  };
}

function bytesIn({ files }: TranscriptFolder): number {
  return [...files.values()].reduce((sum, file) => sum + (file instanceof Error ? 0 : file.bytes.length), 0);
}

function workedFrom(folder: TranscriptFolder, progress: OpenOptions["progress"]): Worked {
  const loaded = archiveOf(folder, (done, of) => progress?.("reading the interviews", done / of));
  const index = buildStatementIndex(loaded.archive, (done, of) => progress?.("indexing them", done / of));
  return { loaded, index };
}
