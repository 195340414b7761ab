import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from "discord.js";

/** Why the bot can't be on Discord, in one line for the person who runs it. */
export class StartFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StartFailure";
  }
}

const WRONG_TOKEN =
  "Discord refuses the token. Copy it anew from the Developer Portal (Bot, Reset Token) into DISCORD_TOKEN.";

/** What an error at login means; never repeats the token. */
export function explainStartFailure(error: unknown, apiUrl: string): StartFailure {
  if (error instanceof StartFailure) return error;
  const invalidToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (invalidToken || statusOf(error) === 401) return new StartFailure(WRONG_TOKEN);
  const status = statusOf(error);
  if (status !== undefined) {
    return new StartFailure(
      `Discord answers with status ${status} at ${apiUrl}. Try again in a few minutes.`,
    );
  }
  return new StartFailure(
    `Discord can’t be reached at ${apiUrl} (${reasonOf(error)}). Check the network and DISCORD_API_URL.`,
  );
}

/** Close codes of the gateway after which connecting again would fail the same way. */
const CLOSES: Readonly<Record<number, string>> = {
  4004: WRONG_TOKEN,
  4010: "Discord refuses the shard (close code 4010). This is a fault of the bot: please report it.",
  4011: "The bot is in too many servers for one connection (close code 4011). It needs sharding.",
  4012: "Discord no longer speaks this version of its gateway (close code 4012). Update the bot.",
  4013: "Discord refuses the bot’s intents (close code 4013). This is a fault of the bot: please report it.",
  4014: "Discord refuses the bot’s intents (close code 4014). This is a fault of the bot: please report it.",
};

export function unrecoverableClose(code: number): StartFailure | null {
  const message = CLOSES[code];
  return message === undefined ? null : new StartFailure(message);
}

function statusOf(error: unknown): number | undefined {
  return error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
}

function reasonOf(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return error instanceof Error ? (error.message.split("\n")[0]?.slice(0, 100) ?? "unknown") : "unknown";
}
