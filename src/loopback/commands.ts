import type { APIApplicationCommand, APIApplicationCommandOption } from "discord-api-types/v10";
import { apiErrors } from "./api-error.ts";
import {
  checkCommand,
  commandLimits,
  type SentChoice,
  type SentCommand,
  type SentOption,
} from "./command-limits.ts";
import { FormErrors } from "./form-errors.ts";
import { nextSnowflake } from "./snowflake.ts";

/** What a registry needs to know of its application. */
export interface CommandOwner {
  readonly applicationId: string;
  /** Where the application can be installed; a command that doesn't say gets the same. */
  readonly integrationTypes: readonly number[];
}

/** The registered commands of one application: those of all servers and those of single ones. */
export class Commands {
  /** Commands available everywhere, as Discord returns them. */
  readonly global: APIApplicationCommand[] = [];
  /** Commands of single servers, by the server's id. */
  readonly guilds = new Map<string, APIApplicationCommand[]>();

  readonly #owner: CommandOwner;
  readonly #onChange: () => void;

  constructor(owner: CommandOwner, onChange: () => void) {
    this.#owner = owner;
    this.#onChange = onChange;
  }

  /** The commands of a server, or with `null` those of all. */
  list(guildId: string | null): APIApplicationCommand[] {
    if (guildId === null) return this.global;
    let commands = this.guilds.get(guildId);
    if (commands === undefined) {
      commands = [];
      this.guilds.set(guildId, commands);
    }
    return commands;
  }

  /** The command a person in `guildId` gets by this name: the server's own before the global one. */
  find(type: number, name: string, guildId: string | null): APIApplicationCommand | undefined {
    const isIt = (command: APIApplicationCommand): boolean => command.type === type && command.name === name;
    const own = guildId === null ? undefined : this.guilds.get(guildId)?.find(isIt);
    return own ?? this.global.find(isIt);
  }

  /** Replaces all commands at once. A command that stays under its name and type keeps its id. */
  overwrite(guildId: string | null, sent: unknown): APIApplicationCommand[] {
    const errors = new FormErrors();
    if (!errors.checkList([], sent ?? [], 0, 130)) errors.throwIfAny();
    const commands = (sent ?? []) as SentCommand[];
    commands.forEach((command, index) => {
      checkCommand(command, [index], errors);
      const first = commands.findIndex((other) => sameName(other, command));
      if (first < index) {
        errors.add(
          [index],
          "APPLICATION_COMMANDS_DUPLICATE_NAME",
          "Application command names must be unique",
        );
      }
    });
    errors.throwIfAny();
    this.#checkCounts(commands);
    const current = this.list(guildId);
    const next = commands.map((command) =>
      this.#store(
        command,
        guildId,
        current.find((old) => sameName(old, command)),
      ),
    );
    current.splice(0, current.length, ...next);
    this.#onChange();
    return next;
  }

  /** Adds one command, or replaces the one of the same name and type. */
  create(guildId: string | null, sent: unknown): { created: boolean; command: APIApplicationCommand } {
    const command = sent as SentCommand;
    const errors = new FormErrors();
    checkCommand(command, [], errors);
    errors.throwIfAny();
    const commands = this.list(guildId);
    const index = commands.findIndex((old) => sameName(old, command));
    if (index === -1) this.#checkCounts([...commands, command]);
    const stored = this.#store(command, guildId, commands[index]);
    if (index === -1) commands.push(stored);
    else commands[index] = stored;
    this.#onChange();
    return { created: index === -1, command: stored };
  }

  /** Changes the given fields of one command. */
  edit(guildId: string | null, id: string, sent: unknown): APIApplicationCommand {
    const old = this.get(guildId, id);
    const command = { ...old, ...(sent as SentCommand), type: old.type };
    const errors = new FormErrors();
    checkCommand(command, [], errors);
    errors.throwIfAny();
    const stored = this.#store(command, guildId, old);
    const commands = this.list(guildId);
    commands[commands.indexOf(old)] = stored;
    this.#onChange();
    return stored;
  }

  get(guildId: string | null, id: string): APIApplicationCommand {
    const command = this.list(guildId).find((candidate) => candidate.id === id);
    if (command === undefined) throw apiErrors.unknownCommand();
    return command;
  }

  delete(guildId: string | null, id: string): void {
    const commands = this.list(guildId);
    commands.splice(commands.indexOf(this.get(guildId, id)), 1);
    this.#onChange();
  }

  #checkCounts(commands: readonly SentCommand[]): void {
    for (const [type, limit] of Object.entries(commandLimits)) {
      const count = commands.filter((command) => (command.type ?? 1) === Number(type)).length;
      if (count > limit) throw apiErrors.tooManyCommands(limit);
    }
  }

  #store(
    sent: SentCommand,
    guildId: string | null,
    old: APIApplicationCommand | undefined,
  ): APIApplicationCommand {
    const type = sent.type ?? 1;
    const permissions = sent.default_member_permissions ?? null;
    const options = Array.isArray(sent.options) ? sent.options.map(storeOption) : [];
    // Put together field by field from what was sent, whose form checkCommand vouches for: no type can follow that.
    const command = {
      id: old?.id ?? nextSnowflake(),
      application_id: this.#owner.applicationId,
      version: old?.version ?? nextSnowflake(),
      default_member_permissions: permissions === null ? null : String(permissions),
      type,
      name: sent.name,
      name_localizations: storeLocalizations(sent.name_localizations),
      description: type === 1 ? sent.description : "",
      description_localizations: storeLocalizations(sent.description_localizations),
      // Where a server's own command can be used isn't the command's to say: Discord drops these there.
      ...(guildId === null
        ? {
            dm_permission: dmPermission(sent),
            contexts: sent.contexts ?? null,
            integration_types: sent.integration_types ?? this.#owner.integrationTypes,
          }
        : { guild_id: guildId, contexts: null, integration_types: [0] }),
      ...(options.length > 0 ? { options } : {}),
      nsfw: sent.nsfw === true,
    } as unknown as APIApplicationCommand;
    // Nothing changed, so neither does the version.
    if (old !== undefined && JSON.stringify(old) !== JSON.stringify(command))
      command.version = nextSnowflake();
    return command;
  }
}

