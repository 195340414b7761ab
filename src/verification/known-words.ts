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

/** So often a word stands in an archive before it is taken for one, rather than for a slip in a transcript. */
const ESTABLISHED = 3;

/** A word rarer than this, one in ten thousand, is likelier a slip for a common one a letter away. */
const RAREST = 9.2;

/** A word is what dictionaries know of a language, and what the archive says again and again. */
export function knownWords({ vocabulary, postingStart }: StatementIndex, tag: string): WordKnowledge {
  const language = languageOf(tag);
  const ordinary = new Set(language.ordinaryWords.map((word) => word.replaceAll("'", "")));
  const vectors = language.wordVectors();
  return {
    termOf: (form) => language.term(form),
    isWord(form) {
      if (ordinary.has(form) || (language.tag === "en" && isContraction(form))) return true;
      const known = vectors?.find(language.term(form)) ?? -1;
      if (vectors && known >= 0 && vectors.rarity(known) <= RAREST) return true;
      if (!vocabulary.spells(form)) return false;
      if (!vectors) return true;
      const term = vocabulary.termFor(form);
      return term !== undefined && (postingStart[term + 1] ?? 0) - (postingStart[term] ?? 0) >= ESTABLISHED;
    },
  };
}
