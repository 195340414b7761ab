import type { APIMessage, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { nextSnowflake } from "./snowflake.ts";

/** A component that has passed the limits: its type is known, its children are lists. */
interface Component {
  type: number;
  id?: number | null;
  components?: Component[];
  accessory?: Component;
  [field: string]: unknown;
}

/** Something in a message that a person can use. */
export interface Usable {
  readonly type: number;
  readonly id: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly url?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

const SECTION = 9;
const THUMBNAIL = 11;
const SEPARATOR = 14;
const CONTAINER = 17;
const STRING_SELECT = 3;
const LAST_SELECT = 8;

/**
 * Components as Discord holds them: a copy of what was sent with the defaults filled in, and an `id` for
 * each that came without, counted up in reading order past the ids the sender chose.
 */
export function storeComponents(sent: unknown): APIMessageTopLevelComponent[] {
  const components = ((sent ?? []) as Component[]).map(copy);
  const taken = new Set<number>();
  visit(components, (component) => {
    if (component.id) taken.add(component.id);
  });
  let next = 1;
  visit(components, (component) => {
    if (!component.id) {
      while (taken.has(next)) next += 1;
      component.id = next;
      next += 1;
    }
    fillDefaults(component);
  });
  // Checked against Discord's limits before; the ids and defaults that its types ask for have just been filled in.
  return components as unknown as APIMessageTopLevelComponent[];
}

/** Every button and select of a message, in reading order. */
export function usableComponents(message: APIMessage): Usable[] {
  const found: Usable[] = [];
  // Walked as plain trees: the library's union has no common way down.
  visit((message.components ?? []) as unknown as Component[], (component) => {
    const selects = component.type >= STRING_SELECT && component.type <= LAST_SELECT;
    if (component.type === 2 || selects) found.push(component as unknown as Usable);
  });
  return found;
}

/**
 * The button or select that is called so, by its `custom_id` or its label.
 * @throws Error that says what there is, when there is none, or it is disabled.
 */
export function findUsable(message: APIMessage, type: number, wanted: string): Usable {
  const usable = usableComponents(message);
  const ofType = usable.filter((component) => component.type === type);
  const found =
    ofType.find((component) => component.custom_id === wanted) ??
    ofType.find((component) => component.label === wanted);
  if (found === undefined) {
    const there = usable.map(({ label, custom_id, url }) => `${label ?? "select"} (${custom_id ?? url})`);
    throw new Error(`message ${message.id} has no "${wanted}", only: ${there.join(", ") || "none"}`);
  }
  if (found.disabled) throw new Error(`"${wanted}" is disabled`);
  return found;
}

/** A copy of all that `storeComponents` writes to; what was sent stays as it was, for whoever recorded it. */
function copy(component: Component): Component {
  const copied = { ...component };
  if (component.components) copied.components = component.components.map(copy);
  if (component.accessory) copied.accessory = copy(component.accessory);
  return copied;
}

function visit(components: readonly Component[], see: (component: Component) => void): void {
  for (const component of components) {
    see(component);
    if (component.components) visit(component.components, see);
    if (component.type === SECTION && component.accessory) visit([component.accessory], see);
  }
}

function fillDefaults(component: Component): void {
  const fill = (defaults: Record<string, unknown>): void => {
    for (const [field, value] of Object.entries(defaults)) component[field] ??= value;
  };
  switch (component.type) {
    case CONTAINER:
      fill({ accent_color: null, spoiler: false });
      return;
    case SEPARATOR:
      fill({ spacing: 1, divider: true });
      return;
    case STRING_SELECT:
    case 5:
    case 6:
    case 7:
    case LAST_SELECT:
      fill({ min_values: 1, max_values: 1 });
      return;
    case THUMBNAIL: {
      fill({ description: null, spoiler: false });
      const url = (component as { media?: { url?: string } }).media?.url ?? "";
      fill({ media: {} });
      Object.assign(component, { media: { id: nextSnowflake(), url, proxy_url: url } });
      return;
    }
    default:
  }
}