/** What GET returns without `with_localizations=true`: the same commands less their localisations. */
export function withoutLocalizations(commands: readonly APIApplicationCommand[]): unknown {
  return JSON.parse(
    JSON.stringify(commands, (key, value: unknown) =>
      key === "name_localizations" || key === "description_localizations" ? undefined : value,
    ),
  );
}

function sameName(one: SentCommand, other: SentCommand): boolean {
  return one.name === other.name && (one.type ?? 1) === (other.type ?? 1);
}

function dmPermission(sent: SentCommand): boolean {
  if (Array.isArray(sent.contexts)) return sent.contexts.includes(1);
  return sent.dm_permission !== false;
}

function storeLocalizations(sent: unknown): unknown {
  return sent === undefined || sent === null || Object.keys(sent).length === 0 ? null : sent;
}

/** Discord leaves out what is false or empty, and gives localisations even where there are none. */
function storeOption(value: unknown): APIApplicationCommandOption {
  const sent = value as SentOption;
  const stored: Record<string, unknown> = {
    type: sent.type,
    name: sent.name,
    name_localizations: storeLocalizations(sent.name_localizations),
    description: sent.description,
    description_localizations: storeLocalizations(sent.description_localizations),
  };
  const keep = (fields: Record<string, unknown>): void => {
    for (const [field, given] of Object.entries(fields)) {
      if (given !== undefined && given !== null && given !== false) stored[field] = given;
    }
  };
  const { required, autocomplete, channel_types, min_value, max_value, min_length, max_length } = sent;
  keep({ required, autocomplete, channel_types, min_value, max_value, min_length, max_length });
  if (Array.isArray(sent.choices) && sent.choices.length > 0)
    keep({ choices: sent.choices.map(storeChoice) });
  if (Array.isArray(sent.options)) keep({ options: sent.options.map(storeOption) });
  // The limits were checked before; what is kept has the form of the option that was sent.
  return stored as unknown as APIApplicationCommandOption;
}

function storeChoice(value: unknown): unknown {
  const sent = value as SentChoice;
  return {
    name: sent.name,
    name_localizations: storeLocalizations(sent.name_localizations),
    value: sent.value,
  };
}
