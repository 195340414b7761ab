import Fuse from "fuse.js";
import { editDistance } from "./edit-distance.ts";
import { GrowableInt32Array } from "./growable-array.ts";

/** A word of the archive that a typed word may have been meant for. */
export interface Repair {
  readonly spelling: string;
  /** Null for an ordinary word of the language that the archive doesn't hold. */
  readonly term: number | null;
  /** How sure it is, from 0 to 1; an exact match would be 1. */
  readonly weight: number;
}

const SHORTEST_REPAIRED = 4;
const SHORTEST_PREFIX = 4;
/** How many words the prefilter hands on. */
const MOST_COMPARED = 40;
const MOST_REPAIRS = 4;
/** Common bigrams add work and hardly tell words apart; beyond this many words in all, the search stops counting. */
const MOST_BIGRAM_VISITS = 60_000;

/**
 * Finds words that are nearly the typed one. In three steps, each cheaper per word and looking at more words
 * than the next: words sharing bigrams, of nearly the same length; of those the ones within a few edits; of those
 * the ones Fuse.js (Bitap) finds similar.
 */
export class WordRepair {
  readonly #spellings: readonly string[];
  readonly #terms: readonly (number | null)[];
  /** Places in {@link #spellings}, the words of fewer letters first, then as there. */
  readonly #byLength: Int32Array;
  /** Where in {@link #byLength} the words of a length begin; the last entry ends the longest. */
  readonly #lengthStart: Int32Array;
  /** Bigram → the places in {@link #byLength} of the words that have it. */
  readonly #byBigram: ReadonlyMap<string, Int32Array>;
  /** Scratch by place in {@link #byLength}, cleared after each use. */
  readonly #shared: Uint8Array;

