/** "0:09", "01:02:03", "00:01:02.500": minutes and seconds at least. */
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/;
/** ISO 8601 durations as `<time datetime>` has them, and HTML's own: "PT1M3S", "1m 3s". */
const DURATION = /^(?:PT?)?(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)(?:\.(\d{1,3}))?\s*s(?:ec)?)?$/i;

/** A time as transcripts write it, also in brackets, in seconds; null for anything else. */
export function readTime(text: string): number | null {
  if (text.length > 40) return null;
  const bare = text.trim().replace(/^[[(]\s*|\s*[\])]$/g, "");
  const clock = CLOCK.exec(bare);
  const match = clock ?? (/^PT|\d\s*[hms]/i.test(bare) ? DURATION.exec(bare) : null);
  if (!match) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = "0"] = match;
  if (clock && Number(seconds) > 59) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}

/** A time as an attribute of data has it: seconds, or one as {@link readTime} reads them; `data-m` is milliseconds. */
export function readTimeAttribute(name: string, value: string): number | null {
  const bare = value.trim();
  if (!/^\d{1,9}(?:\.\d{1,9})?s?$/.test(bare)) return readTime(bare);
  return name === "data-m" ? Number.parseFloat(bare) / 1000 : Number.parseFloat(bare);
}

/** A time at the front of words, in brackets: "[00:01:02] So". */
export const BRACKETED_TIME = /\s*[[(]\s*((?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)\s*[\])]\s*:?\s*/y;
