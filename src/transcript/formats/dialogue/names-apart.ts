import type { Entry } from "./census.ts";
import { isNoName } from "./names.ts";

/** Fewer names than these in a hundred paragraphs head the sections of an article. */
const SMALLEST_SHARE = 15;
const FEWEST_TURNS = 4;
/** One turn in so many asks something, at the least. */
const ASKING_ONE_IN = 12;

/**
 * Indices of names that stand alone between blank lines, their words in the paragraphs below: literary magazines and
 * radio programmes print interviews so. Headings look alike, but two of them don't come again and again.
 *
 * They are where people talk: one asks something now and then.
 *
 * @param units places of the file where a turn or a paragraph may begin.
 */
export function namesApart(entries: readonly Entry[], units: number, text: string): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  for (const [at, { candidate, key, line }] of entries.entries()) {
    const below = entries[at + 1];
    if (candidate?.form !== "line" || key === "" || isNoName(key)) continue;
    if (!line.opensBlock || !below?.line.opensBlock || below.key === key) continue;
    const found = places.get(key);
    if (found) found.push(at);
    else places.set(key, [at]);
  }
  const recurring = [...places].filter(([, found]) => found.length > 1);
  const turns = recurring.reduce((sum, [, found]) => sum + found.length, 0);
  if (recurring.length < 2 || turns < FEWEST_TURNS || turns * 100 < units * SMALLEST_SHARE) return new Set();
  const asking = recurring.reduce(
    (sum, [, found]) => sum + found.filter((at) => asks(entries[at + 1], text)).length,
    0,
  );
  if (asking * ASKING_ONE_IN < turns) return new Set();
  const keys = new Set(recurring.map(([key]) => key));
  return new Set(
    recurring.flatMap(([, found]) => found.filter((at) => !keys.has(entries[at + 1]?.key ?? ""))),
  );
}

function asks(entry: Entry | undefined, text: string): boolean {
  if (!entry) return false;
  const { start, end } = entry.line.span;
  return /[?？؟]["'”’»)\]]*$/u.test(text.slice(Math.max(start, end - 8), end));
}
