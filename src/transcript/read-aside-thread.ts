import { parentPort, workerData } from "node:worker_threads";
import { packArchive } from "./archive-pack.ts";
import { archiveSteps } from "./load-archive.ts";
import type { AsideAnswer, AsideOrder } from "./read-aside.ts";
import { sourceFileOf } from "./source-file.ts";
import { atOnce } from "./steps.ts";

/** The thread of {@link readLargeAside}: reads one transcript and hands back what it found, never a word of it. */
function answer({ name, names, files }: AsideOrder): AsideAnswer {
  const folder = {
    names,
    files: new Map(files.map(([one, bytes]) => [one, sourceFileOf(one, bytes)])),
    remarks: [],
  };
  const loaded = atOnce(archiveSteps(folder));
  const reading = loaded.readings.get(name);
  return reading?.good ? { packed: packArchive(loaded) } : { errors: reading?.errors ?? [] };
}

parentPort?.postMessage(answer(workerData as AsideOrder));
