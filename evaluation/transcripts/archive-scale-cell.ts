import { appendFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { openDesk, reopenDesk } from "../../src/open-desk.ts";
import { FolderLooks } from "../../src/transcript/folder/folder-looks.ts";
import { readAgain } from "../../src/transcript/folder/transcript-folder.ts";
import type { ScaleFigures } from "./archive-scale.ts";

/** A process of its own, so that nothing else is in its memory: FOLDER CACHE RELOADS. Prints one line of JSON. */
const [folder = "", cache = "", reloads = "1"] = process.argv.slice(2);

let opened = await openDesk(folder, { cacheFolder: cache });
const startMs = performance.now();
const { user, system } = process.cpuUsage();
await snapshotIn(cache);
globalThis.gc?.();
const memory = process.memoryUsage();

const looks = new FolderLooks(folder);
const delays = monitorEventLoopDelay({ resolution: 1 });
let [reloadMs, blockedMs, lookMs] = [0, 0, 0];
for (let at = 0; at < Number(reloads); at += 1) {
  const name = opened.made.folder.names[(at * 199) % opened.made.folder.names.length] ?? "";
  await appendFile(join(folder, name), `“It is ${at} o’clock,” Anna Lund said.\n`);
  for (;;) {
    await pause(100);
    const begun = performance.now();
    const { listing, names, again } = await looks.look(opened.made.folder);
    const looked = performance.now();
    lookMs = Math.max(lookMs, looked - begun);
    if (!again) continue;
    delays.reset();
    delays.enable();
    opened = await reopenDesk(opened, await readAgain(folder, opened.made.folder, { listing, names, again }));
    reloadMs = Math.max(reloadMs, performance.now() - looked);
    await pause(10);
    delays.disable();
    blockedMs = Math.max(blockedMs, delays.max / 1e6);
    looks.done(again);
    break;
  }
}
const figures: ScaleFigures = {
  statements: opened.desk.archive.statementCount,
  startMs,
  startCpuMs: (user + system) / 1000,
  residentMb: memory.rss / 1e6,
  heapMb: memory.heapUsed / 1e6,
  reloadMs,
  blockedMs,
  lookMs,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);

/** The snapshot is written behind everybody's back; the next start is to find it. */
async function snapshotIn(cacheFolder: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const names = await readdir(cacheFolder).catch(() => []);
    if (names.some((name) => name.endsWith(".snapshot"))) return;
    await pause(100);
  }
}
