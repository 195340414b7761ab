import { type Candidate, readLabel } from "./label.ts";
import type { Line } from "./lines.ts";
import { isNoName } from "./names.ts";

/** A line with what it may begin with. */
export interface Entry {
  readonly line: Line;
  readonly candidate: Candidate | null;
  /** The voice, however it is spelt; empty where none is named. */
  readonly key: string;
  /** True where a turn may begin: after a blank line, or after a line that ends a sentence. */
  readonly isBoundary: boolean;
}

/** How often each voice may speak, and what the lines look like as a whole. */
export interface Census {
  readonly entries: readonly Entry[];
  /** Places where a turn or a paragraph may begin. */
  readonly units: number;
  /** How often each voice is named by each form, as `form key`. */
  readonly counts: ReadonlyMap<string, number>;
  /** Units that begin with a dash. */
  readonly dashes: number;
  /** Units with whole clauses in quotation marks, as newspapers print speech. */
  readonly quoting: number;
  readonly timesInBrackets: number;
  readonly bareTimes: number;
}

const ENDS_SENTENCE = /[.?!…:。？！؟।"”»)\]—–-][*_]{0,3}$/u;
const QUOTES_CLAUSE = /[“„«「][^“”„«»「」]{12,}|(?<![\p{L}\p{N}])"[^"]{12,}"/u;
export const OPENS_WITH_DASH = /^[—–―-]\s*(?=["“«(¿¡[]*[\p{L}\p{N}])/u;

/** Goes over all lines once. */
export function takeCensus(lines: readonly Line[], text: string): Census {
  const counts = new Map<string, number>();
  const entries: Entry[] = [];
  let units = 0;
  let dashes = 0;
  let quoting = 0;
  let timesInBrackets = 0;
  let bareTimes = 0;
  let endedSentence = true;
  for (const line of lines) {
    const { start, end } = line.span;
    const head = text.slice(start, Math.min(end, start + 400));
    const candidate = readLabel(
      end - start > head.length ? head.slice(0, 200).padEnd(201) : head,
      line.boldTo - start,
    );
    const isBoundary = line.opensBlock || endedSentence || (candidate?.isMarked ?? false);
    const key = candidate?.voice ? keyOf(candidate.voice) : "";
    entries.push({
      line,
      candidate: candidate && atEnd(candidate, end - start, head.length),
      key,
      isBoundary,
    });
    if (isBoundary) {
      units += 1;
      if (line.isItem || OPENS_WITH_DASH.test(head)) dashes += 1;
      if (QUOTES_CLAUSE.test(head)) quoting += 1;
    }
    if (candidate && candidate.form !== "time") {
      const place = `${candidate.form} ${key}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    if (candidate?.form === "time") {
      if (candidate.isBareTime) bareTimes += 1;
      else timesInBrackets += 1;
    }
    endedSentence =
      ENDS_SENTENCE.test(text.slice(Math.max(start, end - 6), end)) || candidate?.wordsAt === end - start;
  }
  const census = { entries, units, counts, dashes, quoting, timesInBrackets, bareTimes };
  return isLineByLine(entries)
    ? { ...census, entries: entries.map(atBoundary), units: entries.length }
    : census;
}

/** Half of all lines begin with a name: then each line is a paragraph, though no full stop ends the one before. */
function isLineByLine(entries: readonly Entry[]): boolean {
  const named = entries.filter(({ candidate, key }) => candidate?.form === "colon" && !isNoName(key)).length;
  return named > 1 && named * 2 >= entries.length;
}

function atBoundary(entry: Entry): Entry {
  return entry.isBoundary ? entry : { ...entry, isBoundary: true };
}

/** Only the head of a long line was read; its words can't begin behind that. */
function atEnd(candidate: Candidate, length: number, read: number): Candidate {
  return length > read && candidate.wordsAt > read ? { ...candidate, wordsAt: read } : candidate;
}

/** One voice, whatever its capitals, spaces and notes. */
export function keyOf(voice: string): string {
  return voice
    .replace(/\s*[([][^()[\]]*[)\]]\s*$/u, "")
    .replace(/,.*$/u, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

/** Lines about the interview that stand before it look like labels: "Date: 3 May", "Interviewer: Ann Vale". */
export function isAbout(entry: Entry, text: string): boolean {
  const { candidate, line } = entry;
  if (candidate?.form !== "colon" || candidate.voice === null) return false;
  const value = text.slice(line.span.start + candidate.wordsAt, line.span.end).trim();
  if (value.length > 120) return false;
  return isNoName(candidate.voice) || (!/[.?!]$/u.test(value) && isInitialsOf(candidate.voice, value));
}

/** "JS: John Smith". */
export function isInitialsOf(initials: string, name: string): boolean {
  const letters = initials.replace(/[.\s]/gu, "");
  if (!/^\p{Lu}{2,4}$/u.test(letters)) return false;
  const words = name
    .replace(/\(.*?\)/gu, "")
    .trim()
    .split(/[\s-]+/u);
  return (
    words.length <= 5 &&
    words
      .map((word) => word.charAt(0))
      .join("")
      .toUpperCase() === letters
  );
}
