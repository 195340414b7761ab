import { DiscordAPIError } from "discord.js";

/**
 * What may be logged of an error. Those of Discord's API carry the request that failed, and with it what a user
 * typed and the token of the interaction, and their text may repeat a value that Discord didn't like: only the
 * first line is kept, which is Discord's own, and the paths and codes of the fields.
 */
export function loggableError(error: unknown): object {
  if (!(error instanceof Error)) return { message: "something that is no error was thrown" };
  const { name, message, stack } = error;
  if (error instanceof DiscordAPIError) {
    const [first = "", ...fields] = message.split("\n");
    return {
      name,
      message: first,
      code: error.code,
      status: error.status,
      fields: fields.flatMap((field) => /^[\w.[\]]*\[[A-Z0-9_]+\]/u.exec(field)?.[0] ?? []),
      stack: framesOf(stack),
    };
  }
  const cause = error.cause === undefined ? {} : { cause: loggableError(error.cause) };
  return { name, message, stack: framesOf(stack), ...cause };
}

/** The frames without the message that stands before them. */
function framesOf(stack: string | undefined): readonly string[] {
  return (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .map((line) => line.trim());
}
