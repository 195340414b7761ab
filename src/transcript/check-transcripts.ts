import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Diagnostic, DiagnosticError } from "./diagnostic.ts";
import { type FolderListing, listFolder, unreadFolders } from "./folder/list-folder.ts";
import { readSourceFile } from "./folder/read-files.ts";
import { idOf, isSidecar, isTranscript, sidecarsByTranscript } from "./folder/transcript-names.ts";
import { diagnosticsOf, straySidecars, unreadFiles } from "./load-archive.ts";
import { type ReadTranscript, readInterview } from "./read-interview.ts";
import { emptySidecar, parseSidecar } from "./sidecar/sidecar.ts";

/** One file with its yaml: what they hold, or all that keeps them from being served. Files are named by their path. */
export interface CheckedFile {
  readonly file: string;
  readonly sidecar: string | null;
  /** Null where there are errors. */
  readonly read: ReadTranscript | null;
  /** In the order of the files and their lines. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A file to check, by its folder and its name there. */
export interface CheckTarget {
  readonly folder: Folder;
  readonly name: string;
}

/**
 * What is to be checked: the transcripts of these folders with whatever else lies there, and of these files those
 * that are transcripts, or the transcripts that these yaml files describe; each once.
 * @throws DiagnosticError for a path there is nothing at, or a folder that can't be read.
 */
export async function findTargets(paths: readonly string[]): Promise<readonly CheckTarget[]> {
  const targets = new Map<string, CheckTarget>();
  const folders = new Map<string, Folder>();
  for (const path of paths) {
    const isFolder = await isFolderAt(path);
    const at = isFolder ? path : dirname(path);
    const folder = folders.get(at) ?? (await folderAt(at));
    folders.set(at, folder);
    const names = isFolder ? folder.worthChecking() : folder.describedBy(basename(path));
    for (const name of names) targets.set(join(at, name), { folder, name });
  }
  return [...targets.values()];
}

async function folderAt(path: string): Promise<Folder> {
  const listing = await listFolder(path);
  return new Folder(path, listing, await unreadFolders(path, listing));
}

/** The names of a folder, and which of them belong together. */
class Folder {
  readonly path: string;
  readonly #names: readonly string[];
  readonly #files: FolderListing["files"];
  readonly #sidecars: ReadonlyMap<string, readonly string[]>;
  readonly #transcripts = new Map<string, string[]>();
  /** What can be said of a file without reading it. */
  readonly #unread: ReadonlyMap<string, Diagnostic>;

  constructor(path: string, { names, files }: FolderListing, within: readonly Diagnostic[]) {
    this.path = path;
    this.#names = [...names, ...within.map(({ file }) => file)];
    this.#files = files;
    this.#sidecars = sidecarsByTranscript(names);
    for (const name of names.filter(isTranscript)) {
      const id = idOf(name);
      this.#transcripts.set(id, [...(this.#transcripts.get(id) ?? []), name]);
    }
    const unread = [...straySidecars(names), ...unreadFiles(names), ...within];
    this.#unread = new Map(unread.map((one) => [one.file, one]));
  }

  /** Transcripts, whose yaml is checked with them, and whatever is not read. */
  worthChecking(): readonly string[] {
    return this.#names.filter((name) => isTranscript(name) || this.#unread.has(name));
  }

  /** The transcripts that a yaml describes; any other file itself. */
  describedBy(name: string): readonly string[] {
    return (isSidecar(name) && this.#transcripts.get(idOf(name))) || [name];
  }

  sidecarsOf(name: string): readonly string[] {
    return this.#sidecars.get(idOf(name)) ?? [];
  }

  /** The transcript whose id this one would have too. */
  twinOf(name: string): string | undefined {
    const [first] = this.#transcripts.get(idOf(name)) ?? [];
    return first === name ? undefined : first;
  }

  /** Why a file of these is left alone without a look into it: a link that leads out of the folder, a pipe. */
  problemOf(name: string): readonly Diagnostic[] | undefined {
    return this.#files.get(name)?.problem?.diagnostics;
  }

  unread(name: string): Diagnostic | undefined {
    // A file that is hidden in its folder may still be asked for.
    return this.#unread.get(name) ?? unreadFiles([name])[0];
  }
}

async function isFolderAt(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new DiagnosticError(diagnosticsOf(error, path));
  }
}

/** Reads a file and its yaml as the program does when it starts, and keeps all there is to say about them. */
export async function checkTranscript({ folder, name }: CheckTarget): Promise<CheckedFile> {
  const at = (other: string) => join(folder.path, other);
  const file = at(name);
  if (!isTranscript(name)) {
    const unread = folder.unread(name);
    return { file, sidecar: null, read: null, diagnostics: unread ? [{ ...unread, file }] : [] };
  }
  const [sidecar, ...others] = folder.sidecarsOf(name);
  const besides = others.map((other) => ignored(at(other), at(sidecar ?? other)));
  const twin = folder.twinOf(name);
  if (twin !== undefined) besides.push(shared(file, at(twin)));
  const kept = [name, ...(sidecar === undefined ? [] : [sidecar])].flatMap((one) =>
    (folder.problemOf(one) ?? []).map((problem) => ({ ...problem, file: at(one) })),
  );
  const found =
    kept.length > 0
      ? { file, sidecar: sidecar === undefined ? null : at(sidecar), read: null, diagnostics: kept }
      : await readTranscript(file, sidecar === undefined ? null : at(sidecar));
  const diagnostics = [...found.diagnostics, ...besides].sort(byPlace);
  const isServed = diagnostics.every(({ severity }) => severity === "warning");
  return { ...found, diagnostics, read: isServed ? found.read : null };
}

async function readTranscript(file: string, sidecar: string | null): Promise<CheckedFile> {
  let problems: readonly Diagnostic[] = [];
  let located = emptySidecar(file);
  try {
    if (sidecar !== null) located = parseSidecar(await readSourceFile(sidecar, sidecar));
  } catch (error) {
    problems = diagnosticsOf(error, sidecar ?? file);
  }
  try {
    const read = readInterview(idOf(file), await readSourceFile(file, file), located);
    return { file, sidecar, read, diagnostics: [...problems, ...read.warnings] };
  } catch (error) {
    if (!(error instanceof DiagnosticError) && !isSystemError(error)) throw error;
    return { file, sidecar, read: null, diagnostics: [...problems, ...diagnosticsOf(error, file)] };
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function ignored(file: string, sidecar: string): Diagnostic {
  return {
    severity: "warning",
    file,
    message: `${sidecar} describes the same transcript, so this file is not read.`,
    advice: "Remove one of the two.",
  };
}

/** Two transcripts of one name would have the same id: the first is served. */
function shared(file: string, first: string): Diagnostic {
  return {
    severity: "error",
    file,
    message: `${first} has the id ${idOf(file)} already.`,
    advice: "Rename one of the two files: ids are made from the file’s name and its words.",
  };
}

/** Errors before warnings, and each in the order of the file they are about. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    Number(a.severity === "warning") - Number(b.severity === "warning") ||
    (a.file < b.file ? -1 : Number(a.file > b.file)) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}
