import type { Diagnostic } from "../diagnostic.ts";
import type { SourceFile } from "../source-file.ts";
import { type FolderListing, listFolder, unreadFolders } from "./list-folder.ts";
import { type ReadFile, readFiles } from "./read-files.ts";

/** The files of a folder as they were read. */
export interface TranscriptFolder {
  /** Every file but hidden ones, in order. */
  readonly names: readonly string[];
  /** By name: transcripts and their yaml, or why one can't be read. */
  readonly files: ReadonlyMap<string, SourceFile | Error>;
  /** What to know of what else lies there. */
  readonly remarks: readonly Diagnostic[];
}

/** With what tells whether one of them has to be read again. */
export interface ReadFolder extends TranscriptFolder {
  readonly reads: ReadonlyMap<string, ReadFile>;
}

/** @throws DiagnosticError when the folder can't be read. */
export async function readFolder(folder: string): Promise<ReadFolder> {
  const listing = await listFolder(folder);
  const [reads, remarks] = await Promise.all([
    readFiles(listing.files.values()),
    unreadFolders(folder, listing),
  ]);
  return folderOf(listing.names, reads, remarks);
}

/**
 * The same folder again, of which only some files are read.
 * @param again names of those to read; whatever else was read counts on, where it is still listed.
 */
export async function readAgain(
  folder: string,
  before: ReadFolder,
  { listing, names, again }: { listing: FolderListing; names: readonly string[]; again: ReadonlySet<string> },
): Promise<ReadFolder> {
  const [fresh, remarks] = await Promise.all([
    readFiles([...listing.files.values()].filter(({ name }) => again.has(name))),
    unreadFolders(folder, listing),
  ]);
  const reads = new Map<string, ReadFile>();
  for (const name of names) {
    const known = before.reads.get(name);
    const read = fresh.get(name) ?? known;
    if (!read) continue;
    // The very bytes that were read before: everything made of them counts on.
    reads.set(name, known && isSame(known.file, read.file) ? { ...read, file: known.file } : read);
  }
  return folderOf(names, reads, remarks);
}

function isSame(one: SourceFile | Error, other: SourceFile | Error): boolean {
  if (one instanceof Error || other instanceof Error) return false;
  return one.sha256 === other.sha256;
}

function folderOf(
  names: readonly string[],
  reads: ReadonlyMap<string, ReadFile>,
  remarks: readonly Diagnostic[],
): ReadFolder {
  return { names, remarks, reads, files: new Map([...reads].map(([name, { file }]) => [name, file])) };
}
