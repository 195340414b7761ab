import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { gathered } from "../child-output.ts";

/** What a run of the program comes to. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const program = resolve("dist/src/main.js");
export const bundledTranscripts = resolve("transcripts");

/**
 * Runs the program as people do, in a folder of its own, so that no .env of whoever runs the tests has a say.
 * @param given what it reads from standard input; it ends there.
 */
export async function runProgram(
  words: readonly string[],
  { given = "", environment = {} }: { given?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "on-the-record-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: { PATH, HOME, TRANSCRIPTS_DIR: bundledTranscripts, ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const output = gathered(child.stdout);
  const errors = gathered(child.stderr);
  // A program that ends without reading closes its end first.
  child.stdin.on("error", () => {});
  child.stdin.end(given);
  const [code] = await once(child, "close");
  return { code: typeof code === "number" ? code : null, output: output(), errors: errors() };
}

/** The lines of an output, each of them JSON. */
export function jsonLines(output: string): readonly unknown[] {
  if (output !== "" && !output.endsWith("\n")) throw new Error("the last line has no end");
  return output
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}
