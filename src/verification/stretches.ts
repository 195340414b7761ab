import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import type { Link, Source } from "./chain.ts";
import { type PrintedWord, spokenStretches } from "./printed-words.ts";

/** A source with the statement it is. */
export interface StatementSource extends Source {
  readonly statement: Statement;
  /** What of a long statement was read, ascending; null where all was. */
  readonly read: readonly Span[] | null;
}

/** Links of one source that go forward: a stretch of the claim that can be read side by side with its source. */
export interface Stretch {
  readonly source: StatementSource;
  readonly links: readonly Link[];
}

/** The stretches of a chain, in the order of the claim. */
export function stretchesOf(chain: readonly Link[], sources: readonly StatementSource[]): readonly Stretch[] {
  const stretches: { source: StatementSource; links: Link[] }[] = [];
  for (const link of chain) {
    const open = stretches.at(-1);
    const last = open?.links.at(-1);
    const source = sources[link.source];
    if (!source) continue;
    const goesOn = open?.source === source && last && link.said >= last.said + last.length;
    if (goesOn) open.links.push(link);
    else stretches.push({ source, links: [link] });
  }
  return stretches;
}

/** A pair of equal words: indices in the claim and in the source. A word spelled or spaced otherwise is -1 in the claim. */
export interface Pair {
  readonly claimed: number;
  readonly said: number;
}

/** The words of the pairs in the source, each stretch without a gap as one span. */
export function spansOfPairs({ words }: StatementSource, pairs: readonly Pair[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let at = 1; at <= pairs.length; at += 1) {
    if (pairs[at]?.said === (pairs[at - 1]?.said ?? 0) + 1) continue;
    spans.push(...spokenStretches(words, pairs[from]?.said ?? 0, (pairs[at - 1]?.said ?? 0) + 1));
    from = at;
  }
  return spans;
}

/** The spoken ones of the words `[from, to)`. */
export function spokenIndices(words: readonly PrintedWord[], from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if (words[at]?.isSpoken) found.push(at);
  return found;
}
