import { OURS, PEERS } from "./engines/engines.ts";
import type { Report } from "./report.ts";
import { type BenchOptions, speedOf } from "./run-cell.ts";

/** Heap and array buffers after the build less before it, garbage collected. */
export async function bench(options: BenchOptions): Promise<Report> {
  const rows = [];
  for (const name of [OURS, ...PEERS.map((peer) => peer.name)]) {
    const cells: (number | null)[] = [];
    for (const size of options.sizes) {
      const cell = await speedOf(options, name, size);
      cells.push(...[cell?.heapPerStatement ?? null]);
    }
    rows.push({ name, cells });
  }
  return {
    title: "Memory of the index beyond the text; bytes a statement (SQLite keeps its own outside the heap)",
    columns: options.sizes.flatMap((size) => [`${size}`]),
    rows,
    digits: 0,
  };
}
