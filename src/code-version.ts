import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The folders whose code decides what is read from a transcript and how it is indexed. */
const FOLDERS = ["transcript", "search"];

/**
 * A hash of the code that reads and indexes transcripts, of what it depends on, and of Node, whose Unicode tables
 * it goes by: whatever was worked out under another one may differ.
 */
export function codeVersion(): string {
  const parts: string[] = [process.version, process.versions.unicode ?? "", process.arch];
  for (const folder of FOLDERS) {
    const path = join(import.meta.dirname, folder);
    for (const name of readdirSync(path, { recursive: true, encoding: "utf8" }).sort()) {
      if (/\.[jt]s$/u.test(name)) parts.push(name, readFileSync(join(path, name), "latin1"));
    }
  }
  const { resolve } = createRequire(import.meta.url);
  for (const dependency of ["@orama/stemmers/english", "yaml/package.json"]) {
    parts.push(readFileSync(resolve(dependency), "latin1"));
  }
  return hash("sha256", JSON.stringify(parts), "hex");
}
