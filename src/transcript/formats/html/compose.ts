import { type Reading, ReadingBuilder } from "../../reading.ts";
import type { Span } from "../../source-text.ts";
import { IN_PRE, NEXT_BLOCK, NEXT_CELL, type Page, TOGETHER } from "./page.ts";

/** Words of one line of a page as it is shown: a paragraph, a heading, a cell, or what stands between two `<br>`. */
export interface Line {
  /** In the reading, without white space at its ends. */
  readonly span: Span;
  /** Its first and last piece, both inclusive: places in the page's words. */
  readonly first: number;
  readonly last: number;
  /** Where its words begin in the file. */
  readonly at: number;
}

export interface Composed {
  readonly reading: Reading;
  readonly lines: readonly Line[];
  /** Where each piece of the page's words that is read begins in the reading; -1 for others. */
  readonly places: Int32Array;
}

/** White space as HTML folds it, but for one space between words. */
const FOLDED = /[\t\n\f\r][\t\n\f\r ]*| [\t\n\f\r ]+/g;
const isSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0x0c;

/**
 * The reading of a page: its words as a browser shows them, with a blank line between blocks, a line break for each
 * `<br>` and between the cells of a row, and one space for each run of white space, but for preformatted text.
 *
 * @param left the elements that aren't read, by number.
 * @param skips stretches of the file that aren't read either, in order; a line ends at each.
 */
export function compose(page: Page, left: Uint8Array, skips: readonly Span[]): Composed {
  return new Composer(page, left, skips).compose();
}

class Composer {
  readonly #page: Page;
  readonly #left: Uint8Array;
  readonly #skips: readonly Span[];
  readonly #builder: ReadingBuilder;
  readonly #lines: Line[] = [];
  readonly #places: Int32Array;
  /** The line that is being read. */
  #line: { start: number; first: number; at: number } | null = null;
  #end = 0;
  #last = 0;
  #apart = TOGETHER;
  /** White space not yet read, for words may follow on it or not. */
  #space: Span | null = null;
  /** Line breaks not yet read. */
  readonly #breaks: Span[] = [];
  #skipped = false;
  #skip = 0;
  /** The last piece of which words were read. */
  #begun = -1;

  constructor(page: Page, left: Uint8Array, skips: readonly Span[]) {
    this.#page = page;
    this.#left = left;
    this.#skips = skips;
    this.#builder = new ReadingBuilder(page.file);
    this.#places = new Int32Array(page.words.from.length).fill(-1);
  }

  compose(): Composed {
    const { words, elements } = this.#page;
    for (let at = 0; at < words.from.length; at += 1) {
      this.#apart = Math.max(this.#apart, words.apart[at] ?? TOGETHER);
      const element = words.elements[at] ?? 0;
      if (this.#left[element] === 1) continue;
      const [from = 0, to = 0, means = null] = [words.from[at], words.to[at], words.means[at]];
      const keepsSpace = ((elements.flags[element] ?? 0) & IN_PRE) !== 0;
      this.#places[at] = this.#builder.length;
      if (means === "\n" && this.#page.file.charCodeAt(from) === 0x3c)
        this.#breakLine({ start: from, end: to });
      else if (means === null) this.#readText(at, from, to, keepsSpace);
      else if (!keepsSpace && means.length === 1 && isSpace(means.charCodeAt(0)))
        this.#space ??= { start: from, end: to };
      else this.#decode(at, from, to, means);
    }
    this.#endLine();
    return { reading: this.#builder.build(), lines: this.#lines, places: this.#places };
  }

  /** Reads text but for what is to be skipped. */
  #readText(at: number, from: number, to: number, keepsSpace: boolean): void {
    let start = from;
    while (start < to) {
      const skip = this.#skipAt(start);
      if (skip && skip.start <= start) {
        start = Math.min(to, skip.end);
        this.#passSkip();
        continue;
      }
      const end = Math.min(to, skip?.start ?? to);
      if (keepsSpace) this.#readAsIs(at, start, end);
      else this.#readFolded(at, start, end);
      start = end;
    }
  }

  #decode(at: number, from: number, to: number, means: string): void {
    const skip = this.#skipAt(from);
    if (skip && skip.start <= from) {
      this.#passSkip();
      return;
    }
    this.#begin(at, from);
    this.#builder.decode(from, to, means);
    this.#finish(at);
  }

  /** The next stretch to be skipped that ends after `start`. */
  #skipAt(start: number): Span | undefined {
    while ((this.#skips[this.#skip]?.end ?? start + 1) <= start) this.#skip += 1;
    return this.#skips[this.#skip];
  }

  #passSkip(): void {
    this.#skipped = true;
    this.#space = null;
  }

  #readAsIs(at: number, from: number, to: number): void {
    const { file } = this.#page;
    let start = from;
    // White space before the first word of a block sets nothing apart.
    if (this.#line === null || this.#apart !== TOGETHER)
      while (start < to && isSpace(file.charCodeAt(start))) start += 1;
    if (start === to) return;
    this.#begin(at, start);
    this.#builder.copy(start, to);
    this.#finish(at);
  }

  #readFolded(at: number, from: number, to: number): void {
    const { file } = this.#page;
    let start = from;
    while (start < to && isSpace(file.charCodeAt(start))) start += 1;
    if (start > from) this.#space ??= { start: from, end: start };
    if (start === to) return;
    let end = to;
    while (end > start && isSpace(file.charCodeAt(end - 1))) end -= 1;
    this.#begin(at, start);
    for (const run of file.slice(start, end).matchAll(FOLDED)) {
      const begins = end - (run.input.length - run.index);
      this.#builder.copy(start, begins);
      start = begins + run[0].length;
      this.#builder.decode(begins, start, " ");
    }
    this.#builder.copy(start, end);
    this.#finish(at);
    if (end < to) this.#space = { start: end, end: to };
  }

  #breakLine(tag: Span): void {
    this.#space = null;
    // Three breaks set no more apart than two.
    if (this.#breaks.length < 2) this.#breaks.push(tag);
  }

  /** What stands before the words at `from`: nothing, white space, or the end of another line. */
  #begin(at: number, from: number): void {
    const isNew = this.#line === null || this.#apart !== TOGETHER || this.#breaks.length > 0 || this.#skipped;
    if (isNew) {
      const between = this.#line !== null || this.#lines.length > 0;
      this.#endLine();
      if (between) this.#separate();
      this.#line = { start: this.#builder.length, first: at, at: from };
    } else if (this.#space) {
      const { start, end } = this.#space;
      if (end - start === 1 && this.#page.file.charCodeAt(start) === 0x20) this.#builder.copy(start, end);
      else this.#builder.decode(start, end, " ");
    }
    this.#space = null;
    this.#breaks.length = 0;
    this.#apart = TOGETHER;
    this.#skipped = false;
    if (this.#begun !== at) this.#places[at] = this.#builder.length;
    this.#begun = at;
  }

  #separate(): void {
    if (this.#apart === NEXT_BLOCK) this.#builder.gap("\n\n");
    else if (this.#breaks.length > 0)
      for (const { start, end } of this.#breaks) this.#builder.decode(start, end, "\n");
    else if (this.#apart === NEXT_CELL) this.#builder.gap("\n");
    else this.#builder.gap(" ");
  }

  #finish(at: number): void {
    this.#end = this.#builder.length;
    this.#last = at;
  }

  #endLine(): void {
    if (!this.#line) return;
    const { start, first, at } = this.#line;
    this.#lines.push({ span: { start, end: this.#end }, first, last: this.#last, at });
    this.#line = null;
  }
}
