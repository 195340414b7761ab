import { commands } from "../../commands/index.ts";
import { checkTyped } from "../../src/command/check-typed.ts";
import type { Typed } from "../../src/command/definition.ts";
import type { Desk } from "../../src/command/desk.ts";
import { openView } from "../../src/reply/open-view.ts";
import type { Reply } from "../../src/reply/reply.ts";
import type { Surface } from "../../src/reply/surface.ts";
import { decodeView, encodeView, type View } from "../../src/reply/view.ts";

/** Runs a command as a front door does: what was typed is checked first. Null when it is refused there. */
export function run(name: string, typed: Typed, desk: Desk, surface: Surface): Reply | null {
  const command = commands.find(({ definition }) => definition.name === name);
  if (!command) throw new Error(`there is no command called ${name}`);
  if (checkTyped(command.definition, typed) !== null) return null;
  return command.run(typed, desk, surface);
}

/** Where a reply leads: by its buttons, its menu, and by being shared. */
export function waysFrom({ actions, menu, view }: Reply): readonly View[] {
  const choices = (menu?.choices ?? []).map(
    ({ id }): View => ({ show: "context", id, part: 0, back: menu?.back ?? null }),
  );
  return [...actions.map((action) => action.view), ...choices, view].filter((way) => way !== null);
}

/**
 * A reply and, breadth first, those one comes to from it, each once, at most `most` in all. Every view travels as
 * it does in a button.
 */
export function* walk(first: Reply, desk: Desk, surface: Surface, most: number): Generator<Reply> {
  yield first;
  const seen = new Set<string>();
  const open = [first];
  let count = 1;
  for (let reply = open.shift(); reply; reply = open.shift()) {
    for (const way of waysFrom(reply)) {
      const code = encodeView(way);
      if (seen.has(code)) continue;
      if (count === most) return;
      seen.add(code);
      const view = decodeView(code);
      if (!view) throw new Error(`the view ${code} can't be read back`);
      const next = openView(view, { ...desk, surface, carried: reply.carried });
      count += 1;
      yield next;
      open.push(next);
    }
  }
}
