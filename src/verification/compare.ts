import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import type { Link } from "./chain.ts";
import type { ComparedWord } from "./compared-words.ts";
import { DifferenceFinder } from "./difference-finder.ts";
import type { WordKnowledge } from "./known-words.ts";
import { sentenceEnd, sentenceStart } from "./sentence-starts.ts";
import {
  type Pair,
  type StatementSource,
  type Stretch,
  spansOfPairs,
  spokenIndices,
  stretchesOf,
} from "./stretches.ts";
import { hasInsertion, pairTypography } from "./typography.ts";
import type { Difference, Piece, Typography } from "./verification.ts";

/** A claim against where it was said, word by word. */
export interface Comparison {
  readonly pieces: readonly Piece[];
  readonly differences: readonly Difference[];
  readonly typography: readonly Typography[];
  /** By word of the claim: how much of it was said there, from 0 to 1. A misspelt word counts, another form of it partly. */
  readonly saidShares: Float64Array;
}

/** Words claimed before the first pair, or after the last, are held against as many said there, and a few more. */
const MORE_AT_ENDS = 2;
/** Unspoken words may stand between. */
const FAR_ENOUGH = 20;

/** Says how a claim differs from the statements that a chain of matching runs leads through. */
export function compare(
  claim: string,
  words: readonly ComparedWord[],
  chain: readonly Link[],
  sources: readonly StatementSource[],
  knowledge: WordKnowledge,
): Comparison {
  const stretches = stretchesOf(chain, sources);
  const comparer = new Comparer(claim, words, knowledge);
  stretches.forEach((stretch, at) => {
    const next = stretches[at + 1];
    comparer.follow(stretch, at === 0 ? null : (stretches[at - 1] ?? null), next ?? null);
  });
  return comparer.result();
}

class Comparer {
  readonly #claim: string;
  readonly #words: readonly ComparedWord[];
  readonly #typography = new Set<Typography>();
  readonly #differences: DifferenceFinder;
  readonly #pieces: { statement: Statement; from: number; to: number; said: Span[] }[] = [];
  #done = 0;

  constructor(claim: string, words: readonly ComparedWord[], knowledge: WordKnowledge) {
    this.#claim = claim;
    this.#words = words;
    this.#differences = new DifferenceFinder(claim, words, knowledge, this.#typography);
  }

  result(): Comparison {
    return {
      pieces: this.#pieces.map(({ statement, from, to, said }) => ({
        statement,
        claimed: this.#differences.claimedSpan(from, to),
        said,
      })),
      differences: this.#differences.found,
      typography: [...this.#typography],
      saidShares: this.#differences.saidShares,
    };
  }

  follow({ source, links }: Stretch, before: Stretch | null, after: Stretch | null): void {
    const [first] = links;
    const last = links.at(-1);
    if (!first || !last) return;
    const begun = this.#differences.found.length;
    const pairs: Pair[] = [];
    const begin = this.#done;
    this.#differences.align(source, [begin, first.claimed], this.#saidBefore(source, first, begin), pairs, {
      openStart: true,
      openEnd: false,
    });
    links.forEach((link, at) => {
      const previous = links[at - 1];
      if (previous) this.#between(source, previous, link, pairs);
      for (let word = 0; word < link.length; word += 1) {
        pairs.push({ claimed: link.claimed + word, said: link.said + word });
      }
    });
    const end = last.claimed + last.length;
    // What is claimed after it is held against the next stretch, where there is one.
    const to = after ? end : this.#words.length;
    this.#differences.align(source, [end, to], this.#saidAfter(source, last, to - end), pairs, {
      openStart: false,
      openEnd: true,
    });
    this.#done = to;
    this.#differences.joinMoves(begun);
    this.#addPiece(source, pairs, before, begun);
    for (const one of pairTypography(this.#claim, this.#words, source, pairs)) this.#typography.add(one);
  }

  /** The words said right before: of the same sentence, or further back where they are the very words claimed. */
  #saidBefore({ statement, words }: StatementSource, first: Link, begin: number): readonly number[] {
    const count = first.claimed - begin;
    if (count <= 0) return [];
    const near = spokenIndices(words, Math.max(0, first.said - FAR_ENOUGH - 2 * count), first.said).slice(
      -count - MORE_AT_ENDS,
    );
    if (this.#differences.areTheWords(begin, first.claimed, words, near, { openStart: true, openEnd: false }))
      return near;
    const start = sentenceStart(statement.interview.source.text, words, first.said);
    return near.filter((at) => at >= start);
  }

  #saidAfter({ statement, words }: StatementSource, last: Link, count: number): readonly number[] {
    if (count <= 0) return [];
    const from = last.said + last.length;
    const near = spokenIndices(words, from, from + FAR_ENOUGH + 2 * count).slice(0, count + MORE_AT_ENDS);
    const begin = last.claimed + last.length;
    if (this.#differences.areTheWords(begin, begin + count, words, near, { openStart: false, openEnd: true }))
      return near;
    const end = sentenceEnd(statement.interview.source.text, words, from - 1);
    return near.filter((at) => at < end);
  }

  #between(source: StatementSource, previous: Link, link: Link, pairs: Pair[]): void {
    const from = previous.said + previous.length;
    const said = spokenIndices(source.words, from, link.said);
    if (hasInsertion(source, from, link.said)) this.#typography.add("insertion left out");
    this.#differences.align(source, [previous.claimed + previous.length, link.claimed], said, pairs, {
      openStart: false,
      openEnd: false,
    });
  }

  #addPiece(source: StatementSource, pairs: readonly Pair[], before: Stretch | null, begun: number): void {
    const claimed = pairs.map((pair) => pair.claimed).filter((at) => at >= 0);
    for (const at of claimed) this.#differences.saidShares[at] = 1;
    const from = claimed[0] ?? 0;
    const to = (claimed.at(-1) ?? 0) + 1;
    const said = spansOfPairs(source, pairs);
    const open = this.#pieces.at(-1);
    if (before?.source !== source || !open) {
      this.#pieces.push({ statement: source.statement, from, to, said: [...said] });
      return;
    }
    // The same statement again, but further up: its words stand in another order.
    open.to = to;
    open.said.push(...said);
    this.#differences.found.splice(begun, 0, {
      change: "moved",
      kind: "order",
      claimed: this.#differences.claimedSpan(from, to),
      said,
      statement: source.statement,
    });
  }
}
