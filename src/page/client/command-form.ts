import type { APIApplicationCommand } from "discord-api-types/v10";
import type { Choice, OptionInput } from "../wire.ts";
import { button, element } from "./element.ts";
import { OptionField, optionOf } from "./option-field.ts";
import type { Session } from "./session.ts";

export interface CommandFormEvents {
  send(options: Readonly<Record<string, OptionInput>>): void;
  cancel(): void;
  /** Told what is missing. */
  complain(what: string): void;
}

/** A slash command being filled in, as Discord lets one: the required options, and the others one by one. */
export class CommandForm {
  readonly box: HTMLElement;
  readonly #command: APIApplicationCommand;
  readonly #session: Session;
  readonly #events: CommandFormEvents;
  readonly #fields: OptionField[] = [];
  readonly #fieldsBox = element("div", { class: "options" });
  readonly #moreBox = element("div", { class: "more-options", role: "group", "aria-label": "Optional" });

  /** @param typed what stood behind the command's name; it goes into the first option. */
  constructor(command: APIApplicationCommand, typed: string, session: Session, events: CommandFormEvents) {
    this.#command = command;
    this.#session = session;
    this.#events = events;
    const name = session.localized(command.name, command.name_localizations);
    this.box = element(
      "div",
      { class: "command-form", role: "group", "aria-label": `/${name}` },
      element("span", { class: "command-name" }, `/${name}`),
      this.#fieldsBox,
      this.#moreBox,
      button("Send", { class: "button primary" }, () => this.#send()),
      button("Cancel", { class: "button secondary" }, () => events.cancel()),
    );
    for (const option of this.#options()) if (option.required) this.#add(option.name);
    const [first] = this.#fields;
    if (first) first.text = typed;
    this.#offerMore();
    this.box.addEventListener("keydown", (event) => this.#key(event));
  }

  focus(): void {
    const [first] = this.#fields;
    if (first) first.focus();
    else this.box.querySelector("button")?.focus();
  }

  #options() {
    const options = "options" in this.#command ? (this.#command.options ?? []) : [];
    return options.map((option) => optionOf(option, this.#session));
  }

  #add(name: string): OptionField | undefined {
    const option = this.#options().find((candidate) => candidate.name === name);
    if (!option) return undefined;
    const field = new OptionField(option, () => this.#complete(name));
    this.#fields.push(field);
    this.#fieldsBox.append(field.box);
    return field;
  }

  #offerMore(): void {
    const left = this.#options().filter(
      ({ name }) => !this.#fields.some(({ option }) => option.name === name),
    );
    this.#moreBox.replaceChildren(
      ...left.map(({ name, label, description }) =>
        button(`+ ${label}`, { class: "tool", title: description }, () => {
          const field = this.#add(name);
          this.#offerMore();
          field?.focus();
        }),
      ),
    );
    this.#moreBox.hidden = left.length === 0;
  }

  async #complete(focused: string): Promise<readonly Choice[]> {
    const typed = Object.fromEntries(this.#fields.map(({ option, text }) => [option.name, text]));
    const outcome = await this.#session.do({
      act: "complete",
      command: this.#command.name,
      options: { ...this.#values(), [focused]: typed[focused] ?? "" },
      focused,
    });
    if ("error" in outcome) {
      this.#events.complain(`Loading options failed (${outcome.error})`);
      return [];
    }
    return outcome.choices ?? [];
  }

  #values(): Record<string, OptionInput> {
    return Object.fromEntries(
      this.#fields.flatMap(({ option, value }) => (value === undefined ? [] : [[option.name, value]])),
    );
  }

  #send(): void {
    const wanting = this.#fields.find(
      ({ option, text, value }) => value === undefined && (option.required || text.trim() !== ""),
    );
    if (!wanting) {
      this.#events.send(this.#values());
      return;
    }
    const { label } = wanting.option;
    this.#events.complain(
      wanting.text.trim() === "" ? `This option is required: ${label}.` : `This is no value for ${label}.`,
    );
    wanting.focus();
  }

  #key(event: KeyboardEvent): void {
    const field = this.#fields.find(({ box }) => event.target instanceof Node && box.contains(event.target));
    const { key } = event;
    if (field?.takeKey(event)) event.preventDefault();
    else if (key === "Escape") {
      event.preventDefault();
      this.#events.cancel();
    } else if (field && key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (field && key === "Backspace" && field.text === "") {
      event.preventDefault();
      this.#leave(field);
    }
  }

  /** An empty option goes; with the last that is required, the command. */
  #leave(field: OptionField): void {
    const at = this.#fields.indexOf(field);
    if (field.option.required) {
      if (at === 0) this.#events.cancel();
      else this.#fields[at - 1]?.focus();
      return;
    }
    this.#fields.splice(at, 1);
    field.box.remove();
    this.#offerMore();
    const before = this.#fields[Math.max(0, at - 1)];
    if (before) before.focus();
    else this.#moreBox.querySelector("button")?.focus();
  }
}
