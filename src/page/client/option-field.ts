import type { APIApplicationCommandOption } from "discord-api-types/v10";
import type { Choice, OptionInput } from "../wire.ts";
import { element, newId } from "./element.ts";
import { Listbox, type Pick } from "./listbox.ts";
import type { Session } from "./session.ts";

/** An option as registered; of all kinds only these have a value that people type. */
export interface Option {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly maxLength: number | undefined;
  readonly choices: readonly Choice[] | undefined;
  readonly label: string;
}

const BOOLEAN = 5;
const INTEGER = 4;
const NUMBER = 10;

/** Discord's own limit where a command sets none. */
const USUAL_MAX_LENGTH = 6000;

/** How long someone may pause in a word before the bot is asked for choices, in milliseconds. */
const PAUSE = 120;

export function optionOf(sent: APIApplicationCommandOption, session: Session): Option {
  // Only some kinds of option have these; the library's union has no common way to ask.
  const { autocomplete, max_length, choices } = sent as {
    readonly autocomplete?: boolean;
    readonly max_length?: number;
    readonly choices?: readonly Choice[];
  };
  const { type, name, description, required = false, name_localizations, description_localizations } = sent;
  return {
    type,
    name,
    description: session.localized(description, description_localizations),
    required,
    autocomplete: autocomplete === true,
    maxLength: max_length,
    choices,
    label: session.localized(name, name_localizations),
  };
}

/** One option of a command being typed: a box for words, or one with a list of choices. */
export class OptionField {
  readonly option: Option;
  readonly box: HTMLElement;
  readonly #input: HTMLInputElement | HTMLTextAreaElement;
  readonly #list: Listbox<Choice | boolean> | null;
  readonly #ask: (typed: string) => Promise<readonly Choice[]>;
  #chosen: { readonly label: string; readonly value: OptionInput } | null = null;
  #asked = 0;
  /** Whether the list is still that of what stood here before the last key. */
  #isOld = false;
  #picksNext = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** @param ask what the bot offers for what is typed so far. */
  constructor(option: Option, ask: (typed: string) => Promise<readonly Choice[]>) {
    this.option = option;
    this.#ask = ask;
    const hint = element("span", { class: "hint", id: newId("hint") }, option.description);
    const id = newId("option");
    const attributes = {
      id,
      "aria-describedby": hint.id,
      "aria-required": option.required ? "true" : undefined,
      autocomplete: "off",
      spellcheck: "false",
      maxlength: String(option.maxLength ?? USUAL_MAX_LENGTH),
    };
    const hasList = option.autocomplete || option.choices !== undefined || option.type === BOOLEAN;
    this.#input = hasList
      ? element("input", { ...attributes, type: "text", role: "combobox", "aria-autocomplete": "list" })
      : element("textarea", { ...attributes, rows: "1" });
    this.#list = hasList
      ? new Listbox(this.#input, `Choices for ${option.label}`, (value) => this.#take(value))
      : null;
    this.box = element(
      "div",
      { class: "option" },
      element("label", { for: id }, option.label),
      this.#input,
      hint,
      ...(this.#list ? [this.#list.box] : []),
    );
    this.#listen();
  }

  get text(): string {
    return this.#input.value;
  }

  set text(text: string) {
    this.#input.value = text;
  }

  focus(): void {
    this.#input.focus();
  }

  /** What is to be sent; undefined for nothing, or for what is no value of its kind. */
  get value(): OptionInput | undefined {
    const typed = this.#input.value;
    if (typed.trim() === "") return undefined;
    if (this.#chosen?.label === typed) return this.#chosen.value;
    if (this.option.type === BOOLEAN)
      return TRUTHS.find(([word]) => word === typed.trim().toLowerCase())?.[1];
    if (this.option.type === INTEGER || this.option.type === NUMBER) {
      return Number.isFinite(Number(typed)) ? Number(typed) : undefined;
    }
    return typed;
  }

  /** @returns whether the key was for the list of choices. */
  takeKey(event: KeyboardEvent): boolean {
    const list = this.#list;
    if (!list) return false;
    if (!list.isOpen) {
      if (event.key !== "ArrowDown") return false;
      void this.#offer();
      return true;
    }
    // Tab picks what someone was typing for; with nothing typed it goes on, as everywhere.
    if (event.key === "Tab" && (event.shiftKey || this.text === "")) return false;
    const key = event.key === "Tab" ? "Enter" : event.key;
    if (key !== "Enter" || !this.#isOld) return list.take(key);
    // Who types quicker than the bot answers wants what is on its way, not what happens to stand first.
    this.#picksNext = true;
    return true;
  }

  #listen(): void {
    const list = this.#list;
    if (!list) return;
    this.#input.addEventListener("input", () => {
      this.#chosen = null;
      this.#isOld = list.isOpen;
      this.#picksNext = false;
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#offer(), this.option.autocomplete ? PAUSE : 0);
    });
    this.#input.addEventListener("focus", () => void this.#offer());
    this.#input.addEventListener("blur", () => {
      clearTimeout(this.#pause);
      this.#asked += 1;
      this.#picksNext = false;
      list.close();
    });
    // One line only: a line break that is pasted becomes a space, so that words don't run together.
    this.#input.addEventListener("paste", (event) => {
      const pasted = (event as ClipboardEvent).clipboardData?.getData("text") ?? "";
      if (!/[\n\r]/u.test(pasted)) return;
      event.preventDefault();
      const { selectionStart, selectionEnd } = this.#input;
      this.#input.setRangeText(
        pasted.replace(/\s*[\n\r]+\s*/gu, " "),
        selectionStart ?? 0,
        selectionEnd ?? 0,
        "end",
      );
      this.#input.dispatchEvent(new Event("input"));
    });
  }

  async #offer(): Promise<void> {
    const { option, text } = this;
    if (this.#chosen) return;
    this.#asked += 1;
    const asked = this.#asked;
    const typed = text.trim().toLowerCase();
    if (option.type === BOOLEAN) {
      const fitting = TRUTHS.filter(([word]) => word.startsWith(typed));
      this.#show(fitting.map(([, value]) => ({ value, label: value ? "True" : "False" })));
      return;
    }
    const choices =
      option.choices?.filter(({ name }) => name.toLowerCase().includes(typed)) ?? (await this.#ask(text));
    // Someone typed on, or left, while the bot thought.
    if (asked !== this.#asked) return;
    this.#show(choices.map((choice) => ({ value: choice, label: choice.name })));
  }

  #show(picks: readonly Pick<Choice | boolean>[]): void {
    this.#isOld = false;
    this.#list?.open(picks);
    if (this.#picksNext) this.#list?.pick();
    this.#picksNext = false;
  }

  #take(picked: Choice | boolean): void {
    const label = typeof picked === "boolean" ? (picked ? "True" : "False") : picked.name;
    this.#chosen = { label, value: typeof picked === "boolean" ? picked : picked.value };
    this.#input.value = label;
  }
}

const TRUTHS = [
  ["true", true],
  ["false", false],
] as const;