  constructor(spellings: Iterable<readonly [spelling: string, term: number | null]>) {
    const unique = new Map<string, number | null>();
    for (const [spelling, term] of spellings) {
      if (spelling.length >= SHORTEST_REPAIRED - 1 && !unique.has(spelling)) unique.set(spelling, term);
    }
    this.#spellings = [...unique.keys()].sort();
    this.#terms = this.#spellings.map((spelling) => unique.get(spelling) ?? null);
    const lengthOf = (index: number): number => this.#spellings[index]?.length ?? 0;
    this.#byLength = Int32Array.from(this.#spellings.keys()).sort(
      (a, b) => lengthOf(a) - lengthOf(b) || a - b,
    );
    const longest = lengthOf(this.#byLength.at(-1) ?? 0);
    this.#lengthStart = new Int32Array(longest + 2);
    for (const { length } of this.#spellings) {
      this.#lengthStart[length + 1] = (this.#lengthStart[length + 1] ?? 0) + 1;
    }
    for (let length = 0; length <= longest; length += 1) {
      this.#lengthStart[length + 1] = (this.#lengthStart[length + 1] ?? 0) + (this.#lengthStart[length] ?? 0);
    }
    const byBigram = new Map<string, GrowableInt32Array>();
    this.#byLength.forEach((index, place) => {
      for (const bigram of bigramsOf(this.#spellings[index] ?? "")) {
        let list = byBigram.get(bigram);
        if (!list) {
          list = new GrowableInt32Array(8);
          byBigram.set(bigram, list);
        }
        list.push(place);
      }
    });
    this.#byBigram = new Map([...byBigram].map(([bigram, list]) => [bigram, list.toArray()]));
    this.#shared = new Uint8Array(this.#spellings.length);
  }

  /** Likely meant words, the surest first; empty for words too short to tell. */
  misspelt(word: string): readonly Repair[] {
    const limit = editsAllowed(word.length);
    if (limit === 0) return [];
    const near = this.#candidates(word, limit)
      .map((index) => this.#rate(word, index, limit))
      .filter((repair) => repair !== null);
    if (near.length === 0) return [];
    // Bitap takes 32 characters at a time; a longer pattern would be matched in chunks, at length.
    const fuse = new Fuse(
      near.map(({ spelling }) => spelling),
      {
        ignoreLocation: true,
        ignoreFieldNorm: true,
        shouldSort: false,
        threshold: 0.5,
        minMatchCharLength: 2,
      },
    );
    return fuse
      .search(word.slice(0, 32))
      .map(({ refIndex }) => near[refIndex])
      .filter((repair) => repair !== undefined)
      .sort((a, b) => b.weight - a.weight || (a.spelling < b.spelling ? -1 : 1))
      .slice(0, MOST_REPAIRS);
  }

  /** Words that begin like this one, the shortest first: of a word half known, "luka" for "lukashenko". */
  beginningWith(prefix: string, shortest: number = SHORTEST_PREFIX): readonly Repair[] {
    if (prefix.length < shortest) return [];
    let low = 0;
    let high = this.#spellings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spellings[middle] ?? "") < prefix) low = middle + 1;
      else high = middle;
    }
    const found: Repair[] = [];
    for (let at = low; at < this.#spellings.length && found.length < 32; at += 1) {
      const spelling = this.#spellings[at] ?? "";
      if (!spelling.startsWith(prefix)) break;
      const share = prefix.length / spelling.length;
      found.push({ spelling, term: this.#terms[at] ?? null, weight: 0.4 + 0.4 * share });
    }
    return found
      .sort((a, b) => b.weight - a.weight || (a.spelling < b.spelling ? -1 : 1))
      .filter(({ term }, at, all) => all.findIndex((other) => other.term === term) === at)
      .slice(0, MOST_REPAIRS);
  }

  #candidates(word: string, limit: number): readonly number[] {
    const shared = this.#shared;
    const longest = this.#lengthStart.length - 1;
    const from = this.#lengthStart[Math.min(longest, Math.max(0, word.length - limit))] ?? 0;
    const to = this.#lengthStart[Math.min(longest, word.length + limit + 1)] ?? 0;
    const touched: number[] = [];
    const ranges = bigramsOf(word)
      .map((bigram) => this.#byBigram.get(bigram))
      .filter((list) => list !== undefined)
      .map((list) => list.subarray(firstAtLeast(list, from), firstAtLeast(list, to)))
      .sort((a, b) => a.length - b.length);
    let visits = 0;
    for (const range of ranges) {
      visits += range.length;
      if (visits > MOST_BIGRAM_VISITS) break;
      for (let at = 0; at < range.length; at += 1) {
        const place = range[at] ?? 0;
        const before = shared[place] ?? 0;
        if (before === 0) touched.push(place);
        // No word has more bigrams than fit.
        shared[place] = before + 1;
      }
    }
    // A word has as many bigrams as letters; a swap destroys three, any other edit two.
    const fewest = Math.max(1, word.length - 3 * limit);
    const least = Math.max(fewest, sharedByMost(touched, shared, MOST_COMPARED));
    const near = touched
      .filter((place) => (shared[place] ?? 0) >= least)
      .map((place) => ({ index: this.#byLength[place] ?? 0, shared: shared[place] ?? 0 }))
      .sort((a, b) => b.shared - a.shared || a.index - b.index);
    for (const place of touched) shared[place] = 0;
    return near.slice(0, MOST_COMPARED).map(({ index }) => index);
  }

  #rate(word: string, index: number, limit: number): Repair | null {
    const spelling = this.#spellings[index] ?? "";
    const distance = editDistance(word, spelling, limit);
    if (distance > limit || distance === 0) return null;
    const sameStart = word[0] === spelling[0];
    // Hands slip: letters are left out, doubled and swapped far more often than replaced, and seldom the first.
    const substituted = distance === 1 && word.length === spelling.length && !isSwap(word, spelling);
    // In a short word only the commonest slips, or "movie" would be taken for "move".
    if (word.length < 6 && (!sameStart || substituted || isExtraLetter(word, spelling))) return null;
    let weight = distance === 1 ? 0.85 : 0.65;
    if (substituted) weight -= 0.1;
    if (!sameStart) weight -= 0.2;
    if (word.length < 6) weight -= 0.1;
    return { spelling, term: this.#terms[index] ?? null, weight };
  }
}

/** The greatest number of bigrams that `count` of the places share, at least; so the others needn't be sorted. */
function sharedByMost(places: readonly number[], shared: Uint8Array, count: number): number {
  const howMany = new Uint32Array(0x100);
  for (const place of places) {
    const sharing = shared[place] ?? 0;
    howMany[sharing] = (howMany[sharing] ?? 0) + 1;
  }
  let left = count;
  for (let sharing = howMany.length - 1; sharing > 0; sharing -= 1) {
    left -= howMany[sharing] ?? 0;
    if (left <= 0) return sharing;
  }
  return 0;
}

/** Where in an ascending list the values from `least` on begin. */
function firstAtLeast(list: Int32Array, least: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function editsAllowed(length: number): number {
  if (length < SHORTEST_REPAIRED) return 0;
  return length < 8 ? 1 : 2;
}

/** Pairs of neighbouring characters, with the word's start marked. */
function bigramsOf(word: string): string[] {
  const bigrams = [`^${word[0] ?? ""}`];
  for (let at = 0; at + 1 < word.length; at += 1) bigrams.push(word.slice(at, at + 2));
  return bigrams;
}

/** The typed word has a letter too many, and not because it was typed twice. */
function isExtraLetter(typed: string, spelling: string): boolean {
  return (
    typed.length > spelling.length && typed.replace(/(.)\1/gu, "$1") !== spelling.replace(/(.)\1/gu, "$1")
  );
}

function isSwap(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}
