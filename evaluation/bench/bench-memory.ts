import type { Report } from "./report.ts";
import type { BenchOptions } from "./run-cell.ts";
import { reportByEngine } from "./speed-report.ts";

/** Heap and array buffers after the build less before it, garbage collected. */
export function bench(options: BenchOptions): Promise<Report> {
  return reportByEngine(options, {
    title: "Memory of the index beyond the text; bytes a statement (SQLite keeps its own outside the heap)",
    columns: (size) => [`${size}`],
    cells: ({ heapPerStatement }) => [heapPerStatement],
    digits: 0,
  });
}
