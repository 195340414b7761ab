import { OURS, PEERS } from "./engines/engines.ts";
import type { Report } from "./report.ts";
import { type BenchOptions, speedOf } from "./run-cell.ts";

/** How long a question takes. */
export async function bench(options: BenchOptions): Promise<Report> {
  const rows = [];
  for (const name of [OURS, ...PEERS.map((peer) => peer.name)]) {
    const cells: (number | null)[] = [];
    for (const size of options.sizes) {
      const cell = await speedOf(options, name, size);
      cells.push(...[cell?.p50Ms ?? null, cell?.p99Ms ?? null]);
    }
    rows.push({ name, cells });
  }
  return {
    title:
      "Query over real speech, 200 questions, half with a typo, top 10; ms, each question the quickest of three rounds",
    columns: options.sizes.flatMap((size) => [`p50 ${size}`, `p99 ${size}`]),
    rows,
    digits: 3,
  };
}
