import { DiscordAPIError } from "discord.js";

/**
 * What may be logged of an error. Those of Discord's API carry the request that failed, and with it what a user
 * typed and the token of the interaction; only what Discord said of it is kept.
 */
export function loggableError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  if (error instanceof DiscordAPIError)
    return { name, message, stack, code: error.code, status: error.status };
  return {
    name,
    message,
    stack,
    ...(error.cause === undefined ? {} : { cause: loggableError(error.cause) }),
  };
}
