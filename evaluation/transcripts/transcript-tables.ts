import { table } from "../table.ts";
import { type Attribution, type Share, totalsOf } from "./attribution.ts";
import type { ParseSpeed } from "./dialogue-speed.ts";

/** Who speaks, what answers what and who asks, a line for each sample. */
export function attributionTable(measured: readonly Attribution[]): string {
  const row = (
    name: string,
    { speakers, links, linked, roles }: Pick<Attribution, "speakers" | "links" | "linked" | "roles">,
  ) => ({
    name,
    cells: [speakers, links, linked, roles].map(written),
  });
  const rows = measured.map((one) => row(one.file, one));
  return table(
    ["speakers", "answers linked", "links right", "roles"],
    [...rows, row("all", totalsOf(measured))],
  );
}

export function speedTable(speeds: readonly ParseSpeed[]): string {
  const rows = speeds.map(({ format, ours, peer, peers }) => ({
    name: format,
    cells: [ours.toFixed(1), peer, peers.toFixed(1), (ours / peers).toFixed(2)],
  }));
  return table(["MB/s", "peer", "its MB/s", "times as fast"], rows);
}

function written({ right, of }: Share): string {
  return of === 0 ? "–" : `${right}/${of}`;
}
