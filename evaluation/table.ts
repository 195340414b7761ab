const NARROWEST = 9;

/** A table for a terminal: the first column to the left, the others to the right. */
export function table(
  columns: readonly string[],
  rows: readonly { readonly name: string; readonly cells: readonly string[] }[],
): string {
  const named = Math.max(...rows.map(({ name }) => name.length), 8);
  const width = (at: number): number =>
    Math.max(
      NARROWEST,
      ...[columns, ...rows.map(({ cells }) => cells)].map((line) => (line[at] ?? "").length),
    );
  const line = (name: string, cells: readonly string[]): string =>
    [name.padEnd(named), ...cells.map((cell, at) => cell.padStart(width(at)))].join("  ").trimEnd();
  return [line("", columns), ...rows.map(({ name, cells }) => line(name, cells))].join("\n");
}
