import type { Span } from "./source-text.ts";

/** A run that is the file's own characters, untouched. */
const COPIED = -1;

/**
 * What a file says to its reader, where that is not the file's text itself: the words of a caption file without its
 * times, of a JSON file without its escapes. Its text is put together from runs, in the order of the file, and every
 * run knows its place there, so that whatever is quoted can be shown in the file:
 *
 * - a *copied* run is a slice of the file;
 * - a *decoded* run is what one piece of mark-up stands for, such as `&amp;` for "&" or `\n` for a line break;
 * - a *gap* is white space of our own between words that stand apart in the file, such as those of two cues.
 *
 * Offsets of the reading and of the file are both UTF-16 code units.
 */
export class Reading {
  readonly text: string;
  readonly #runs: Runs;

  private constructor(text: string, runs: Runs) {
    this.text = text;
    this.#runs = runs;
    Object.freeze(this);
  }

  /**
   * @param file the file's text.
   * @throws RangeError when the runs are of another file.
   */
  static of(file: string, runs: Runs): Reading {
    const pieces: string[] = [];
    let length = 0;
    let last = 0;
    for (let run = 0; run < runs.at.length; run += 1) {
      const [from = 0, to = 0, means = COPIED] = [runs.from[run], runs.to[run], runs.means[run]];
      if (runs.at[run] !== length || from < last || to < from || to > file.length) {
        throw new RangeError("the runs of a reading are not those of its file");
      }
      const piece = means === COPIED ? file.slice(from, to) : (runs.meanings[means] ?? "");
      pieces.push(piece);
      length += piece.length;
      last = to;
    }
    return new Reading(pieces.join(""), runs);
  }

  /** What it is made from, for a snapshot. */
  get runs(): Runs {
    return this.#runs;
  }

  /** Where in the file these words stand: its slices in order, without the mark-up between them. */
  placesOf({ start, end }: Span): readonly Span[] {
    const { at, from, to, means } = this.#runs;
    const places: { start: number; end: number }[] = [];
    for (let run = this.#runAt(start); run < at.length; run += 1) {
      const begins = at[run] ?? 0;
      if (begins >= end) break;
      const [first = 0, last = 0] = [from[run], to[run]];
      const isCopied = means[run] === COPIED;
      const place = {
        start: isCopied ? first + Math.max(0, start - begins) : first,
        end: isCopied ? Math.min(last, first + end - begins) : last,
      };
      const before = places.at(-1);
      if (place.start === place.end) continue;
      if (before?.end === place.start) before.end = place.end;
      else places.push(place);
    }
    return places;
  }

  /** The smallest stretch of the file that holds all of these words, with the mark-up between them. */
  extentOf(span: Span): Span {
    const places = this.placesOf(span);
    const [first] = places;
    const last = places.at(-1);
    if (first && last) return { start: first.start, end: last.end };
    const { from } = this.#runs;
    const beside = from[this.#runAt(span.start)] ?? 0;
    return { start: beside, end: beside };
  }

  /** The run that holds the unit at `offset`. */
  #runAt(offset: number): number {
    const { at } = this.#runs;
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((at[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Runs in columns: one file may have a hundred thousand. */
export interface Runs {
  /** Where each run begins in the reading. */
  readonly at: Int32Array;
  /** Where it stands in the file; nowhere, `from` equal to `to`, for a gap. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** For what is decoded and for gaps a place in `meanings`; -1 for what is copied. */
  readonly means: Int32Array;
  readonly meanings: readonly string[];
}

/** Puts a reading together from the front of the file to its end. */
export class ReadingBuilder {
  readonly #file: string;
  readonly #at: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #means: number[] = [];
  readonly #meanings = new Map<string, number>();
  #length = 0;

  /** @param file the file's text. */
  constructor(file: string) {
    this.#file = file;
  }

  /** How long the reading is by now, in UTF-16 units: where the next words will begin. */
  get length(): number {
    return this.#length;
  }

  /**
   * Reads the file's own characters from `start` to `end`.
   * @throws RangeError when they stand before something that was read already, or outside the file.
   */
  copy(start: number, end: number): void {
    if (start === end) return;
    const last = this.#at.length - 1;
    if (this.#means[last] === COPIED && this.#to[last] === start && end > start && end <= this.#file.length) {
      this.#to[last] = end;
      this.#length += end - start;
    } else {
      this.#add(start, end, COPIED, end - start);
    }
  }

  /** Reads `text`, for which what stands from `start` to `end` is mark-up; it may stand for nothing at all. */
  decode(start: number, end: number, text: string): void {
    if (text !== "") this.#add(start, end, this.#meaning(text), text.length);
  }

  /** White space where words stand apart in the file; none at the very front, and none after white space. */
  gap(space: " " | "\n" | "\n\n"): void {
    const at = this.#to.at(-1);
    if (at !== undefined) this.#add(at, at, this.#meaning(space), space.length);
  }

  build(): Reading {
    return Reading.of(this.#file, {
      at: Int32Array.from(this.#at),
      from: Int32Array.from(this.#from),
      to: Int32Array.from(this.#to),
      means: Int32Array.from(this.#means),
      meanings: [...this.#meanings.keys()],
    });
  }

  #meaning(text: string): number {
    const known = this.#meanings.get(text);
    if (known !== undefined) return known;
    const place = this.#meanings.size;
    this.#meanings.set(text, place);
    return place;
  }

  #add(start: number, end: number, means: number, length: number): void {
    if (start < (this.#to.at(-1) ?? 0) || end < start || end > this.#file.length) {
      throw new RangeError(
        `[${start}, ${end}) can't be read after what stands up to ${this.#to.at(-1) ?? 0}`,
      );
    }
    this.#at.push(this.#length);
    this.#from.push(start);
    this.#to.push(end);
    this.#means.push(means);
    this.#length += length;
  }
}
