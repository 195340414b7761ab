import { withoutLookAlikes } from "./look-alikes.ts";

/** A word of a claim or of a source, as verification compares it. Two words are the same when their forms are. */
export interface ComparedWord {
  /** The word without what a copy may lose or add: case, apostrophes, invisible characters, look-alike letters. */
  readonly form: string;
  /** Its place in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/**
 * A word, possibly with invisible characters in it (soft hyphens, zero-width spaces), an apostrophe, or the
 * separators of a number; or a sign that is read as a word. Hyphens separate.
 */
const WORD =
  /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]|['’‘ʼ＇`´](?=\p{Default_Ignorable_Code_Point}*\p{L})|(?<=\p{N})[.,](?=\p{N}))*|[%‰$€£¥₽₴₹°&]/gu;

/** Scripts that don't separate words: each character is compared by itself. */
const UNSEPARATED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{M}\p{Default_Ignorable_Code_Point}]*/gu;

const SIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ["&", "and"],
  ["%", "percent"],
]);

/** The words of `[start, end)` of a text, in order. */
export function comparedWords(text: string, start = 0, end = text.length): ComparedWord[] {
  const words: ComparedWord[] = [];
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  for (const { 0: raw, index } of part.matchAll(WORD)) {
    const at = start + index;
    if (raw.search(UNSEPARATED) >= 0) addUnseparated(words, raw, at);
    else add(words, raw, at, isNegativeNumber(part, index, raw));
  }
  return words;
}

function add(words: ComparedWord[], raw: string, at: number, isNegative = false): void {
  const form = comparedForm(raw);
  if (form !== "") words.push({ form: isNegative ? `-${form}` : form, start: at, end: at + raw.length });
}

function addUnseparated(words: ComparedWord[], raw: string, at: number): void {
  let rest = 0;
  for (const { 0: character, index } of raw.matchAll(UNSEPARATED)) {
    if (index > rest) add(words, raw.slice(rest, index), at + rest);
    add(words, character, at + index);
    rest = index + character.length;
  }
  if (rest < raw.length) add(words, raw.slice(rest), at + rest);
}

/** "-5" is another number than "5"; the dash of "2-5" or of "– 5" is none of it. */
function isNegativeNumber(text: string, index: number, raw: string): boolean {
  if (index === 0 || !/^\p{N}/u.test(raw) || !"-−–".includes(text.charAt(index - 1))) return false;
  return index === 1 || /[\s([$€£]/u.test(text.charAt(index - 2));
}

/** What copies have for an apostrophe. */
export const APOSTROPHES = /['’‘ʼ＇`´]/gu;

export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** What is compared of a word: empty when nothing of it can be read. */
export function comparedForm(raw: string): string {
  let form = raw;
  if (!isAscii(raw)) {
    form = withoutLookAlikes(raw.normalize("NFKC").replace(INVISIBLE, ""))
      .toLowerCase()
      .normalize("NFC")
      .replace(/ё/gu, "е")
      .replace(/ß/gu, "ss")
      .replace(/ς/gu, "σ")
      .replace(/i\u0307/gu, "i");
  } else if (raw.length > 0) form = raw.toLowerCase();
  form = form.replace(APOSTROPHES, "");
  if (!/[\p{L}\p{N}]/u.test(form)) return SIGN_WORDS.get(form) ?? (isSign(form) ? form : "");
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(form) ? form.replaceAll(",", "") : form;
}

function isSign(form: string): boolean {
  return /^[‰$€£¥₽₴₹°]$/u.test(form);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** A form without accents on Latin and Greek letters, which copies often lose. */
export function withoutAccents(form: string): string {
  if (isAscii(form)) return form;
  return form
    .normalize("NFD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "$1")
    .normalize("NFC");
}
