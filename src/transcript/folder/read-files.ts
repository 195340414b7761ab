import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import type { DiagnosticError } from "../diagnostic.ts";
import { type SourceFile, sourceFileOf } from "../source-file.ts";
import { inLanes } from "./in-lanes.ts";
import { errorAbout, kindProblem, type ListedFile, stampOf, unreadable } from "./list-folder.ts";
import { isSidecar } from "./transcript-names.ts";

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
/**
 * The longest interview on record has a few megabytes, and some tens as JSON with every word timed. A larger file is
 * something else, and reading it would take minutes and gigabytes.
 */
const MOST_OF_TRANSCRIPT = 64 * MEGABYTE;
/** A thousand topics and as many corrections have half of it. */
const MOST_OF_SIDECAR = 512 * KILOBYTE;

/** A file as it was read, or why it can't be. */
export interface ReadFile {
  readonly file: SourceFile | Error;
  /** As in {@link ListedFile}, right before its bytes were read. */
  readonly stamp: string;
  /** When it was read, and when it had changed last; milliseconds since 1970. */
  readonly at: number;
  readonly changed: number;
}

/** Reads files in any order. One that waits for a writer, grows without end or is far too large ends in an error. */
export async function readFiles(listed: Iterable<ListedFile>): Promise<ReadonlyMap<string, ReadFile>> {
  const read = new Map<string, ReadFile>();
  await inLanes(listed, async (one) => {
    read.set(one.name, await readListed(one));
  });
  return read;
}

/**
 * Reads one file, wherever it lies; links are followed.
 * @param shownAs what it is called in messages.
 * @throws DiagnosticError when it can't be read.
 */
export async function readSourceFile(path: string, shownAs: string): Promise<SourceFile> {
  const { file } = await readListed({
    name: shownAs,
    path: await realpath(path).catch(() => path),
    stamp: "",
    bytes: 0,
    changed: 0,
    problem: null,
  });
  if (file instanceof Error) throw file;
  return file;
}

async function readListed({ name, path, stamp, changed, problem }: ListedFile): Promise<ReadFile> {
  const at = Date.now();
  if (problem) return { file: problem, stamp, at, changed };
  try {
    // What was a file a moment ago may be a link or a pipe now.
    const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
    const handle = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    try {
      const stats = await handle.stat({ bigint: true });
      const wrong = kindProblem(name, stats);
      const file = wrong ?? (await readWhole(name, handle, Number(stats.size)));
      return { file, stamp: stampOf(stats), at, changed: Number(stats.mtimeMs) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { file: unreadable(name, error), stamp, at, changed };
  }
}

async function readWhole(
  name: string,
  handle: FileHandle,
  size: number,
): Promise<SourceFile | DiagnosticError> {
  const most = isSidecar(name) ? MOST_OF_SIDECAR : MOST_OF_TRANSCRIPT;
  if (size > most) return tooLarge(name, size, most);
  // One more byte than there should be shows that it grows.
  let bytes = Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length > most) return tooLarge(name, length, most);
    if (length < bytes.length) continue;
    const larger = Buffer.allocUnsafeSlow(Math.min(2 * length, most + 1));
    bytes.copy(larger, 0, 0, length);
    bytes = larger;
  }
  return sourceFileOf(name, bytes.subarray(0, length));
}

function tooLarge(name: string, size: number, most: number): DiagnosticError {
  return errorAbout(name, {
    message: `the file is too large: ${isSidecar(name) ? "a yaml" : "a transcript"} of more than ${inWords(most)} is not read, and this has ${inWords(size)}.`,
    advice: isSidecar(name)
      ? "Check that it is what describes the transcript, and leave out what isn't needed."
      : "Check that it is a transcript; if it is, split it into parts.",
  });
}

function inWords(bytes: number): string {
  return bytes < MEGABYTE ? `${Math.ceil(bytes / KILOBYTE)} KB` : `${Math.ceil(bytes / MEGABYTE)} MB`;
}
