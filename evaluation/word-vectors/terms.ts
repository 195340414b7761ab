import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { english } from "../../src/search/english/english.ts";
import { tokenise } from "../../src/search/text-analysis.ts";

/**
 * Turns words into the terms that the index holds: `node dist/evaluation/word-vectors/terms.js FOLDER`, after
 * gather_texts.py. Writes terms.json (terms, how common they are, and the places of their words) and term-ids.json
 * (the terms of each sentence).
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder that gather_texts.py wrote to");

/** Words less common than this are too seldom met to have a good vector. */
const WORDS = 40_000;

const read = async (name: string) =>
  JSON.parse(await readFile(join(folder, name), "utf8")) as readonly string[];
const numbers = new Map<string, number>();
const terms: { term: string; frequency: number; members: number[] }[] = [];
for (const [rank, word] of (await read("words.json")).slice(0, WORDS).entries()) {
  if (!/^[a-z]{1,24}$/u.test(word)) continue;
  const term = english.term(word);
  let number = numbers.get(term);
  if (number === undefined) {
    number = terms.push({ term, frequency: 0, members: [] }) - 1;
    numbers.set(term, number);
  }
  const entry = terms[number];
  // Words are listed by frequency, and the frequency is nearly as one over the rank (Zipf).
  if (entry) entry.frequency += 1 / (rank + 1);
  entry?.members.push(rank);
}
const ids = (await read("sentences.json")).map((sentence) =>
  tokenise(sentence)
    .map(({ word }) => numbers.get(english.term(word)))
    .filter((number) => number !== undefined),
);
await writeFile(
  join(folder, "terms.json"),
  JSON.stringify({
    words: WORDS,
    terms: terms.map(({ term }) => term),
    frequencies: terms.map(({ frequency }) => frequency),
    members: terms.map(({ members }) => members),
  }),
);
await writeFile(join(folder, "term-ids.json"), JSON.stringify(ids));
process.stdout.write(`${terms.length} terms, ${ids.length} sentences\n`);
