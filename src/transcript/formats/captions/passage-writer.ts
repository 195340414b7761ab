import type { TimeSpan } from "../../interview.ts";
import { type Reading, ReadingBuilder } from "../../reading.ts";
import type { Passage } from "../labelled/passage.ts";
import { endInFile, placeInFile } from "./caption.ts";
import type { Segment, Stretch } from "./speech-segments.ts";

/** Writes segments into the reading of a caption file, and their passages beside it. */
export class PassageWriter {
  readonly passages: Passage[] = [];
  readonly #file: string;
  readonly #builder: ReadingBuilder;
  #end = 0;
  #speaking: string | null = null;

  /** @param file the file's text. */
  constructor(file: string) {
    this.#file = file;
    this.#builder = new ReadingBuilder(file);
  }

  /**
   * A passage of its own.
   * @param begins true where it is a new paragraph, even if the same voice goes on.
   */
  write(segment: Segment, begins: boolean, time: TimeSpan | null): void {
    const { voice, kind, startsTurn } = segment;
    const before = this.passages.at(-1);
    const apart = begins || startsTurn;
    const readsOn = before?.kind === "speech" && kind === "speech" && !apart && this.speaksOn(voice);
    if (before) this.#builder.gap(readsOn ? " " : "\n");
    const start = this.#builder.length;
    this.#words(segment.stretches);
    if (kind === "speech" && (voice !== null || apart)) this.#speaking = voice;
    const span = { start, end: this.#builder.length };
    const own = begins && !startsTurn && kind === "speech" ? { startsStatement: true as const } : {};
    this.passages.push({ kind, voice, startsTurn, ...own, span, time });
  }

  /** Adds a mark to the last passage, within whose sentence it stands. */
  extend(segment: Segment, time: TimeSpan | null): void {
    const before = this.passages.pop();
    if (!before) throw new RangeError("there is no passage to add to");
    this.#builder.gap(" ");
    this.#words(segment.stretches);
    const end = Math.max(before.time?.end ?? 0, time?.end ?? 0);
    this.passages.push({
      ...before,
      span: { start: before.span.start, end: this.#builder.length },
      time: before.time && { start: before.time.start, end },
    });
  }

  /** True for the voice that spoke last, also where it is named again. */
  speaksOn(voice: string | null): boolean {
    return voice === null || voice === this.#speaking;
  }

  build(): Reading {
    return this.#builder.build();
  }

  #words(stretches: readonly Stretch[]): void {
    stretches.forEach((stretch, index) => {
      const before = stretches[index - 1];
      if (before && !isGlued(before, stretch)) this.#space(stretch);
      this.#stretch(stretch);
    });
  }

  /** A line break is layout: it is read as a space, where nothing but white space stands in its place. */
  #space(next: Stretch): void {
    const [from, to] = [this.#end, placeInFile(next.line, next.start)];
    if (to - from <= 64 && /^\s+$/u.test(this.#file.slice(from, to))) this.#builder.decode(from, to, " ");
    else this.#builder.gap(" ");
  }

  #stretch({ line, start, end }: Stretch): void {
    this.#end = endInFile(line, end);
    if (!line.pieces) {
      this.#builder.copy(line.from + start, line.from + end);
      return;
    }
    line.pieces.forEach(({ at, from, to, copied }, index) => {
      const next = line.pieces?.[index + 1]?.at ?? line.text.length;
      if (next <= start || at >= end) return;
      const [first, last] = [Math.max(at, start), Math.min(next, end)];
      if (copied) this.#builder.copy(from + first - at, from + last - at);
      else this.#builder.decode(from, to, line.text.slice(at, next));
    });
  }
}

/** True when nothing stands between two stretches of one line but mark-up. */
function isGlued(before: Stretch, next: Stretch): boolean {
  return (
    next.line !== before.line &&
    next.line.sameLine &&
    next.start === 0 &&
    before.end === before.line.text.length
  );
}
