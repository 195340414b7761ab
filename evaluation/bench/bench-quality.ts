import { OURS, PEERS } from "./engines/engines.ts";
import type { Report } from "./report.ts";
import { type BenchOptions, qualityOf } from "./run-cell.ts";

/** How often a right statement comes first, over all statements of a set. */
export async function bench(options: BenchOptions): Promise<Report> {
  const rows = [];
  for (const name of [OURS, ...PEERS.map((peer) => peer.name)]) {
    const cell = await qualityOf(options, name);
    const cells = [cell?.articles, cell?.articlesTypo, cell?.dialogues, cell?.dialoguesTypo];
    rows.push({ name, cells: cells.map((value) => value ?? null) });
  }
  return {
    title: "R@1 over all sentences of SQuAD 2.0 and all utterances of FriendsQA, 400 questions each",
    columns: ["SQuAD", "with typo", "FriendsQA", "with typo"],
    rows,
    digits: 3,
  };
}
