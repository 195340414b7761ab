import { z } from "zod";
import { buildSearch } from "../../src/search/statement-search.ts";
import { Archive } from "../../src/transcript/archive.ts";
import type { Interview } from "../../src/transcript/interview.ts";
import { quantile } from "../measures.ts";
import type { Search } from "./engines/engine.ts";
import { OURS, peerCalled } from "./engines/engines.ts";
import { passagesOf } from "./passages.ts";
import {
  cycled,
  interviewOfTurns,
  naturalQuestions,
  readSpeech,
  type SpokenConversation,
} from "./speech-archive.ts";

/** Times in milliseconds, memory in bytes. */
export const speedCell = z.object({
  statements: z.number(),
  buildMs: z.number(),
  heapPerStatement: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  firstMs: z.number(),
});
export type SpeedCell = z.infer<typeof speedCell>;

const RESULTS = 10;
const ROUNDS = 3;
const WARM_UP_MS = 2_000;

export async function measureSpeed(folder: string, engine: string, size: number): Promise<SpeedCell> {
  const speech = await readSpeech(folder);
  const questions = naturalQuestions(speech);
  const warmUp = naturalQuestions(speech, 300).slice(200);
  const subject = spoken(engine, speech, size);
  const before = memoryInUse();
  const start = performance.now();
  const search = await subject.build();
  const buildMs = performance.now() - start;
  const heapPerStatement = (memoryInUse() - before) / size;
  const firstFrom = performance.now();
  await search(warmUp[0] ?? "", RESULTS);
  const firstMs = performance.now() - firstFrom;
  const warmFrom = performance.now();
  for (const text of warmUp) if (performance.now() - warmFrom < WARM_UP_MS) await search(text, RESULTS);
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: number[] = [];
    for (const text of questions) {
      const from = performance.now();
      await search(text, RESULTS);
      times.push(performance.now() - from);
    }
    rounds.push(times);
    // Slow engines answer the same in every round; their time is better spent on the next.
    if (times.reduce((sum, time) => sum + time, 0) > 5_000) break;
  }
  // By question the quickest of its rounds: what else the machine does in between isn't the engine's.
  const quickest = questions.map((_, at) => Math.min(...rounds.map((round) => round[at] ?? 0)));
  return {
    statements: size,
    buildMs,
    heapPerStatement,
    p50Ms: quantile(quickest, 0.5),
    p99Ms: quantile(quickest, 0.99),
    firstMs,
  };
}

/** Apart from its caller, whose suspended frame would keep the conversations in memory. */
function spoken(engine: string, speech: readonly SpokenConversation[], size: number) {
  const interviews = cycled(speech, size).map(interviewOfTurns);
  return engine === OURS ? ours(new Archive(interviews)) : theirs(engine, interviews);
}

/** What is measured, with everything it is built from at hand. */
interface Subject {
  build(): Promise<Search>;
}

function ours(archive: Archive): Subject {
  return {
    build: async () => {
      const search = buildSearch(archive);
      return (text, limit) => search.ask({ text, limit }).matches.map(({ statement }) => statement.index);
    },
  };
}

function theirs(engine: string, interviews: readonly Interview[]): Subject {
  const passages = interviews.flatMap(passagesOf);
  return { build: () => peerCalled(engine).build(passages) };
}

function memoryInUse(): number {
  // Once isn't always enough for what finalizers hold.
  for (let run = 0; run < 4; run += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
