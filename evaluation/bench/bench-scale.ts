import { OURS } from "./engines/engines.ts";
import type { Report } from "./report.ts";
import { type BenchOptions, speedOf } from "./run-cell.ts";

const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000];
const MOST_IF_QUICK = 30_000;

/** This project alone, from a thousand statements to a million. */
export async function bench(options: BenchOptions): Promise<Report> {
  const rows = [];
  for (const size of SIZES.filter((one) => !options.quick || one <= MOST_IF_QUICK)) {
    const cell = await speedOf({ ...options, seconds: 4 * options.seconds }, OURS, size);
    const cells = [cell?.p50Ms, cell?.p99Ms, cell?.firstMs, cell?.buildMs, cell?.heapPerStatement];
    rows.push({ name: String(size), cells: cells.map((value) => value ?? null) });
  }
  return {
    title: "This project by number of statements: query and build in ms, memory in bytes a statement",
    columns: ["p50", "p99", "first query", "build", "memory"],
    rows,
    digits: 2,
  };
}
