import { isBroken, withoutBreak } from "./broken-words.ts";
import { APOSTROPHES, INVISIBLE } from "./compared-words.ts";
import type { PrintedWord } from "./printed-words.ts";
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
