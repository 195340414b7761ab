import { type ComparedWord, comparedForm, comparedWords } from "./compared-words.ts";

/**
 * A word's end where a line breaks: a hyphen and the end of the line, or a soft hyphen, of which copies keep a space
 * sometimes. The next line of a block quote may begin with its mark.
 */
const BREAK =
  /(?:[-\u2010\u2011]\p{Default_Ignorable_Code_Point}*[^\S\r\n]*(?:\r\n|\r|\n)|\u00ad\s+)[^\S\r\n]*(?:>\s?)?/u;
const WHOLE_BREAK = new RegExp(`^\\p{Default_Ignorable_Code_Point}*${BREAK.source}$`, "u");
const EVERY_BREAK = new RegExp(BREAK.source, "gu");

/** Whether a word is broken over two lines. */
export function isBroken(raw: string): boolean {
  return BREAK.test(raw);
}

/** A word without the break in it. */
export function withoutBreak(raw: string): string {
  return raw.replace(EVERY_BREAK, "");
}

/**
 * The words of a claim. One that a line break parts, "Bela-" and "rus", is read as one where `isSaid` knows it so, and
 * else as two: "well-" and "known". The alignment puts right what was read in the wrong way.
 *
 * @param isSaid whether the archive has a word, given as it is typed but for the break.
 */
export function wordsAcrossLines(text: string, isSaid: (raw: string) => boolean): readonly ComparedWord[] {
  const words = comparedWords(text);
  if (!BREAK.test(text)) return words;
  const read: ComparedWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const joined = joinedAt(text, words, at, isSaid);
    const word = joined ?? words[at];
    if (word) read.push(word);
    if (joined) at += 1;
  }
  return read;
}

function joinedAt(
  text: string,
  words: readonly ComparedWord[],
  at: number,
  isSaid: (raw: string) => boolean,
): ComparedWord | null {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !next) return null;
  const first = text.slice(word.start, word.end);
  const letters = first.replace(/\p{Default_Ignorable_Code_Point}+$/u, "");
  if (!WHOLE_BREAK.test(first.slice(letters.length) + text.slice(word.end, next.start))) return null;
  const whole = letters + text.slice(next.start, next.end);
  return isSaid(whole) ? { form: comparedForm(whole), start: word.start, end: next.end } : null;
}
