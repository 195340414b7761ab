import { extname } from "node:path";
import { DiagnosticError } from "../diagnostic.ts";
import type { SourceText } from "../source-text.ts";
import type { Format } from "./format.ts";
import { formats } from "./formats.ts";

/** Extensions of the files that may hold an interview, in small letters with their dot. */
export const TRANSCRIPT_EXTENSIONS: ReadonlySet<string> = new Set(
  formats.flatMap(({ extensions }) => extensions),
);

/**
 * The format a file is written in: the one its yaml names, or else the first of its extension that recognises it.
 * @throws DiagnosticError when there is none.
 */
export function recogniseFormat(file: SourceText, wanted: string | undefined): Format {
  const extension = extname(file.file.name).toLowerCase();
  const found = formats.find((format) =>
    wanted === undefined
      ? format.extensions.includes(extension) && format.recognises(file)
      : format.key === wanted,
  );
  if (found) return found;
  const known = formats.filter(({ extensions }) => extensions.includes(extension)).map(({ name }) => name);
  throw new DiagnosticError([
    {
      severity: "error",
      file: file.file.name,
      line: 1,
      column: 1,
      message: `the file is in none of the forms that ${extension} files are read in: ${known.join(", ")}.`,
      advice: "Save it in one of them, or name its form in the yaml, as “format”.",
    },
  ]);
}
