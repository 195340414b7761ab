import type { FieldPath, FormErrors } from "./form-errors.ts";

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const STRING = 3;
const INTEGER = 4;
const NUMBER = 10;
const LAST_OPTION_TYPE = 11;

/** How many commands of each type an application may have, in all servers or in one. */
export const commandLimits: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 };

const MAX_COMMAND_CHARACTERS = 8000;
const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const LOCALES = new Set(
  (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th " +
    "zh-CN ja zh-TW ko"
  ).split(" "),
);

/** A command as sent, before anything is known of it. */
export interface SentCommand {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly name?: unknown;
  readonly name_localizations?: unknown;
  readonly description?: unknown;
  readonly description_localizations?: unknown;
  readonly options?: unknown;
  readonly default_member_permissions?: unknown;
  readonly dm_permission?: unknown;
  readonly contexts?: unknown;
  readonly integration_types?: unknown;
  readonly nsfw?: unknown;
  readonly handler?: unknown;
}

/** An option as sent. */
export interface SentOption {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly name_localizations?: unknown;
  readonly description?: unknown;
  readonly description_localizations?: unknown;
  readonly required?: unknown;
  readonly autocomplete?: unknown;
  readonly choices?: unknown;
  readonly options?: unknown;
  readonly channel_types?: unknown;
  readonly min_value?: unknown;
  readonly max_value?: unknown;
  readonly min_length?: unknown;
  readonly max_length?: unknown;
}

/** A choice as sent. */
export interface SentChoice {
  readonly name?: unknown;
  readonly name_localizations?: unknown;
  readonly value?: unknown;
}

/** Checks one command's definition against Discord's limits and notes every problem in `errors`. */
export function checkCommand(command: SentCommand, at: FieldPath, errors: FormErrors): void {
  const isChatInput = (command.type ?? CHAT_INPUT) === CHAT_INPUT;
  checkName(command.name, isChatInput, [...at, "name"], errors);
  checkLocalizations(command.name_localizations, 32, isChatInput, [...at, "name_localizations"], errors);
  if (isChatInput) {
    errors.checkString([...at, "description"], command.description, 1, 100);
    checkLocalizations(
      command.description_localizations,
      100,
      false,
      [...at, "description_localizations"],
      errors,
    );
    checkOptions(command.options, [...at, "options"], errors);
    const characters = countCharacters(command);
    if (characters > MAX_COMMAND_CHARACTERS) {
      errors.add(
        at,
        "APPLICATION_COMMAND_TOO_LARGE",
        `Command exceeds maximum size (${MAX_COMMAND_CHARACTERS})`,
      );
    }
  } else {
    if (typeof command.description === "string" && command.description !== "") {
      errors.add(
        [...at, "description"],
        "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET",
        "Context menu commands cannot have description",
      );
    }
    if (Array.isArray(command.options) && command.options.length > 0) {
      errors.add(
        [...at, "options"],
        "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET",
        "Context menu commands cannot have options",
      );
    }
  }
  checkNumbers(command.contexts, [0, 1, 2], [...at, "contexts"], errors);
  checkNumbers(command.integration_types, [0, 1], [...at, "integration_types"], errors);
  const permissions = command.default_member_permissions;
  if (permissions !== undefined && permissions !== null && !/^\d+$/.test(String(permissions))) {
    errors.add(
      [...at, "default_member_permissions"],
      "NUMBER_TYPE_COERCE",
      `Value "${String(permissions)}" is not int.`,
    );
  }
}

function checkName(name: unknown, strict: boolean, at: FieldPath, errors: FormErrors): void {
  if (!errors.checkString(at, name, 1, 32) || !strict) return;
  if (!COMMAND_NAME.test(name) || name !== name.toLowerCase()) {
    errors.add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  }
}

function checkLocalizations(
  localizations: unknown,
  max: number,
  isName: boolean,
  at: FieldPath,
  errors: FormErrors,
): void {
  if (localizations === undefined || localizations === null) return;
  for (const [locale, text] of Object.entries(localizations)) {
    if (!LOCALES.has(locale)) {
      errors.add([...at, locale], "BASE_TYPE_CHOICES", `"${locale}" is not a locale Discord knows.`);
    } else if (isName) {
      checkName(text, true, [...at, locale], errors);
    } else {
      errors.checkString([...at, locale], text, 1, max);
    }
  }
}

