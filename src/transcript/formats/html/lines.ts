import type { Span } from "../../source-text.ts";
import type { Composed, Line } from "./compose.ts";
import { IN_BOLD, IN_CITE, IN_HEADING, IN_ITALIC, IN_SPEAKER, IN_TIME, type Page } from "./page.ts";
import { readTime } from "./times.ts";

/** How a stretch of a line is set off, from what tells most of a name to what tells least. */
export type Dress = "time" | "speaker" | "cite" | "bold" | "italic" | "plain";

/** Words of a line that are set in the same way. */
export interface Stretch {
  readonly dress: Dress;
  /** In the reading. */
  readonly span: Span;
  readonly text: string;
}

/** More pieces than this no name is made of. */
const LONGEST_FRONT = 40;

/** Looks at the lines of a page by how they are dressed. */
export class DressedLines {
  readonly #page: Page;
  readonly #composed: Composed;
  readonly #left: Uint8Array;

  constructor(page: Page, composed: Composed, left: Uint8Array) {
    this.#page = page;
    this.#composed = composed;
    this.#left = left;
  }

  textOf({ start, end }: Span): string {
    return this.#composed.reading.text.slice(start, end);
  }

  /** The element a piece of the page stands in. */
  elementOf(piece: number): number {
    return this.#page.words.elements[piece] ?? 0;
  }

  /** The block a line stands in. */
  blockOf({ first }: Line): number {
    return this.#page.elements.blocks[this.elementOf(first)] ?? 0;
  }

  /** What is true of all words of a line. */
  flagsOf({ first, last }: Line): number {
    const { elements, words } = this.#page;
    let flags = -1;
    for (let piece = first; piece <= last && flags !== 0; piece += 1) {
      if (!this.#counts(piece)) continue;
      flags &= elements.flags[words.elements[piece] ?? 0] ?? 0;
    }
    return flags;
  }

  /**
   * Its first stretches, up to the first words that are set as any others.
   * @param byPrint true to look at bold print and italics alone.
   */
  frontOf(line: Line, byPrint = false): readonly Stretch[] {
    const stretches: { dress: Dress; start: number; end: number }[] = [];
    const last = Math.min(line.last, line.first + LONGEST_FRONT);
    for (let piece = line.first; piece <= last; piece += 1) {
      const dress = this.#dressOf(piece, byPrint);
      if (dress === null) continue;
      const start = stretches.length === 0 ? line.span.start : (this.#composed.places[piece] ?? 0);
      const before = stretches.at(-1);
      if (before) before.end = start;
      if (before?.dress === "plain" && saysMore(this.textOf(before))) break;
      if (before?.dress !== dress) stretches.push({ dress, start, end: line.span.end });
    }
    const final = stretches.at(-1);
    if (final && last === line.last) final.end = line.span.end;
    return stretches.map(({ dress, start, end }) => ({
      dress,
      span: { start, end },
      text: this.textOf({ start, end }),
    }));
  }

  /** Every time that stands in an element for times, in the reading, in order. */
  *times(): Generator<{ readonly span: Span; readonly piece: number; readonly seconds: number }> {
    const { words, elements } = this.#page;
    const { places, lines } = this.#composed;
    for (const line of lines) {
      for (let piece = line.first; piece <= line.last; piece += 1) {
        if (!this.#counts(piece) || ((elements.flags[this.elementOf(piece)] ?? 0) & IN_TIME) === 0) continue;
        let next = piece + 1;
        while (next <= line.last && words.elements[next] === words.elements[piece]) next += 1;
        const start = piece === line.first ? line.span.start : (places[piece] ?? 0);
        const end = next > line.last ? line.span.end : this.#placeAfter(next, line);
        const seconds = readTime(this.textOf({ start, end })) ?? this.#datetimeOf(this.elementOf(piece));
        if (seconds !== null) yield { span: { start, end }, piece, seconds };
        piece = next - 1;
      }
    }
  }

  /** `<time datetime="PT1M3S">`; a date is no time of a recording. */
  #datetimeOf(element: number): number | null {
    const value = this.#page.elements.attributes.get(element)?.get("datetime");
    return value ? readTime(this.#page.file.slice(value.start, value.end)) : null;
  }

  #placeAfter(piece: number, line: Line): number {
    for (let next = piece; next <= line.last; next += 1) {
      const place = this.#composed.places[next] ?? -1;
      if (place >= 0) return place;
    }
    return line.span.end;
  }

  /** Null for what isn't read, and for white space. */
  #dressOf(piece: number, byPrint: boolean): Dress | null {
    if (!this.#counts(piece)) return null;
    const flags = this.#page.elements.flags[this.elementOf(piece)] ?? 0;
    if ((flags & IN_TIME) !== 0) return "time";
    if (!byPrint && (flags & IN_SPEAKER) !== 0) return "speaker";
    if (!byPrint && (flags & IN_CITE) !== 0) return "cite";
    if ((flags & IN_BOLD) !== 0 && (flags & IN_HEADING) === 0) return "bold";
    if ((flags & IN_ITALIC) !== 0) return "italic";
    return "plain";
  }

  #counts(piece: number): boolean {
    const { words, file } = this.#page;
    if (this.#left[words.elements[piece] ?? 0] === 1) return false;
    const means = words.means[piece];
    if (means !== null && means !== undefined) return means.trim() !== "";
    const [from = 0, to = 0] = [words.from[piece], words.to[piece]];
    return file.charCodeAt(from) > 0x20 || file.slice(from, to).trim() !== "";
  }
}

/** True for more than marks and a time, which may stand before a name. */
export function saysMore(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && readTime(text) === null;
}
