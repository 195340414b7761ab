import type { APIApplicationCommand } from "discord-api-types/v10";
import type { Commands } from "./commands.ts";
import type { Place } from "./place.ts";

/** The kinds of command, by Discord's numbers. */
export const commandType = { chatInput: 1, message: 3 } as const;

/**
 * The command that Discord's client offers under this name in this place.
 * @throws Error that says why it offers none.
 */
export function offeredCommand(
  commands: Commands,
  type: number,
  name: string,
  place: Place,
): APIApplicationCommand {
  const command = commands.find(type, name, place.guild?.id ?? null);
  if (command === undefined) {
    const registered = [...commands.global, ...[...commands.guilds.values()].flat()];
    const names = registered.map((one) => `${one.type === commandType.chatInput ? "/" : ""}${one.name}`);
    throw new Error(`the command "${name}" isn't registered here, only: ${names.join(", ") || "none"}`);
  }
  const contexts: readonly number[] = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1]);
  if (command.guild_id === undefined && !contexts.includes(place.context)) {
    throw new Error(`"${name}" can't be used in context ${place.context}, only in ${contexts.join(", ")}`);
  }
  const needed = place.installed === "guild" ? [0] : place.installed === "user" ? [1] : [0, 1];
  const types: readonly number[] = command.integration_types ?? [0];
  if (place.context === 0 && !needed.some((type) => types.includes(type))) {
    throw new Error(`"${name}" isn't offered where the application is installed with the ${place.installed}`);
  }
  return command;
}
