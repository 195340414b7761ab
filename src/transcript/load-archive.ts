import { readdir } from "node:fs/promises";
import { parse } from "node:path";
import { Archive } from "./archive.ts";
import { type Diagnostic, DiagnosticError } from "./diagnostic.ts";
import { TRANSCRIPT_EXTENSIONS } from "./formats/recognise-format.ts";
import type { Interview } from "./interview.ts";
import { readFiles } from "./read-files.ts";
import { readInterview } from "./read-interview.ts";
import { emptySidecar, parseSidecar } from "./sidecar.ts";
import type { SourceFile } from "./source-file.ts";

const SIDECAR_EXTENSIONS: ReadonlySet<string> = new Set([".yaml", ".yml"]);

/** What people put beside their files, and no interview. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e)(?:\.\w+)?$/iu;

export interface LoadedArchive {
  readonly archive: Archive;
  /** What was wrong with the files that aren't in the archive, and warnings about those that are. */
  readonly diagnostics: readonly Diagnostic[];
  /** Transcripts that couldn't be read, by file name. */
  readonly leftOut: readonly string[];
}

/** The files of a folder as they were read. */
export interface TranscriptFolder {
  readonly names: readonly string[];
  /** By name: transcripts and their sidecars, or why one can't be read. */
  readonly files: ReadonlyMap<string, SourceFile | Error>;
}

/**
 * Reads every transcript of a folder. One that can't be read is left out and reported; the others are served.
 * @throws DiagnosticError when the folder itself can't be read.
 */
export async function loadArchive(folder: string): Promise<LoadedArchive> {
  return archiveOf(await readFolder(folder));
}

/** @throws DiagnosticError when the folder can't be read. */
export async function readFolder(folder: string): Promise<TranscriptFolder> {
  const names = await listFolder(folder);
  const sidecars = sidecarsByTranscript(names);
  const wanted = names
    .filter(isTranscript)
    .flatMap((name) => [name, ...(sidecars.get(parse(name).name) ?? []).slice(0, 1)]);
  return { names, files: await readFiles(folder, [...new Set(wanted)]) };
}

/** What the files hold. `progress` is told how many transcripts of how many are read. */
export function archiveOf(
  { names, files }: TranscriptFolder,
  progress?: (done: number, of: number) => void,
): LoadedArchive {
  const diagnostics: Diagnostic[] = [];
  const interviews: Interview[] = [];
  const leftOut: string[] = [];
  const taken = new Set<string>();
  const sidecars = sidecarsByTranscript(names);
  const transcripts = names.filter(isTranscript);
  for (const [at, name] of transcripts.entries()) {
    progress?.(at, transcripts.length);
    try {
      const { interview, warnings } = readTranscript(files, name, sidecars.get(parse(name).name) ?? []);
      const ids = [interview.id, ...interview.statements.map(({ id }) => id)];
      const shared = ids.find((id) => taken.has(id));
      if (shared !== undefined) {
        diagnostics.push({
          severity: "error",
          file: name,
          message: `another transcript has the id ${shared} already.`,
          advice: "Rename one of the two files: ids are made from the file’s name and its words.",
        });
        leftOut.push(name);
        continue;
      }
      for (const id of ids) taken.add(id);
      interviews.push(interview);
      for (const warning of warnings) diagnostics.push(warning);
    } catch (error) {
      leftOut.push(name);
      for (const diagnostic of diagnosticsOf(error, name)) diagnostics.push(diagnostic);
    }
  }
  diagnostics.push(...straySidecars(names), ...unreadFiles(names));
  return { archive: new Archive(interviews), diagnostics, leftOut };
}

function readTranscript(files: TranscriptFolder["files"], name: string, sidecars: readonly string[]) {
  const id = parse(name).name;
  const file = fileOf(files, name);
  const [sidecar, ...others] = sidecars;
  const located = sidecar ? parseSidecar(readSidecar(files, sidecar)) : emptySidecar(name);
  const { interview, warnings } = readInterview(id, file, located);
  const ignored = others.map(
    (other): Diagnostic => ({
      severity: "warning",
      file: other,
      message: `${sidecar} describes the same transcript, so this file is not read.`,
      advice: "Remove one of the two.",
    }),
  );
  return { interview, warnings: [...warnings, ...ignored] };
}

/** @throws DiagnosticError that names the sidecar, not its transcript. */
function readSidecar(files: TranscriptFolder["files"], name: string): SourceFile {
  try {
    return fileOf(files, name);
  } catch (error) {
    throw new DiagnosticError(diagnosticsOf(error, name));
  }
}

/** @throws whatever reading it threw. */
function fileOf(files: TranscriptFolder["files"], name: string): SourceFile {
  const file = files.get(name);
  if (!file) throw new Error(`${name} was not read`);
  if (file instanceof Error) throw file;
  return file;
}

/** Names of yaml files by the name of the transcript they describe, without its ending; the first one counts. */
export function sidecarsByTranscript(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sidecars = new Map<string, string[]>();
  for (const name of names.filter(isSidecar)) {
    const id = parse(name).name;
    sidecars.set(id, [...(sidecars.get(id) ?? []), name]);
  }
  return sidecars;
}

export function isSidecar(name: string): boolean {
  return SIDECAR_EXTENSIONS.has(parse(name).ext.toLowerCase());
}

export function isTranscript(name: string): boolean {
  return TRANSCRIPT_EXTENSIONS.has(parse(name).ext.toLowerCase()) && !ABOUT_THE_FOLDER.test(name);
}

/**
 * Names of the files of a folder that aren’t hidden, in order.
 * @throws DiagnosticError when the folder can’t be read.
 */
export async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return (
      entries
        // Container platforms mount files as symbolic links.
        .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !entry.name.startsWith("."))
        .map(({ name }) => name)
        .sort()
    );
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

/** A yaml without its transcript is most often a misspelt name, and its corrections would silently be lost. */
export function straySidecars(names: readonly string[]): readonly Diagnostic[] {
  const transcripts = new Set(names.filter(isTranscript).map((name) => parse(name).name));
  return names
    .filter((name) => isSidecar(name) && !transcripts.has(parse(name).name))
    .map((file) => ({
      severity: "warning",
      file,
      message: "no transcript lies beside this yaml.",
      advice: `Name it like its transcript, for instance ${parse(file).name}.txt, or remove it.`,
    }));
}

/** A transcript in a form that isn't read yet would otherwise seem to have been lost. */
export function unreadFiles(names: readonly string[]): readonly Diagnostic[] {
  return names
    .filter((name) => !isTranscript(name) && !isSidecar(name) && !ABOUT_THE_FOLDER.test(name))
    .map((file) => ({
      severity: "warning",
      file,
      message: "this kind of file is not read.",
      advice: "Save the interview as plain text, for instance interview.txt, or remove the file.",
    }));
}

/** Why a file couldn’t be used, from what was thrown. */
export function diagnosticsOf(error: unknown, file: string): readonly Diagnostic[] {
  if (error instanceof DiagnosticError) return error.diagnostics;
  return [
    {
      severity: "error",
      file,
      message: `the file can't be read (${codeOf(error)}).`,
      advice: "Check that it exists and that this program may read it.",
    },
  ];
}

function codeOf(error: unknown): string {
  if (error instanceof Error) return "code" in error ? String(error.code) : error.message;
  return String(error);
}
