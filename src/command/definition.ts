import type { Reply } from "../reply/reply.ts";
import type { Surface } from "../reply/surface.ts";
import type { Desk } from "./desk.ts";

/** What someone may type after a command. Names and descriptions follow Discord's limits: 32 and 100. */
export interface OptionDefinition {
  readonly name: string;
  readonly description: string;
  readonly type: "string" | "boolean";
  readonly required?: true;
  /** Offers choices while one types. */
  readonly autocomplete?: true;
  /** In UTF-16 code units. */
  readonly maxLength?: number;
}

export interface CommandDefinition {
  readonly name: string;
  readonly description: string;
  /** Required ones first, as Discord wants them. */
  readonly options: readonly OptionDefinition[];
}

type ValueOf<Option extends OptionDefinition> = Option["type"] extends "boolean" ? boolean : string;

/** The arguments a command gets, inferred from its definition: required ones are there, the others may be. */
export type ArgumentsOf<Definition extends CommandDefinition> = {
  readonly [Option in Extract<
    Definition["options"][number],
    { required: true }
  > as Option["name"]]: ValueOf<Option>;
} & {
  readonly [Option in Exclude<
    Definition["options"][number],
    { required: true }
  > as Option["name"]]?: ValueOf<Option>;
};

/** A choice offered while one types; both at most 100 units. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Whatever was typed so far, by option name. */
export type Typed = Readonly<Record<string, string | boolean | undefined>>;

/** A command as the front doors see it: data, and functions that know nothing of where they are called from. */
export interface Command {
  readonly definition: CommandDefinition;
  run(typed: Typed, desk: Desk, surface: Surface): Reply;
  complete(option: string, typed: Typed, desk: Desk): readonly Choice[];
}

/** Ties a definition to functions whose arguments it types. */
export function defineCommand<const Definition extends CommandDefinition>(
  definition: Definition,
  parts: {
    run(args: ArgumentsOf<Definition>, desk: Desk, surface: Surface): Reply;
    complete?: Partial<
      Record<
        Definition["options"][number]["name"],
        (partial: string, desk: Desk, typed: Typed) => readonly Choice[]
      >
    >;
  },
): Command {
  return {
    definition,
    // Front doors check types and required options against the definition before they call (see check-typed.ts).
    run: (typed, desk, surface) => parts.run(typed as ArgumentsOf<Definition>, desk, surface),
    complete: (option, typed, desk) => {
      const completers: Partial<
        Record<string, (partial: string, desk: Desk, typed: Typed) => readonly Choice[]>
      > = parts.complete ?? {};
      const partial = typed[option];
      return completers[option]?.(typeof partial === "string" ? partial : "", desk, typed) ?? [];
    },
  };
}

/** A command in the menu of a message. Its name is what the menu shows: 1 to 32 characters, spaces and capitals too. */
export interface MessageCommandDefinition {
  readonly name: string;
}

/** The message such a command is used on. */
export interface TargetMessage {
  /** What people read in it, without mark-up; only the lines of a block quote still begin with "> ". Never blank. */
  readonly content: string;
}

/** A command that is used on a message. Front doors without messages to choose from have no use for it. */
export interface MessageCommand {
  readonly definition: MessageCommandDefinition;
  run(message: TargetMessage, desk: Desk, surface: Surface): Reply;
}

/** The counterpart of {@link defineCommand} for a message's menu. */
export function defineMessageCommand(
  definition: MessageCommandDefinition,
  parts: Pick<MessageCommand, "run">,
): MessageCommand {
  return { definition, run: (message, desk, surface) => parts.run(message, desk, surface) };
}
