import type { Component } from "./components.ts";
import { element } from "./element.ts";
import { Listbox, type Pick } from "./listbox.ts";

/** A message's menu: a button that opens a list, as Discord's does. `onChosen` gets the values. */
export function select(component: Component, onChosen: (values: readonly string[]) => void): HTMLElement {
  const {
    placeholder = "Make a selection",
    options = [],
    disabled,
    max_values = 1,
    min_values = 1,
  } = component;
  const chosen = new Set(options.filter((option) => option.default).map(({ value }) => value));
  const shown = options.filter(({ value }) => chosen.has(value)).map(({ label }) => label);
  const field = element(
    "button",
    {
      type: "button",
      class: "select",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-label": placeholder,
      disabled: disabled === true,
    },
    shown.length > 0 ? shown.join(", ") : placeholder,
  );
  field.dataset.use = "select";
  const pickOf = ({ label, value, description }: (typeof options)[number]): Pick<string> => ({
    value,
    label: max_values > 1 && chosen.has(value) ? `✓ ${label}` : label,
    ...(description === undefined ? {} : { description }),
  });
  const list = new Listbox<string>(field, placeholder, (value) => {
    if (max_values === 1) {
      onChosen([value]);
      return;
    }
    // Of several, each is put on or off, until the list is left.
    if (!chosen.delete(value) && chosen.size < max_values) chosen.add(value);
    list.open(
      options.map(pickOf),
      options.findIndex((option) => option.value === value),
    );
  });
  const leave = (): void => {
    if (!list.isOpen) return;
    list.close();
    if (max_values > 1 && chosen.size >= min_values) onChosen([...chosen]);
  };
  field.addEventListener("click", () => {
    if (list.isOpen) leave();
    else list.open(options.map(pickOf));
  });
  field.addEventListener("blur", leave);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && list.isOpen) {
      leave();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!list.isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp"))
      list.open(options.map(pickOf));
    else if (!list.take(event.key === " " && list.isOpen ? "Enter" : event.key)) return;
    event.preventDefault();
  });
  return element("div", { class: "select-box" }, field, list.box);
}
