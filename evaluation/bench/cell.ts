import { measureQuality, QUALITY_SETS } from "./quality-cell.ts";
import { measureSpeed } from "./speed-cell.ts";

/**
 * One engine at one size or on one set, in a process of its own so that it can be stopped and its memory told from
 * others': `node --expose-gc cell.js FOLDER ENGINE (SIZE | SET)`, which prints one line of JSON.
 */
const [folder = "", engine = "", what = ""] = process.argv.slice(2);
const set = QUALITY_SETS.find((name) => name === what);
const cell = set
  ? await measureQuality(folder, engine, set)
  : await measureSpeed(folder, engine, Number(what));
process.stdout.write(`${JSON.stringify(cell)}\n`);
