import type { Embed, Message, MessageSnapshot, TopLevelComponent } from "discord.js";
import { markdownText } from "./markdown-text.ts";

/** As much of a message as words can stand in. */
export interface ReadableMessage
  extends Pick<Message | MessageSnapshot, "content" | "components" | "embeds" | "poll"> {
  readonly messageSnapshots?: Message["messageSnapshots"] | null;
}

type Text = string | null | undefined;

/**
 * The words people read in a message, without mark-up, the lines of block quotes behind "> ": what its author
 * wrote; else what is forwarded, else the texts among its components, else its embeds, else its poll. Between two
 * texts stands an empty line, so that no quote runs on into the next. Null where there is nothing to read, as in a
 * message that is only a picture, or an address without a preview.
 */
export function messageText(message: ReadableMessage): string | null {
  const texts = shownTexts(message);
  return texts.length === 0 ? null : texts.join("\n\n");
}

function shownTexts(message: ReadableMessage): readonly string[] {
  const forwarded = [...(message.messageSnapshots?.values() ?? [])];
  const places = [
    shown([message.content]),
    forwarded.flatMap(shownTexts),
    shown(textsOf(message.components)),
    shown(message.embeds.flatMap(embedTexts)),
    shown(pollTexts(message.poll)),
  ];
  return places.find((texts) => texts.length > 0) ?? [];
}

/** The texts as people read them; those without words aren't any. */
function shown(texts: readonly Text[]): readonly string[] {
  return texts.map((text) => markdownText(text ?? "")).filter((text) => text.trim() !== "");
}

/** The texts among components, however deep. A kind of component that the library doesn't know yet has none. */
function textsOf(components: readonly (TopLevelComponent | { readonly type: number })[]): readonly string[] {
  return components.flatMap((component) => {
    if ("content" in component && typeof component.content === "string") return [component.content];
    return "components" in component ? textsOf(component.components) : [];
  });
}

/** Without the title, unless there is nothing else: it is rarely part of what someone said. */
function embedTexts({ title, description, fields }: Embed): readonly Text[] {
  const texts = [description, ...fields.flatMap(({ name, value }) => [name, value])].filter(
    (text) => (text ?? "").trim() !== "",
  );
  return texts.length > 0 ? texts : [title];
}

function pollTexts(poll: ReadableMessage["poll"]): readonly Text[] {
  if (!poll) return [];
  return [poll.question?.text, ...poll.answers.map(({ text }) => text)];
}
