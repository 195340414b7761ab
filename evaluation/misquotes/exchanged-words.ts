import { editDistance } from "../../src/search/edit-distance.ts";
import { COMMON_WORDS } from "../../src/search/english/common-words.ts";
import { FUNCTION_WORDS } from "../../src/search/english/function-words.ts";
import type { DifferenceKind } from "../../src/verification/verification.ts";
import { type ArchiveWords, nameIn } from "./archive-words.ts";
import { between, oneOf, type Random, shuffled } from "./chance.ts";
import type { Fragment } from "./fragments.ts";
import { type Word, wordsOf } from "./letters.ts";
import {
  type Edit,
  edited,
  type Misquote,
  type Mutation,
  misquoteOf,
  type Surroundings,
} from "./mutation.ts";
import {
  COMMON_SLIPS,
  FREQUENCIES,
  MODALS,
  NUMBER_WORDS,
  OPPOSITES,
  PERSONS,
  QUANTIFIERS,
  WELL_KNOWN_NAMES,
} from "./word-lists.ts";

type Editor = (fragment: Fragment, surroundings: Surroundings, random: Random) => readonly (Edit | null)[];

/** One word for another: the mutation makes one of the edits offered. */
function exchanging(editor: Editor): Mutation {
  return (fragment, surroundings, random): Misquote | null => {
    const edits = editor(fragment, surroundings, random).filter((edit) => edit !== null);
    const edit = oneOf(edits, random);
    return edit ? misquoteOf(fragment, surroundings, edited(fragment, edit), ["altered"], edit.kinds) : null;
  };
}

