import type { TimeSpan } from "../../interview.ts";

/** The times of a caption, as one line of the file gives them. */
export interface Timing {
  readonly time: TimeSpan;
  /** Where the times begin and end in the file. Settings may follow. */
  readonly from: number;
  readonly to: number;
  /** True when both are written as WebVTT wants it: `[hh:]mm:ss.ttt`. */
  readonly isWebVtt: boolean;
  /** True when the end was before the beginning; it is the beginning then. */
  readonly isBackwards: boolean;
}

interface Timestamp {
  readonly seconds: number;
  readonly end: number;
  readonly isWebVtt: boolean;
}

/**
 * Reads `00:00:01.000 --> 00:00:02.500` from a line of the file. Hours may be left out, a comma may stand for the
 * point, and fractions may have any number of digits, or be absent: subtitles in the wild have all of these.
 */
export function readTiming(file: string, start: number, end: number): Timing | null {
  const from = skipBlanks(file, start, end);
  const first = readTimestamp(file, from, end);
  if (!first) return null;
  const arrow = skipBlanks(file, first.end, end);
  if (!file.startsWith("-->", arrow)) return null;
  const second = readTimestamp(file, skipBlanks(file, arrow + 3, end), end);
  if (!second) return null;
  return {
    time: { start: first.seconds, end: Math.max(first.seconds, second.seconds) },
    from,
    to: second.end,
    isWebVtt: first.isWebVtt && second.isWebVtt,
    isBackwards: second.seconds < first.seconds,
  };
}

/** True when a line with an arrow was meant to tell times: nothing but digits and their marks on one of its sides. */
export function looksLikeTiming(line: string): boolean {
  const arrow = line.indexOf("-->");
  if (arrow < 0) return false;
  const before = line.slice(Math.max(0, arrow - 40), arrow).trim();
  const after = line.slice(arrow + 3, arrow + 43).trim();
  const startsWithTime = /^\d+[:.,;]\d/u;
  const isTime = /^[\d:.,; ]*\d[:.,;]\d[\d:.,; ]*$/u;
  return (arrow <= 40 && isTime.test(before)) || (startsWithTime.test(after) && /^[\d:.,; ]*$/u.test(before));
}

function readTimestamp(file: string, start: number, limit: number): Timestamp | null {
  const groups: number[] = [];
  const widths: number[] = [];
  let at = start;
  for (;;) {
    const digits = countDigits(file, at, limit);
    if (digits === 0 || digits > 9 || groups.length === 3) return null;
    groups.push(Number(file.slice(at, at + digits)));
    widths.push(digits);
    at += digits;
    if (at >= limit || file.charCodeAt(at) !== 0x3a) break;
    at += 1;
  }
  if (groups.length < 2) return null;
  const [seconds = 0, minutes = 0, hours = 0] = groups.reverse();
  if (seconds > 59 || minutes > 59) return null;
  let fraction = 0;
  let isWebVtt = widths.every((width, index) =>
    index === 0 && widths.length === 3 ? width >= 2 : width === 2,
  );
  const mark = at < limit ? file.charCodeAt(at) : 0;
  const digits = mark === 0x2e || mark === 0x2c ? countDigits(file, at + 1, limit) : 0;
  if (digits > 0) {
    fraction = Number(`0.${file.slice(at + 1, at + 1 + Math.min(digits, 9))}`);
    at += digits + 1;
  }
  isWebVtt &&= mark === 0x2e && digits === 3;
  // Added up in thousandths: 1.1 + 60 would not be 61.1 otherwise.
  const thousandths = (hours * 3600 + minutes * 60 + seconds) * 1000 + Math.round(fraction * 1000);
  return { seconds: thousandths / 1000, end: at, isWebVtt };
}

function countDigits(file: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && file.charCodeAt(at) >= 0x30 && file.charCodeAt(at) <= 0x39) at += 1;
  return at - start;
}

function skipBlanks(file: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && /\s/u.test(file.charAt(at))) at += 1;
  return at;
}
