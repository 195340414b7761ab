import { measureQuality, QUALITY_SETS } from "./quality-cell.ts";
import { measureSpeed } from "./speed-cell.ts";
import { measureVerify } from "./verify-cell.ts";

/**
 * One engine at one size or on one set, in a process of its own so that it can be stopped and its memory told from
 * others': `node --expose-gc cell.js FOLDER ENGINE (SIZE | SET | verify-SIZE)`, which prints one line of JSON.
 */
const [folder = "", engine = "", what = ""] = process.argv.slice(2);
const set = QUALITY_SETS.find((name) => name === what);
const [, verified] = /^verify-(\d+)$/u.exec(what) ?? [];
const cell = set
  ? await measureQuality(folder, engine, set)
  : verified
    ? await measureVerify(folder, engine, Number(verified))
    : await measureSpeed(folder, engine, Number(what));
process.stdout.write(`${JSON.stringify(cell)}\n`);
