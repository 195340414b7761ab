import type { Span } from "../../source-text.ts";
import type { Caption } from "../captions/caption.ts";
import { FileLines } from "../captions/file-lines.ts";
import { LineAssembler } from "../captions/line-assembler.ts";
import type { FoundCaptions } from "../captions/scan-captions.ts";
import { looksLikeTiming, readTiming, type Timing } from "../captions/timestamps.ts";
import type { Warnings } from "../captions/warnings.ts";
import { readCueText } from "./cue-text.ts";

/** The signature that a WebVTT file begins with. */
export const SIGNATURE = /^WEBVTT(?=[ \t\r\n]|$)/u;

/**
 * Finds the cues of a WebVTT file and what stands beside them. It follows the parser of the specification, which
 * drops a good deal: whatever of that are words is kept here, with a warning.
 *
 * @param text the file's text.
 * @see https://www.w3.org/TR/webvtt1/#file-parsing
 */
export function findWebVttCaptions(text: string, warnings: Warnings): FoundCaptions {
  const found = new CueFinder(text, warnings);
  const lines = new FileLines(text);
  while (lines.advance()) found.line(lines.start, lines.end, lines.hasArrow);
  found.endBlock();
  return found;
}

class CueFinder implements FoundCaptions {
  readonly captions: Caption[] = [];
  readonly markup: Span[] = [];
  readonly #text: string;
  readonly #warnings: Warnings;
  readonly #assembler: LineAssembler;
  /** The lines of the block that isn't over yet; of a cue only those of its text. */
  #block: Span[] = [];
  #cue: Caption | null = null;
  #inHeader = true;
  /** The number that names the last cue, where it is one. */
  #number: number | null = null;

  constructor(text: string, warnings: Warnings) {
    this.#text = text;
    this.#warnings = warnings;
    this.#assembler = new LineAssembler(text, this.markup);
    if (SIGNATURE.test(text)) return;
    warnings.add(
      0,
      "the file doesn’t begin with WEBVTT, so it is none that players show.",
      "Its cues are read all the same. Write WEBVTT and a blank line above them.",
    );
    this.#inHeader = false;
  }

  line(start: number, end: number, hasArrow: boolean): void {
    if (start === end) {
      this.endBlock();
      return;
    }
    if (hasArrow) {
      const timing = readTiming(this.#text, start, end);
      if (timing || looksLikeTiming(this.#text.slice(start, end))) {
        this.#beginCue(timing, start, end);
        return;
      }
    }
    this.#block.push({ start, end });
  }

  /** A blank line or the end of the file. */
  endBlock(): void {
    const block = this.#block;
    this.#block = [];
    const [first] = block;
    const last = block.at(-1);
    const cue = this.#cue;
    this.#cue = null;
    const inHeader = this.#inHeader;
    if (first && last) {
      this.#inHeader = false;
      const extent = { start: first.start, end: last.end };
      if (cue) this.#read(cue, extent);
      else if (inHeader) this.markup.push(extent);
      else this.#besideCues(extent, first, block.length);
    }
  }

  /** Times begin a cue even where no blank line stands above them. */
  #beginCue(timing: Timing | null, start: number, end: number): void {
    const id = this.#takeId();
    this.endBlock();
    this.#inHeader = false;
    const labels = id ? [id] : [];
    const times = { start: timing?.from ?? start, end: timing?.to ?? end };
    labels.push(times);
    if (timing) {
      this.#settings(timing.to, end);
      if (timing.isBackwards) this.#warnings.addBackwards(start);
      if (!timing.isWebVtt) {
        this.#warnings.add(
          start,
          "times of WebVTT are written as 00:01:02.345; players drop a cue with others.",
          "They are read as they are meant. Write hours, minutes and seconds with two digits and a point before three more.",
        );
      }
    } else {
      this.#warnings.add(
        start,
        `the times in “${this.#text.slice(start, Math.min(end, start + 60)).trim()}” can’t be read.`,
        "The words below are read without a time. Write it as 00:01:02.345 --> 00:01:04.567.",
      );
    }
    this.#cue = { time: timing?.time ?? null, labels, lines: [] };
    this.captions.push(this.#cue);
    const number = id && numberOf(this.#text.slice(id.start, id.end));
    this.#number = number ?? null;
  }

  /** The line above the times, where that is the cue's name and not the end of what stands before. */
  #takeId(): Span | undefined {
    const last = this.#block.at(-1);
    if (!last) return undefined;
    const isNext =
      this.#number !== null && numberOf(this.#text.slice(last.start, last.end)) === this.#number + 1;
    // Without a blank line above it, the next number is no word of the cue before.
    const isId = this.#cue ? isNext && this.#block.length > 1 : !this.#inHeader && this.#block.length === 1;
    return isId || (!this.#cue && numberOf(this.#text.slice(last.start, last.end)) !== null)
      ? this.#block.pop()
      : undefined;
  }

  #settings(start: number, end: number): void {
    const settings = this.#text.slice(start, end);
    if (settings.trim() === "") return;
    this.markup.push({ start, end });
    for (const setting of settings.trim().split(/\s+/u)) {
      if (/[:=]/u.test(setting)) continue;
      this.#warnings.add(
        start + settings.indexOf(setting),
        `“${setting.slice(0, 40)}” stands behind the times and is no setting of a cue, such as align:start.`,
        "It isn’t read. Words of the cue begin on the next line.",
      );
      break;
    }
  }

  #besideCues(extent: Span, first: Span, lines: number): void {
    const line = this.#text.slice(first.start, first.end);
    const hasWords = /[\p{L}\p{N}]/u.test(this.#text.slice(extent.start, extent.end));
    const isMarkup = !hasWords || /^(?:NOTE(?=[ \t]|$)|(?:STYLE|REGION)[ \t]*$|Region:)/u.test(line);
    if (isMarkup || (lines === 1 && numberOf(line) !== null)) {
      this.markup.push(extent);
      return;
    }
    const cue = this.captions.at(-1);
    if (!cue) {
      this.markup.push(extent);
      this.#warnings.add(
        extent.start,
        "this stands before the first cue and belongs to none.",
        "It isn’t read. Give it times if it was said; a comment begins with NOTE.",
      );
      return;
    }
    this.#warnings.add(
      extent.start,
      "these lines have no times: a blank line ended the cue above, and players don’t show them.",
      "They are read as its words. Take out the blank line, or begin a comment with NOTE.",
    );
    this.#read(cue, extent);
  }

  #read(cue: Caption, { start, end }: Span): void {
    this.#assembler.begin(cue.lines);
    readCueText(this.#text, start, end, this.#assembler, this.#warnings);
  }
}

function numberOf(line: string): number | null {
  return /^\s*\d{1,9}\s*$/u.test(line) ? Number(line) : null;
}
