import type { CommandDefinition, Typed } from "../command/definition.ts";
import { insideQuotes, mainOption, readValue } from "./option-values.ts";

export type Options =
  | { readonly ok: true; readonly typed: Typed }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads what stands after a command's name: options as `name:value` or `name:"several words"`, wherever they
 * stand, and everything else as the value of the first required option. That one may be named too, in front, as
 * Discord writes it. A colon after a word that isn't an option's name, or before a space, is only a colon.
 */
export function parseOptions(definition: CommandDefinition, rest: string): Options {
  const main = mainOption(definition.options);
  const typed: Record<string, string | boolean> = {};
  const given = rest.trim();
  const named = main !== undefined && given.toLowerCase().startsWith(`${main.name}:`);
  const from = named ? given.slice(main.name.length + 1) : given;

  const kept: string[] = [];
  let at = 0;
  for (const found of from.matchAll(namedValue(definition.options.filter((one) => one !== main)))) {
    const [whole, name = "", quoted, plain] = found;
    const option = definition.options.find((one) => one.name === name.toLowerCase());
    if (!option) continue;
    if (quoted === undefined && plain === undefined) {
      return { ok: false, problem: `The quotation mark after ${option.name}: is never closed.` };
    }
    typed[option.name] = readValue(option, quoted === undefined ? (plain ?? "") : insideQuotes(quoted));
    kept.push(from.slice(at, found.index).trim());
    at = found.index + whole.length;
  }
  kept.push(from.slice(at).trim());
  const text = kept.filter((piece) => piece !== "").join(" ");

  if (!main) {
    return text === ""
      ? { ok: true, typed }
      : { ok: false, problem: `/${definition.name} takes no text, and this is some: ${text}` };
  }
  const quoted = named ? /^"((?:[^"\\]|\\.)*)"$/u.exec(text) : null;
  if (text !== "") typed[main.name] = readValue(main, quoted ? insideQuotes(quoted[1] ?? "") : text);
  return { ok: true, typed };
}

/** `name:value`, `name:"several words"`, or `name:"` whose value has no end. */
function namedValue(options: CommandDefinition["options"]): RegExp {
  // Without a name there is nothing to find, and an empty alternative would find it everywhere.
  const names = options.map(({ name }) => name).join("|") || "(?!)";
  return new RegExp(`(?<=^|\\s)(${names}):(?:"((?:[^"\\\\]|\\\\.)*)"(?=\\s|$)|([^\\s"]\\S*)|")`, "giu");
}
