/** Rank of the first right result, from 1, or null when none is right. */
export type RankOfRight = number | null;

/** Share of questions with a right result among the first `k`. 0 for no questions. */
export function recallAt(k: number, ranks: readonly RankOfRight[]): number {
  return share(ranks, (rank) => rank !== null && rank <= k);
}

/** Mean reciprocal rank; a question without a right result counts 0. */
export function meanReciprocalRank(ranks: readonly RankOfRight[]): number {
  return mean(ranks.map((rank) => (rank === null ? 0 : 1 / rank)));
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, a tie counting half (Mann–Whitney U).
 * NaN when either is missing.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const middle = (from + to + 1) / 2;
    for (let at = from; at < to; at += 1) if (all[at]?.positive) rankSum += middle;
    from = to;
  }
  const pairs = positives.length * negatives.length;
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / pairs;
}

/** Harmonic mean of precision and recall of a set; 0 when nothing is common. */
export function f1(found: ReadonlySet<number>, wanted: ReadonlySet<number>): number {
  const common = [...found].filter((one) => wanted.has(one)).length;
  return common === 0 ? 0 : (2 * common) / (found.size + wanted.size);
}

export function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which a share of the values lies; 0 for no values. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

/** A point of the curve: of what is answered from a confidence on, how much there is and how much of it is right. */
export interface CurvePoint {
  readonly from: number;
  readonly coverage: number;
  readonly precision: number;
}

/** Coverage and precision from each tenth of the confidence on. An unanswerable question is never right. */
export function coverageCurve(
  rated: readonly { readonly confidence: number; readonly isRight: boolean }[],
): readonly CurvePoint[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const from = tenth / 10;
    const kept = rated.filter(({ confidence }) => confidence >= from);
    return {
      from,
      coverage: share(rated, (one) => one.confidence >= from),
      precision: share(kept, (one) => one.isRight),
    };
  });
}
