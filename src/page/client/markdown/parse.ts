import { type Found, inlineAt } from "./inline.ts";
import { headingAt, listAt, quoteAt, smallAt } from "./lines.ts";
import type { Markdown, MarkdownNode } from "./nodes.ts";

/** Where a text stands in another. */
export interface Within {
  /** In a block quote there is no other. */
  readonly quote: boolean;
  /** How many lists there are around it. */
  readonly lists: number;
  /** Whether lines mean something here: in a quote and a list they do, in bold they don't. */
  readonly lines: boolean;
  /** In the words of a link there is no other. */
  readonly link: boolean;
}

/** Reads a part of a text, deeper inside. */
export type ParseInside = (text: string, within: Within) => Markdown;

/**
 * Reads a text with mark-up as Discord's client does. The client stands on simple-markdown
 * (https://github.com/Khan/perseus/tree/main/packages/simple-markdown): at each place the first rule that matches
 * takes its part, and what it holds is read by the same rules. So it is here; the rules are in lines.ts and inline.ts.
 */
export function parseMarkdown(text: string): Markdown {
  return parseInside(preprocessed(text), { quote: false, lists: 0, lines: true, link: false });
}

/** As simple-markdown does before it reads anything: one kind of line break, no form feeds, four spaces for a tab. */
function preprocessed(text: string): string {
  return text.replace(/\r\n?/gu, "\n").replace(/\f/gu, "").replace(/\t/gu, "    ");
}

function parseInside(text: string, within: Within): Markdown {
  const nodes: MarkdownNode[] = [];
  let rest = text;
  let atLineStart = true;
  while (rest !== "") {
    const { node, length } = nodeAt(rest, within, atLineStart);
    if (node) append(nodes, node);
    atLineStart = rest[length - 1] === "\n";
    rest = rest.slice(length);
  }
  return nodes;
}

function nodeAt(rest: string, within: Within, atLineStart: boolean): Found {
  const line = within.lines && atLineStart ? lineAt(rest, within) : null;
  return line ?? inlineAt(rest, within, parseInside) ?? plainAt(rest);
}

function lineAt(rest: string, within: Within): Found | null {
  return (
    headingAt(rest, within, parseInside) ??
    smallAt(rest, within, parseInside) ??
    (within.quote ? null : quoteAt(rest, within, parseInside)) ??
    listAt(rest, within, parseInside)
  );
}

/** Up to the next character that may begin something. */
function plainAt(rest: string): Found {
  if (rest.startsWith("\n")) return { node: { kind: "break" }, length: 1 };
  const [text = rest] = /^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n|\w+:\S|$)/.exec(rest) ?? [];
  return { node: { kind: "text", text }, length: text.length };
}

/** Neighbouring texts are one. */
function append(nodes: MarkdownNode[], node: MarkdownNode): void {
  const last = nodes.at(-1);
  if (node.kind === "text" && last?.kind === "text") {
    nodes[nodes.length - 1] = { kind: "text", text: last.text + node.text };
  } else {
    nodes.push(node);
  }
}
