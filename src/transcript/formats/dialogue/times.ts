/** `0:03`, `12:34`, `00:01:02`, `00:01:02.500`, `00:01:02,5` and a film's `00:01:02:15`, as a pattern without groups. */
const CLOCK = "(?:\\d{1,3}:)?\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?(?!\\d|:\\d)";
/** A time of the day: it says nothing of the recording. */
const DAYTIME = "\\d{1,2}:\\d{2}(?::\\d{2})?\\s*[AaPp]\\.?[Mm]\\.?";
const ONE = `(?:${DAYTIME}|${CLOCK})`;
const RANGE = `${ONE}(?:\\s*(?:-{1,2}>?|–|—|to)\\s*${ONE})?`;

/** A time, or two, in any brackets or none. */
export const TIME = `(?:\\[\\s*${RANGE}\\s*\\]|\\(\\s*${RANGE}\\s*\\)|<\\s*${RANGE}\\s*>|\\{\\s*${RANGE}\\s*\\}|${RANGE})`;
/** A time that nobody takes for words: in brackets. */
export const TIME_IN_BRACKETS = `(?:\\[\\s*${RANGE}\\s*\\]|\\(\\s*${RANGE}\\s*\\)|<\\s*${RANGE}\\s*>|\\{\\s*${RANGE}\\s*\\})`;

const ANY_ONE = new RegExp(ONE, "gu");
const IS_DAYTIME = /[AaPp]\.?[Mm]\.?$/u;

/** A time as written, in seconds from the beginning; `end` where two are written. */
export interface WrittenTime {
  readonly start: number;
  readonly end: number | null;
}

/** Reads what {@link TIME} matched; null for a time of the day. */
export function readTime(written: string): WrittenTime | null {
  const found = written.match(ANY_ONE) ?? [];
  const [first, second] = found;
  if (first === undefined || IS_DAYTIME.test(first)) return null;
  const start = secondsOf(first);
  const end = second === undefined ? null : secondsOf(second);
  return { start, end: end !== null && end >= start ? end : null };
}

function secondsOf(written: string): number {
  const [whole = "", fraction] = written.split(/[.,]/u);
  const fields = whole.split(":").map(Number);
  // The fourth field of a film's time code counts pictures.
  const [hours = 0, minutes = 0, seconds = 0] = fields.length === 2 ? [0, ...fields] : fields;
  const total = hours * 3600 + minutes * 60 + seconds;
  return fraction === undefined ? total : total + Number(`0.${fraction}`);
}
