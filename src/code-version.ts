import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

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
  for (const dependency of ["@orama/stemmers/english", "yaml"]) parts.push(manifestOf(resolve(dependency)));
  return hash("sha256", JSON.stringify(parts), "hex");
}

/** The package.json of the package that a file belongs to: its name and version. */
function manifestOf(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, "package.json");
    const manifest = existsSync(path) ? readFileSync(path, "latin1") : "";
    if (manifest.includes('"version"')) return manifest;
  }
  return file;
}
