import type { Verb } from "./verbs.ts";

const VERBS: readonly Verb[] = ["ask", "quote", "topic", "verify", "interviews", "receipt"];

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
