import type { OptionDefinition } from "../command/definition.ts";

/** A value as one may type it after `option:`; in quotation marks where it has to be. */
export function typedValue(value: string): string {
  return /^[^\s"]+$/u.test(value) ? value : `"${value.replace(/["\\]/gu, "\\$&")}"`;
}

/** What stands between quotation marks, with `\"` and `\\` read as what they mean. */
export function insideQuotes(typed: string): string {
  return typed.replace(/\\(["\\])/gu, "$1");
}

/** `hide:true` means the boolean; anything else is left for the command's own check to refuse. */
export function readValue({ type }: OptionDefinition, typed: string): string | boolean {
  const word = typed.toLowerCase();
  return type === "boolean" && (word === "true" || word === "false") ? word === "true" : typed;
}

/** The option that needs no name: the rest of the line is its value. */
export function mainOption(options: readonly OptionDefinition[]): OptionDefinition | undefined {
  return options.find(({ required }) => required);
}