function checkNumbers(values: unknown, allowed: readonly number[], at: FieldPath, errors: FormErrors): void {
  if (values === undefined || values === null) return;
  if (!errors.checkList(at, values, 1, allowed.length)) return;
  values.forEach((value, index) => {
    if (!allowed.includes(value as number)) {
      errors.add([...at, index], "BASE_TYPE_CHOICES", `Value must be one of {${allowed.join(", ")}}.`);
    } else if (values.indexOf(value) !== index) {
      errors.add(
        at,
        "SET_TYPE_ALREADY_CONTAINS_VALUE",
        `The set already contains the value ${String(value)}`,
      );
    }
  });
}

function checkOptions(sent: unknown, at: FieldPath, errors: FormErrors): void {
  if (!errors.checkList(at, sent, 0, 25)) return;
  const names = new Set<unknown>();
  let optionalSeen = false;
  let nested = 0;
  sent.forEach((value, index) => {
    const path = [...at, index];
    const option: SentOption = typeof value === "object" && value !== null ? value : {};
    if (typeof option.type !== "number" || option.type < 1 || option.type > LAST_OPTION_TYPE) {
      errors.unionType(path, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      return;
    }
    checkName(option.name, true, [...path, "name"], errors);
    errors.checkString([...path, "description"], option.description, 1, 100);
    checkLocalizations(option.name_localizations, 32, true, [...path, "name_localizations"], errors);
    checkLocalizations(
      option.description_localizations,
      100,
      false,
      [...path, "description_localizations"],
      errors,
    );
    if (names.has(option.name)) {
      errors.add(
        [...path, "name"],
        "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        `Option name "${String(option.name)}" already exists`,
      );
    }
    names.add(option.name);
    if (option.type === SUBCOMMAND || option.type === SUBCOMMAND_GROUP) {
      nested += 1;
      checkOptions(option.options, [...path, "options"], errors);
      return;
    }
    if (option.required !== true) optionalSeen = true;
    else if (optionalSeen) {
      errors.add(
        path,
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    }
    checkChoices(option, path, errors);
    checkLengths(option, path, errors);
  });
  if (nested > 0 && nested < sent.length) {
    errors.add(
      at,
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Sub-command and sub-command group option types are mutually exclusive to all other types",
    );
  }
}

function checkChoices(option: SentOption, at: FieldPath, errors: FormErrors): void {
  const typed = option.type === STRING || option.type === INTEGER || option.type === NUMBER;
  if (option.autocomplete === true && !typed) {
    errors.add(
      [...at, "autocomplete"],
      "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
      "Only string, integer and number options can have autocomplete",
    );
  }
  if (!errors.checkList([...at, "choices"], option.choices, 0, 25)) return;
  if (option.choices.length > 0 && option.autocomplete === true) {
    errors.add(
      [...at, "autocomplete"],
      "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES",
      "autocomplete cannot be set with choices",
    );
  }
  option.choices.forEach((value, index) => {
    checkChoice(value, option.type, [...at, "choices", index], errors);
  });
}

/** Checks one choice, of a command's option or of an autocompletion, against the type of its option. */
export function checkChoice(sent: unknown, type: unknown, at: FieldPath, errors: FormErrors): void {
  const choice: SentChoice = typeof sent === "object" && sent !== null ? sent : {};
  errors.checkString([...at, "name"], choice.name, 1, 100);
  checkLocalizations(choice.name_localizations, 100, false, [...at, "name_localizations"], errors);
  if (type === STRING) errors.checkString([...at, "value"], choice.value, 1, 100);
  else if (typeof choice.value !== "number") {
    errors.add([...at, "value"], "NUMBER_TYPE_COERCE", `Value "${String(choice.value)}" is not a number.`);
  }
}

function checkLengths(option: SentOption, at: FieldPath, errors: FormErrors): void {
  const checkLength = (field: "min_length" | "max_length", least: number): void => {
    const value = option[field];
    if (value === undefined || value === null) return;
    if (option.type !== STRING) {
      errors.add(
        [...at, field],
        "APPLICATION_COMMAND_OPTIONS_LENGTH_INVALID",
        "Only string options have lengths",
      );
    } else if (typeof value !== "number" || value < least || value > 6000) {
      errors.add([...at, field], "NUMBER_TYPE_MAX", `int value should be between ${least} and 6000.`);
    }
  };
  checkLength("min_length", 0);
  checkLength("max_length", 1);
}

/** Names, descriptions and values of a command and all within it, for the limit on their sum. */
function countCharacters(node: SentCommand & SentOption & SentChoice): number {
  let sum = 0;
  for (const text of [node.name, node.description, node.value]) {
    if (typeof text === "string") sum += text.length;
  }
  for (const list of [node.options, node.choices]) {
    if (!Array.isArray(list)) continue;
    for (const child of list) sum += countCharacters(child as SentCommand & SentOption & SentChoice);
  }
  return sum;
}
