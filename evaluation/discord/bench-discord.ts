import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { LoopbackDiscord, makeUser } from "../../src/loopback/loopback-discord.ts";

/**
 * `npm run bench`: how quickly the bot acknowledges interactions and gets ready, beside a bare discord.js bot
 * that replies "ok", both as processes of their own on the same loopback Discord, in turns.
 */
const BOTS = { bare: "dist/evaluation/discord/bare-bot.js", ours: "dist/src/main.js" } as const;
type Bot = keyof typeof BOTS;

const ROUNDS = 3;
const IN_A_ROW = 1000;
const AT_ONCE = 200;
const STARTS = 9;

const QUESTIONS = [
  "did putin ever ask for belarusian troops",
  "why were the prisoners released",
  "how many nuclear weapons are there",
  "best recipe for potato pancakes",
  "wich part of belarus were the russians pulling out of",
];

interface Run {
  readonly inARow: readonly number[];
  readonly atOnce: readonly number[];
}

async function main(): Promise<void> {
  const inARow: Record<Bot, number[]> = { bare: [], ours: [] };
  const atOnce: Record<Bot, number[]> = { bare: [], ours: [] };
  const starts: Record<Bot, number[]> = { bare: [], ours: [] };
  for (let start = 0; start < STARTS; start += 1) {
    for (const bot of ["bare", "ours"] as const) starts[bot].push(await timeToReady(bot));
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const bot of ["bare", "ours"] as const) {
      const run = await load(bot);
      inARow[bot].push(...run.inARow);
      atOnce[bot].push(...run.atOnce);
    }
  }
  const rows = [
    row("start to READY, p50", starts, 0.5),
    row(`${IN_A_ROW} in a row, p50`, inARow, 0.5),
    row(`${IN_A_ROW} in a row, p99`, inARow, 0.99),
    row(`${AT_ONCE} at once, p50`, atOnce, 0.5),
    row(`${AT_ONCE} at once, p99`, atOnce, 0.99),
  ];
  if (process.argv.includes("--json")) {
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return;
  }
  process.stdout.write(
    `Acknowledgement over loopback, ${ROUNDS} rounds each in turn, ${STARTS} starts; in ms\n`,
  );
  process.stdout.write(`${"".padEnd(26)}${"bare".padStart(9)}${"ours".padStart(9)}${"ratio".padStart(9)}\n`);
  for (const { what, bare, ours, ratio } of rows) {
    const cells = [bare, ours, ratio].map((value) => value.toFixed(2).padStart(9)).join("");
    process.stdout.write(`${what.padEnd(26)}${cells}\n`);
  }
  process.stdout.write(`all ${ROUNDS * (IN_A_ROW + AT_ONCE)} interactions with each bot were acknowledged\n`);
}

function row(what: string, measured: Readonly<Record<Bot, readonly number[]>>, share: number) {
  const bare = quantile(measured.bare, share);
  const ours = quantile(measured.ours, share);
  return { what, bare, ours, ratio: ours / bare };
}

async function load(bot: Bot): Promise<Run> {
  const discord = await LoopbackDiscord.start({ record: false });
  const child = startBot(bot, discord);
  try {
    await readyWithCommands(bot, discord);
    for (let warmUp = 0; warmUp < 50; warmUp += 1) await ask(discord, warmUp);
    const inARow: number[] = [];
    for (let at = 0; at < IN_A_ROW; at += 1) inARow.push(await ask(discord, 100 + at));
    const together = Array.from({ length: AT_ONCE }, (_unused, at) => ask(discord, 5000 + at));
    return { inARow, atOnce: await Promise.all(together) };
  } finally {
    await end(child);
    await discord.close();
  }
}

/** Milliseconds from the process's start until Discord has sent READY. */
async function timeToReady(bot: Bot): Promise<number> {
  const discord = await LoopbackDiscord.start({ record: false });
  const ready = once(discord.events, "ready");
  const from = performance.now();
  const child = startBot(bot, discord);
  try {
    await ready;
    return performance.now() - from;
  } finally {
    await end(child);
    await discord.close();
  }
}

/** A user for each request: the cooldown is for people, and a bench would only measure it. */
async function ask(discord: LoopbackDiscord, seed: number): Promise<number> {
  const user = makeUser({ id: String(1_400_000_000_000_000_000n + BigInt(seed)), username: `reader${seed}` });
  const question = QUESTIONS[seed % QUESTIONS.length] ?? "";
  const seen = await discord.slash("ask", { question }, { user, timeoutMs: 20_000 });
  if (!seen.message) throw new Error("an interaction was not answered with a message");
  return seen.acknowledgedAfterMs;
}

async function readyWithCommands(bot: Bot, discord: LoopbackDiscord): Promise<void> {
  await discord.ready({ timeoutMs: 20_000 });
  if (bot === "ours") {
    await discord.registered(["ask"]);
    return;
  }
  const options = [{ type: 3, name: "question", description: "anything", required: true }];
  discord.preloadCommands([{ name: "ask", description: "answers ok", options }]);
}

function startBot(bot: Bot, discord: LoopbackDiscord): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  const env = {
    PATH,
    HOME,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    LOG_LEVEL: "error",
    // A developer's own .env doesn't count.
    DISCORD_GUILD_ID: "",
    TRANSCRIPTS_DIR: "",
  };
  return spawn(process.execPath, [BOTS[bot]], { env, stdio: ["ignore", "ignore", "inherit"] });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

await main();
