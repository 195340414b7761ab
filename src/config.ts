import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const optionalText = z
  .string()
  .optional()
  .transform((value) => {
    const trimmed = value?.trim();
    return trimmed === "" ? undefined : trimmed;
  });

const environment = z.object({
  DISCORD_TOKEN: optionalText.refine((token) => token === undefined || /^[\x21-\x7e]+$/u.test(token), {
    error:
      "has white space or other characters in it that no token has: copy it again, without “Bot ” before it",
  }),
  DISCORD_GUILD_ID: optionalText.refine((id) => id === undefined || /^\d{17,20}$/u.test(id), {
    error: "is no server id: 17 to 20 digits (Developer Mode, right click on the server, Copy Server ID)",
  }),
  DISCORD_API_URL: optionalText
    .transform((url) => (url ?? "https://discord.com/api").replace(/\/+$/u, ""))
    .refine((url) => /^https?:\/\/[^\s/]+/u.test(url) && URL.canParse(url), {
      error: "is no web address such as https://discord.com/api",
    })
    .refine((url) => !/^https?:\/\/[^/]*@/u.test(url), { error: "must not hold a user name or a password" })
    .refine((url) => !/\/v\d+$/u.test(url), { error: "must end before the version: …/api, not …/api/v10" }),
  PAGE_PORT: optionalText
    .refine((port) => port === undefined || (/^\d{1,5}$/u.test(port) && Number(port) <= 65_535), {
      error: "is no port: a number from 0 to 65535, where 0 takes any that is free",
    })
    .transform((port) => (port === undefined ? undefined : Number(port))),
  TRANSCRIPTS_DIR: optionalText.transform((folder) => folder ?? "transcripts"),
  CACHE_DIR: optionalText,
  XDG_CACHE_HOME: optionalText,
  LOG_LEVEL: optionalText
    .transform((level) => level?.toLowerCase() ?? "info")
    .pipe(z.enum(LOG_LEVELS, { error: `takes one of ${LOG_LEVELS.join(", ")}` })),
});

export interface Config {
  /** Undefined: no Discord, but the page or the terminal. */
  readonly token: string | undefined;
  readonly guildId: string | undefined;
  readonly apiUrl: string;
  /** Where the bot in a browser is served; undefined: at the usual port, or any other when that is taken. */
  readonly pagePort?: number | undefined;
  readonly transcriptsFolder: string;
  /** Where what was read from many transcripts is kept for the next start; null for nowhere. */
  readonly cacheFolder: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** A setting that can't be used; its message never holds a value, for one of them is secret. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ConfigError";
  }
}

/**
 * The settings, from environment variables.
 * @throws ConfigError that names every wrong variable and says what it takes.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = environment.safeParse(env);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new ConfigError(problems.join("\n"));
  }
  const { data } = result;
  return {
    token: data.DISCORD_TOKEN,
    guildId: data.DISCORD_GUILD_ID,
    apiUrl: data.DISCORD_API_URL,
    pagePort: data.PAGE_PORT,
    transcriptsFolder: data.TRANSCRIPTS_DIR,
    cacheFolder: cacheFolderOf(data.CACHE_DIR, data.XDG_CACHE_HOME),
    logLevel: data.LOG_LEVEL,
  };
}

/** By the XDG base directory specification, unless one is named or it is turned off. */
function cacheFolderOf(named: string | undefined, xdg: string | undefined): string | null {
  if (named?.toLowerCase() === "off") return null;
  if (named !== undefined && !/^~(?:\/|$)/u.test(named)) return named;
  try {
    // No shell reads .env, so that nobody else would write the home folder out.
    if (named !== undefined) return join(homedir(), named.slice(1));
    return join(xdg ?? join(homedir(), ".cache"), "on-the-record");
  } catch {
    // A user without a home, as in some containers.
    return null;
  }
}
