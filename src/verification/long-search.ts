import type { TermArray } from "../search/statement-surroundings.ts";
import { ClaimAutomaton } from "./claim-automaton.ts";
import type { MatchingRun } from "./matching-runs.ts";

/** Words of a claim that are looked for together in a long statement, and how far the next ones begin behind them. */
const PIECE = 400;
const PIECE_STEP = 300;
/** Of the runs that end with the same word of the claim as many are kept, the longest. */
const AT_AN_END = 3;
/** How many blocks that have most of a piece are read, and how many places besides that have its longest runs. */
const BLOCKS = 4;
const PLACES = 8;
/** The least block, in words, as a power of two; words read before and after what was found. */
const LEAST_BLOCK = 7;
const MARGIN = 48;

/** From one word of a statement to another, `[from, to)`, counted in the index's terms. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
}

/** Where a long statement may have the words of a claim. */
export interface LongFinds {
  /** The longest runs for each place of the claim, few of them. */
  readonly runs: readonly MatchingRun[];
  /** What is to be read of it, ascending and apart. */
  readonly windows: readonly TermRange[];
}

/**
 * Looks for claims in statements too long to be read word by word. A statement's terms are gone through once for each
 * piece of the claim, at the same few steps a term whatever they are; what comes out, and so what is read after, grows
 * with the claim alone.
 */
export class LongSearch {
  readonly #weights: Float64Array;
  readonly #symbols: Uint16Array;
  readonly #pieces: readonly { readonly start: number; readonly automaton: ClaimAutomaton }[];

  /**
   * @param weights by word of the claim.
   * @param symbols room for a number of each term of the index; zero between calls.
   */
  constructor(terms: Int32Array, weights: Float64Array, symbols: Uint16Array) {
    this.#weights = weights;
    this.#symbols = symbols;
    const pieces = [];
    for (let start = 0; start === 0 || start + PIECE - PIECE_STEP < terms.length; start += PIECE_STEP) {
      pieces.push({ start, automaton: new ClaimAutomaton(terms.slice(start, start + PIECE)) });
    }
    this.#pieces = pieces;
  }

