import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import { type ComparedWord, comparedWords } from "./compared-words.ts";

/** A word of a statement as printed. */
export interface PrintedWord extends ComparedWord {
  /** False for what stands in print and wasn't spoken: the attribution, an editor's [insertion]. */
  readonly isSpoken: boolean;
  /** Index of its paragraph in the statement. */
  readonly paragraph: number;
}

/** The words of a statement with offsets in its source; narration counts as spoken by its author. */
export function printedWords({ spans, spoken, interview }: Statement): readonly PrintedWord[] {
  const { text } = interview.source;
  const words: PrintedWord[] = [];
  let next = 0;
  spans.forEach(({ start, end }, paragraph) => {
    for (const word of comparedWords(text, start, end)) {
      while (next < spoken.length && (spoken[next]?.end ?? 0) <= word.start) next += 1;
      const isSpoken = spoken.length === 0 || word.start >= (spoken[next]?.start ?? Number.POSITIVE_INFINITY);
      words.push({ ...word, isSpoken, paragraph });
    }
  });
  return words;
}

/** The form of what was left unread between words that were read: it equals no word and is like none. */
export const UNREAD = "\0";
/** So many stretches are kept of what is left unread in one place; of more only the first and the last. */
const MOST_UNREAD = 16;

/**
 * The words of a long statement within some spans of its source. What is left unread before, between and behind them
 * stands there as one word for each stretch spoken without a break, with the form {@link UNREAD}, so that places of
 * words stay in order and nothing seems to adjoin that doesn't.
 *
 * @param read ascending and apart, with words whole.
 */
export function printedWordsWithin(statement: Statement, read: readonly Span[]): readonly PrintedWord[] {
  const { spans, spoken, interview } = statement;
  const { text } = interview.source;
  const words: PrintedWord[] = [];
  let behind = spans[0]?.start ?? 0;
  for (const { start, end } of read) {
    words.push(...unread(statement, behind, start));
    for (let at = firstEndingAfter(spans, start); at < spans.length; at += 1) {
      const span = spans[at];
      if (!span || span.start >= end) break;
      for (const word of comparedWords(text, Math.max(start, span.start), Math.min(end, span.end))) {
        const by = spoken[firstEndingAfter(spoken, word.start)];
        const isSpoken = spoken.length === 0 || (by !== undefined && word.start >= by.start);
        words.push({ ...word, isSpoken, paragraph: at });
      }
    }
    behind = end;
  }
  words.push(...unread(statement, behind, spans.at(-1)?.end ?? behind));
  return words;
}

function unread({ spans, spoken }: Statement, from: number, to: number): readonly PrintedWord[] {
  const heard = spoken.length > 0 ? spoken : spans;
  const first = firstEndingAfter(heard, from);
  const behind = firstEndingAfter(heard, to - 1) + 1;
  const words: PrintedWord[] = [];
  for (let at = first; at < Math.min(behind, heard.length); at += 1) {
    if (at === first + MOST_UNREAD && behind - at > 1) at = behind - 1;
    const [start, end] = [Math.max(from, heard[at]?.start ?? to), Math.min(to, heard[at]?.end ?? to)];
    if (start >= end) continue;
    words.push({ form: UNREAD, start, end, isSpoken: true, paragraph: firstEndingAfter(spans, start) });
  }
  return words;
}

/** Index of the first of some ascending spans that ends behind a place. */
function firstEndingAfter(spans: readonly Span[], place: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The spoken words of `[from, to)`: a span for each stretch that nothing unspoken and no paragraph break interrupts. */
export function spokenStretches(words: readonly PrintedWord[], from: number, to: number): readonly Span[] {
  const stretches: { start: number; end: number }[] = [];
  let last: PrintedWord | undefined;
  for (const word of words.slice(from, to)) {
    const open = stretches.at(-1);
    if (word.isSpoken && open && last?.isSpoken && last.paragraph === word.paragraph) open.end = word.end;
    else if (word.isSpoken) stretches.push({ start: word.start, end: word.end });
    last = word;
  }
  return stretches;
}
