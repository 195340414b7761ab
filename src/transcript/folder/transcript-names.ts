import { parse } from "node:path";
import { TRANSCRIPT_EXTENSIONS } from "../formats/recognise-format.ts";

/** What people put beside their files, and no interview. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e)(?:\.\w+)?$/iu;

const SIDECAR_EXTENSIONS: ReadonlySet<string> = new Set([".yaml", ".yml"]);

export function isSidecar(name: string): boolean {
  return SIDECAR_EXTENSIONS.has(parse(name).ext.toLowerCase());
}

export function isTranscript(name: string): boolean {
  return TRANSCRIPT_EXTENSIONS.has(parse(name).ext.toLowerCase()) && !isAboutFolder(name);
}

/** True for a README or a licence, whatever its ending. */
export function isAboutFolder(name: string): boolean {
  return ABOUT_THE_FOLDER.test(name);
}

export function isWanted(name: string): boolean {
  return isTranscript(name) || isSidecar(name);
}

/**
 * The id of a transcript, and what its yaml must be called but for the ending. Letters with marks may be written in
 * two ways (é as one character or as two), and file systems choose: they count as the same.
 */
export function idOf(name: string): string {
  return parse(name).name.normalize("NFC");
}

/** Names of yaml files by the id of the transcript they describe; the first one counts. */
export function sidecarsByTranscript(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sidecars = new Map<string, string[]>();
  for (const name of names.filter(isSidecar)) {
    const id = idOf(name);
    const others = sidecars.get(id);
    if (others) others.push(name);
    else sidecars.set(id, [name]);
  }
  return sidecars;
}