  /** Looks through `[from, to)` of the index's terms, a statement. */
  find(ownTerms: TermArray, from: number, to: number): LongFinds {
    const runs: MatchingRun[] = [];
    const windows: TermRange[] = [];
    for (const { start, automaton } of this.#pieces) {
      const weights = this.#weights.subarray(start, start + PIECE);
      const pass = new Pass(weights, to - from);
      automaton.mark(this.#symbols);
      pass.read(automaton, this.#symbols, ownTerms, from, to);
      automaton.unmark(this.#symbols);
      for (const run of pass.runs()) runs.push({ ...run, claimed: start + run.claimed });
      windows.push(...pass.windows());
    }
    return { runs, windows: merged(windows, to - from) };
  }
}

/** A statement looked through for one piece of a claim. */
class Pass {
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;
  /** Half a block, as a power of two; each block shares its halves with its neighbours. */
  readonly #shift: number;
  /** By half a block: what the block that begins with it has of the piece in runs of two words or more, each word once. */
  readonly #shares: Float64Array;
  /** And the weight of the heaviest run that begins in that half. */
  readonly #heaviest: Float64Array;
  /** By word of the piece: the last even, and odd, block that was found to have it. */
  readonly #seen: readonly [Int32Array, Int32Array];
  readonly #lengths: Int32Array;
  readonly #begins: Int32Array;

  constructor(weights: Float64Array, words: number) {
    const size = weights.length;
    this.#weights = weights;
    this.#sums = new Float64Array(size + 1);
    for (let at = 0; at < size; at += 1) this.#sums[at + 1] = (this.#sums[at] ?? 0) + (weights[at] ?? 0);
    this.#shift = Math.max(LEAST_BLOCK, Math.ceil(Math.log2(2 * size))) - 1;
    const blocks = (words >> this.#shift) + 1;
    this.#shares = new Float64Array(blocks);
    this.#heaviest = new Float64Array(blocks);
    this.#seen = [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)];
    this.#lengths = new Int32Array(AT_AN_END * size);
    this.#begins = new Int32Array(AT_AN_END * size);
  }

  read(automaton: ClaimAutomaton, symbols: Uint16Array, ownTerms: TermArray, from: number, to: number): void {
    automaton.restart();
    for (let at = from; at < to; at += 1) {
      const symbol = symbols[ownTerms[at] ?? 0] ?? 0;
      if (automaton.matched > 0 && !automaton.goesOn(symbol)) {
        this.#keep(automaton.end, automaton.matched, at - from);
      }
      automaton.read(symbol);
      if (automaton.matched > 1) this.#share(automaton.end, automaton.matched, at - from);
    }
    if (automaton.matched > 0) this.#keep(automaton.end, automaton.matched, to - from);
  }

  runs(): readonly MatchingRun[] {
    const runs: MatchingRun[] = [];
    this.#lengths.forEach((length, cell) => {
      const claimed = Math.floor(cell / AT_AN_END) - length + 1;
      if (length > 0) runs.push({ claimed, said: this.#begins[cell] ?? 0, length });
    });
    return runs;
  }

  /** What to read: around the blocks that have most, and around the heaviest runs for each place. */
  windows(): readonly TermRange[] {
    const size = this.#weights.length;
    const half = 1 << this.#shift;
    const chosen: number[] = [];
    for (let left = BLOCKS; left > 0; left -= 1) {
      let best = -1;
      let most = 0;
      this.#shares.forEach((share, block) => {
        const worth = share + (this.#heaviest[block] ?? 0);
        if (worth > most && chosen.every((other) => Math.abs(other - block) > 1)) {
          best = block;
          most = worth;
        }
      });
      if (best >= 0) chosen.push(best);
    }
    const windows = chosen.map((block) => ({
      from: block * half - MARGIN,
      to: (block + 2) * half + MARGIN,
    }));
    for (const { claimed, said, length } of this.#heaviestByPlace()) {
      windows.push({
        from: said - 2 * claimed - MARGIN,
        to: said + length + 2 * (size - claimed - length) + MARGIN,
      });
    }
    return windows;
  }

  /** The heaviest run over each word of the piece, the heaviest of them first and no more than a few. */
  #heaviestByPlace(): readonly MatchingRun[] {
    const best = new Map<number, MatchingRun>();
    const all = [...this.runs()].sort((a, b) => this.#weigh(b) - this.#weigh(a));
    for (const run of all) {
      for (let at = run.claimed; at < run.claimed + run.length; at += 1) if (!best.has(at)) best.set(at, run);
    }
    return [...new Set(best.values())].sort((a, b) => this.#weigh(b) - this.#weigh(a)).slice(0, PLACES);
  }

  #weigh({ claimed, length }: MatchingRun): number {
    return (this.#sums[claimed + length] ?? 0) - (this.#sums[claimed] ?? 0);
  }

  /** Keeps a run that goes on no further, where it is among the longest that end with this word of the piece. */
  #keep(end: number, length: number, behind: number): void {
    const begin = behind - length;
    const block = begin >> this.#shift;
    const weight = (this.#sums[end + 1] ?? 0) - (this.#sums[end + 1 - length] ?? 0);
    if (length > 1 && weight > (this.#heaviest[block] ?? 0)) this.#heaviest[block] = weight;
    let least = AT_AN_END * end;
    for (let cell = least + 1; cell < AT_AN_END * (end + 1); cell += 1) {
      if ((this.#lengths[cell] ?? 0) < (this.#lengths[least] ?? 0)) least = cell;
    }
    if ((this.#lengths[least] ?? 0) >= length) return;
    this.#lengths[least] = length;
    this.#begins[least] = begin;
  }

  #share(end: number, matched: number, at: number): void {
    const block = at >> this.#shift;
    this.#shareIn(block, end);
    if (block > 0) this.#shareIn(block - 1, end);
    if (matched > 2) return;
    this.#shareIn(block, end - 1);
    if (block > 0) this.#shareIn(block - 1, end - 1);
  }

  #shareIn(block: number, place: number): void {
    const seen = this.#seen[block & 1];
    if (!seen || seen[place] === block) return;
    seen[place] = block;
    this.#shares[block] = (this.#shares[block] ?? 0) + (this.#weights[place] ?? 0);
  }
}

function merged(windows: readonly TermRange[], words: number): readonly TermRange[] {
  const sorted = windows
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(words, to) }))
    .sort((a, b) => a.from - b.from);
  const apart: { from: number; to: number }[] = [];
  for (const window of sorted) {
    const last = apart.at(-1);
    if (last && window.from <= last.to) last.to = Math.max(last.to, window.to);
    else apart.push(window);
  }
  return apart;
}
