import { GrowableInt32Array } from "../search/growable-array.ts";
import { spansToSearch } from "../search/statement-words.ts";
import { WordScanner } from "../search/word-scanner.ts";
import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import { atOnce, type Steps } from "../transcript/steps.ts";
import type { TermRange } from "./long-search.ts";

/** A statement of more than so many UTF-16 code units isn't read whole; half an hour's speech is shorter. */
const LONG = 32_000;
/** About how many units a cell has, and how many at most if it is to be read: what never pauses is no speech. */
const CELL = 1_500;
const LONGEST_CELL = 20_000;

/** Whether a statement is too long to be held against claims whole. */
export function isLong({ spans }: Statement): boolean {
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? 0;
  if (end - start <= LONG) return false;
  return spans.reduce((sum, span) => sum + span.end - span.start, 0) > LONG;
}

/**
 * Where ranges of a long statement's words stand in its source, and a little around them: ascending and apart. Where
 * its words stand is worked out once, at about 20 MB a second: see {@link longStatementSteps}.
 */
export function spansOfWords(statement: Statement, ranges: readonly TermRange[]): readonly Span[] {
  const { starts, ends, words } = atOnce(cellSteps(statement));
  const spans: { start: number; end: number }[] = [];
  let done = 0;
  for (const { from, to } of ranges) {
    for (let cell = Math.max(done, lastUpTo(words, from)); cell < starts.length; cell += 1) {
      if ((words[cell] ?? 0) >= to) break;
      done = cell + 1;
      const start = starts[cell] ?? 0;
      const end = ends[cell] ?? 0;
      const last = spans.at(-1);
      if (end - start > LONGEST_CELL) continue;
      // What stands between two cells that follow each other wasn't spoken, and is read with them.
      if (last && last.end === ends[cell - 1]) last.end = end;
      else spans.push({ start, end });
    }
  }
  return spans;
}

/** Goes through the long ones among some statements, in steps, so that no claim has to wait for it. */
export function* longStatementSteps(statements: readonly Statement[]): Steps<void> {
  for (const statement of statements) if (isLong(statement)) yield* cellSteps(statement);
}

/** A long statement in cells of some words: where each begins and ends, and how many words stand before it. */
interface Cells {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly words: Int32Array;
}

/** Of statements that were gone through already. */
const KNOWN = new WeakMap<Statement, Cells>();
const CELLS_A_STEP = 200;

function* cellSteps(statement: Statement): Steps<Cells> {
  const known = KNOWN.get(statement);
  if (known) return known;
  const { text } = statement.interview.source;
  const [starts, ends, words] = [
    new GrowableInt32Array(),
    new GrowableInt32Array(),
    new GrowableInt32Array(),
  ];
  const scanner = new WordScanner(() => 0);
  const terms = new GrowableInt32Array();
  let count = 0;
  for (const span of spansToSearch(statement)) {
    for (let start = span.start; start < span.end; ) {
      const end = cellEnd(text, start, span.end);
      starts.push(start);
      ends.push(end);
      words.push(count);
      terms.truncate(0);
      scanner.scan(text, start, end, terms);
      count += terms.length;
      start = end;
      if (starts.length % CELLS_A_STEP === 0) yield 0;
    }
  }
  const cells = { starts: starts.toArray(), ends: ends.toArray(), words: words.toArray() };
  KNOWN.set(statement, cells);
  return cells;
}

/** What no word has in it or at its front, however words are read. */
const BETWEEN_WORDS =
  /[^\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}\p{Sc}\p{Cs}'’‘ʼ＇`´.,\-−–&%‰°]|[.,](?!\p{N})/u;

/** Where a cell ends so that no word is divided. */
function cellEnd(text: string, start: number, end: number): number {
  const isWithinPair = (text.charCodeAt(start + CELL) & 0xfc00) === 0xdc00;
  const from = start + CELL + (isWithinPair ? 1 : 0);
  if (from >= end) return end;
  const found = text.slice(from, end).search(BETWEEN_WORDS);
  return found < 0 ? end : from + found;
}

/** The last of ascending counts that is no greater than this; of equals the first. */
function lastUpTo(counts: Int32Array, most: number): number {
  let [low, high] = [0, counts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((counts[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && counts[low - 1] === counts[low] && (counts[low] ?? 0) === most) low -= 1;
  return Math.max(0, low);
}
