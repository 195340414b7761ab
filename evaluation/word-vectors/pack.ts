import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeWordVectors } from "../../src/search/word-vectors.ts";

/** Makes src/search/english/word-vectors.bin: `node dist/evaluation/word-vectors/pack.js FOLDER`, after distil.py. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder that distil.py wrote to");

const { terms, frequencies } = JSON.parse(await readFile(join(folder, "terms.json"), "utf8")) as {
  terms: readonly string[];
  frequencies: readonly number[];
};
const bytes = await readFile(join(folder, "vectors.f32"));
const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const dimensions = values.length / terms.length;
if (!Number.isInteger(dimensions)) throw new Error("terms.json and vectors.f32 don't belong together");
const entries = terms.map((term, at) => ({
  term,
  frequency: frequencies[at] ?? 0,
  vector: Array.from(values.subarray(at * dimensions, (at + 1) * dimensions)),
}));
await writeFile("src/search/english/word-vectors.bin", encodeWordVectors(entries));
process.stdout.write(`${terms.length} terms, ${dimensions} dimensions\n`);
