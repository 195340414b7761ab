import type { Report } from "./report.ts";
import type { BenchOptions } from "./run-cell.ts";
import { reportByEngine } from "./speed-report.ts";

/** How long a question takes. */
export function bench(options: BenchOptions): Promise<Report> {
  return reportByEngine(options, {
    title:
      "Query over real speech, 200 questions, half with a typo, top 10; ms, each question the quickest of three rounds",
    columns: (size) => [`p50 ${size}`, `p99 ${size}`],
    cells: ({ p50Ms, p99Ms }) => [p50Ms, p99Ms],
    digits: 3,
  });
}
