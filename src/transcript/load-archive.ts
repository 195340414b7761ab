import { readdir } from "node:fs/promises";
import { join, parse } from "node:path";
import { Archive } from "./archive.ts";
import { type Diagnostic, DiagnosticError } from "./diagnostic.ts";
import type { Interview } from "./interview.ts";
import { readInterview } from "./read-interview.ts";
import { emptySidecar, parseSidecar } from "./sidecar.ts";
import { readSourceFile } from "./source-file.ts";

const TRANSCRIPT_EXTENSIONS: ReadonlySet<string> = new Set([".txt"]);
const SIDECAR_EXTENSIONS: readonly string[] = [".yaml", ".yml"];

export interface LoadedArchive {
  readonly archive: Archive;
  /** What was wrong with the files that aren't in the archive, and warnings about those that are. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads every transcript of a folder. One that can't be read is left out and reported; the others are served.
 * @throws DiagnosticError when the folder itself can't be read.
 */
export async function loadArchive(folder: string): Promise<LoadedArchive> {
  const names = await listFolder(folder);
  const diagnostics: Diagnostic[] = [];
  const interviews: Interview[] = [];
  const ids = new Set<string>();
  for (const name of names.filter((entry) => TRANSCRIPT_EXTENSIONS.has(parse(entry).ext.toLowerCase()))) {
    try {
      const { interview, warnings } = await readTranscript(folder, name, names);
      diagnostics.push(...warnings);
      if (ids.has(interview.id)) {
        diagnostics.push({
          severity: "error",
          file: name,
          message: `another transcript is called ${interview.id} too.`,
          advice: "Rename one of the two files.",
        });
        continue;
      }
      ids.add(interview.id);
      interviews.push(interview);
    } catch (error) {
      diagnostics.push(...diagnosticsOf(error, name));
    }
  }
  diagnostics.push(...straySidecars(names));
  return { archive: new Archive(interviews), diagnostics };
}

async function readTranscript(folder: string, name: string, names: readonly string[]) {
  const id = parse(name).name;
  const sidecarName = SIDECAR_EXTENSIONS.map((extension) => id + extension).find((candidate) =>
    names.includes(candidate),
  );
  const file = await readSourceFile(join(folder, name), name);
  const located = sidecarName
    ? parseSidecar(await readSourceFile(join(folder, sidecarName), sidecarName))
    : emptySidecar(name);
  return readInterview(id, file, located);
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
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
function straySidecars(names: readonly string[]): readonly Diagnostic[] {
  const transcripts = new Set(
    names
      .map((name) => parse(name))
      .filter(({ ext }) => TRANSCRIPT_EXTENSIONS.has(ext.toLowerCase()))
      .map(({ name }) => name),
  );
  return names
    .filter((name) => SIDECAR_EXTENSIONS.includes(parse(name).ext) && !transcripts.has(parse(name).name))
    .map((file) => ({
      severity: "warning",
      file,
      message: "no transcript lies beside this yaml.",
      advice: `Name it like its transcript, for instance ${parse(file).name}.txt, or remove it.`,
    }));
}

function diagnosticsOf(error: unknown, file: string): readonly Diagnostic[] {
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
