import type { CommandDefinition, Typed } from "./definition.ts";

/**
 * Holds what was typed against a command's definition.
 * @returns what is wrong, as a sentence for the person who typed it, or null when nothing is.
 */
export function checkTyped(definition: CommandDefinition, typed: Typed): string | null {
  for (const name of Object.keys(typed)) {
    if (!definition.options.some((option) => option.name === name)) {
      return `/${definition.name} has no option called ${name}.`;
    }
  }
  for (const option of definition.options) {
    const value = typed[option.name];
    if (value === undefined || (typeof value === "string" && value.trim() === "")) {
      if (option.required) return `/${definition.name} needs ${option.name}: ${option.description}`;
      continue;
    }
    if (typeof value !== option.type) {
      return `${option.name} takes ${option.type === "boolean" ? "true or false" : "text"}.`;
    }
    if (typeof value === "string" && option.maxLength !== undefined && value.length > option.maxLength) {
      return `${option.name} takes at most ${option.maxLength} characters, and this has ${value.length}.`;
    }
  }
  return null;
}
