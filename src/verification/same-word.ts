import { editDistance } from "../search/edit-distance.ts";
import { americanSpelling } from "../search/english/spelling-variants.ts";
import { withoutAccents } from "./compared-words.ts";
import type { WordKnowledge } from "./known-words.ts";
import { numberOf } from "./numerals.ts";

/**
 * Whether a claimed word is the said one, misspelt or spelt in another way. A word that exists is never a slip for
 * another: "now" for "not" is a change. Numbers and negative forms aren't either.
 */
export function isMisspelling(claimed: string, said: string, { isWord, termOf }: WordKnowledge): boolean {
  // Most pairs are nothing alike, and most of the time goes into finding that out.
  const isFar = Math.abs(claimed.length - said.length) > MOST_EDITS;
  if (isFar && !/\p{N}/u.test(claimed + said)) return false;
  const number = numberOf(claimed);
  if (number !== null || numberOf(said) !== null) return number === numberOf(said);
  if (americanSpelling(claimed) === americanSpelling(said)) return true;
  if (withoutAccents(claimed) === withoutAccents(said)) {
    return claimed === withoutAccents(said) ? !isOtherWord(claimed, said, isWord) : !isWord(claimed);
  }
  if (said.length >= LONG && withoutDoubled(claimed) === withoutDoubled(said)) {
    const areWords = isWord(claimed) && isWord(said);
    if (!areWords || termOf(claimed) === termOf(said)) return true;
    // "Belarussian", but neither "desert" for "dessert" nor "scraping" for "scrapping".
    if (said.length >= SAFELY_LONG && !isToldByDouble(claimed, said)) return true;
  }
  // An archive's words are known without their accents.
  if (
    isWord(claimed) ||
    isWord(withoutAccents(claimed)) ||
    isNegatedForm(claimed, said) ||
    isNegatedForm(said, claimed)
  )
    return false;
  const limit = said.length >= LONG + 1 ? MOST_EDITS : 1;
  if (said.length < SHORTEST || (limit === MOST_EDITS && claimed.charAt(0) !== said.charAt(0))) return false;
  return editDistance(claimed, said, limit) <= limit;
}

const MOST_EDITS = 2;
/** Letters of a word that may lose one, or two, and still be recognised. */
const SHORTEST = 3;
const LONG = 7;
const SAFELY_LONG = 9;

/** Losing its accents made no other word of it: "konnte" is another than "könnte". */
function isOtherWord(claimed: string, said: string, isWord: WordKnowledge["isWord"]): boolean {
  return isWord(claimed) && isWord(said);
}

function withoutDoubled(form: string): string {
  return form.replace(/(\p{L})\1+/gu, "$1");
}

/** Before an ending a double consonant shows which vowel is meant, "hopping" or "hoping", and "ee" is an ending. */
function isToldByDouble(claimed: string, said: string): boolean {
  const longer = claimed.length > said.length ? claimed : said;
  return /([bdfgkmnprtvz])\1(?:ings?|ed|ers?)$|ees?$/u.test(longer);
}

/** "unready" for "ready", "hopeless" for "hope", "didnt" for "did". */
export function isNegatedForm(longer: string, shorter: string): boolean {
  if (shorter.length < SHORTEST_NEGATED || longer.length <= shorter.length) return false;
  return positiveForms(longer).includes(shorter);
}

/** What a form may be the negation of, words or not: "ready" of "unready", and "der" of "under". */
export function positiveForms(form: string): readonly string[] {
  const prefixes = NEGATING_PREFIXES.filter((prefix) => form.startsWith(prefix));
  const suffixes = NEGATING_SUFFIXES.filter((suffix) => form.endsWith(suffix));
  return [
    ...prefixes.map((prefix) => form.slice(prefix.length)),
    ...suffixes.map((suffix) => form.slice(0, -suffix.length)),
  ].filter(({ length }) => length >= SHORTEST_NEGATED);
}

const SHORTEST_NEGATED = 3;
const NEGATING_PREFIXES = ["un", "in", "im", "il", "ir", "dis", "non", "mis", "не"];
const NEGATING_SUFFIXES = ["less", "nt"];
