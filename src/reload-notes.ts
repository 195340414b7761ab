import type { OpenedDesk } from "./open-desk.ts";
import { type Diagnostic, formatDiagnostic } from "./transcript/diagnostic.ts";
import type { Interview } from "./transcript/interview.ts";
import { printable } from "./transcript/printable.ts";

/** Something to tell whoever runs this, on one line. It never has words of a transcript's speech. */
export interface ReloadNote {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
}

/** A file may have a hundred thousand faults of one kind. */
const MOST_OF_A_FILE = 20;
const MOST_NAMES = 10;

type Told = Pick<OpenedDesk, "diagnostics" | "leftOut" | "held"> & {
  readonly desk: { readonly archive: { readonly interviews: readonly Interview[] } };
};

/** What is new in a desk since the one before: each trouble once, and once more when it is over. */
export function reloadNotes(before: Told, after: Told): readonly ReloadNote[] {
  const notes: ReloadNote[] = [];
  const { added, changed, removed } = differences(before, after);
  const said = [
    ["Added", added],
    ["Changed", changed],
    ["Removed", removed],
  ] as const;
  const parts = said.flatMap(([what, names]) => (names.length > 0 ? [`${what}: ${listed(names)}.`] : []));
  const count = after.desk.archive.interviews.length;
  if (parts.length > 0) {
    const now = `${count} ${count === 1 ? "interview is" : "interviews are"} served now.`;
    // An archive that is empty all at once is seldom meant to be.
    const isEmptied = count === 0 && before.desk.archive.interviews.length > 0;
    notes.push({ level: isEmptied ? "warn" : "info", message: `${parts.join(" ")} ${now}` });
  }
  for (const note of freshDiagnostics(before.diagnostics, after.diagnostics)) notes.push(note);
  const wasGood = new Set(goodFiles(before));
  const failed = new Set([...before.leftOut, ...before.held]);
  const held = after.held.filter((name) => !before.held.includes(name));
  if (held.length > 0) {
    const them = held.length === 1 ? "it is" : "they are";
    notes.push({
      level: "warn",
      message: `Can’t be read any more: ${listed(held)}. Until ${them} mended, the last good version is served.`,
    });
  }
  const leftOut = after.leftOut.filter((name) => !before.leftOut.includes(name));
  if (leftOut.length > 0) {
    notes.push({ level: "warn", message: `Left out until mended: ${listed(leftOut)}.` });
  }
  const mended = goodFiles(after).filter((name) => failed.has(name) && !wasGood.has(name));
  if (mended.length > 0) notes.push({ level: "info", message: `Mended: ${listed(mended)}.` });
  return notes;
}

/** The diagnostics as lines, of each file no more than one can read. */
export function diagnosticNotes(diagnostics: readonly Diagnostic[]): readonly ReloadNote[] {
  return [...byFile(diagnostics)].flatMap(([file, all]) => {
    const notes = all.slice(0, MOST_OF_A_FILE).map(
      (diagnostic): ReloadNote => ({
        level: diagnostic.severity === "error" ? "error" : "warn",
        message: formatDiagnostic(diagnostic),
      }),
    );
    const more = all.length - notes.length;
    if (more === 0) return notes;
    const rest = printable(`${file}: ${more} more of this kind. “npm run check” shows all.`);
    return [...notes, { level: "warn" as const, message: rest }];
  });
}

/** What is said of a file is told again once any of it is another. */
function freshDiagnostics(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): readonly ReloadNote[] {
  const known = new Set(before.map(formatDiagnostic));
  return diagnosticNotes(after.filter((diagnostic) => !known.has(formatDiagnostic(diagnostic))));
}

function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = files.get(diagnostic.file);
    if (known) known.push(diagnostic);
    else files.set(diagnostic.file, [diagnostic]);
  }
  return files;
}

function differences(before: Told, after: Told) {
  const old = new Map(before.desk.archive.interviews.map((one) => [one.source.file.name, one]));
  const now = new Map(after.desk.archive.interviews.map((one) => [one.source.file.name, one]));
  return {
    added: [...now.keys()].filter((name) => !old.has(name)),
    changed: [...now].filter(([name, one]) => old.has(name) && old.get(name) !== one).map(([name]) => name),
    removed: [...old.keys()].filter((name) => !now.has(name)),
  };
}

function goodFiles({ desk, held }: Told): readonly string[] {
  const isHeld = new Set(held);
  return desk.archive.interviews.map(({ source }) => source.file.name).filter((name) => !isHeld.has(name));
}

function listed(names: readonly string[]): string {
  const some = names.slice(0, MOST_NAMES).map(printable).join(", ");
  return names.length > MOST_NAMES ? `${some} and ${names.length - MOST_NAMES} more` : some;
}
