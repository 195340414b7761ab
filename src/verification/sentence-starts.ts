import type { ComparedWord } from "./compared-words.ts";

/** Whether a sentence begins with this word of a text, as far as its marks show. */
export function beginsSentence(text: string, word: ComparedWord, before: ComparedWord | undefined): boolean {
  if (!before) return true;
  return /[.?!…\n\r:“„«"]/u.test(text.slice(before.end, word.start));
}

/** Index of the first word of the sentence that word `at` stands in, not before `from`. */
export function sentenceStart(text: string, words: readonly ComparedWord[], at: number, from = 0): number {
  let start = at;
  while (start > from) {
    const word = words[start];
    const before = words[start - 1];
    if (!word || !before || /[.?!…\n\r]/u.test(text.slice(before.end, word.start))) break;
    start -= 1;
  }
  return start;
}

/** Index after the last word of the sentence that word `at` stands in. */
export function sentenceEnd(text: string, words: readonly ComparedWord[], at: number): number {
  let end = at + 1;
  while (end < words.length) {
    const before = words[end - 1];
    const word = words[end];
    if (!word || !before || /[.?!…\n\r]/u.test(text.slice(before.end, word.start))) break;
    end += 1;
  }
  return end;
}
