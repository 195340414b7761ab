import { element, newId } from "./element.ts";

/** One thing to pick. */
export interface Pick<T> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
}

/**
 * A list of things to pick, driven by the keys of a field that keeps the focus: the combobox of the WAI-ARIA
 * practices (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The field says which option is meant by
 * `aria-activedescendant`.
 */
export class Listbox<T> {
  readonly box: HTMLElement;
  readonly #field: HTMLElement;
  readonly #onPick: (value: T) => void;
  #picks: readonly Pick<T>[] = [];
  #at = 0;

  /** @param onPick is told what was picked; the list is closed then. */
  constructor(field: HTMLElement, label: string, onPick: (value: T) => void) {
    this.#field = field;
    this.#onPick = onPick;
    this.box = element("div", {
      class: "listbox",
      role: "listbox",
      id: newId("list"),
      "aria-label": label,
      hidden: true,
    });
    // The field keeps the focus while an option is clicked.
    this.box.addEventListener("mousedown", (event) => event.preventDefault());
    field.setAttribute("aria-controls", this.box.id);
    this.#expanded(false);
  }

  get isOpen(): boolean {
    return !this.box.hidden;
  }

  get picks(): readonly Pick<T>[] {
    return this.#picks;
  }

  /** Shows these; nothing for none. The first is meant, or the one at `at`. */
  open(picks: readonly Pick<T>[], at = 0): void {
    this.#picks = picks;
    if (picks.length === 0) {
      this.close();
      return;
    }
    this.box.replaceChildren(...picks.map((pick, index) => this.#option(pick, index)));
    this.box.hidden = false;
    this.#expanded(true);
    this.#mean(Math.min(at, picks.length - 1));
  }

  close(): void {
    this.box.hidden = true;
    this.box.replaceChildren();
    this.#field.removeAttribute("aria-activedescendant");
    this.#expanded(false);
  }

  /** @returns whether the key was for the list. */
  take(key: string): boolean {
    if (!this.isOpen) return false;
    const last = this.#picks.length - 1;
    switch (key) {
      case "ArrowDown":
        this.#mean(this.#at === last ? 0 : this.#at + 1);
        return true;
      case "ArrowUp":
        this.#mean(this.#at === 0 ? last : this.#at - 1);
        return true;
      case "PageDown":
        this.#mean(Math.min(last, this.#at + 8));
        return true;
      case "PageUp":
        this.#mean(Math.max(0, this.#at - 8));
        return true;
      case "Enter":
        this.pick();
        return true;
      case "Escape":
        this.close();
        return true;
      default:
        return false;
    }
  }

  /** Picks what is meant now. */
  pick(at = this.#at): void {
    const pick = this.#picks[at];
    if (!pick || !this.isOpen) return;
    this.close();
    this.#onPick(pick.value);
  }

  #option({ label, description }: Pick<T>, index: number): HTMLElement {
    const lines = [element("span", { class: "label" }, label)];
    if (description !== undefined) lines.push(element("span", { class: "description" }, description));
    const option = element(
      "div",
      { role: "option", tabindex: "-1", id: `${this.box.id}-${index}`, "aria-selected": "false" },
      ...lines,
    );
    option.addEventListener("click", () => this.pick(index));
    return option;
  }

  #mean(at: number): void {
    this.box.children[this.#at]?.setAttribute("aria-selected", "false");
    this.#at = at;
    const option = this.box.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.#field.setAttribute("aria-activedescendant", option.id);
  }

  /** A box for text has no such state; it says by `aria-haspopup` that there is a list. */
  #expanded(is: boolean): void {
    if (this.#field.getAttribute("role") === "combobox")
      this.#field.setAttribute("aria-expanded", String(is));
  }
}
