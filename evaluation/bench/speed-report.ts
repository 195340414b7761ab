import { OURS, PEERS } from "./engines/engines.ts";
import type { Report } from "./report.ts";
import { type BenchOptions, speedOf } from "./run-cell.ts";
import type { SpeedCell } from "./speed-cell.ts";

/** What a report shows of each measured cell. */
export interface Shown {
  readonly title: string;
  /** Headings for one number of statements, as many as {@link cells} gives figures. */
  readonly columns: (size: number) => readonly string[];
  readonly cells: (cell: SpeedCell) => readonly number[];
  readonly digits: number;
}

/** A row for each engine, the sizes side by side; empty where an engine took too long. */
export async function reportByEngine(options: BenchOptions, shown: Shown): Promise<Report> {
  const rows = [];
  for (const name of [OURS, ...PEERS.map((peer) => peer.name)]) {
    const cells: (number | null)[] = [];
    for (const size of options.sizes) {
      const cell = await speedOf(options, name, size);
      cells.push(...(cell ? shown.cells(cell) : shown.columns(size).map(() => null)));
    }
    rows.push({ name, cells });
  }
  return { title: shown.title, columns: options.sizes.flatMap(shown.columns), rows, digits: shown.digits };
}
