import { Worker } from "node:worker_threads";
import { unpackSteps } from "./archive-pack.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { errorAbout } from "./folder/list-folder.ts";
import type { TranscriptFolder } from "./folder/transcript-folder.ts";
import { idOf, isTranscript, sidecarsByTranscript } from "./folder/transcript-names.ts";
import {
  diagnosticsOf,
  type GoodReading,
  type LoadedArchive,
  sourcesOf,
  type TranscriptReading,
} from "./load-archive.ts";
import type { Packed } from "./packed.ts";
import { inSlices } from "./steps.ts";

/** More bytes than this take longer to read than anybody should wait meanwhile: some fifty milliseconds. */
const LARGE = 256 * 1024;
/** Nothing that small takes so long, in milliseconds, but by a fault. */
const PATIENCE = 120_000;
/** In megabytes: a reading without end ends here, and not the process with it. */
const MOST_MEMORY = 2048;

/** What a thread is given: a transcript, and the names and bytes of all its files. */
export interface AsideOrder {
  readonly name: string;
  readonly names: readonly string[];
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[];
}

export type AsideAnswer = { readonly packed: Packed } | { readonly errors: readonly Diagnostic[] };

/** Node 20 runs no TypeScript: where this is run from its source, in tests, it takes the compiled thread. */
const THREAD = new URL(
  import.meta.url.endsWith(".ts")
    ? "../../dist/src/transcript/read-aside-thread.js"
    : "./read-aside-thread.js",
  import.meta.url,
);

/**
 * Reads the large transcripts that are new or changed in threads of their own, one after the other, so that whatever
 * else is asked of this one doesn't wait, and so that a file that can't be coped with takes nothing with it.
 *
 * @returns what the transcripts came to before, with these; the others are still to be read.
 */
export async function readLargeAside(
  folder: TranscriptFolder,
  { readings: before }: Pick<LoadedArchive, "readings">,
  { large = LARGE, patience = PATIENCE }: { large?: number; patience?: number } = {},
): Promise<Pick<LoadedArchive, "readings">> {
  const readings = new Map(before);
  const sidecars = sidecarsByTranscript(folder.names);
  for (const name of folder.names.filter(isTranscript)) {
    const beside = sidecars.get(idOf(name)) ?? [];
    const sources = sourcesOf(folder.files, name, beside);
    const known = before.get(name);
    if (known?.sources === sources) continue;
    const order = orderOf(folder, name, beside);
    if (!order || order.files.reduce((sum, [, { length }]) => sum + length, 0) < large) continue;
    const last = known ? (known.good ?? known.last) : null;
    readings.set(name, { sources, ...(await readingOf(order, folder, { last, patience })) });
  }
  return { readings };
}

/** Null where a file couldn't be read at all. */
function orderOf({ files }: TranscriptFolder, name: string, sidecars: readonly string[]): AsideOrder | null {
  const needed: [string, Uint8Array][] = [];
  for (const one of [name, ...sidecars.slice(0, 1)]) {
    const file = files.get(one);
    if (!file || file instanceof Error) return null;
    needed.push([one, file.bytes]);
  }
  return { name, names: [name, ...sidecars], files: needed };
}

async function readingOf(
  order: AsideOrder,
  folder: TranscriptFolder,
  { last, patience }: { last: GoodReading | null; patience: number },
): Promise<Omit<TranscriptReading, "sources">> {
  try {
    const answer = await answerOf(order, patience);
    if ("errors" in answer) return { good: null, errors: answer.errors, last };
    const { readings } = await inSlices(
      unpackSteps(answer.packed, { names: order.names, files: folder.files }),
    );
    const good = readings.get(order.name)?.good;
    if (good) return { good, errors: [], last: null };
    throw new Error("the thread read another transcript");
  } catch (error) {
    return { good: null, errors: diagnosticsOf(error, order.name), last };
  }
}

/** @throws DiagnosticError when it takes too long, or whatever ends the thread. */
function answerOf(order: AsideOrder, patience: number): Promise<AsideAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
      // What it might print would be of the transcript.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => {
      reject(
        errorAbout(order.name, {
          message: `reading the file took more than ${Math.round(patience / 1000)} seconds, so it was given up.`,
          advice: "Check that it is a transcript; if it is, split it into parts.",
        }),
      );
      void thread.terminate();
    }, patience);
    thread.once("message", (answer: AsideAnswer) => resolve(answer));
    thread.once("error", reject);
    thread.once("exit", () => {
      clearTimeout(timer);
      reject(new Error("the thread that read it ended"));
    });
    // The process may end although something is being read.
    thread.unref();
    timer.unref();
  });
}
