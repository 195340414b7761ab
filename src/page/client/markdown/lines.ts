import type { Found } from "./inline.ts";
import type { Markdown } from "./nodes.ts";
import type { ParseInside, Within } from "./parse.ts";

/** The rules for what stands at the start of a line. Each returns null where it doesn't apply. */

const inLine = (within: Within): Within => ({ ...within, lines: false });

export function headingAt(rest: string, within: Within, parse: ParseInside): Found | null {
  const found = /^ *(#{1,3})[^\S\n]+([^\n]+?)[^\S\n]*(?:\n|$)/.exec(rest);
  if (!found) return null;
  const [{ length }, marks = "", text = ""] = found;
  const level = Math.min(marks.length, 3) as 1 | 2 | 3;
  return { node: { kind: "heading", level, content: parse(text, inLine(within)) }, length };
}

export function smallAt(rest: string, within: Within, parse: ParseInside): Found | null {
  const found = /^ *-#[^\S\n]+([^\n]+?)[^\S\n]*(?:\n|$)/.exec(rest);
  if (!found) return null;
  const [{ length }, text = ""] = found;
  return { node: { kind: "small", content: parse(text, inLine(within)) }, length };
}

/** ">>> " quotes all that follows, "> " its line; neighbouring lines are one quote. */
export function quoteAt(rest: string, within: Within, parse: ParseInside): Found | null {
  const found = /^(?: *>>> [\s\S]*|(?: *> [^\n]*(?:\n|$))+)/.exec(rest);
  if (!found || found[0] === "") return null;
  const [all] = found;
  const text = /^ *>>> /.test(all)
    ? all.replace(/^ *>>> /, "")
    : all.replace(/\n$/, "").replace(/^ *> /gm, "");
  return {
    node: { kind: "quote", content: parse(text, { ...within, quote: true, lines: true }) },
    length: all.length,
  };
}

/** Discord goes no deeper. */
const DEEPEST_LIST = 10;

const ITEM = /^( *)([-*]|\d{1,10}\.) +(?=\S)/;

/** Items at one depth, each with the lines below it that stand further in. */
export function listAt(rest: string, within: Within, parse: ParseInside): Found | null {
  const first = ITEM.exec(rest);
  if (!first || within.lists >= DEEPEST_LIST) return null;
  const [, indent = "", mark = ""] = first;
  const items: string[][] = [];
  let length = 0;
  for (const line of rest.split(/(?<=\n)/)) {
    const item = ITEM.exec(line);
    const depth = /^ */.exec(line)?.[0].length ?? 0;
    if (item && depth <= indent.length + 1) {
      if (depth < indent.length) break;
      items.push([line.slice(item[0].length)]);
    } else if (depth > indent.length && line.trim() !== "") {
      items.at(-1)?.push(line.slice(Math.min(depth, indent.length + 2)));
    } else break;
    length += line.length;
  }
  const inside = { ...within, lists: within.lists + 1, lines: true };
  const contents: Markdown[] = items.map((lines) => parse(lines.join("").replace(/\n$/, ""), inside));
  const start = mark.endsWith(".") ? Number.parseInt(mark, 10) : null;
  return { node: { kind: "list", start, items: contents }, length };
}
