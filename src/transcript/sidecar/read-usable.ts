import { type Sidecar, sidecarSchema } from "./sidecar-schema.ts";

/** Names and places in lists that lead to a value, e.g. `["corrections", 0, "line"]`. */
export type Path = readonly (string | number)[];

/** Something in a yaml that can't be so. `path` leads to it in the yaml as it was written. */
export interface SidecarIssue {
  readonly path: Path;
  readonly message: string;
  /** Settings at `path` that don't exist; then that is the issue. */
  readonly unknownKeys: readonly string[];
}

/** What can be used of a yaml. */
export interface UsableSidecar {
  readonly sidecar: Sidecar;
  /** All that is wrong, and left out of `sidecar`. */
  readonly issues: readonly SidecarIssue[];
  /** Where a value of the sidecar stands in the yaml, from which more than one item of a list may be left out. */
  writtenAt(path: Path): Path;
}

/** Stands in a list in the place of what is left out. */
const LEFT_OUT = Symbol("left out");

/** The schema first checks values, and what they have to do with each other only once they are right. */
const MOST_ROUNDS = 6;

/**
 * Reads what a yaml says, without what is wrong in it: the setting or the item of a list with the mistake is left
 * out and the rest read again, until nothing more is found. A speaker keeps their name as long as there is one, for
 * others refer to it.
 * @param written plain values, as a yaml or JSON file holds them.
 */
export function readUsable(written: unknown): UsableSidecar {
  const issues: SidecarIssue[] = [];
  const mendedItems = new Set<string>();
  let value = written;
  let places: Places = new Map();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = sidecarSchema.safeParse(value);
    if (result.success) {
      const found = places;
      return { sidecar: result.data, issues, writtenAt: (path) => pathBefore(path, found) };
    }
    const mended = isRecord(value) ? structuredClone(value) : {};
    for (const issue of result.error.issues) {
      const path = issue.path.filter((part) => typeof part !== "symbol");
      const unknownKeys = issue.code === "unrecognized_keys" ? issue.keys : [];
      const before = pathBefore(path, places);
      // An item may only seem to lack something because that was left out, or misspelt.
      const isNew = before.length !== 2 || unknownKeys.length > 0 || !mendedItems.has(keyOf(before));
      if (isNew) issues.push({ path: before, message: issue.message, unknownKeys });
      mendedItems.add(keyOf(before.slice(0, 2)));
      leaveOut(mended, path, unknownKeys);
    }
    const next: Places = new Map();
    value = withoutHoles(mended, [], [], places, next) ?? {};
    places = next;
  }
  return { sidecar: sidecarSchema.parse({}), issues, writtenAt: (path) => path };
}

/** For each list, by its path, where each of its items stood in the yaml. */
type Places = Map<string, readonly number[]>;

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function pathBefore(path: Path, places: Places): Path {
  return path.map((part, at) =>
    typeof part === "number" ? (places.get(keyOf(path.slice(0, at)))?.[part] ?? part) : part,
  );
}

/** Leaves out as little as can be: a setting or an item of a list where it may go, else what holds it. */
function leaveOut(value: unknown, path: Path, unknownKeys: readonly string[]): void {
  const node = nodeAt(value, path);
  if (unknownKeys.length > 0 && isRecord(node)) {
    for (const key of unknownKeys) delete node[key];
    return;
  }
  const [setting, at, field] = path;
  const list = nodeAt(value, path.slice(0, 1));
  if (!Array.isArray(list) || typeof at !== "number") {
    if (isRecord(value) && setting !== undefined) delete value[setting];
    return;
  }
  const item: unknown = list[at];
  const inner = nodeAt(item, path.slice(2, 3));
  const last = path[3];
  if (setting === "speakers" && typeof item === "string") list[at] = { name: item, role: "other" };
  else if (setting === "speakers" && field === "role" && isRecord(item)) item.role = "other";
  else if (Array.isArray(inner) && typeof last === "number") inner[last] = LEFT_OUT;
  else if (field === "aliases" && isRecord(item)) delete item.aliases;
  else list[at] = LEFT_OUT;
}

function nodeAt(value: unknown, path: Path): unknown {
  let node = value;
  for (const part of path) node = isRecord(node) || Array.isArray(node) ? Reflect.get(node, part) : undefined;
  return node;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Closes lists up, and notes in `after` where their items stood in the yaml; `before` is what was noted until now. */
function withoutHoles(value: unknown, path: Path, old: Path, before: Places, after: Places): unknown {
  if (Array.isArray(value)) {
    const stood: number[] = [];
    const kept: unknown[] = [];
    for (const [at, item] of value.entries()) {
      const closed =
        item === LEFT_OUT
          ? LEFT_OUT
          : withoutHoles(item, [...path, kept.length], [...old, at], before, after);
      if (closed === LEFT_OUT) continue;
      kept.push(closed);
      stood.push(before.get(keyOf(old))?.[at] ?? at);
    }
    after.set(keyOf(path), stood);
    // A topic whose every line is wrong has been reported by them.
    return path.at(-1) === "lines" && kept.length === 0 && value.length > 0 ? LEFT_OUT : kept;
  }
  if (!isRecord(value)) return value;
  const closed: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const made = withoutHoles(item, [...path, key], [...old, key], before, after);
    if (made === LEFT_OUT) return LEFT_OUT;
    closed[key] = made;
  }
  return closed;
}
