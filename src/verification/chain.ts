import type { MatchingRun } from "./matching-runs.ts";
import type { PrintedWord } from "./printed-words.ts";

/** A statement the claim may come from, with what it shares with the claim. */
export interface Source {
  readonly words: readonly PrintedWord[];
  /** By word: how many words before it were spoken; one more entry than words. */
  readonly spokenBefore: Int32Array;
  readonly runs: readonly MatchingRun[];
  /** Added to what a piece from here is worth: among equals the likelier speaker's statement is meant. */
  readonly preference: number;
}

/** A matching run in use, possibly shortened at its front. */
export interface Link extends MatchingRun {
  /** Index of its source. */
  readonly source: number;
}

/** Runs beyond these, the lightest, are left out: the words they cover are compared one by one later. */
const MOST_RUNS = 240;

/** What it costs to go on within a statement, in the unit of the words' weights. */
const GAP = 0.8;
const GAP_PER_WORD = 0.12;
const DEAREST_GAP = 5;
const SUBSTITUTION = 0.4;
const UNMATCHED_WORD = 0.2;
const BACKWARDS = 3;
/** Fewer words than these aren't worth a jump: they may stand anywhere. */
const SHORTEST_JUMP = 3;

/**
 * The chain of matching runs, in the order of the claim, that explains most of the claim: the weight of the words it
 * covers less what its gaps, steps back and jumps from statement to statement cost. Dynamic programming over runs, as
 * programs that align genomes chain their seeds (W. R. Pearson, D. J. Lipman, "Improved tools for biological sequence
 * comparison", 1988; H. Li, "Minimap2", 2018). Quadratic in the runs, of which there are at most 240.
 *
 * @param weights by word of the claim, how much it says that it is there.
 * @param jump what it costs to begin in a statement.
 */
export function bestChain(sources: readonly Source[], weights: Float64Array, jump: number): readonly Link[] {
  const sums = prefixSums(weights);
  const weigh = ({ claimed, length }: MatchingRun) => (sums[claimed + length] ?? 0) - (sums[claimed] ?? 0);
  const runs = [...heaviest(sources, weigh)];
  runs.sort((a, b) => a.claimed - b.claimed || a.claimed + a.length - (b.claimed + b.length));
  const scores = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  const trims = new Int32Array(runs.length);
  let best = -1;
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    if (!run) continue;
    const source = sources[run.source];
    if (!source) continue;
    const begun = source.preference - jump - UNMATCHED_WORD * run.claimed;
    let score = weigh(run) + begun;
    for (let before = 0; before < at; before += 1) {
      const other = runs[before];
      if (!other) continue;
      const trim = overlapOf(other, run);
      if (trim >= run.length) continue;
      const worth = (sums[run.claimed + run.length] ?? 0) - (sums[run.claimed + trim] ?? 0);
      const most = (scores[before] ?? 0) + worth;
      if (most <= score) continue;
      const cost = costOfStep(other, run, trim, sources, jump);
      if (most - cost > score) {
        score = most - cost;
        previous[at] = before;
        trims[at] = trim;
      }
    }
    scores[at] = score;
    const end = score - UNMATCHED_WORD * (weights.length - run.claimed - run.length);
    if (best < 0 || end > bestEnd(best, scores, runs, weights.length)) best = at;
  }
  const chain: Link[] = [];
  for (let at = best; at >= 0; at = previous[at] ?? -1) {
    const run = runs[at];
    if (!run) break;
    const trim = trims[at] ?? 0;
    chain.push({
      source: run.source,
      claimed: run.claimed + trim,
      said: run.said + trim,
      length: run.length - trim,
    });
  }
  return chain.reverse();
}

/** The runs worth chaining, with the source each is in. */
function heaviest(sources: readonly Source[], weigh: (run: MatchingRun) => number): readonly Link[] {
  const weighed = sources.flatMap((source, at) =>
    source.runs.map((run) => ({ source: at, run, weight: weigh(run) })),
  );
  if (weighed.length > MOST_RUNS) {
    weighed.sort((a, b) => b.weight - a.weight);
    weighed.length = MOST_RUNS;
  }
  return weighed.map(({ source, run }) => ({ ...run, source }));
}

function bestEnd(at: number, scores: Float64Array, runs: readonly Link[], claimLength: number): number {
  const run = runs[at];
  return run ? (scores[at] ?? 0) - UNMATCHED_WORD * (claimLength - run.claimed - run.length) : 0;
}

/** How many words of a run the one before it has already: in the claim, or where it goes on in the same source there. */
function overlapOf(before: Link, run: Link): number {
  const inClaim = before.claimed + before.length - run.claimed;
  const goesOn = before.source === run.source && run.said > before.said;
  const inSource = goesOn ? before.said + before.length - run.said : 0;
  return Math.max(0, inClaim, inSource);
}

function costOfStep(from: Link, to: Link, trim: number, sources: readonly Source[], jump: number): number {
  const claimGap = Math.max(0, to.claimed + trim - from.claimed - from.length);
  const length = to.length - trim;
  const unmatched = UNMATCHED_WORD * claimGap;
  if (from.source !== to.source) {
    if (length < SHORTEST_JUMP) return Number.POSITIVE_INFINITY;
    return jump - (sources[to.source]?.preference ?? 0) + unmatched;
  }
  const begin = to.said + trim;
  const end = from.said + from.length;
  if (begin < end) return length < 2 ? Number.POSITIVE_INFINITY : BACKWARDS + unmatched;
  const spokenBefore = sources[from.source]?.spokenBefore;
  const saidGap = (spokenBefore?.[begin] ?? 0) - (spokenBefore?.[end] ?? 0);
  if (saidGap === 0 && claimGap === 0) return 0;
  if (saidGap === claimGap) return SUBSTITUTION + unmatched;
  return Math.min(DEAREST_GAP, GAP + GAP_PER_WORD * Math.abs(saidGap - claimGap)) + unmatched;
}

function prefixSums(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (let at = 0; at < weights.length; at += 1) sums[at + 1] = (sums[at] ?? 0) + (weights[at] ?? 0);
  return sums;
}
