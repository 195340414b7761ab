import { Evidence } from "./audit/evidence.ts";
import { type Desk, deskSteps } from "./command/desk.ts";
import { type StatementIndex, statementIndexSteps } from "./search/statement-index.ts";
import { Snapshot } from "./snapshot.ts";
import type { Diagnostic } from "./transcript/diagnostic.ts";
import { type ReadFolder, readFolder, type TranscriptFolder } from "./transcript/folder/transcript-folder.ts";
import { archiveSteps, type LoadedArchive } from "./transcript/load-archive.ts";
import { readLargeAside } from "./transcript/read-aside.ts";
import { inSlices } from "./transcript/steps.ts";

/** Everything answers are made from, built whole and never changed. */
export interface OpenedDesk {
  readonly desk: Desk;
  readonly evidence: Evidence;
  readonly diagnostics: readonly Diagnostic[];
  /** Transcripts that couldn't be read, by file name. */
  readonly leftOut: readonly string[];
  /** Those that can't be read any more and are served as they last could. */
  readonly held: readonly string[];
  /** What it was made of. */
  readonly made: {
    readonly folder: ReadFolder;
    readonly loaded: LoadedArchive;
    readonly index: StatementIndex;
  };
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
  if (kept) return opened(read, kept, await inSlices(deskSteps(kept.loaded.archive, kept.index)));
  const loaded = await inSlices(archiveSteps(read), (share) => progress?.("reading the interviews", share));
  const index = await inSlices(statementIndexSteps(loaded.archive), (share) =>
    progress?.("indexing them", share),
  );
  // It is put together before anybody is answered, for that can't be interrupted; the disk is not waited for.
  if (snapshot) void snapshot.write({ loaded, index });
  return opened(read, { loaded, index }, await inSlices(deskSteps(loaded.archive, index)));
}

/**
 * The desk for the folder as it was read again. Transcripts whose files are the same aren't read anew, and nothing
 * that is asked of the desk before changes or has to wait for long.
 */
export async function reopenDesk(before: OpenedDesk, folder: ReadFolder): Promise<OpenedDesk> {
  const loaded = await inSlices(archiveSteps(folder, await readLargeAside(folder, before.made.loaded)));
  const { archive } = before.desk;
  // A file that isn't read came or went, or the same bytes were written once more.
  if (hasSame(archive.interviews, loaded.archive.interviews)) {
    return opened(
      folder,
      { loaded: { ...loaded, archive }, index: before.made.index },
      before.desk,
      before.evidence,
    );
  }
  const index = await inSlices(statementIndexSteps(loaded.archive, before.made.index));
  return opened(folder, { loaded, index }, await inSlices(deskSteps(loaded.archive, index)));
}

function opened(
  folder: ReadFolder,
  { loaded, index }: { loaded: LoadedArchive; index: StatementIndex },
  desk: Desk,
  evidence: Evidence = new Evidence(loaded.archive.interviews.map(({ source }) => source)),
): OpenedDesk {
  const { diagnostics, leftOut, held } = loaded;
  return { desk, evidence, diagnostics, leftOut, held, made: { folder, loaded, index } };
}

function hasSame<One>(some: readonly One[], others: readonly One[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

function bytesIn({ files }: TranscriptFolder): number {
  return [...files.values()].reduce((sum, file) => sum + (file instanceof Error ? 0 : file.bytes.length), 0);
}
