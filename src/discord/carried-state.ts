import { ComponentType, type TopLevelComponent } from "discord.js";
import type { Carried } from "../reply/reply.ts";
import { decodeCustomId } from "./custom-id.ts";
import { unescapeMarkdown } from "./markdown.ts";
import { ASKED_COMPONENT, ASKED_PREFIX, SHARED_COMPONENT } from "./render-message.ts";

/** Whether a message of ours is one that its asker shared, and credits them. */
export function isShared(components: readonly TopLevelComponent[]): boolean {
  return components.some(
    (top) => top.type === ComponentType.Container && top.components.some(({ id }) => id === SHARED_COMPONENT),
  );
}

/** Reads back from a message of ours what it carries for its buttons: what was asked, and what matched. */
export function readCarried(components: readonly TopLevelComponent[]): Carried {
  let asked = "";
  let matches: readonly string[] = [];
  for (const top of components) {
    if (top.type !== ComponentType.Container) continue;
    for (const component of top.components) {
      if (component.type === ComponentType.TextDisplay && component.id === ASKED_COMPONENT) {
        asked = unescapeMarkdown(component.content.slice(ASKED_PREFIX.length));
      }
      if (component.type !== ComponentType.ActionRow) continue;
      for (const inner of component.components) {
        if (inner.type !== ComponentType.StringSelect) continue;
        const control = decodeCustomId(inner.customId)?.control;
        if (control?.use === "menu" && control.kind === "matches") {
          matches = inner.options.map(({ value }) => value);
        }
      }
    }
  }
  return { asked, matches };
}
