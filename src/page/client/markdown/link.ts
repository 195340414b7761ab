import type { Found } from "./inline.ts";
import type { ParseInside, Within } from "./parse.ts";

/** The address of a masked link, and its title: what follows the words in brackets. */
const TARGET = /^\(\s*<?((?:\([^)\n]*\)|[^\s()<>\\]|\\.)+)>?(?:\s+["']([^\n]*?)["'])?\s*\)/u;

/** A masked link, `[words](address "title")`: only with an address that Discord opens, and words that are none. */
export function linkAt(rest: string, within: Within, parse: ParseInside): Found | null {
  if (within.link || !rest.startsWith("[")) return null;
  const close = closingBracket(rest);
  if (close === -1) return null;
  const target = TARGET.exec(rest.slice(close + 1));
  if (!target) return null;
  const [{ length }, written = "", title = ""] = target;
  const address = written.replace(/\\([^0-9A-Za-z\s])/gu, "$1");
  const words = rest.slice(1, close);
  if (!/^(?:https?|discord):\/\/./iu.test(address) || words.trim() === "" || /^https?:\/\//iu.test(words))
    return null;
  const content = parse(words, { ...within, lines: false, link: true });
  return { node: { kind: "link", address, title, content }, length: close + 1 + length };
}

/** The bracket that closes the first one; -1 where none does. */
function closingBracket(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "[") depth += 1;
    else if (character === "]") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
