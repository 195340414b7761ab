import { element, newId } from "./element.ts";

/** Something a menu does. */
export interface MenuItem {
  readonly label: string;
  /** What it is among, as "Apps" for a bot's commands. */
  readonly group?: string;
  run(): void;
}

/**
 * Opens a menu below the button that asked for it: the menu button of the WAI-ARIA practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/).
 */
export function openMenu(opener: HTMLElement, label: string, items: readonly MenuItem[]): void {
  const menu = element("div", { class: "menu", role: "menu", id: newId("menu"), "aria-label": label });
  const entries = items.map(({ label: name, group }) =>
    element(
      "div",
      { role: "menuitem", tabindex: "-1" },
      ...(group === undefined ? [] : [element("span", { class: "group" }, `${group} `)]),
      name,
    ),
  );
  menu.append(...entries);
  const close = (): void => {
    menu.remove();
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", onElsewhere);
  };
  const onElsewhere = (event: Event): void => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  };
  const run = (at: number): void => {
    close();
    opener.focus();
    items[at]?.run();
  };
  menu.addEventListener("click", ({ target }) => {
    const at = entries.findIndex((entry) => target instanceof Node && entry.contains(target));
    if (at !== -1) run(at);
  });
  menu.addEventListener("keydown", (event) => {
    const at = entries.indexOf(document.activeElement as HTMLDivElement);
    const to = nextPlace(event.key, at, entries.length);
    if (to !== null) entries[to]?.focus();
    else if (event.key === "Enter" || event.key === " ") run(at);
    else if (event.key === "Escape" || event.key === "Tab") {
      close();
      opener.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  opener.setAttribute("aria-expanded", "true");
  opener.after(menu);
  entries[0]?.focus();
  document.addEventListener("pointerdown", onElsewhere);
}

function nextPlace(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
