import { z } from "zod";
import { buildSearch } from "../../src/search/statement-search.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { quantile } from "../measures.ts";
import type { Passage, Search } from "./engines/engine.ts";
import { OURS, PEERS } from "./engines/engines.ts";
import { type Conversation, readArticles, readDialogues } from "./public-speech.ts";
import { seededRandom } from "./seeded-random.ts";
import { cycled, interviewOfTurns, naturalQuestions, readSpeech } from "./speech-archive.ts";
import { withTypo } from "./typos.ts";

/**
 * One engine at one size, in a process of its own so that it can be stopped and its memory told from others':
 * `node --expose-gc cell.js FOLDER ENGINE (SIZE | quality)`, which prints one line of JSON.
 */
export const speedCell = z.object({
  statements: z.number(),
  buildMs: z.number(),
  heapPerStatement: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  firstMs: z.number(),
});
export type SpeedCell = z.infer<typeof speedCell>;

export const qualityCell = z.object({
  articles: z.number(),
  articlesTypo: z.number(),
  dialogues: z.number(),
  dialoguesTypo: z.number(),
});
export type QualityCell = z.infer<typeof qualityCell>;

const RESULTS = 10;
const ROUNDS = 3;
const WARM_UP_MS = 2_000;
const QUESTIONS_A_SET = 400;

async function measureSpeed(folder: string, engine: string, size: number): Promise<SpeedCell> {
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
function spoken(engine: string, speech: readonly Conversation[], size: number) {
  return subjectOf(engine, cycled(speech, size));
}

async function measureQuality(folder: string, engine: string): Promise<QualityCell> {
  const articles = await firstRight(engine, await readArticles(folder));
  const dialogues = await firstRight(engine, await readDialogues(folder));
  return {
    articles: articles.clean,
    articlesTypo: articles.typo,
    dialogues: dialogues.clean,
    dialoguesTypo: dialogues.typo,
  };
}

/** How often a right statement comes first, all statements of the set competing. */
async function firstRight(engine: string, conversations: readonly Conversation[]) {
  const search = await subjectOf(engine, conversations).build();
  let first = 0;
  const all = conversations.flatMap(({ turns, questions }) => {
    const base = first;
    first += turns.length;
    return questions.map(({ text, right }) => ({ text, right: new Set(right.map((at) => base + at)) }));
  });
  const random = seededRandom(7);
  const step = Math.max(1, Math.floor(all.length / QUESTIONS_A_SET));
  const asked = all.filter((_, at) => at % step === 0);
  let clean = 0;
  let typo = 0;
  for (const { text, right } of asked) {
    if (right.has((await search(text, RESULTS))[0] ?? -1)) clean += 1;
    if (right.has((await search(withTypo(text, random), RESULTS))[0] ?? -1)) typo += 1;
  }
  return { clean: clean / asked.length, typo: typo / asked.length };
}

/** What is measured, with everything it is built from at hand. */
function subjectOf(engine: string, conversations: readonly Conversation[]): { build(): Promise<Search> } {
  if (engine !== OURS) {
    const peer = PEERS.find(({ name }) => name === engine);
    if (!peer) throw new RangeError(`no engine is called ${engine}`);
    const passages = passagesOf(conversations);
    return { build: () => peer.build(passages) };
  }
  const interviews = conversations.map(interviewOfTurns);
  const archive = new Archive(interviews);
  // The archive keeps interviews in its own order; answers are compared by their place in ours.
  const baseOf = new Map<string, number>();
  let base = 0;
  for (const { id, statements } of interviews) {
    baseOf.set(id, base);
    base += statements.length;
  }
  return {
    build: async () => {
      const search = buildSearch(archive);
      return (text, limit) =>
        search
          .ask({ text, limit })
          .matches.map(({ statement }) => (baseOf.get(statement.interview.id) ?? 0) + statement.index);
    },
  };
}

function passagesOf(conversations: readonly Conversation[]): readonly Passage[] {
  return conversations.flatMap(({ turns }) =>
    turns.map(({ text, exchange }, at) => ({
      text,
      context: [turns[at - 1], turns[at + 1]]
        .filter((other) => other?.exchange === exchange)
        .map((other) => other?.text)
        .join(" "),
    })),
  );
}

function memoryInUse(): number {
  // Once isn't always enough for what finalizers hold.
  for (let run = 0; run < 4; run += 1) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const [folder = "", engine = "", what = ""] = process.argv.slice(2);
if (process.argv[1]?.endsWith("cell.js")) {
  const cell =
    what === "quality"
      ? await measureQuality(folder, engine)
      : await measureSpeed(folder, engine, Number(what));
  process.stdout.write(`${JSON.stringify(cell)}\n`);
}
