import type { APIApplicationCommand } from "discord-api-types/v10";
import { CommandForm } from "./command-form.ts";
import { element, part } from "./element.ts";
import { Listbox } from "./listbox.ts";
import type { Deed, Session } from "./session.ts";

/** Where one types: a message, or a slash and then a command. */
export class Composer {
  readonly #session: Session;
  readonly #place = part("field", HTMLElement);
  readonly #trouble = part("trouble", HTMLElement);
  readonly #status = part("status", HTMLElement);
  readonly #text = element("textarea", {
    id: "text",
    rows: "1",
    "aria-label": "Message, or / for commands",
    placeholder: "Message, or / for commands",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    autocomplete: "off",
    maxlength: "4000",
  });
  readonly #list: Listbox<APIApplicationCommand>;

  constructor(session: Session) {
    this.#session = session;
    this.#list = new Listbox(this.#text, "Commands", (command) => this.#begin(command, ""));
    this.#text.addEventListener("input", () => this.#offer());
    this.#text.addEventListener("blur", () => this.#list.close());
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    this.#showText();
  }

  focus(): void {
    this.#text.focus();
  }

  /** Does something and says when it fails. @returns whether it was done. */
  async carryOut(deed: Deed, what: string): Promise<boolean> {
    this.#trouble.textContent = "";
    this.#status.textContent = `Sending ${what}…`;
    const outcome = await this.#session.do(deed);
    this.#status.textContent = "";
    if (!("error" in outcome)) return true;
    const unanswered = /was not answered/u.test(outcome.error);
    this.#trouble.textContent = unanswered
      ? `The application did not respond (${outcome.error})`
      : outcome.error;
    return false;
  }

  #showText(): void {
    this.#text.value = "";
    this.#resize();
    this.#place.replaceChildren(this.#text, this.#list.box);
  }

  #resize(): void {
    this.#text.rows = Math.min(8, this.#text.value.split("\n").length);
  }

  /** The commands that begin with, or have in their name, what stands behind the slash. */
  #offer(): void {
    this.#resize();
    this.#trouble.textContent = "";
    const text = this.#text.value;
    const [, name, typed] = /^\/(\S+) ([\s\S]*)$/u.exec(text) ?? [];
    const begun = this.#commandCalled(name);
    if (begun) {
      this.#begin(begun, typed ?? "");
      return;
    }
    const [, part] = /^\/(\S*)$/u.exec(text) ?? [];
    if (part === undefined) {
      this.#list.close();
      this.#status.textContent = "";
      return;
    }
    const found = this.#session
      .slashCommands()
      .map((command) => ({ command, at: this.#nameOf(command).indexOf(part.toLowerCase()) }))
      .filter(({ at }) => at !== -1)
      .sort((one, other) => Math.min(one.at, 1) - Math.min(other.at, 1));
    this.#list.open(
      found.map(({ command }) => ({
        value: command,
        label: `/${this.#nameOf(command)}`,
        description: this.#session.localized(command.description, command.description_localizations),
      })),
    );
    this.#status.textContent = `${found.length} ${found.length === 1 ? "command" : "commands"}`;
  }

  #nameOf(command: APIApplicationCommand): string {
    return this.#session.localized(command.name, command.name_localizations);
  }

  #commandCalled(name: string | undefined): APIApplicationCommand | undefined {
    return this.#session
      .slashCommands()
      .find((command) => this.#nameOf(command) === name || command.name === name);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.#list.take(event.key === "Tab" && !event.shiftKey ? "Enter" : event.key)) {
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void this.#post();
    }
  }

  async #post(): Promise<void> {
    const content = this.#text.value;
    const command = this.#commandCalled(/^\/(\S+)\s*$/u.exec(content)?.[1]);
    if (command) {
      this.#begin(command, "");
      return;
    }
    if (content.trim() === "") return;
    this.#showText();
    const isPosted = await this.carryOut({ act: "post", content }, "the message");
    if (!isPosted && this.#text.value === "") this.#text.value = content;
  }

  #begin(command: APIApplicationCommand, typed: string): void {
    this.#status.textContent = "";
    const form = new CommandForm(command, typed, this.#session, {
      complain: (what) => {
        this.#trouble.textContent = what;
      },
      cancel: () => {
        this.#trouble.textContent = "";
        this.#showText();
        this.#text.focus();
      },
      send: (options) => {
        this.#showText();
        this.#text.focus();
        void this.carryOut({ act: "slash", command: command.name, options }, `/${this.#nameOf(command)}`);
      },
    });
    this.#place.replaceChildren(form.box);
    form.focus();
  }
}
