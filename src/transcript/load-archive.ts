import { Archive } from "./archive.ts";
import { type Diagnostic, DiagnosticError } from "./diagnostic.ts";
import { errorAbout, unreadable } from "./folder/list-folder.ts";
import { readFolder, type TranscriptFolder } from "./folder/transcript-folder.ts";
import {
  idOf,
  isAboutFolder,
  isSidecar,
  isTranscript,
  sidecarsByTranscript,
} from "./folder/transcript-names.ts";
import type { Interview } from "./interview.ts";
import { readInterview } from "./read-interview.ts";
import { emptySidecar, parseSidecar } from "./sidecar/sidecar.ts";
import type { SourceFile } from "./source-file.ts";
import { atOnce, type Steps } from "./steps.ts";

export interface LoadedArchive {
  readonly archive: Archive;
  /** What was wrong with the files that aren't in the archive as they are, and warnings about those that are. */
  readonly diagnostics: readonly Diagnostic[];
  /** Transcripts that couldn't be read, by file name. */
  readonly leftOut: readonly string[];
  /** Those that can't be read any more, and of which the last good version is in the archive. */
  readonly held: readonly string[];
  /** By file name, what each transcript came to, for the next load. */
  readonly readings: ReadonlyMap<string, TranscriptReading>;
}

/** What a transcript came to. */
export interface TranscriptReading {
  /** Hashes of the files that it, or why it can't be read, was made of. */
  readonly sources: string;
  /** Null where it can't be read. */
  readonly good: GoodReading | null;
  /** Why it can't be read; empty where it can. */
  readonly errors: readonly Diagnostic[];
  /** Where it can't: as it was when it last could. */
  readonly last: GoodReading | null;
}

