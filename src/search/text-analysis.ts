/** A word of a text, with its place: `[start, end)` in UTF-16 code units of the text as given. */
export interface Token {
  /** The word folded: see {@link foldWord}. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Longest word, in UTF-16 code units, that is told from others. What is longer is no word of a language,
 * and repairing it would cost time for nothing.
 */
export const LONGEST_WORD = 48;

/** Letters and digits, with apostrophes inside ("didn’t") and separators inside numbers ("1,300"). */
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/** The words of a text in order. Hyphens separate: "Anglo-Saxons" is two words, as people also type it. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    if (word !== "") tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/**
 * One spelling for what readers take to be the same word: compatibility forms (NFKD), lower case, straight
 * apostrophes, no accents on Latin and Greek letters, ё as е, no separators in numbers. Marks of other scripts
 * stay, because there they are letters (й, Hindi vowels).
 */
export function foldWord(raw: string): string {
  const word = isPlainAscii(raw) ? raw.toLowerCase() : foldUnicode(raw);
  const plain = word.charCodeAt(0) <= 0x39 && word.includes(",") ? word.replaceAll(",", "") : word;
  return plain.length > LONGEST_WORD ? plain.slice(0, LONGEST_WORD) : plain;
}

function foldUnicode(raw: string): string {
  return raw
    .normalize("NFKD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/ё/gu, "е");
}

function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
