import { OURS } from "./engines/engines.ts";
import type { Report } from "./report.ts";
import { type BenchOptions, verifyOf } from "./run-cell.ts";
import { ALL_CLAIMS, VERIFY_PEERS, type VerifyCell } from "./verify-cell.ts";

type Times = VerifyCell["claims"][number];

/** How long it takes to verify a claim, hostile ones too, and how many times as long peers take. */
export async function bench(options: BenchOptions): Promise<Report> {
  const { sizes } = options;
  const ours = await cellsOf(options, OURS);
  const sorts = ours.find((cell) => cell !== null)?.claims.map(({ name }) => name) ?? [ALL_CLAIMS];
  const rows = sorts.map((name) => ({
    name: `${OURS}: ${name}`,
    cells: sizes.flatMap((_, at) => shown(timesOf(ours[at], name))),
  }));
  for (const peer of VERIFY_PEERS) {
    const theirs = await cellsOf(options, peer);
    rows.push({
      name: peer,
      cells: sizes.flatMap((_, at) => shown(timesOf(theirs[at], ALL_CLAIMS), timesOf(ours[at], ALL_CLAIMS))),
    });
  }
  return {
    title:
      "Claims of up to 1,000 characters verified over real speech, and hostile ones of 6,000; ms, each the quickest " +
      "of three rounds, peers once; × is a peer's median by this project's",
    columns: sizes.flatMap((size) => [`p50 ${size}`, `p99 ${size}`, `worst ${size}`, `× ${size}`]),
    rows,
    digits: 2,
  };
}

async function cellsOf(options: BenchOptions, engine: string): Promise<readonly (VerifyCell | null)[]> {
  const cells: (VerifyCell | null)[] = [];
  for (const size of options.sizes) cells.push(await verifyOf(options, engine, size));
  return cells;
}

function timesOf(cell: VerifyCell | null | undefined, name: string): Times | undefined {
  return cell?.claims.find((times) => times.name === name);
}

function shown(times: Times | undefined, ours?: Times): readonly (number | null)[] {
  if (!times) return [null, null, null, null];
  const ratio = ours && ours.p50Ms > 0 ? times.p50Ms / ours.p50Ms : null;
  return [times.p50Ms, times.p99Ms, times.worstMs, ratio];
}
