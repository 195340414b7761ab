import type { GrowableInt32Array } from "./growable-array.ts";
import { ALL_HINTS, traitHintsOf } from "./statement-traits.ts";
import { foldWord, LONGEST_WORD, tokenise } from "./text-analysis.ts";

const SEPARATOR = 0;
const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
/** What isn't plain: the words around it are read as Unicode has them. */
const OTHER = 4;

/** By UTF-16 code unit; units beyond it are {@link OTHER}. */
const KINDS = new Uint8Array(0x2100).fill(OTHER);
for (let unit = 0; unit < 0x80; unit += 1) {
  const character = String.fromCharCode(unit);
  KINDS[unit] = /[a-z]/iu.test(character) ? LETTER : /\d/u.test(character) ? DIGIT : SEPARATOR;
}
KINDS[0x27] = APOSTROPHE;
KINDS["’".charCodeAt(0)] = APOSTROPHE;
for (const mark of "‘“”–—…") KINDS[mark.charCodeAt(0)] = SEPARATOR;

/** Fowler–Noll–Vo, FNV-1a of 32 bits (draft-eastlake-fnv). */
const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

interface OtherWord {
  readonly word: string;
  readonly term: number;
  readIn: number;
}

/** A part of a string keeps all of it in memory; what is kept for long must be a string of its own. */
function owned(word: string): string {
  return word.length < SHORTEST_PART ? word : Buffer.from(word).toString();
}

/** Shorter parts V8 copies itself. */
const SHORTEST_PART = 13;

/**
 * Reads the words of texts into terms as {@link tokenise} and the vocabulary would, without making a string of every
 * word: in plain English text, as nearly all is, a word seen before is found by its letters.
 */
export class WordScanner {
  readonly #termOf: (word: string) => number;
  /** Places of the words in the lists below, from 1, by hash; a power of two, at most half full. */
  #table = new Int32Array(1 << 14);
  #count = 0;
  #hashes = new Int32Array(1 << 12);
  #terms = new Int32Array(1 << 12);
  #hints = new Uint8Array(1 << 12);
  /** Where the letters of a word begin; the next one's end them. */
  #starts = new Int32Array((1 << 12) + 1);
  #letters = new Uint8Array(1 << 15);
  /** The words themselves, and when each was read last. */
  readonly #words: string[] = [];
  #readIn = new Int32Array(1 << 12);
  #reading = 1;
  #wordsRead: string[] = [];
  /** Words that aren't plain, or stand beside such. */
  readonly #others = new Map<string, OtherWord>();

  /** @param termOf the term of a folded word, new or known. */
  constructor(termOf: (word: string) => number) {
    this.#termOf = termOf;
  }

  /** The words read since this was asked last, each once, in order of first appearance. */
  takeWords(): readonly string[] {
    const words = this.#wordsRead;
    this.#wordsRead = [];
    this.#reading += 1;
    return words;
  }

