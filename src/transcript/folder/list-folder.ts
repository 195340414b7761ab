import type { BigIntStats, Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Diagnostic, DiagnosticError } from "../diagnostic.ts";
import { inLanes } from "./in-lanes.ts";
import { isSidecar, isTranscript, isWanted } from "./transcript-names.ts";

/** A transcript or yaml as it lies in its folder. */
export interface ListedFile {
  readonly name: string;
  /** Where it is read from: links are followed. */
  readonly path: string;
  /**
   * Changes whenever the file is written or replaced, as far as its file system tells: device, inode, size, and the
   * times of the latest change to its words and to itself. A hint, no proof.
   */
  readonly stamp: string;
  readonly bytes: number;
  /** When its words changed last, in milliseconds since 1970 by the file system's clock. */
  readonly changed: number;
  /** Why it can't be read; null where nothing speaks against it. */
  readonly problem: DiagnosticError | null;
}

/** What lies in a folder of transcripts. */
export interface FolderListing {
  /** Every file but hidden ones, in order. */
  readonly names: readonly string[];
  /** By name, those that may be read: transcripts and their yaml. */
  readonly files: ReadonlyMap<string, ListedFile>;
  /** Folders within it, but hidden ones. */
  readonly folders: readonly string[];
  /** Another one where the folder was made anew under the same name. */
  readonly identity: string;
}

/**
 * Lists a folder of transcripts without opening any file.
 * @throws DiagnosticError when the folder can't be read.
 */
export async function listFolder(folder: string): Promise<FolderListing> {
  const { root, identity, entries } = await openFolder(folder);
  const shown = entries.filter(({ name }) => !name.startsWith("."));
  const names = shown
    // Container platforms mount files as symbolic links.
    .filter((entry) => entry.isFile() || entry.isSymbolicLink() || isWanted(entry.name))
    .map(({ name }) => name)
    .sort();
  const files = new Map<string, ListedFile>();
  await inLanes(
    shown.filter(({ name }) => isWanted(name)),
    async (entry) => {
      files.set(entry.name, await listed(root, entry));
    },
  );
  const folders = shown.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return { names, files, folders, identity };
}

async function openFolder(folder: string) {
  try {
    const root = await realpath(folder);
    const [{ dev, ino }, entries] = await Promise.all([
      stat(root, { bigint: true }),
      readdir(root, { withFileTypes: true }),
    ]);
    return { root, identity: `${dev}:${ino}`, entries };
  } catch (error) {
    throw new DiagnosticError([
      {
        severity: "error",
        file: folder,
        message: `the folder of transcripts can't be read (${codeOf(error)}).`,
        advice: "Create it, or set TRANSCRIPTS_DIR to the folder that holds your interviews.",
      },
    ]);
  }
}

async function listed(root: string, entry: Dirent): Promise<ListedFile> {
  const { name } = entry;
  try {
    const path = entry.isSymbolicLink() ? await realpath(join(root, name)) : join(root, name);
    const stats = await stat(path, { bigint: true });
    const problem = path.startsWith(root.endsWith(sep) ? root : root + sep)
      ? kindProblem(name, stats)
      : leadsOut(name);
    return {
      name,
      path,
      stamp: stampOf(stats),
      bytes: Number(stats.size),
      changed: Number(stats.mtimeMs),
      problem,
    };
  } catch (error) {
    return {
      name,
      path: join(root, name),
      stamp: "",
      bytes: 0,
      changed: 0,
      problem: unreadable(name, error),
    };
  }
}

export function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(":");
}

/** A link may lead about the folder, as on container platforms, but must not show what lies anywhere else. */
function leadsOut(name: string): DiagnosticError {
  return errorAbout(name, {
    message: "the link leads out of the folder of transcripts, so it isn't followed.",
    advice: "Put the file itself into the folder.",
  });
}

/** Reading a pipe or a device may never end. */
export function kindProblem(name: string, stats: Pick<BigIntStats, "isFile" | "isDirectory">) {
  if (stats.isFile()) return null;
  return errorAbout(name, {
    message: `this is ${stats.isDirectory() ? "a folder" : "a pipe, a socket or a device"}, not a file, though it is called like a transcript or its yaml.`,
    advice: "Give it another name, or remove it.",
  });
}

/** @param error what the system says. */
export function unreadable(name: string, error: unknown): DiagnosticError {
  const code = codeOf(error);
  // What stands for bytes that are no UTF-8.
  if (code === "ENOENT" && name.includes("\ufffd")) {
    return errorAbout(name, {
      message: "the file's name is not valid UTF-8.",
      advice: "Rename it, with letters of plain English for instance.",
    });
  }
  return errorAbout(name, {
    message: `the file can't be read (${code}).`,
    advice: "Check that it exists and that this program may read it.",
  });
}

export function errorAbout(file: string, said: Pick<Diagnostic, "message" | "advice">): DiagnosticError {
  return new DiagnosticError([{ severity: "error", file, ...said }]);
}

function codeOf(error: unknown): string {
  if (error instanceof Error) return "code" in error ? String(error.code) : error.message;
  return String(error);
}

/** Folders within a folder of transcripts that hold some themselves: they would otherwise seem to have been lost. */
export async function unreadFolders(
  folder: string,
  { folders }: FolderListing,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  await inLanes(folders, async (name) => {
    const inside = await readdir(join(folder, name)).catch(() => []);
    const example = inside.find((one) => !one.startsWith(".") && isTranscript(one) && !isSidecar(one));
    if (example === undefined) return;
    found.push({
      severity: "warning",
      file: name,
      message: `folders within the folder of transcripts aren't looked into, and there are some in this one, such as ${example}.`,
      advice: "Move its files up, beside the others.",
    });
  });
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}