export interface GoodReading {
  readonly interview: Interview;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Reads every transcript of a folder. One that can't be read is left out and reported; the others are served.
 * @throws DiagnosticError when the folder itself can't be read.
 */
export async function loadArchive(folder: string): Promise<LoadedArchive> {
  return atOnce(archiveSteps(await readFolder(folder)));
}

/**
 * What the files hold. A transcript whose files are the same as `before` isn't read again: its interview is the very
 * same object. One that can't be read any more keeps its last good version.
 */
export function* archiveSteps(
  folder: TranscriptFolder,
  before: Pick<LoadedArchive, "readings"> | null = null,
): Steps<LoadedArchive> {
  const { names, files, remarks } = folder;
  const diagnostics: Diagnostic[] = [];
  const interviews: Interview[] = [];
  const leftOut: string[] = [];
  const held: string[] = [];
  const readings = new Map<string, TranscriptReading>();
  const owners = new Map<string, string>();
  const statements = new Set<string>();
  const sidecars = sidecarsByTranscript(names);
  const transcripts = names.filter(isTranscript);
  for (const [at, name] of transcripts.entries()) {
    yield at / transcripts.length;
    const id = idOf(name);
    const namesake = owners.get(id);
    if (namesake !== undefined) {
      diagnostics.push(calledTheSame(name, namesake));
      leftOut.push(name);
      continue;
    }
    owners.set(id, name);
    const reading = readingOf(files, name, sidecars.get(id) ?? [], before?.readings.get(name) ?? null);
    readings.set(name, reading);
    // One by one: a file may have a hundred thousand of them.
    for (const diagnostic of reading.good?.warnings ?? reading.errors) diagnostics.push(diagnostic);
    const shown = reading.good ?? reading.last;
    const shared = shown?.interview.statements.find((statement) => statements.has(statement.id));
    if (shared) diagnostics.push(sharedStatement(name, shared.id));
    if (!shown || shared) {
      leftOut.push(name);
      continue;
    }
    for (const statement of shown.interview.statements) statements.add(statement.id);
    interviews.push(shown.interview);
    if (!reading.good) held.push(name);
  }
  for (const list of [differingInCase(owners), straySidecars(names), unreadFiles(names), remarks])
    for (const diagnostic of list) diagnostics.push(diagnostic);
  return { archive: new Archive(interviews), diagnostics, leftOut, held, readings };
}

/** By chance: once in some million archives of a hundred thousand statements. */
function sharedStatement(file: string, id: string): Diagnostic {
  return {
    severity: "error",
    file,
    message: `a statement in it has the id ${id}, as one in another transcript has already, so this one is not served.`,
    advice: "Rename the file: ids are made from its name and its words.",
  };
}

function readingOf(
  files: TranscriptFolder["files"],
  name: string,
  sidecars: readonly string[],
  before: TranscriptReading | null,
): TranscriptReading {
  const sources = sourcesOf(files, name, sidecars);
  if (before?.sources === sources) return before;
  const last = before ? (before.good ?? before.last) : null;
  try {
    return { sources, good: readTranscript(files, name, sidecars), errors: [], last: null };
  } catch (error) {
    return { sources, good: null, errors: diagnosticsOf(error, name), last };
  }
}

/** Of what an interview is made: the same for the same bytes under the same names, and for the same troubles. */
export function sourcesOf(
  files: TranscriptFolder["files"],
  name: string,
  sidecars: readonly string[],
): string {
  const known = [name, ...sidecars.slice(0, 1)].map((one) => {
    const file = files.get(one);
    return file instanceof Error ? file.message : file?.sha256;
  });
  return JSON.stringify([name, ...sidecars, ...known]);
}

function readTranscript(
  files: TranscriptFolder["files"],
  name: string,
  sidecars: readonly string[],
): GoodReading {
  const file = fileOf(files, name);
  const [sidecar, ...others] = sidecars;
  const located = sidecar ? parseSidecar(readSidecar(files, sidecar)) : emptySidecar(name);
  const { interview, warnings } = readInterview(idOf(name), file, located);
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

/** Two interviews of one id could not be told apart. The first in order is served. */
function calledTheSame(name: string, first: string): Diagnostic {
  const differs =
    name.normalize("NFC") === first.normalize("NFC")
      ? "which differs only in how its letters are encoded"
      : "which differs only in its ending";
  return {
    severity: "error",
    file: name,
    message: `the transcript ${first}, ${differs}, has the same id, so this one is not served.`,
    advice: "Rename one of the two, or remove it.",
  };
}

/** They are two here, and one on a disk that doesn't tell capitals from small letters. */
function differingInCase(owners: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return [...owners].flatMap(([id, name]): readonly Diagnostic[] => {
    const folded = id.toLowerCase();
    const other = first.get(folded);
    if (other === undefined) {
      first.set(folded, name);
      return [];
    }
    return [
      {
        severity: "warning",
        file: name,
        message: `the transcript ${other} differs from this one in capitals alone; both are served.`,
        advice: "Rename one of the two: not every disk can hold both, and readers take them for one.",
      },
    ];
  });
}

/** A yaml without its transcript is most often a misspelt name, and its corrections would silently be lost. */
export function straySidecars(names: readonly string[]): readonly Diagnostic[] {
  const transcripts = new Set(names.filter(isTranscript).map(idOf));
  return names
    .filter((name) => isSidecar(name) && !transcripts.has(idOf(name)))
    .map((file) => ({
      severity: "warning",
      file,
      message: "no transcript lies beside this yaml.",
      advice: `Name it like its transcript, for instance ${idOf(file)}.txt, or remove it.`,
    }));
}

/** A transcript in a form that isn't read yet would otherwise seem to have been lost. */
export function unreadFiles(names: readonly string[]): readonly Diagnostic[] {
  return names
    .filter((name) => !isTranscript(name) && !isSidecar(name) && !isAboutFolder(name))
    .map((file) => ({
      severity: "warning",
      file,
      message: "this kind of file is not read.",
      advice: "Save the interview as plain text, for instance interview.txt, or remove the file.",
    }));
}

/** Why a file can't be used, from what was thrown. */
export function diagnosticsOf(error: unknown, file: string): readonly Diagnostic[] {
  if (error instanceof DiagnosticError) return error.diagnostics;
  if (error instanceof Error && "code" in error) return unreadable(file, error).diagnostics;
  // Whatever fails in here must not take the other transcripts with it.
  return errorAbout(file, {
    message: `the program itself failed on the file (${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}).`,
    advice: "Please report this as a fault in the program; the other transcripts are served.",
  }).diagnostics;
}
