/** A table in Markdown, padded so that it reads in a terminal too: the first column to the left, others to the right. */
export function table(
  columns: readonly string[],
  rows: readonly { readonly name: string; readonly cells: readonly string[] }[],
): string {
  const lines = [["", ...columns], ...rows.map(({ name, cells }) => [name, ...cells])];
  const widths = lines[0]?.map((_, at) => Math.max(3, ...lines.map((line) => line[at]?.length ?? 0))) ?? [];
  const written = lines.map((line) => {
    const cells = widths.map((width, at) => (line[at] ?? "")[at === 0 ? "padEnd" : "padStart"](width));
    return `| ${cells.join(" | ")} |`;
  });
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [written[0], `| ${rule.join(" | ")} |`, ...written.slice(1)].join("\n");
}
