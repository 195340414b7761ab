import { z } from "zod";
import { Archive } from "../../src/transcript/archive.ts";
import { quantile } from "../measures.ts";
import { ArchiveWords } from "../misquotes/archive-words.ts";
import { evened, unitsOf, wordsPrinted } from "../misquotes/peers.ts";
import { verifierOf } from "../misquotes/verifier.ts";
import { windowDistance } from "../misquotes/window-distance.ts";
import { OURS } from "./engines/engines.ts";
import { cycled, interviewOfTurns, readSpeech } from "./speech-archive.ts";
import { type Claims, hostileClaims, ordinaryClaims } from "./verify-claims.ts";

/** Times in milliseconds, by sort of claim and over all that aren't hostile. */
export const verifyCell = z.object({
  buildMs: z.number(),
  claims: z.array(
    z.object({
      name: z.string(),
      p50Ms: z.number(),
      p99Ms: z.number(),
      worstMs: z.number(),
      measured: z.number(),
    }),
  ),
});
export type VerifyCell = z.infer<typeof verifyCell>;

export const ALL_CLAIMS = "all but hostile";
const SEED = 11;
const ROUNDS = 3;
/** Peers read the whole archive for a claim: a few claims say enough of them. */
const PEER_BUDGET_MS = 5_000;

/** What is measured beside the project's verifier, each over all statements. */
export const VERIFY_PEERS = ["edit distance to every statement", "Fuse.js"] as const;

export async function measureVerify(folder: string, engine: string, size: number): Promise<VerifyCell> {
  const conversations = cycled(await readSpeech(folder), size);
  const archive = new Archive(conversations.map(interviewOfTurns));
  const words = new ArchiveWords(archive);
  const ordinary = ordinaryClaims(words, SEED);
  const from = performance.now();
  const verify = await built(engine, archive);
  const buildMs = performance.now() - from;
  if (engine !== OURS) {
    const texts = ordinary.flatMap((claims) => claims.texts);
    // Every sort of claim comes up early.
    const mixed = texts.map((_, at) => texts[(at * 37) % texts.length] ?? "");
    return { buildMs, claims: [timesOf(ALL_CLAIMS, onceEach(verify, mixed))] };
  }
  for (const text of ordinary.flatMap(({ texts }) => texts)) verify(text);
  const claims = [...ordinary, ...hostileClaims(words)].map((sort) => ({
    sort,
    times: quickest(verify, sort),
  }));
  const all = claims.slice(0, ordinary.length).flatMap(({ times }) => times);
  return {
    buildMs,
    claims: [timesOf(ALL_CLAIMS, all), ...claims.map(({ sort, times }) => timesOf(sort.name, times))],
  };
}

type Verify = (text: string) => unknown;

async function built(engine: string, archive: Archive): Promise<Verify> {
  if (engine === OURS) {
    const verifier = verifierOf(archive);
    return (text) => verifier.verify(text);
  }
  const said = [...archive.statements()].map(wordsPrinted);
  if (engine === "Fuse.js") {
    const { default: Fuse } = await import("fuse.js");
    const fuse = new Fuse(said, { ignoreLocation: true });
    return (text) => fuse.search(text, { limit: 1 });
  }
  const units = said.map((text) => unitsOf(evened(text)));
  return (text) => {
    const claim = unitsOf(evened(text));
    return Math.min(...units.map((one) => windowDistance(claim, one)));
  };
}

/** By claim the quickest of three rounds: what else the machine does in between isn't the verifier's. */
function quickest(verify: Verify, { texts }: Claims): readonly number[] {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = texts.map((text) => timed(verify, text));
    rounds.push(times);
    // What is slow is slow in every round.
    if (times.reduce((sum, time) => sum + time, 0) > 2_000) break;
  }
  return texts.map((_, at) => Math.min(...rounds.map((round) => round[at] ?? Number.POSITIVE_INFINITY)));
}

function onceEach(verify: Verify, texts: readonly string[]): readonly number[] {
  const from = performance.now();
  const times: number[] = [];
  for (const text of texts) {
    times.push(timed(verify, text));
    if (performance.now() - from > PEER_BUDGET_MS) break;
  }
  return times;
}

function timed(verify: Verify, text: string): number {
  const from = performance.now();
  verify(text);
  return performance.now() - from;
}

function timesOf(name: string, times: readonly number[]): VerifyCell["claims"][number] {
  return {
    name,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    worstMs: Math.max(0, ...times),
    measured: times.length,
  };
}
