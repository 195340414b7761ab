import type { ComparedWord } from "./compared-words.ts";
import { UNREAD } from "./printed-words.ts";

/** Whether a sentence begins with this word of a text, as far as its marks show. */
export function beginsSentence(text: string, word: ComparedWord, before: ComparedWord | undefined): boolean {
  if (!before) return true;
  return /[.?!…\n\r:“„«"]/u.test(text.slice(before.end, word.start));
}

/** Index of the first word of the sentence that word `at` stands in. */
export function sentenceStart(text: string, words: readonly ComparedWord[], at: number): number {
  let start = at;
  while (start > 0 && goesOn(text, words, start)) start -= 1;
  return start;
}

/** Index after the last word of the sentence that word `at` stands in. */
export function sentenceEnd(text: string, words: readonly ComparedWord[], at: number): number {
  let end = at + 1;
  while (end < words.length && goesOn(text, words, end)) end += 1;
  return end;
}

/** Whether word `at` stands in the same sentence as the one before it, as far as was read. */
function goesOn(text: string, words: readonly ComparedWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || before.form === UNREAD || word.form === UNREAD) return false;
  return !/[.?!…\n\r]/u.test(text.slice(before.end, word.start));
}
