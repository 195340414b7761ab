import { OURS, OURS_RANKED, PEERS } from "./engines/engines.ts";
import { QUALITY_SETS } from "./quality-cell.ts";
import type { Report } from "./report.ts";
import { type BenchOptions, qualityOf } from "./run-cell.ts";

/**
 * How often a right statement comes first, and how near the top it comes. Libraries always return something, and the
 * project may refuse: it has a row as readers see it, and one of its order alone.
 */
export async function bench(options: BenchOptions): Promise<Report> {
  const rows = [];
  for (const name of [OURS, OURS_RANKED, ...PEERS.map((peer) => peer.name)]) {
    const cells: (number | null)[] = [];
    for (const set of QUALITY_SETS) {
      const cell = await qualityOf(options, name, set);
      for (const value of [
        cell?.recallAt1,
        cell?.recallAt1Typo,
        cell?.meanReciprocalRank,
        cell?.meanReciprocalRankTypo,
      ])
        cells.push(value ?? null);
    }
    rows.push({ name, cells });
  }
  return {
    title:
      "R@1 and MRR over all sentences of SQuAD 2.0, over all utterances of FriendsQA (400 questions or more each), " +
      "and within each meeting of QMSum; ~ with a typo in every question. The project's weights were learned on " +
      "these sets: evaluation/RESULTS.md says more",
    columns: QUALITY_SETS.flatMap((set) => [`${set} R@1`, "~ R@1", "MRR", "~ MRR"]),
    rows,
    digits: 3,
  };
}