/** Words of a list for those it gives, with a capital where there was one. */
function fromList(
  list: ReadonlyMap<string, readonly string[]>,
  kindsOf: (word: string, put: string) => readonly DifferenceKind[] | null,
  suits: (fragment: Fragment, words: readonly Word[], at: number) => boolean = () => true,
): Mutation {
  return exchanging((fragment, _, random) => {
    const words = wordsOf(fragment.text);
    return words.map((word, at) => {
      const printed = fragment.text.slice(word.start, word.end);
      const key = printed.toLowerCase().replace("’", "'");
      const put = oneOf(list.get(key) ?? [], random);
      if (put === undefined || !suits(fragment, words, at)) return null;
      const marked = printed.includes("’") ? put.replace("'", "’") : put;
      const isCapital = /^\p{Lu}/u.test(printed) && !/^I(?:['’]|$)/u.test(printed);
      return { ...word, put: isCapital ? capitalised(marked) : marked, kinds: kindsOf(key, put) };
    });
  });
}

function capitalised(word: string): string {
  return word.replace(/^./u, (first) => first.toUpperCase());
}

function before(words: readonly Word[], at: number): string {
  return words[at - 1]?.letters ?? "";
}

/** "will" and "can" as nouns, and the month, are no modals. */
const BEFORE_A_NOUN = new Set("the a my his her their our your free good last this of".split(" "));

export const modal = fromList(
  MODALS,
  () => ["modal"],
  ({ text }, words, at) => {
    const word = words[at];
    if (!word || BEFORE_A_NOUN.has(before(words, at))) return false;
    return word.letters !== "may" || text.charAt(word.start) === "m";
  },
);

export const person = fromList(PERSONS, () => ["person"]);

/** "At all", "how many", "the most important": they count nothing. */
const BEFORE_NO_QUANTITY = new Set("at after how so as too very the thats is not first".split(" "));
const AFTER_NO_QUANTITY = new Set("right over along together other".split(" "));

/** Where these come in a quantity goes and a denial comes: either may be named. */
const DENYING = new Set("neither nobody nothing never hardly".split(" "));

export const quantifier = fromList(
  QUANTIFIERS,
  (word, put) => [
    "quantifier",
    ...(FREQUENCIES.has(word) ? (["hedge"] as const) : []),
    ...(DENYING.has(put) ? (["negation"] as const) : []),
  ],
  (_, words, at) =>
    !BEFORE_NO_QUANTITY.has(before(words, at)) && !AFTER_NO_QUANTITY.has(words[at + 1]?.letters ?? ""),
);

/** Any difference named will do: a list of kinds can't say what each word is. */
export const opposite = fromList(OPPOSITES, () => null);

/** "No one", "that one": no numbers. */
const BEFORE_A_PRONOUN = new Set("no any every some each this that the which another a my".split(" "));

const numberWord = fromList(
  NUMBER_WORDS,
  () => ["number"],
  (_, words, at) => words[at]?.letters !== "one" || !BEFORE_A_PRONOUN.has(before(words, at)),
);

const digits = exchanging(({ text }, _, random) =>
  [...text.matchAll(/\d(?:[\d.,]*\d)?/gu)].map(({ 0: number, index }) => ({
    start: index,
    end: index + number.length,
    put: otherNumber(number, random),
    kinds: ["number"],
  })),
);

export const number: Mutation = (fragment, surroundings, random) =>
  random() < 0.5
    ? (digits(fragment, surroundings, random) ?? numberWord(fragment, surroundings, random))
    : (numberWord(fragment, surroundings, random) ?? digits(fragment, surroundings, random));

/** As long as it was, with one digit changed: not the first into a nought. */
function otherNumber(number: string, random: Random): string {
  const places = [...number].flatMap((character, at) => (/\d/u.test(character) ? [at] : []));
  const at = oneOf(places, random) ?? 0;
  const old = Number(number.charAt(at));
  const fresh = at === 0 ? 1 + ((old + between(0, 7, random)) % 9) : (old + between(1, 9, random)) % 10;
  return number.slice(0, at) + String(fresh) + number.slice(at + 1);
}

export const name = exchanging(({ text }, { words: archive }, random) => {
  const words = wordsOf(text);
  return words.map((word, at) => {
    const previous = words[at - 1];
    const old = previous ? nameIn(text, previous, word) : null;
    if (old === null || !archive.names().includes(old) || COMMON_WORDS.has(old.toLowerCase())) return null;
    const put = otherName(old, archive, random);
    return put === null ? null : { start: word.start, end: word.start + old.length, put, kinds: ["name"] };
  });
});

function otherName(old: string, archive: ArchiveWords, random: Random): string | null {
  const put = oneOf(random() < 0.5 ? archive.names() : WELL_KNOWN_NAMES, random);
  if (put === undefined || put === old || COMMON_WORDS.has(put.toLowerCase())) return null;
  // Forms of one name, such as Zelensky and Zelenskyy, are a matter of spelling; Austria and Australia aren't.
  const areKnown = WELL_KNOWN_NAMES.includes(old) && WELL_KNOWN_NAMES.includes(put);
  return areKnown || put.slice(0, 4) !== old.slice(0, 4) ? put : null;
}

/**
 * A word for another that is a letter away and a word, too: whoever forgives misspellings must not forgive this. Not
 * where readers would see a slip: plurals and other endings, spellings of two countries, words often mixed up.
 */
export const nearWord = exchanging(({ text }, { words: archive }, random) => {
  const words = wordsOf(text);
  for (const word of shuffled(words, random).slice(0, 12)) {
    const old = text.slice(word.start, word.end);
    if (!/^\p{Ll}{4,}$/u.test(old) || COMMON_SLIPS.has(old)) continue;
    const put = oneOf(nearWordsOf(old, archive), random);
    if (put !== undefined) return [{ ...word, put, kinds: null }];
  }
  return [];
});

const WELL_KNOWN_WORDS = [...COMMON_WORDS, ...FUNCTION_WORDS].filter((word) => /^\p{Ll}{4,}$/u.test(word));
const near = new WeakMap<ArchiveWords, Map<string, readonly string[]>>();
const OFTEN = 5;

function nearWordsOf(word: string, archive: ArchiveWords): readonly string[] {
  const known = near.get(archive) ?? new Map<string, readonly string[]>();
  near.set(archive, known);
  let words = known.get(word);
  if (!words) {
    const often = [...archive.vocabulary()].filter(
      (other) => /^\p{Ll}{4,}$/u.test(other) && archive.countOf(other) >= OFTEN,
    );
    words = [...new Set([...WELL_KNOWN_WORDS, ...often])].filter(
      (other) => editDistance(word, other, 1) === 1 && !COMMON_SLIPS.has(other) && !areForms(word, other),
    );
    known.set(word, words);
  }
  return words;
}

/** Differ by their ending, or as British and American spelling do. */
function areForms(a: string, b: string): boolean {
  const [short = "", long = ""] = [a, b].sort((one, other) => one.length - other.length);
  if (long.startsWith(short) || short.slice(0, -1) === long.slice(0, short.length - 1)) return true;
  const one = (word: string): string =>
    word
      .replace(/our/gu, "or")
      .replace(/[sc]e/gu, "ze")
      .replace(/is/gu, "iz")
      .replace(/(?<=[^aeiou])re(?=s?$)/u, "er");
  return one(a) === one(b) || a.replace(/(.)\1/gu, "$1") === b.replace(/(.)\1/gu, "$1");
}
