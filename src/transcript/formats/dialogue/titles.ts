import type { Entry } from "./census.ts";

const IN_QUOTATION_MARKS = /^[“„«‘"][^“”„«»"]+[”“»’"]$/u;

/** True for a headline above an interview that looks like a turn: "Ann Vale: “I never sleep”". */
export function isHeadline({ candidate, line }: Entry, at: number, text: string): boolean {
  if (at > 0 || candidate?.form !== "colon") return false;
  const words = text.slice(
    line.span.start + candidate.wordsAt,
    Math.min(line.span.end, line.span.start + 400),
  );
  return IN_QUOTATION_MARKS.test(words);
}

/**
 * Indices of lines in a list of chapters, "0:00 – The beginning", which look like names with a time. Those of voices
 * have words below them, and voices come again.
 */
export function chapterLines(entries: readonly Entry[]): ReadonlySet<number> {
  const counts = new Map<string, number>();
  for (const { candidate, key } of entries) {
    if (candidate?.form === "header") counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isOnce = (entry: Entry | undefined) =>
    entry?.candidate?.form === "header" && counts.get(entry.key) === 1;
  const chapters = new Set<number>();
  for (const [at, entry] of entries.entries()) {
    if (isOnce(entry) && (isOnce(entries[at - 1]) || isOnce(entries[at + 1]))) chapters.add(at);
  }
  return chapters;
}
