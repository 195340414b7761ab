import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { LoopbackDiscord, type LoopbackOptions } from "../../../src/loopback/loopback-discord.ts";
import { gathered } from "../../child-output.ts";

export const COMMAND_NAMES = [
  "ask",
  "quote",
  "verify",
  "topic",
  "context",
  "interviews",
  "Verify quote",
] as const;

/** The bot as people run it: its own process, with the real client. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** What it has written so far to standard output and to standard error. */
  readonly output: () => string;
  readonly errors: () => string;
  /** Sends a signal and resolves to the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Resolves to the exit code once it ends by itself. */
  readonly exited: Promise<number | null>;
}

/** Unset, each would be filled in from a developer's own .env; empty, they count as unset and are left alone. */
const NO_SETTINGS = {
  DISCORD_TOKEN: "",
  DISCORD_GUILD_ID: "",
  DISCORD_API_URL: "",
  TRANSCRIPTS_DIR: "",
  LOG_LEVEL: "",
};

/** Starts the bot; it is killed when the test is over. Settings of the machine that runs the tests don't count. */
export function startBotProcess(environment: Readonly<Record<string, string>>): BotProcess {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["dist/src/main.js"], {
    env: { PATH, HOME, ...NO_SETTINGS, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = gathered(child.stdout);
  const errors = gathered(child.stderr);
  const exited = once(child, "close").then(([code]) => (typeof code === "number" ? code : null));
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await exited;
  });
  return {
    child,
    output,
    errors,
    exited,
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      return exited;
    },
  };
}

/** A loopback Discord with the bot on it, its commands registered. */
export async function startOnLoopback(
  options: LoopbackOptions & { readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly discord: LoopbackDiscord; readonly bot: BotProcess }> {
  const { environment = {}, ...loopbackOptions } = options;
  const discord = await LoopbackDiscord.start(loopbackOptions);
  onTestFinished(() => discord.close());
  const bot = startBotProcess({ ...environmentFor(discord), ...environment });
  await discord.ready({ timeoutMs: 10_000 });
  await discord.registered(COMMAND_NAMES, { guildId: environment.DISCORD_GUILD_ID ?? null });
  return { discord, bot };
}

export function environmentFor(discord: LoopbackDiscord): Record<string, string> {
  return { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
}
