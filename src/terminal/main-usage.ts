import type { Tool, Verb } from "./verbs.ts";

const VERBS: readonly Verb[] = ["ask", "quote", "topic", "verify", "interviews", "receipt"];
const TOOLS: readonly Tool[] = ["check", "add"];

export function isTool(word: string): word is Tool {
  return TOOLS.some((tool) => tool === word);
}

export function isVerb(word: string): word is Verb {
  return VERBS.some((verb) => verb === word);
}

/** What `npm start -- --help` prints. */
export function mainUsage(): string {
  return [
    "On the Record answers questions about interviews with the exact statement and its context.",
    "",
    "  npm start                  the bot on Discord, when DISCORD_TOKEN is set; else in a browser",
    "  npm start -- --terminal    the same commands at a prompt",
    '  npm run -s ask -- "…"      one answer; so do quote, topic, verify, interviews, receipt (each has --help)',
    "  npm run check              checks the interviews, or the files you name: every problem, and what was found",
    "  npm run add -- FILE        adds an interview, and asks what it must know",
    "",
    "Settings come from the environment or a file called .env:",
    "  DISCORD_TOKEN     the bot’s token; without it there is no Discord",
    "  DISCORD_GUILD_ID  register the commands in this server only",
    "  DISCORD_API_URL   where Discord’s API is, for tests (https://discord.com/api)",
    "  PAGE_PORT         where the bot in a browser is served, on this machine alone (4850)",
    "  TRANSCRIPTS_DIR   the folder of interviews (transcripts)",
    "  LOG_LEVEL         fatal, error, warn, info, debug, trace or silent (info)",
    "",
    "Exit codes: 0 answered, 1 nothing found, 2 bad usage, bad input or no way onto Discord.",
    "",
  ].join("\n");
}
