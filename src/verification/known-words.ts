import { languageOf } from "../search/language.ts";
import type { StatementIndex } from "../search/statement-index.ts";
import { isContraction } from "./english/contractions.ts";

/** What is known of the words of a language, by their forms. */
export interface WordKnowledge {
  /** Whether it is a word that someone may have meant, rather than a slip. */
  isWord(form: string): boolean;
  /** What the inflected forms of one word share: "soldiers", "soldier". */
  termOf(form: string): string;
}

/** A word rarer than this, one in ten thousand, is likelier a slip for a common one a letter away. */
const RAREST = 9.2;

/** A word is what dictionaries know of a language, and what the archive says. */
export function knownWords({ vocabulary }: StatementIndex, tag: string): WordKnowledge {
  const language = languageOf(tag);
  const ordinary = new Set(language.ordinaryWords.map((word) => word.replaceAll("'", "")));
  const vectors = language.wordVectors();
  const contracted = new Set<string>();
  for (const [spelling] of vocabulary.spellings()) {
    if (spelling.includes("'")) contracted.add(spelling.replaceAll("'", ""));
  }
  const isWord = (form: string): boolean => {
    if (ordinary.has(form) || (language.tag === "en" && isContraction(form))) return true;
    const known = vectors?.find(language.term(form)) ?? -1;
    if (vectors && known >= 0 && vectors.rarity(known) <= RAREST) return true;
    return vocabulary.spells(form) || contracted.has(form);
  };
  return { isWord: remembered(isWord), termOf: remembered((form) => language.term(form)) };
}

/** Claims and statements have the same words again and again, and stemming one takes longer than comparing two. */
function remembered<Value>(work: (form: string) => Value): (form: string) => Value {
  const known = new Map<string, Value>();
  return (form) => {
    const value = known.get(form);
    if (value !== undefined) return value;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const worked = work(form);
    known.set(form, worked);
    return worked;
  };
}

const MOST_REMEMBERED = 20_000;
