import { OURS, PEERS } from "./engines/engines.ts";
import type { Report } from "./report.ts";
import { type BenchOptions, speedOf } from "./run-cell.ts";

/** How long the index takes to build, in a fresh process. */
export async function bench(options: BenchOptions): Promise<Report> {
  const rows = [];
  for (const name of [OURS, ...PEERS.map((peer) => peer.name)]) {
    const cells: (number | null)[] = [];
    for (const size of options.sizes) {
      const cell = await speedOf(options, name, size);
      cells.push(...[cell?.buildMs ?? null]);
    }
    rows.push({ name, cells });
  }
  return {
    title: "Building the index; ms",
    columns: options.sizes.flatMap((size) => [`${size}`]),
    rows,
    digits: 0,
  };
}
