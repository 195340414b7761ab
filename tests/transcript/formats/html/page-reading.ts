import { readInterview } from "../../../../src/transcript/read-interview.ts";
import { emptySidecar, parseSidecar } from "../../../../src/transcript/sidecar/sidecar.ts";
import { fileOf } from "../../reading.ts";

/** Reads a page as the interview "sample", with the yaml given or none. */
export function readPage(text: string, yaml?: string) {
  const located =
    yaml === undefined ? emptySidecar("sample.html") : parseSidecar(fileOf("sample.yaml", yaml));
  return readInterview("sample", fileOf("sample.html", text), located);
}

/** What a page says to its reader. */
export function wordsOf(text: string): string {
  return readPage(text).interview.source.text;
}
