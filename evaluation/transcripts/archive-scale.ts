import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { loadArchive } from "../../src/transcript/load-archive.ts";
import type { Report } from "../bench/report.ts";
import { cycled, type SpokenConversation } from "../bench/speech-archive.ts";
import { writeTranscripts } from "../bench/speech-transcripts.ts";

const INTERVIEWS = 1000;
/** The bundled interview is a short one: an hour's talk has as many statements as some of it. */
const ROUNDS = 5;
const RELOADS = 5;
const CELL = fileURLToPath(new URL("./archive-scale-cell.js", import.meta.url));
const run = promisify(execFile);

/** What a process of its own measures; milliseconds, and megabytes of a million bytes. */
export interface ScaleFigures {
  readonly statements: number;
  /** From the start of the process until everything can be answered. */
  readonly startMs: number;
  /** What the processors did until then, all together. */
  readonly startCpuMs: number;
  readonly residentMb: number;
  readonly heapMb: number;
  /** One transcript changes (0 where none does): the slowest of some reloads, the longest that other work waited meanwhile, and a look. */
  readonly reloadMs: number;
  readonly blockedMs: number;
  readonly lookMs: number;
}

/**
 * What a folder of a thousand interviews costs: to start without a snapshot and with one, to keep in memory, and to
 * take up a change of one of them. The interviews are the bundled one's paragraphs in other combinations.
 */
export async function archiveScale(): Promise<Report> {
  const work = await mkdtemp(join(tmpdir(), "archive-scale-"));
  try {
    const transcripts = join(work, "transcripts");
    const cache = join(work, "cache");
    const bundled = await bundledConversation();
    await writeTranscripts(transcripts, cycled([bundled], INTERVIEWS * bundled.turns.length));
    // A change makes the snapshot one of other files: it is measured last.
    const cold = await figuresOf(transcripts, cache, 0);
    const warm = await figuresOf(transcripts, cache, RELOADS);
    const row = (
      name: string,
      { startMs, startCpuMs, residentMb, heapMb, reloadMs, blockedMs, lookMs }: ScaleFigures,
    ) => ({
      name,
      cells: [
        ...[startMs / 1000, startCpuMs / 1000, residentMb, heapMb],
        ...(reloadMs === 0 ? [null, null, null] : [reloadMs / 1000, blockedMs, lookMs]),
      ],
    });
    return {
      title: `${INTERVIEWS} interviews with ${cold.statements} statements: seconds to start, on the clock and of work, and to take up a change of one, megabytes in memory (resident, heap), milliseconds that other work waited, and that a look for changes takes`,
      columns: ["start s", "CPU s", "RSS MB", "heap MB", "reload s", "waited ms", "look ms"],
      rows: [row("without a snapshot", cold), row("with one", warm)],
      digits: 2,
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function figuresOf(transcripts: string, cache: string, reloads: number): Promise<ScaleFigures> {
  const { stdout } = await run(process.execPath, ["--expose-gc", CELL, transcripts, cache, String(reloads)]);
  return JSON.parse(stdout) as ScaleFigures;
}

async function bundledConversation(): Promise<SpokenConversation> {
  const { archive } = await loadArchive("transcripts");
  const [interview] = archive.interviews;
  if (!interview) throw new Error("there is no bundled interview");
  const turns = interview.statements.map(({ speaker, spans, spoken, exchange }) => ({
    speaker: speaker?.name ?? null,
    text: (spoken.length > 0 ? spoken : spans)
      .map(({ start, end }) => interview.source.text.slice(start, end).replace(/\s+/gu, " "))
      .join(" "),
    exchange,
    answers: null,
  }));
  return { id: interview.id, turns: Array.from({ length: ROUNDS }, () => turns).flat(), questions: [] };
}
