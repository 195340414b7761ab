import { element } from "../element.ts";
import type { Markdown, MarkdownNode, Mentioned } from "./nodes.ts";
import { parseMarkdown } from "./parse.ts";

/** What names and dates look like to the person who reads. */
export interface Reader {
  readonly locale: string;
  /** What someone is called; `undefined` for people there aren't. */
  nameOf(user: string): string | undefined;
}

/** A text with Discord's mark-up, as its client shows it. */
export function markdown(text: string, reader: Reader): HTMLElement {
  return element("div", { class: "markdown" }, ...nodesOf(parseMarkdown(text), reader));
}

function nodesOf(content: Markdown, reader: Reader): Node[] {
  return content.flatMap((node, at) => {
    // A list begins a line of its own anyway.
    if (node.kind === "break" && content[at + 1]?.kind === "list") return [];
    return [nodeOf(node, reader)];
  });
}

const STYLES = { strong: "strong", emphasis: "em", underline: "u", strike: "s" } as const;

function nodeOf(node: MarkdownNode, reader: Reader): Node {
  switch (node.kind) {
    case "text":
      return document.createTextNode(node.text);
    case "break":
      return document.createTextNode("\n");
    case "heading":
      // A message's headings are headings of the page, whatever their size: none is below another.
      return element("h2", { class: `level-${node.level}` }, ...nodesOf(node.content, reader));
    case "small":
      return element("small", {}, ...nodesOf(node.content, reader));
    case "quote":
      return element("blockquote", {}, ...nodesOf(node.content, reader));
    case "list": {
      const items = node.items.map((item) => element("li", {}, ...nodesOf(item, reader)));
      return node.start === null
        ? element("ul", {}, ...items)
        : element("ol", { start: String(node.start) }, ...items);
    }
    case "codeBlock":
      return element("pre", {}, element("code", {}, node.code));
    case "code":
      return element("code", {}, node.code);
    case "spoiler":
      return spoiler(nodesOf(node.content, reader));
    case "link":
      return link(node.address, node.title, nodesOf(node.content, reader));
    case "mention":
      return element("span", { class: "mention" }, mentionOf(node.of, node.id, node.name, reader));
    case "emoji":
      return element("span", { class: "emoji", title: `:${node.name}:` }, node.character ?? `:${node.name}:`);
    case "timestamp":
      return timestamp(node.seconds, node.style, reader.locale);
    default:
      return element(STYLES[node.kind], {}, ...nodesOf(node.content, reader));
  }
}

/** Opens elsewhere, and only what a browser opens safely. */
export function link(address: string, title: string, content: readonly Node[]): HTMLElement {
  if (!/^https?:\/\//iu.test(address)) return element("span", { class: "mention" }, ...content);
  const attributes = {
    href: address,
    target: "_blank",
    rel: "noopener noreferrer",
    title: title || undefined,
  };
  return element("a", attributes, ...content);
}

/** Shows what it holds once it is pressed. */
function spoiler(content: readonly Node[]): HTMLElement {
  const hidden = element("span", { class: "spoiler-content", "aria-hidden": "true" }, ...content);
  const cover = element(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Spoiler" },
    hidden,
  );
  const reveal = (): void => {
    cover.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
    hidden.removeAttribute("aria-hidden");
  };
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") reveal();
  });
  return cover;
}

function mentionOf(of: Mentioned, id: string, name: string, reader: Reader): string {
  switch (of) {
    case "user":
      return `@${reader.nameOf(id) ?? "unknown-user"}`;
    case "role":
      return "@unknown-role";
    case "channel":
      return "#unknown";
    case "everyone":
      return `@${name}`;
    case "command":
      return `/${name}`;
    case "guide":
      return `#${name}`;
  }
}

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

function timestamp(seconds: number, style: string, locale: string): HTMLElement {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return element("span", { class: "timestamp" }, "Invalid Date");
  const full = new Intl.DateTimeFormat(locale, FORMATS.F).format(date);
  const shown =
    style === "R" ? ago(date, locale) : new Intl.DateTimeFormat(locale, FORMATS[style]).format(date);
  return element("time", { class: "timestamp", datetime: date.toISOString(), title: full }, shown);
}

/** In seconds. */
const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

function ago(date: Date, locale: string): string {
  const seconds = (date.getTime() - Date.now()) / 1000;
  const [unit, length] = UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? (["second", 1] as const);
  return new Intl.RelativeTimeFormat(locale).format(Math.round(seconds / length), unit);
}
