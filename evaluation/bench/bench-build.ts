import type { Report } from "./report.ts";
import type { BenchOptions } from "./run-cell.ts";
import { reportByEngine } from "./speed-report.ts";

/** How long the index takes to build, in a fresh process. */
export function bench(options: BenchOptions): Promise<Report> {
  return reportByEngine(options, {
    title: "Building the index; ms",
    columns: (size) => [`${size}`],
    cells: ({ buildMs }) => [buildMs],
    digits: 0,
  });
}
