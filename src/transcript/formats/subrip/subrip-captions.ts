import type { Span } from "../../source-text.ts";
import type { Caption } from "../captions/caption.ts";
import { FileLines } from "../captions/file-lines.ts";
import { LineAssembler } from "../captions/line-assembler.ts";
import type { FoundCaptions } from "../captions/scan-captions.ts";
import { looksLikeTiming, readTiming, type Timing } from "../captions/timestamps.ts";
import type { Warnings } from "../captions/warnings.ts";
import { readSubRipText } from "./subrip-text.ts";

/**
 * Finds the subtitles of a SubRip file. Only the times are relied on: numbers and blank lines are often missing, and
 * blank lines often too many. So everything from one line of times to the next belongs to the first, but for the
 * number of the second.
 *
 * @param text the file's text.
 */
export function findSubRipCaptions(text: string, warnings: Warnings): FoundCaptions {
  const captions: Caption[] = [];
  const markup: Span[] = [];
  const assembler = new LineAssembler(text, markup);
  const lines = new FileLines(text);
  /** Lines since the last times that aren't blank, and whether a blank one stands above each. */
  let waiting: (Span & { readonly isAfterBlank: boolean })[] = [];
  let isAfterBlank = true;
  let number: number | null = null;

  const finish = () => {
    const caption = captions.at(-1);
    const [first] = waiting;
    const last = waiting.at(-1);
    if (!first || !last) return;
    if (caption) {
      assembler.begin(caption.lines);
      readSubRipText(text, first.start, last.end, assembler);
    } else {
      markup.push({ start: first.start, end: last.end });
      if (/[\p{L}\p{N}]/u.test(text.slice(first.start, last.end))) {
        warnings.add(
          first.start,
          "this stands before the first subtitle and belongs to none.",
          "It isn’t read. Give it times if it was said.",
        );
      }
    }
    waiting = [];
  };

  const begin = (timing: Timing | null, start: number, end: number) => {
    const last = waiting.at(-1);
    const own = last ? numberOf(text.slice(last.start, last.end)) : null;
    const isNext = own !== null && number !== null && own === number + 1;
    // The line right above the times is their number, unless it is the last word of the subtitle before.
    const isNumber =
      own !== null && (isNext || captions.length === 0 || (!isAfterBlank && last?.isAfterBlank));
    const labels: Span[] = [];
    if (isNumber && last) {
      labels.push({ start: last.start, end: last.end });
      waiting.pop();
    }
    number = isNumber ? own : number === null ? null : number + 1;
    finish();
    labels.push({ start: timing?.from ?? start, end: timing?.to ?? end });
    captions.push({ time: timing?.time ?? null, labels, lines: [] });
    if (timing) {
      readCoordinates(timing.to, end);
      if (timing.isBackwards) warnings.addBackwards(start);
    } else {
      warnings.add(
        start,
        `the times in “${text.slice(start, Math.min(end, start + 60)).trim()}” can’t be read.`,
        "The words below are read without a time. Write it as 00:01:02,345 --> 00:01:04,567.",
      );
    }
  };

  const readCoordinates = (start: number, end: number) => {
    const rest = text.slice(start, end).trim();
    if (rest === "") return;
    markup.push({ start, end });
    const stray = rest.split(/\s+/u).find((word) => !word.includes(":"));
    if (stray === undefined) return;
    warnings.add(
      start,
      `“${stray.slice(0, 40)}” stands behind the times and is no coordinate, such as X1:40.`,
      "It isn’t read. Words of the subtitle begin on the next line.",
    );
  };

  while (lines.advance()) {
    const { start, end } = lines;
    const timing = lines.hasArrow ? readTiming(text, start, end) : null;
    if (timing || (lines.hasArrow && looksLikeTiming(text.slice(start, end)))) {
      begin(timing, start, end);
      isAfterBlank = false;
    } else if (start === end || /^\s*$/u.test(text.slice(start, end))) {
      isAfterBlank = true;
    } else {
      waiting.push({ start, end, isAfterBlank });
      isAfterBlank = false;
    }
  }
  finish();
  return { captions, markup };
}

function numberOf(line: string): number | null {
  return /^\s*\d{1,9}\s*$/u.test(line) ? Number(line) : null;
}
