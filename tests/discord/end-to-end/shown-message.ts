import type { Seen } from "../../../src/loopback/loopback-discord.ts";

/** What a person reads in a message of ours: the quotes and our own words apart, mark-up undone. */
export interface ShownMessage {
  /** Each block quote, as it stands on the screen. */
  readonly quotes: readonly string[];
  /** Everything else that is text. */
  readonly notes: string;
  readonly hidden: boolean;
  /** Labels of the buttons that can be pressed. */
  readonly buttons: readonly string[];
  /** The values of the menu, if there is one, and its custom id. */
  readonly menu: { readonly id: string; readonly values: readonly string[] } | null;
}

const EPHEMERAL = 64;

export function shownIn({ message }: Pick<Seen, "message">): ShownMessage {
  if (!message) throw new Error("there is no message");
  const quotes: string[] = [];
  const notes: string[] = [];
  const buttons: string[] = [];
  let menu: ShownMessage["menu"] = null;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const component = value as Record<string, unknown>;
    if (component.type === 10) {
      const content = String(component.content);
      if (content.startsWith("> ")) quotes.push(undo(content.replace(/^> /gmu, "")));
      else notes.push(undo(content));
    } else if (component.type === 2 && component.disabled !== true) {
      buttons.push(String(component.label));
    } else if (component.type === 3) {
      const options = component.options as readonly { value: string }[];
      menu = { id: String(component.custom_id), values: options.map((option) => option.value) };
    }
    visit(component.components);
  };
  visit(message.components);
  const hidden = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  return { quotes, notes: notes.join("\n"), hidden, buttons, menu };
}

function undo(content: string): string {
  return content.replace(/\\([^0-9A-Za-z\s])/gu, "$1");
}
