/** A table of figures; null for what wasn't measured in time. */
export interface Report {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (number | null)[] }[];
  /** How many digits after the point. */
  readonly digits: number;
}

export function printed({ title, columns, rows, digits }: Report): string {
  const wide = Math.max(...rows.map(({ name }) => name.length), 8);
  const line = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(wide)}${cells.map((cell, at) => cell.padStart(Math.max(11, (columns[at] ?? "").length + 2))).join("")}`;
  return [
    title,
    line("", columns),
    ...rows.map(({ name, cells }) =>
      line(
        name,
        cells.map((cell) => (cell === null ? "—" : cell.toFixed(digits))),
      ),
    ),
  ].join("\n");
}
