import type { APIMessage } from "discord-api-types/v10";
import { button, element } from "./element.ts";
import { link, markdown, type Reader } from "./markdown/render.ts";
import { select } from "./select.ts";

/** What a person can do with a message's components. */
export interface Uses {
  press(customId: string): void;
  choose(customId: string, values: readonly string[]): void;
}

/** A component as Discord holds it: a type, and fields by that type. */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly accent_color?: number | null;
  readonly divider?: boolean;
  readonly spacing?: number;
  readonly style?: number;
  readonly label?: string;
  readonly url?: string;
  readonly custom_id?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly SelectOption[];
  readonly spoiler?: boolean;
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

const BUTTON_STYLES = ["", "primary", "secondary", "success", "danger", "link", "primary"];

/** The components of a message, drawn from the payload. */
export function components(message: APIMessage, reader: Reader, uses: Uses): Node[] {
  // The library's union has a type for each kind; here they are told apart by their number.
  const held = (message.components ?? []) as unknown as readonly Component[];
  return held.map((component) => draw(component, reader, uses));
}

function draw(component: Component, reader: Reader, uses: Uses): Node {
  const inside = () => (component.components ?? []).map((child) => draw(child, reader, uses));
  switch (component.type) {
    case 1:
      return element("div", { class: "row" }, ...inside());
    case 2:
      return drawButton(component, uses);
    case 3:
      return select(component, (values) => uses.choose(component.custom_id ?? "", values));
    case 9: {
      const accessory = component.accessory ? [draw(component.accessory, reader, uses)] : [];
      return element("div", { class: "section" }, element("div", {}, ...inside()), ...accessory);
    }
    case 10:
      return markdown(component.content ?? "", reader);
    case 14:
      return element(component.divider === false ? "div" : "hr", {
        class: component.spacing === 2 ? "gap large" : "gap",
      });
    case 17: {
      const container = element("div", { class: "container" }, ...inside());
      if (typeof component.accent_color === "number") {
        const colour = `#${component.accent_color.toString(16).padStart(6, "0")}`;
        container.style.setProperty("--accent", colour);
        container.classList.add("accented");
      }
      return container;
    }
    default:
      return element(
        "p",
        { class: "unknown" },
        `A component of type ${component.type}, which isn’t drawn here.`,
      );
  }
}

function drawButton({ style, label = "", url, custom_id, disabled }: Component, uses: Uses): HTMLElement {
  const name = BUTTON_STYLES[style ?? 2] ?? "secondary";
  if (url !== undefined) {
    const made = link(url, "", [document.createTextNode(label)]);
    made.classList.add("button", "link");
    made.dataset.use = `link ${label}`;
    made.append(element("span", { class: "visually-hidden" }, " (opens in a new tab)"));
    return made;
  }
  const attributes = { class: `button ${name}`, disabled: disabled === true };
  const made = button(label, attributes, () => uses.press(custom_id ?? ""));
  made.dataset.use = `button ${label}`;
  return made;
}
