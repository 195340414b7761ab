import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type QualityCell, type QualitySet, qualityCell } from "./quality-cell.ts";
import { type SpeedCell, speedCell } from "./speed-cell.ts";
import { type VerifyCell, verifyCell } from "./verify-cell.ts";

const CELL = fileURLToPath(new URL("./cell.js", import.meta.url));
const done = new Map<string, Promise<string | null>>();

/** What every bench is given. */
export interface BenchOptions {
  /** Folder of the public question sets. */
  readonly folder: string;
  /** How long one engine may take for one cell. */
  readonly seconds: number;
  readonly sizes: readonly number[];
  /** Leave out what takes longest. */
  readonly quick: boolean;
}

/** Null where the engine took longer than it may, or couldn't be loaded. */
export async function speedOf(
  options: BenchOptions,
  engine: string,
  size: number,
): Promise<SpeedCell | null> {
  const line = await run(options, engine, String(size));
  return line === null ? null : speedCell.parse(JSON.parse(line));
}

export async function qualityOf(
  options: BenchOptions,
  engine: string,
  set: QualitySet,
): Promise<QualityCell | null> {
  const line = await run(options, engine, set);
  return line === null ? null : qualityCell.parse(JSON.parse(line));
}

export async function verifyOf(
  options: BenchOptions,
  engine: string,
  size: number,
): Promise<VerifyCell | null> {
  const line = await run(options, engine, `verify-${size}`);
  return line === null ? null : verifyCell.parse(JSON.parse(line));
}

/** Each cell is measured once, whichever bench asks for it. */
function run({ folder, seconds }: BenchOptions, engine: string, what: string): Promise<string | null> {
  const key = `${engine} ${what}`;
  const known = done.get(key);
  if (known) return known;
  const line = new Promise<string | null>((resolve) => {
    execFile(
      process.execPath,
      ["--expose-gc", "--max-old-space-size=6000", CELL, folder, engine, what],
      { timeout: seconds * 1000, killSignal: "SIGKILL" },
      (error, stdout) => resolve(error ? null : stdout),
    );
  });
  done.set(key, line);
  return line;
}
