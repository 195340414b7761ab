import type { TimeSpan } from "../../interview.ts";
import type { Span } from "../../source-text.ts";

/** A word as a program timed it, beside the text that has it too. */
export interface TimedWord {
  readonly text: string;
  readonly voice: string | null;
  readonly time: TimeSpan | null;
}

/** Words in a row of one voice. */
export interface WordGroup {
  /** Of the text; the groups of a text leave nothing of it out. */
  readonly part: Span;
  readonly voice: string | null;
  readonly time: TimeSpan | null;
  /** Place of its first word in the list. */
  readonly first: number;
}

interface Growing extends WordGroup {
  readonly part: { start: number; end: number };
  time: TimeSpan | null;
}

const SENTENCE_END = /[.!?…。！？]["'\p{Pe}\p{Pf}]*$/u;
/** How much may stand between two words beside white space: a mark that the list of words leaves out. */
const LONGEST_MARK = 8;

/**
 * Finds the words of a list in the text they were taken from, and groups them by voice. A word without a voice has
 * that of the word before.
 *
 * @param bySentence true to begin a group after every sentence too.
 * @returns null when the list isn't that of the text, so that nothing can be said of its parts. Linear in the text.
 */
export function groupWords(
  text: string,
  words: readonly TimedWord[],
  bySentence: boolean,
): readonly WordGroup[] | null {
  const groups: Growing[] = [];
  let end = 0;
  let endsSentence = false;
  for (const [first, { text: spaced, voice, time }] of words.entries()) {
    const word = spaced.trim();
    if (word === "") continue;
    const start = findWord(text, word, end);
    if (start < 0) return null;
    const group = groups.at(-1);
    const isNew = !group || (voice !== null && voice !== group.voice) || (bySentence && endsSentence);
    if (isNew) {
      groups.push({
        part: { start: end, end: start + word.length },
        voice: voice ?? group?.voice ?? null,
        time,
        first,
      });
    } else {
      group.part.end = start + word.length;
      if (!group.time) group.time = time;
      else if (time) group.time = { start: group.time.start, end: Math.max(group.time.end, time.end) };
    }
    end = start + word.length;
    endsSentence = SENTENCE_END.test(word);
  }
  const last = groups.at(-1);
  if (!last || /[\p{L}\p{N}]/u.test(text.slice(end))) return null;
  last.part.end = text.length;
  return groups;
}

/** Where the word stands after `from` with no other word before it; -1 when it doesn't. */
function findWord(text: string, word: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
  for (let marks = 0; marks <= LONGEST_MARK && at < text.length; marks += 1) {
    if (text.startsWith(word, at)) return at;
    if (/[\p{L}\p{N}]/u.test(text.charAt(at))) return -1;
    at += 1;
  }
  return -1;
}
