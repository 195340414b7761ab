/**
 * Cyrillic and Greek letters that look like Latin ones, by the Latin one (Unicode UTS 39, confusables): those that
 * nobody tells apart in print.
 */
export const LOOK_ALIKES: readonly (readonly [latin: string, other: string])[] = [
  ["a", "а"],
  ["c", "с"],
  ["e", "е"],
  ["i", "і"],
  ["j", "ј"],
  ["o", "о"],
  ["p", "р"],
  ["s", "ѕ"],
  ["x", "х"],
  ["y", "у"],
  ["A", "А"],
  ["B", "В"],
  ["C", "С"],
  ["E", "Е"],
  ["H", "Н"],
  ["I", "І"],
  ["K", "К"],
  ["M", "М"],
  ["O", "О"],
  ["P", "Р"],
  ["T", "Т"],
  ["X", "Х"],
  ["o", "ο"],
  ["v", "ν"],
];

/** In lower case, where a capital's look-alike may not look alike: so В and в are both read as b. */
const LATIN_OF = new Map(LOOK_ALIKES.map(([latin, other]) => [other.toLowerCase(), latin.toLowerCase()]));

/**
 * The letters and digits of a text as a reader sees them, in lower case and without what stands between: two texts
 * say the same words when these are equal. Knows nothing of how the project folds words, so that the bench can't
 * share its mistakes.
 */
export function lettersOf(text: string): string {
  const composed = text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  // By way of capitals: long s and final sigma are the same letters as their ordinary forms.
  const lower = composed.toUpperCase().toLowerCase().replaceAll("ς", "σ");
  return Array.from(lower, (letter) => LATIN_OF.get(letter) ?? letter).join("");
}

/** A word of a text: its letters, and where it stands in UTF-16 code units. */
export interface Word {
  readonly letters: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of `[start, end)` of a text. What is joined by a hyphen is two. */
export function wordsOf(text: string, start = 0, end = text.length): readonly Word[] {
  return [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
    letters: lettersOf(word),
    start: start + index,
    end: start + index + word.length,
  }));
}
