import type { Statement } from "../../src/transcript/interview.ts";
import type { DifferenceKind, Verdict } from "../../src/verification/verification.ts";
import type { ArchiveWords, SpokenWords } from "./archive-words.ts";
import type { Random } from "./chance.ts";
import type { Fragment } from "./fragments.ts";
import { lettersOf, wordsOf } from "./letters.ts";

/** Words put into someone's mouth, and what has to be said of them. */
export interface Misquote {
  readonly words: string;
  /** What stands around the words in quotation marks, where the claim says whose they are. */
  readonly frame?: Frame;
  readonly verdicts: readonly Verdict[];
  /** A difference of one of these kinds has to be named; null where any will do. */
  readonly kinds: readonly DifferenceKind[] | null;
  /** Where the words come from: of each group one statement. Empty when nobody said anything of the kind. */
  readonly sources: readonly (readonly Statement[])[];
}

export interface Frame {
  readonly before: string;
  readonly after: string;
}

/** What a mutation may look at besides its fragment. */
export interface Surroundings {
  readonly words: ArchiveWords;
  /** Sentences from elsewhere. */
  readonly unrelated: readonly string[];
}

/**
 * Makes a misquote of a fragment. Null where the fragment offers no place for it, or what would come of it is after
 * all something somebody said.
 */
export type Mutation = (fragment: Fragment, surroundings: Surroundings, random: Random) => Misquote | null;

/** New words in place of `[start, end)` of the fragment's. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
  readonly kinds: readonly DifferenceKind[] | null;
}

/** The misquote that an edit makes; null where it isn't one. */
export function misquoteOf(
  fragment: Fragment,
  { words }: Surroundings,
  claimed: string,
  verdicts: readonly Verdict[],
  kinds: readonly DifferenceKind[] | null,
): Misquote | null {
  const tidy = claimed
    .replace(/ {2,}/gu, " ")
    .replace(/ (?=[,.;!?](?!\.))/gu, "")
    .trim();
  if (lettersOf(tidy) === lettersOf(fragment.text) || isSaid(tidy, words)) return null;
  const sources = holdersOf(fragment.text, words);
  // Words that a long statement holds further on may make the claim its own words with some left out.
  if (!verdicts.includes("cut") && sources.some((one) => holdsWithGaps(words.spokenOf(one), tidy)))
    return null;
  return { words: tidy, verdicts, kinds, sources: [sources] };
}

export function edited({ text }: Fragment, { start, end, put }: Edit): string {
  return text.slice(0, start) + put + text.slice(end);
}

/** Whether anybody in the archive, the narration included, says just this. */
export function isSaid(text: string, words: ArchiveWords): boolean {
  return holdersOf(text, words).length > 0;
}

export function holdersOf(text: string, words: ArchiveWords): readonly Statement[] {
  return words.heldBy(lettersByWord(text));
}

function holdsWithGaps({ words }: SpokenWords, text: string): boolean {
  let at = 0;
  for (const letters of lettersByWord(text)) {
    while (at < words.length && words[at]?.letters !== letters) at += 1;
    if (at === words.length) return false;
    at += 1;
  }
  return true;
}

export function lettersByWord(text: string): readonly string[] {
  return wordsOf(text).map(({ letters }) => letters);
}
