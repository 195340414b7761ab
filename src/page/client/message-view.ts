import type { APIMessage } from "discord-api-types/v10";
import { components } from "./components.ts";
import { button, element } from "./element.ts";
import { markdown } from "./markdown/render.ts";
import { displayName, type Session } from "./session.ts";

/** What can be done with a message, beside its own buttons. */
export interface MessageTools {
  /** Opens the menu of the message below the button, or where it was pressed. */
  openMenu(message: APIMessage, opener: HTMLElement): void;
  /** Shows the payload and the receipts. */
  inspect(message: APIMessage, opener: HTMLElement): void;
  dismiss(message: APIMessage): void;
  press(message: APIMessage, customId: string): void;
  choose(message: APIMessage, customId: string, values: readonly string[]): void;
}

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;

/** A message as Discord shows it. */
export function messageView(message: APIMessage, session: Session, tools: MessageTools): HTMLElement {
  const { author, id, content } = message;
  const flags = message.flags ?? 0;
  const isHidden = (flags & EPHEMERAL) !== 0;
  const name = displayName(author);
  const headId = `head-${id}`;
  const uses = {
    press: (customId: string) => tools.press(message, customId),
    choose: (customId: string, values: readonly string[]) => tools.choose(message, customId, values),
  };
  const article = element(
    "article",
    {
      class: isHidden ? "message only-you" : "message",
      id: `message-${id}`,
      tabindex: "-1",
      "aria-labelledby": headId,
    },
    ...whatFor(message),
    element(
      "div",
      { class: author.bot ? "avatar app" : "avatar", "aria-hidden": "true" },
      author.bot ? "“" : name.slice(-1),
    ),
    head(message, name, headId, session.locale),
    element(
      "div",
      { class: "body" },
      ...(content === "" ? [] : [markdown(content, session)]),
      ...components(message, session, uses),
      ...((flags & LOADING) === 0 ? [] : [element("p", { class: "thinking" }, `${name} is thinking…`)]),
    ),
  );
  if (isHidden) {
    const dismiss = button("Dismiss message", { class: "plain" }, () => tools.dismiss(message));
    article.append(element("p", { class: "only-you-note" }, "Only you can see this · ", dismiss));
  }
  article.append(toolbar(message, session, tools, name));
  return article;
}

function toolbar(message: APIMessage, session: Session, tools: MessageTools, name: string): HTMLElement {
  const more = button(
    "⋯",
    {
      class: "tool",
      "aria-label": `More: message of ${name}`,
      "aria-haspopup": "menu",
      "aria-expanded": "false",
    },
    () => tools.openMenu(message, more),
  );
  more.dataset.use = "more";
  const bar = element("div", { class: "tools" });
  if (session.isOurs(message)) {
    const inspect = button("Payload and receipts", { class: "tool" }, () => tools.inspect(message, inspect));
    inspect.dataset.use = "inspect";
    bar.append(inspect);
  }
  bar.append(more);
  return bar;
}

/** What the message answers: a command someone used, or another message. */
function whatFor({ interaction_metadata: by, ...message }: APIMessage): Node[] {
  // Old, but still sent; the newer field doesn't say what the command is called.
  const { interaction } = message as { readonly interaction?: { readonly name: string } };
  if (!by) return [];
  const who = element("b", {}, displayName(by.user));
  if (!interaction) return [element("p", { class: "used" }, "In reply to ", who)];
  const isSlash = message.type === 20;
  const command = element("span", { class: "mention" }, `${isSlash ? "/" : ""}${interaction.name}`);
  return [element("p", { class: "used" }, who, " used ", command)];
}

function head(
  { author, timestamp, edited_timestamp }: APIMessage,
  name: string,
  id: string,
  locale: string,
): HTMLElement {
  const date = new Date(timestamp);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(date);
  const line = element("p", { class: "head", id }, element("b", {}, name), " ");
  if (author.bot) line.append(element("span", { class: "tag" }, "APP"), " ");
  line.append(element("time", { datetime: date.toISOString() }, time));
  if (edited_timestamp) line.append(" ", element("span", { class: "edited" }, "(edited)"));
  return line;
}
