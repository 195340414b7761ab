import { existsSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { stringify } from "yaml";
import type { Grade, Role } from "../transcript/interview.ts";

/** What someone has said about an interview, or left to be guessed. */
export interface Answers {
  readonly title: string;
  readonly language: string;
  readonly url: string | null;
  readonly media: string | null;
  readonly grade: Grade | null;
  readonly format: string | null;
  readonly speakers: readonly { readonly name: string; readonly role: Role }[];
}

/** The yaml of an interview, with the line by which editors find its JSON Schema. */
export function sidecarText(answers: Answers, folder: string): string {
  const { title, language, url, media, grade, format, speakers } = answers;
  const settings = {
    title,
    language,
    ...(url === null ? {} : { url }),
    ...(media === null ? {} : { media: { url: media } }),
    ...(grade === null ? {} : { grade }),
    ...(format === null ? {} : { format }),
    ...(speakers.length > 0 ? { speakers } : {}),
  };
  return `# yaml-language-server: $schema=${schemaFrom(folder)}\n${stringify(settings, { lineWidth: 0 })}`;
}

/** The compiler leaves the schema where it is: it lies beside src/, and beside dist/. */
const PLACES = ["../../schemas/interview.schema.json", "../../../schemas/interview.schema.json"].map(
  (path) => new URL(path, import.meta.url),
);

/**
 * Where the JSON Schema lies, as seen from a folder; on another drive there is no way but its whole address. Editors read
 * it up to the first space, so a space in it is encoded.
 */
function schemaFrom(folder: string): string {
  const place = PLACES.find((one) => existsSync(one)) ?? PLACES[0] ?? "";
  const path = relative(folder, fileURLToPath(place));
  return isAbsolute(path) ? pathToFileURL(path).href : path.split(sep).map(encodeURIComponent).join("/");
}
