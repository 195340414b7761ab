import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import type { CommandDefinition, MessageCommandDefinition, OptionDefinition } from "../command/definition.ts";

/** Where the commands are to be found. */
export interface RegistrationScope {
  readonly applicationId: string;
  /** Register in this server only; everywhere when undefined. */
  readonly guildId: string | undefined;
}

/**
 * Makes Discord's list of our commands what it should be, and writes nothing when it is already.
 * @returns whether anything was written.
 * @throws DiscordAPIError when Discord refuses.
 */
export async function registerCommands(
  rest: REST,
  definitions: readonly (CommandDefinition | MessageCommandDefinition)[],
  { applicationId, guildId }: RegistrationScope,
): Promise<boolean> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const everywhere = guildId === undefined;
  const wanted = definitions.map((definition) =>
    "options" in definition
      ? toApiCommand(definition, everywhere)
      : toApiMessageCommand(definition, everywhere),
  );
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  if (Array.isArray(present) && sameCommands(wanted, present)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** Installed with a server or with a person; in servers, in messages to the bot and between people. */
const ANYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** A command as Discord takes it. Where it may be used can be said only of commands registered everywhere. */
export function toApiCommand(
  { name, description, options }: CommandDefinition,
  everywhere: boolean,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options: options.map(toApiOption),
    ...(everywhere ? ANYWHERE : {}),
  };
}

/** A command in a message's menu as Discord takes it: it has neither a description nor options. */
export function toApiMessageCommand(
  { name }: MessageCommandDefinition,
  everywhere: boolean,
): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name, ...(everywhere ? ANYWHERE : {}) };
}

function toApiOption(option: OptionDefinition): APIApplicationCommandBasicOption {
  const { name, description, required } = option;
  const base = { name, description, ...(required ? { required } : {}) };
  if (option.type === "boolean") return { ...base, type: ApplicationCommandOptionType.Boolean };
  return {
    ...base,
    type: ApplicationCommandOptionType.String,
    ...(option.maxLength === undefined ? {} : { max_length: option.maxLength }),
    ...(option.autocomplete ? { autocomplete: true } : {}),
  };
}

function sameCommands(wanted: readonly object[], present: readonly unknown[]): boolean {
  return (
    wanted.length === present.length &&
    wanted.every((command) => present.some((candidate) => covers(candidate, command)))
  );
}

/** Fields Discord fills in by itself when they aren't sent; they count only where one of ours says otherwise. */
const FILLED_IN: ReadonlySet<string> = new Set(
  "id application_id version guild_id default_permission dm_permission integration_types contexts handler".split(
    " ",
  ),
);

/** Whether what Discord has says the same as what is wanted: no less, and no more than its defaults. */
function covers(present: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    // Discord leaves out a list with nothing in it.
    const have: unknown = present ?? [];
    if (!Array.isArray(have) || have.length !== wanted.length) return false;
    return wanted.every((item, index) => covers(have[index], item));
  }
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof present !== "object" || present === null) return false;
    const have: Record<string, unknown> = { ...present };
    const want: Record<string, unknown> = { ...wanted };
    const more = Object.keys(have).filter((key) => !(key in want) && !isDefault(key, have[key]));
    return more.length === 0 && Object.entries(want).every(([key, value]) => covers(have[key], value));
  }
  return present === wanted;
}

function isDefault(key: string, value: unknown): boolean {
  if (FILLED_IN.has(key)) return true;
  // A command in a message's menu comes back with an empty description.
  if (value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
