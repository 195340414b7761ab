import type { Choice, Command, OptionDefinition } from "../command/definition.ts";
import type { Desk } from "../command/desk.ts";
import { insideQuotes, mainOption, typedValue } from "./option-values.ts";
import { ownWords } from "./own-words.ts";
import { parseOptions } from "./parse-options.ts";
import { promptOnly } from "./prompt-help.ts";

/** What could stand in place of the end of a line, as node:readline takes it. */
export type Completions = readonly [hits: readonly string[], replaced: string];

/**
 * Completes what was typed up to the cursor: a command's name, an option's name, or an option's value as the
 * command itself offers them.
 */
export function completeLine(line: string, commands: readonly Command[], desk: Desk): Completions {
  const [, name = "ask", space = "", rest = line] = /^\/(\S*)(\s*)(.*)$/su.exec(line) ?? [];
  if (line.startsWith("/") && space === "") {
    const names = [...commands.map(({ definition }) => definition.name), ...Object.keys(promptOnly)];
    return [names.filter((one) => one.startsWith(name.toLowerCase())).map((one) => `/${one} `), line];
  }
  const command = commands.find(({ definition }) => definition.name === name.toLowerCase());
  if (!command) return [[], line];
  return (
    completeNamedValue(command, rest, desk) ??
    completeMainValue(command, rest, desk) ??
    completeOptionName(command, rest)
  );
}

function completeNamedValue(command: Command, rest: string, desk: Desk): Completions | null {
  const [token, name, quoted, plain = ""] =
    /(?<=^|\s)([\w-]+):(?:"((?:[^"\\]|\\.)*)|([^\s"]*))$/u.exec(rest) ?? [];
  const option = command.definition.options.find((one) => one.name === name?.toLowerCase());
  if (!option || token === undefined) return null;
  const partial = quoted === undefined ? plain : insideQuotes(quoted);
  const before = rest.slice(0, rest.length - token.length);
  const hits = choicesFor(command, option, partial, before, desk).map((choice) => ({
    ...choice,
    value: `${option.name}:${typedValue(choice.value)}`,
  }));
  return [listed(hits, token), token];
}

/** The text itself, unless options stand behind it: those in front are kept. */
function completeMainValue(command: Command, rest: string, desk: Desk): Completions | null {
  const main = mainOption(command.definition.options);
  if (!main) return null;
  const [, before = "", text = ""] =
    /^((?:[\w-]+:(?:"(?:[^"\\]|\\.)*"|[^\s"]\S*)\s+)*)(.*)$/su.exec(rest) ?? [];
  const parsed = parseOptions(command.definition, text);
  if (!parsed.ok || Object.keys(parsed.typed).some((name) => name !== main.name)) return null;
  const choices = choicesFor(command, main, text, before, desk);
  if (choices.length === 0 || choices.some(({ value }) => value === text.trim())) return null;
  return [listed(choices, text), text];
}

function completeOptionName({ definition }: Command, rest: string): Completions {
  const token = /\S*$/u.exec(rest)?.[0] ?? "";
  const main = mainOption(definition.options);
  const names = definition.options
    .filter((option) => option !== main && !new RegExp(`(?:^|\\s)${option.name}:`, "iu").test(rest))
    .map(({ name }) => `${name}:`);
  return [names.filter((name) => name.startsWith(token.toLowerCase())), token];
}

function choicesFor(
  command: Command,
  option: OptionDefinition,
  partial: string,
  before: string,
  desk: Desk,
): readonly Choice[] {
  if (option.type === "boolean") {
    return ["true", "false"]
      .filter((value) => value.startsWith(partial))
      .map((value) => ({ name: value, value }));
  }
  const parsed = parseOptions(command.definition, before);
  const typed = { ...(parsed.ok ? parsed.typed : {}), [option.name]: partial };
  return command
    .complete(option.name, typed, desk)
    .map(({ name, value }) => ({ name: ownWords(name), value: ownWords(value) }));
}

/**
 * One hit stands alone; of several each is explained where its value doesn't say enough. readline puts what the
 * hits begin with in place of what was typed: where they begin with something else, what was typed joins the
 * list, or it would be lost before one has chosen.
 */
function listed(choices: readonly Choice[], typed: string): readonly string[] {
  const values = [...new Set(choices.map(({ value }) => value))];
  if (values.length < 2) return values;
  const names = new Map(choices.map(({ name, value }) => [value, name]));
  const hits = values.map((value) => {
    const name = names.get(value) ?? "";
    return value.includes(name) ? value : `${value}  ${name}`;
  });
  const folded = typed.toLowerCase();
  return values.every((value) => value.toLowerCase().startsWith(folded)) ? hits : [typed, ...hits];
}
