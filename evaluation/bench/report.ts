import { table } from "../table.ts";

/** A table of figures; null for what wasn't measured in time. */
export interface Report {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (number | null)[] }[];
  /** How many digits after the point. */
  readonly digits: number;
}

export function printed({ title, columns, rows, digits }: Report): string {
  const written = rows.map(({ name, cells }) => ({
    name,
    cells: cells.map((cell) => (cell === null ? "—" : cell.toFixed(digits))),
  }));
  return `${title}\n\n${table(columns, written)}`;
}
