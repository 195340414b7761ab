import type { Language } from "./language.ts";
import type { StatementIndex } from "./statement-index.ts";
import type { Token } from "./text-analysis.ts";

/** "side lines" → "sidelines" and "belarustroops" → "belarus troops", where the archive has the one and not the other. */
export function withJoinedWords(
  words: readonly Token[],
  index: StatementIndex,
  languages: readonly Language[],
): readonly Token[] {
  const looked = new Map<string, boolean>();
  const known = (word: string): boolean => {
    let found = looked.get(word);
    if (found === undefined) {
      found = languages.some((language) => index.vocabulary.idOf(language.term(word)) !== undefined);
      looked.set(word, found);
    }
    return found;
  };
  const result: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { word, start, end } = words[at] ?? { word: "", start: 0, end: 0 };
    const next = words[at + 1];
    // Spelled so, for stems meet by chance: "which event" would be a "whichever".
    if (next && !(known(word) && known(next.word)) && index.vocabulary.spells(word + next.word)) {
      result.push({ word: word + next.word, start, end: next.end });
      at += 1;
      continue;
    }
    const parts = known(word) ? [word] : splitInTwo(word, known);
    result.push(...parts.map((part) => ({ word: part, start, end })));
  }
  return result;
}

const SHORTEST_PART = 4;

function splitInTwo(word: string, known: (word: string) => boolean): readonly string[] {
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every(known)) return parts;
  }
  return [word];
}
