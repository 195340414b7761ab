import type { APIApplicationCommand, APIUser } from "discord-api-types/v10";

/** What a person gives for an option: a user goes in whole, so that it can be resolved. */
export type OptionValue = string | number | boolean | APIUser;

/** What a person gives for a command's options, by name; `undefined` is not given. */
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** An option's definition, as registered. */
interface Definition {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly options?: readonly Definition[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
}

/** An option as an interaction carries it. */
interface SentOptionValue {
  readonly name: string;
  readonly type: number;
  readonly value?: unknown;
  readonly options?: readonly SentOptionValue[];
  readonly focused?: true;
}

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const NUMBER = 10;

/**
 * The `options` (and `resolved`) of a command's interaction, typed as the command was registered. It
 * refuses what Discord's own client wouldn't let a person send.
 *
 * `path` is the command's name and, after spaces, its subcommand's.
 */
export function slashOptions(
  command: APIApplicationCommand,
  path: string,
  values: OptionValues,
): { options?: readonly SentOptionValue[]; resolved?: unknown } {
  const users: Record<string, APIUser> = {};
  const options = nest(command, path, (definitions) => {
    refuseUnknown(path, definitions, values);
    return definitions.flatMap((definition) => {
      const value = values[definition.name];
      if (value === undefined) {
        if (definition.required) throw new Error(`/${path} needs the option "${definition.name}"`);
        return [];
      }
      if (typeof value === "object") users[value.id] = value;
      const refused = whyRefused(definition, value);
      if (refused !== null) throw new Error(`/${path}, option "${definition.name}": ${refused}`);
      return [{ name: definition.name, type: definition.type, value: toValue(value) }];
    });
  });
  return {
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(users).length > 0 ? { resolved: { users } } : {}),
  };
}

/** The `options` of an autocomplete interaction: what is typed so far, unchecked, one option focused. */
export function autocompleteOptions(
  command: APIApplicationCommand,
  path: string,
  values: OptionValues,
  focused: string | undefined,
): { options: readonly SentOptionValue[]; focusedType: number } {
  let focusedType = STRING;
  const options = nest(command, path, (definitions) => {
    refuseUnknown(path, definitions, values);
    const completing = definitions.filter((definition) => definition.autocomplete);
    const name = focused ?? (completing.length === 1 ? completing[0]?.name : undefined);
    if (name === undefined) {
      throw new Error(
        `/${path} has ${completing.length} options with autocomplete (${names(completing)}): say which is focused`,
      );
    }
    const target = completing.find((definition) => definition.name === name);
    if (target === undefined) {
      throw new Error(`/${path} has no autocomplete on "${name}", only on: ${names(completing)}`);
    }
    focusedType = target.type;
    return definitions.flatMap((definition): SentOptionValue[] => {
      const { type } = definition;
      const value = values[definition.name];
      // What is being typed goes as the text it is, even where a number is wanted.
      if (definition === target) {
        return [{ name, type, value: String(toValue(value ?? "")), focused: true }];
      }
      return value === undefined ? [] : [{ name: definition.name, type, value: toValue(value) }];
    });
  });
  return { options, focusedType };
}

function nest(
  command: APIApplicationCommand,
  path: string,
  fill: (definitions: readonly Definition[]) => readonly SentOptionValue[],
): readonly SentOptionValue[] {
  const [, ...rest] = path.split(" ");
  const descend = (
    definitions: readonly Definition[],
    left: readonly string[],
  ): readonly SentOptionValue[] => {
    const [name, ...more] = left;
    const isNest = (definition: Definition): boolean =>
      definition.type === SUBCOMMAND || definition.type === SUBCOMMAND_GROUP;
    if (name === undefined) {
      if (definitions.some(isNest)) throw new Error(`/${path} has subcommands: ${names(definitions)}`);
      return fill(definitions);
    }
    const found = definitions.find((definition) => isNest(definition) && definition.name === name);
    if (found === undefined) throw new Error(`/${path}: there is no subcommand "${name}"`);
    return [{ name, type: found.type, options: descend(found.options ?? [], more) }];
  };
  // The library's union has a type for each kind of option; here they differ only in what may stand below them.
  return descend((command.options ?? []) as unknown as readonly Definition[], rest);
}

function refuseUnknown(path: string, definitions: readonly Definition[], values: OptionValues): void {
  for (const name of Object.keys(values)) {
    if (definitions.some((definition) => definition.name === name)) continue;
    throw new Error(`/${path} has no option "${name}", only: ${names(definitions)}`);
  }
}

/** What typeof says of a value for each type of option. */
const valueTypes: Readonly<Record<number, string>> = {
  [STRING]: "string",
  [INTEGER]: "number",
  [BOOLEAN]: "boolean",
  [USER]: "object",
  [NUMBER]: "number",
};

/** Why Discord's client wouldn't let a person send this value, or `null` if it would. */
function whyRefused(definition: Definition, value: OptionValue): string | null {
  const type = valueTypes[definition.type];
  if (type === undefined) return `options of type ${definition.type} aren't supported by the loopback`;
  const given: string = typeof value;
  if (given !== type) return `wants a ${type}, not ${JSON.stringify(value)}`;
  if (definition.choices && !definition.choices.some((choice) => choice.value === value)) {
    return `has no choice ${JSON.stringify(value)}`;
  }
  if (definition.type === INTEGER && !Number.isInteger(value))
    return `wants an integer, not ${String(value)}`;
  if (typeof value === "string") {
    if (value === "") return "an option that is given can't be empty";
    // Discord takes up to 6,000 characters where no limit is registered.
    return outside(value.length, definition.min_length, definition.max_length ?? 6000);
  }
  return typeof value === "number" ? outside(value, definition.min_value, definition.max_value) : null;
}

function outside(size: number, least: number | undefined, most: number | undefined): string | null {
  if (least !== undefined && size < least) return `${size} is less than ${least}`;
  if (most !== undefined && size > most) return `${size} is more than ${most}`;
  return null;
}

function toValue(value: OptionValue): string | number | boolean {
  return typeof value === "object" ? value.id : value;
}

function names(definitions: readonly Definition[]): string {
  return definitions.map((definition) => definition.name).join(", ") || "none";
}
