import type { WordKnowledge } from "./known-words.ts";
import { withoutLookAlikes } from "./look-alikes.ts";
import { isMisspelling } from "./same-word.ts";

/** What a few words of a claim are to a few words said: indices are from the start of each list. */
export interface AlignedWords {
  readonly as: "same" | "misspelt" | "spaced" | "changed" | "added" | "left-out";
  readonly claimed: readonly [from: number, to: number];
  readonly said: readonly [from: number, to: number];
}

export interface AlignmentEnds {
  /** Words said before the first, or after the last, that is paired are none of the claim's business. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

const CHANGED = 0.8;
/** Another form of the same word is its likeliest partner. */
const INFLECTED = 0.5;
const ADDED = 0.85;
const LEFT_OUT = 0.85;
/** At an open end the words claimed have a choice of partners: an equal one further off is likelier than a changed one. */
const LEFT_OUT_AT_END = 0.75;
const MISSPELT = 0.2;
const SPACED = 0.1;
/** Longer lists are paired from both ends as far as they go, without looking at every pair. */
const MOST_PAIRS = 4000;
/** As many words as these may have been run together, or a word split into. */
const MOST_SPACED = 3;

interface Cell {
  readonly cost: number;
  readonly as: AlignedWords["as"] | null;
  readonly back: readonly [claimed: number, said: number];
}

/**
 * Pairs the words of a claim with those said so that least has changed (Needleman and Wunsch 1970, with words for
 * letters). A word run together from two, or split in two, is the same words spaced in another way.
 */
export function alignWords(
  claimed: readonly string[],
  said: readonly string[],
  knowledge: WordKnowledge,
  { openStart, openEnd }: AlignmentEnds,
): readonly AlignedWords[] {
  if (claimed.length * said.length > MOST_PAIRS) {
    return [
      { as: said.length === 0 ? "added" : "changed", claimed: [0, claimed.length], said: [0, said.length] },
    ];
  }
  const rows: Cell[][] = [];
  for (let i = 0; i <= claimed.length; i += 1) {
    const row: Cell[] = [];
    rows.push(row);
    for (let j = 0; j <= said.length; j += 1) {
      row.push(bestCell(rows, i, j, { claimed, said, knowledge, openStart, openEnd }));
    }
  }
  return traced(rows, claimed.length, said.length);
}

function bestCell(
  rows: readonly (readonly Cell[])[],
  i: number,
  j: number,
  given: AlignmentEnds & {
    readonly claimed: readonly string[];
    readonly said: readonly string[];
    readonly knowledge: WordKnowledge;
  },
): Cell {
  const { claimed, said, knowledge, openStart, openEnd } = given;
  let best: Cell = { cost: i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY, as: null, back: [0, 0] };
  const offer = (as: AlignedWords["as"], cost: number, words: number, others: number) => {
    const total = (rows[i - words]?.[j - others]?.cost ?? Number.POSITIVE_INFINITY) + cost;
    if (total < best.cost) best = { cost: total, as, back: [i - words, j - others] };
  };
  if (i > 0 && j > 0) {
    const word = claimed[i - 1] ?? "";
    const other = said[j - 1] ?? "";
    if (word === other) offer("same", 0, 1, 1);
    else if (isMisspelling(word, other, knowledge)) offer("misspelt", MISSPELT, 1, 1);
    else offer("changed", knowledge.termOf(word) === knowledge.termOf(other) ? INFLECTED : CHANGED, 1, 1);
    for (let count = 2; count <= MOST_SPACED; count += 1) {
      // A word that is a part is no longer than the whole.
      if (i >= count && word.length < other.length && isJoined(claimed.slice(i - count, i), other)) {
        offer("spaced", SPACED, count, 1);
      }
      if (j >= count && other.length < word.length && isJoined(said.slice(j - count, j), word)) {
        offer("spaced", SPACED, 1, count);
      }
    }
  }
  if (j > 0) {
    const free = (openStart && i === 0) || (openEnd && i === claimed.length);
    offer("left-out", free ? 0 : openStart || openEnd ? LEFT_OUT_AT_END : LEFT_OUT, 0, 1);
  }
  if (i > 0) offer("added", ADDED, 1, 0);
  return best;
}

/** "Belaru" and "sian" make "Belarusian"; "5" and "6" don't make "56", but "1" and "300" make "1300". */
function isJoined(parts: readonly string[], whole: string): boolean {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length !== whole.length) return false;
  const joined = parts.join("");
  // A part alone may have been read in another script than the word it is a part of.
  if (joined !== whole && withoutLookAlikes(joined) !== whole) return false;
  return !/^\p{N}/u.test(whole) || parts.slice(1).every((part) => /^\d{3}$/.test(part));
}

function traced(rows: readonly (readonly Cell[])[], i: number, j: number): readonly AlignedWords[] {
  const steps: AlignedWords[] = [];
  let at: readonly [number, number] = [i, j];
  while (at[0] > 0 || at[1] > 0) {
    const cell = rows[at[0]]?.[at[1]];
    if (!cell?.as) break;
    steps.push({ as: cell.as, claimed: [cell.back[0], at[0]], said: [cell.back[1], at[1]] });
    at = cell.back;
  }
  return steps.reverse();
}