  /** Adds the terms of `[start, end)` of a text in order; returns the {@link traitHintsOf} of all its words. */
  scan(text: string, start: number, end: number, terms: GrowableInt32Array): number {
    const before = terms.length;
    let hints = 0;
    let at = start;
    while (at < end) {
      const kind = kindAt(text, at);
      if (kind === SEPARATOR || kind === APOSTROPHE) {
        at += 1;
        continue;
      }
      const wordEnd =
        kind === LETTER ? endOfWord(text, at, end) : kind === DIGIT ? endOfNumber(text, at, end) : -1;
      if (wordEnd < 0) {
        terms.truncate(before);
        return this.#scanOther(text.slice(start, end), terms);
      }
      const place = this.#placeOf(text, at, wordEnd);
      this.#noteRead(place);
      terms.push(this.#terms[place] ?? 0);
      hints |= this.#hints[place] ?? 0;
      at = wordEnd;
    }
    return hints;
  }

  #scanOther(text: string, terms: GrowableInt32Array): number {
    for (const { word } of tokenise(text)) {
      let other = this.#others.get(word);
      if (!other) {
        other = { word: owned(word), term: this.#termOf(word), readIn: 0 };
        this.#others.set(other.word, other);
      }
      if (other.readIn !== this.#reading) {
        other.readIn = this.#reading;
        this.#wordsRead.push(other.word);
      }
      terms.push(other.term);
    }
    return ALL_HINTS;
  }

  #noteRead(place: number): void {
    if (this.#readIn[place] === this.#reading) return;
    this.#readIn[place] = this.#reading;
    this.#wordsRead.push(this.#words[place] ?? "");
  }

  #placeOf(text: string, start: number, end: number): number {
    let hash = FNV_START;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ foldedAt(text, at), FNV_PRIME);
    const mask = this.#table.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#table[slot] ?? 0) - 1;
      if (place < 0) return this.#add(text, start, end, hash, slot);
      if (this.#hashes[place] === hash && this.#isAt(place, text, start, end)) return place;
    }
  }

  #isAt(place: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[place] ?? 0;
    if ((this.#starts[place + 1] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at += 1) {
      if (this.#letters[from + at - start] !== foldedAt(text, at)) return false;
    }
    return true;
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const place = this.#count;
    const from = this.#starts[place] ?? 0;
    this.#makeRoom(from + end - start);
    const raw = text.slice(start, end);
    this.#count += 1;
    this.#hashes[place] = hash;
    const word = owned(foldWord(raw));
    this.#words.push(word);
    this.#terms[place] = this.#termOf(word);
    this.#hints[place] = raw.length > LONGEST_WORD ? ALL_HINTS : traitHintsOf(raw);
    this.#starts[place + 1] = from + end - start;
    for (let at = start; at < end; at += 1) this.#letters[from + at - start] = foldedAt(text, at);
    this.#table[slot] = this.#count;
    if (2 * this.#count > this.#table.length) this.#widenTable();
    return place;
  }

  #makeRoom(letters: number): void {
    if (this.#count + 1 >= this.#terms.length) {
      this.#hashes = doubled(this.#hashes, Int32Array);
      this.#terms = doubled(this.#terms, Int32Array);
      this.#hints = doubled(this.#hints, Uint8Array);
      this.#starts = doubled(this.#starts, Int32Array);
      this.#readIn = doubled(this.#readIn, Int32Array);
    }
    while (letters > this.#letters.length) this.#letters = doubled(this.#letters, Uint8Array);
  }

  #widenTable(): void {
    this.#table = new Int32Array(2 * this.#table.length);
    const mask = this.#table.length - 1;
    for (let place = 0; place < this.#count; place += 1) {
      const hash = this.#hashes[place] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = place + 1;
    }
  }
}

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? OTHER;
}

/** Lower case, and the straight apostrophe: what {@link foldWord} makes of plain words. */
function foldedAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x41 && unit <= 0x5a) return unit | 0x20;
  return unit < 0x80 ? unit : 0x27;
}

/** Where the word ends that begins with a letter, or -1 where it may go on in what isn't plain. */
function endOfWord(text: string, start: number, end: number): number {
  let at = start;
  let afterApostrophe = false;
  for (;;) {
    const kind = at < end ? kindAt(text, at) : SEPARATOR;
    if (kind === LETTER || (kind === DIGIT && !afterApostrophe)) {
      at += 1;
    } else if (kind === APOSTROPHE) {
      const next = at + 1 < end ? kindAt(text, at + 1) : SEPARATOR;
      if (next === OTHER) return -1;
      if (next !== LETTER) return at;
      afterApostrophe = true;
      at += 1;
    } else {
      return kind === OTHER ? -1 : at;
    }
  }
}

/** The same for what begins with a digit; -1 for what has separators in it ("1,300", "3.5"). */
function endOfNumber(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && kindAt(text, at) === DIGIT) at += 1;
  const separator = at < end ? text.charCodeAt(at) : 0;
  if ((separator === 0x2c || separator === 0x2e) && at + 1 < end && kindAt(text, at + 1) !== SEPARATOR)
    return -1;
  return endOfWord(text, start, end);
}

function doubled<Values extends Int32Array | Uint8Array>(
  values: Values,
  Type: new (length: number) => Values,
): Values {
  const larger = new Type(2 * values.length);
  larger.set(values);
  return larger;
}
