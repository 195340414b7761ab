import { isBroken, withoutBreak } from "./broken-words.ts";
import { APOSTROPHES, type ComparedWord, INVISIBLE } from "./compared-words.ts";
import type { PrintedWord } from "./printed-words.ts";
import type { Pair, StatementSource } from "./stretches.ts";
import type { Typography } from "./verification.ts";

/** In what two prints of the same word differ. */
export function wordTypography(claimed: string, said: string): readonly Typography[] {
  if (isBroken(claimed)) return ["spacing", ...wordTypography(withoutBreak(claimed), said)];
  const [a, b] = [claimed.normalize("NFKC"), said.normalize("NFKC")];
  if (a === b) return [];
  const found: Typography[] = [];
  const [seenA, seenB] = [a.replace(INVISIBLE, ""), b.replace(INVISIBLE, "")];
  if (seenA.length - a.length !== seenB.length - b.length) found.push("invisible characters");
  const [bareA, bareB] = [seenA.replace(APOSTROPHES, ""), seenB.replace(APOSTROPHES, "")];
  const marks = (text: string) => (text.match(APOSTROPHES) ?? []).join("");
  if (marks(seenA) !== marks(seenB)) found.push("apostrophes");
  if (bareA === bareB) return found;
  if (bareA.toLowerCase() === bareB.toLowerCase()) found.push("capitals");
  else found.push(/\p{N}/u.test(said) ? "punctuation" : "look-alike letters");
  return found;
}

/** In what the signs and spaces between the same two words differ. */
export function gapTypography(claimed: string, said: string): readonly Typography[] {
  if (claimed === said) return [];
  const found: Typography[] = [];
  if (signsOf(claimed) !== signsOf(said)) found.push("punctuation");
  else if (spacesOf(claimed) !== spacesOf(said)) found.push("spacing");
  if ((claimed.match(INVISIBLE)?.length ?? 0) !== (said.match(INVISIBLE)?.length ?? 0)) {
    found.push("invisible characters");
  }
  return found;
}

function signsOf(gap: string): string {
  return gap.replace(INVISIBLE, "").replace(/\s+/gu, "").normalize("NFKC");
}

function spacesOf(gap: string): string {
  return gap.replace(INVISIBLE, "").replace(/[^\s]+/gu, "·");
}

/** Whether an unspoken word stands within an editor's [insertion]; else it belongs to the attribution. */
export function isInsertion(word: PrintedWord, text: string): boolean {
  const before = text.slice(Math.max(0, word.start - LONGEST_INSERTION), word.start);
  return before.lastIndexOf("[") > before.lastIndexOf("]");
}

const LONGEST_INSERTION = 500;

/** In what a claim prints otherwise the words it pairs with those of a source. */
export function pairTypography(
  claim: string,
  claimWords: readonly ComparedWord[],
  { statement, words }: StatementSource,
  pairs: readonly Pair[],
): ReadonlySet<Typography> {
  const found = new Set<Typography>();
  const note = (all: readonly Typography[]) => {
    for (const one of all) found.add(one);
  };
  const { text } = statement.interview.source;
  pairs.forEach(({ claimed, said }, at) => {
    const word = claimWords[claimed];
    const printed = words[said];
    if (!word || !printed) return;
    if (!printed.isSpoken) found.add(isInsertion(printed, text) ? "insertion kept" : "attribution kept");
    note(wordTypography(claim.slice(word.start, word.end), text.slice(printed.start, printed.end)));
    const before = pairs[at - 1];
    const wordBefore = claimWords[claimed - 1];
    const printedBefore = words[said - 1];
    if (!before || !wordBefore || !printedBefore) return;
    if (before.claimed !== claimed - 1 || before.said !== said - 1) return;
    // A paragraph's end, and the marks around an attribution, are the print's and not the speaker's.
    if (printedBefore.paragraph !== printed.paragraph || printedBefore.isSpoken !== printed.isSpoken) return;
    note(
      gapTypography(claim.slice(wordBefore.end, word.start), text.slice(printedBefore.end, printed.start)),
    );
  });
  return found;
}

/** Whether an editor's insertion stands among the words `[from, to)` of a source. */
export function hasInsertion({ statement, words }: StatementSource, from: number, to: number): boolean {
  const { text } = statement.interview.source;
  return words.slice(from, to).some((word) => !word.isSpoken && isInsertion(word, text));
}
