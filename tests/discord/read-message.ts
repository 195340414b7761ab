import { parse } from "discord-markdown-parser";

/** One text of a message, wherever it is nested. */
export interface MessageText {
  readonly id: number | undefined;
  readonly content: string;
}

export function textsOf(components: readonly object[]): readonly MessageText[] {
  return components.flatMap((component) => {
    const {
      id,
      content,
      components: nested,
    }: Partial<MessageText> & { components?: readonly object[] } = component;
    return [...(content === undefined ? [] : [{ id, content }]), ...textsOf(nested ?? [])];
  });
}

interface Node {
  readonly type: string;
  readonly content?: unknown;
  readonly name?: string;
}

/** Kinds of node that only show characters. An emoji of the text itself is drawn as a picture. */
const PLAIN: ReadonlySet<string> = new Set(["text", "escape", "br", "newline", "twemoji", "emoticon"]);

function parsed(content: string): readonly Node[] {
  return parse(content, "normal");
}

/**
 * The words in a text that an independent parser of Discord's mark-up reads as one block quote and nothing else.
 * @throws when it finds anything beside the quote, or any mark-up in it.
 */
export function quoteIn(content: string): string {
  const [quote, ...others] = parsed(content);
  if (quote?.type !== "blockQuote" || others.length > 0) {
    throw new Error(`not one block quote: ${[quote, ...others].map((node) => node?.type).join(", ")}`);
  }
  return wordsIn(quote.content);
}

function wordsIn(content: unknown): string {
  if (!Array.isArray(content)) return String(content);
  return content
    .map((node: Node) => {
      if (!PLAIN.has(node.type)) throw new Error(`mark-up in a quote: ${node.type}`);
      if (node.type === "br" || node.type === "newline") return "\n";
      return node.type === "twemoji" ? (node.name ?? "") : wordsIn(node.content);
    })
    .join("");
}

/** Every kind of node in a text, nested ones too. */
export function kindsIn(content: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const visit = (nodes: unknown): void => {
    if (!Array.isArray(nodes)) return;
    for (const node of nodes) {
      kinds.add(node.type);
      visit(node.content);
    }
  };
  visit(parsed(content));
  return kinds;
}

/** Mark-up that our own texts are made of; anything else came from a name or a title. */
export const OWN_MARKUP: ReadonlySet<string> = new Set([...PLAIN, "strong", "heading", "subtext"]);

/** The client shows tabs as four spaces, drops form feeds and knows one line break; so does the parser. */
export function asOnScreen(words: string): string {
  return words.replace(/\r\n?/gu, "\n").replace(/\f/gu, "").replace(/\t/gu, "    ");
}
