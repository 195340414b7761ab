import type { Language } from "../language.ts";
import { stemmerOf } from "../stemming.ts";
import { COMMON_WORDS } from "./common-words.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { SHORTHAND } from "./informal-english.ts";
import { BASE_FORMS } from "./irregular-forms.ts";
import { leansOn } from "./leaning-words.ts";
import { questionFormOf } from "./question-form.ts";
import { americanSpelling } from "./spelling-variants.ts";
import { SYNONYMS } from "./synonyms.ts";
import { turnsAround } from "./turning-words.ts";
import { familyOf } from "./word-family.ts";
import { englishWordVectors } from "./word-vectors-file.ts";

const stem = stemmerOf("en");
let latest = { bare: "", term: "" };

/** What an apostrophe adds to a word: possessives and contracted verbs. */
const CLITIC = /(?:n't|'(?:s|re|ve|ll|d|m|all)|')$/u;
const WHOLE_CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ["can't", "can"],
  ["won't", "will"],
  ["shan't", "shall"],
  ["ain't", "be"],
]);

/** The word without what an apostrophe adds: "Russia's" → "russia", "didn't" → "did". */
export function withoutClitic(word: string): string {
  if (!word.includes("'")) return word;
  return WHOLE_CONTRACTIONS.get(word) ?? word.replace(CLITIC, "").replaceAll("'", "");
}

/**
 * Snowball's English stem of the base form. Two additions: irregular forms share their base form's term, and
 * British and American spelling share one ("recognise", "recognize").
 */
function term(word: string): string {
  const bare = withoutClitic(word);
  // The reader of a query asks for the same word's term, class and relatives in turn.
  if (bare !== latest.bare) latest = { bare, term: stem(americanSpelling(BASE_FORMS.get(bare) ?? bare)) };
  return latest.term;
}

const synonymsByTerm: ReadonlyMap<string, readonly string[]> = (() => {
  const all = new Map<string, Set<string>>();
  for (const group of SYNONYMS) {
    const terms = group.map(term);
    for (const one of terms) {
      const others = all.get(one) ?? new Set();
      for (const other of terms) if (other !== one) others.add(other);
      all.set(one, others);
    }
  }
  return new Map([...all].map(([one, others]) => [one, [...others]]));
})();

/** "Mr President" addresses someone and says nothing about the subject. */
const HONORIFICS: ReadonlySet<string> = new Set(["mr", "mister", "mrs", "ms", "madam", "madame", "dear"]);
const TITLES: ReadonlySet<string> = new Set(
  "president chairman chairwoman chair minister premier chancellor secretary senator ambassador mayor governor".split(
    " ",
  ),
);

const NONE: readonly string[] = [];
const commonTerms: ReadonlySet<string> = new Set([...COMMON_WORDS].map(term));

export const english: Language = {
  tag: "en",
  term,
  classOf(word, before) {
    if (before !== undefined && HONORIFICS.has(before) && TITLES.has(word)) return "function";
    const bare = withoutClitic(word);
    if (FUNCTION_WORDS.has(bare)) return "function";
    return commonTerms.has(term(bare)) ? "common" : "content";
  },
  ordinaryWords: [...FUNCTION_WORDS, ...COMMON_WORDS],
  spelledOut: (word) => SHORTHAND.get(word) ?? null,
  synonymsOf: (one) => synonymsByTerm.get(one) ?? NONE,
  familyOf,
  wordVectors: englishWordVectors,
  questionForm: questionFormOf,
  turnsAround,
  leansOn,
};
