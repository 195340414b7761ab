import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Report } from "./report.ts";
import type { BenchOptions } from "./run-cell.ts";
import { cycled, readSpeech } from "./speech-archive.ts";
import { writeTranscripts } from "./speech-transcripts.ts";

const RUNS = 5;
const QUESTION = "who thought of the remote control";
const run = promisify(execFile);

/** From the start of the process to its end with an answer, over transcripts in a folder. */
export async function bench({ folder, sizes }: BenchOptions): Promise<Report> {
  const speech = await readSpeech(folder);
  const rows = [];
  for (const size of sizes) {
    const work = await mkdtemp(join(tmpdir(), "bench-start-"));
    try {
      const transcripts = join(work, "transcripts");
      const cache = join(work, "cache");
      await writeTranscripts(transcripts, cycled(speech, size));
      const anew = await quickest(2, transcripts, "off");
      // The first one writes the snapshot, and isn't counted.
      await timeToAnswer(transcripts, cache);
      rows.push({ name: String(size), cells: [anew, await quickest(RUNS, transcripts, cache)] });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return {
    title:
      "Process start to answer by number of turns in transcripts; ms, the quickest of 2 anew and of 5 from a snapshot",
    columns: ["anew", "snapshot"],
    rows,
    digits: 0,
  };
}

async function quickest(runs: number, transcripts: string, cache: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < runs; at += 1) best = Math.min(best, await timeToAnswer(transcripts, cache));
  return best;
}

async function timeToAnswer(transcripts: string, cache: string): Promise<number> {
  const from = performance.now();
  await run(process.execPath, ["--max-old-space-size=6000", "dist/src/main.js", "ask", QUESTION], {
    env: { ...process.env, TRANSCRIPTS_DIR: transcripts, CACHE_DIR: cache },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { code?: unknown }) => {
    // 1 is the answer that there is none.
    if (error.code !== 1) throw error;
  });
  return performance.now() - from;
}
