type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * A new element. Text becomes text nodes and never mark-up; an attribute that is true is set, one that is false or
 * undefined isn't.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A button that does something; `name` is what it says to those who can't see it. */
export function button(
  label: string,
  attributes: Attributes,
  onPress: (event: MouseEvent) => void,
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", onPress);
  return made;
}

/** The part of the page with this id, of this kind. @throws Error when there is none. */
export function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} called ${id}`);
  return found;
}

let lastId = 0;

/** An id that no other element has. */
export function newId(what: string): string {
  lastId += 1;
  return `${what}-${lastId}`;
}
