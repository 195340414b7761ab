import { wordsOf } from "./sentences.ts";
import type { Named } from "./subject.ts";

/** "I" in languages whose papers set speech in „ “, « » or » «. */
const FIRST_PERSON: ReadonlySet<string> = new Set(
  "ich je j’ai я io eu yo jag jeg ja ik én мене мен".split(" "),
);

/** Longest attribution, in words: what goes on beyond them tells of something else. */
const REACH = 8;

/**
 * An attribution in a language whose verbs of saying aren't known: „…“, *sagt Vogel.*  — *frage ich* — the clause right
 * after a quotation, or right before it up to a colon, that names someone who is known, or the author.
 *
 * @param after the narration behind the closing mark.
 * @param before the narration ahead of the opening one.
 */
export function readPlainAttribution(
  after: string,
  before: string,
  knows: (name: string) => boolean,
): Named | null {
  const following = /^\s*[,–—-]\s*([^.?!:;,„«»“”]+)/u.exec(after)?.[1];
  const leading = /([^.?!:;,„«»“”]+):\s*$/u.exec(before.slice(-400))?.[1];
  for (const clause of [following, leading]) {
    if (clause === undefined) continue;
    const words = wordsOf(clause).slice(0, REACH);
    if (words.some((word) => FIRST_PERSON.has(word.toLowerCase()))) return { who: "author" };
    const name = namesIn(words).find(knows);
    if (name !== undefined) return { who: "name", name };
  }
  return null;
}

/** Runs of words with capitals, the longest first, then their ends: "Anna Vogel", "Vogel". */
function namesIn(words: readonly string[]): readonly string[] {
  const names: string[] = [];
  words.forEach((word, from) => {
    if (!/^\p{Lu}/u.test(word)) return;
    let to = from;
    while (/^\p{Lu}/u.test(words[to] ?? "")) to += 1;
    names.push(words.slice(from, to).join(" "));
  });
  return names;
}
