import { EMOJI } from "./emoji-names.ts";
import { linkAt } from "./link.ts";
import type { MarkdownNode, Style } from "./nodes.ts";
import type { ParseInside, Within } from "./parse.ts";

/** What begins at a place: how many units it takes, and what is shown for it. */
export interface Found {
  readonly node: MarkdownNode;
  readonly length: number;
}

type Rule = (rest: string, within: Within, parse: ParseInside) => Found | null;

/** A rule for a pattern at the place itself. */
function rule(pattern: RegExp, nodeOf: (groups: readonly string[]) => MarkdownNode | null): Rule {
  return (rest) => {
    const found = pattern.exec(rest);
    const node = found && nodeOf([...found].map((group) => group ?? ""));
    return found && node ? { node, length: found[0].length } : null;
  };
}

/**
 * Words between marks. Of two patterns that begin alike, as with "***", the one that takes more has them, in a tie the
 * first; only then is it read what stands inside.
 */
function styled(...patterns: readonly (readonly [pattern: RegExp, kind: Style])[]): Rule {
  return (rest, within, parse) => {
    let best: { readonly kind: Style; readonly inside: string; readonly length: number } | null = null;
    for (const [pattern, kind] of patterns) {
      const found = pattern.exec(rest);
      const inside = found?.slice(1).find((group) => group !== undefined);
      if (!found || inside === undefined || found[0].length <= (best?.length ?? 0)) continue;
      best = { kind, inside, length: found[0].length };
    }
    if (!best) return null;
    const { kind, inside, length } = best;
    return { node: { kind, content: parse(inside, { ...within, lines: false }) }, length };
  };
}

const addressed = (address: string): MarkdownNode => ({
  kind: "link",
  address,
  title: "",
  content: [{ kind: "text", text: address }],
});

/** A bare address runs on to white space, but a bracket that closes what stands around it isn't part of it. */
const bareAddress: Rule = (rest, { link }) => {
  const [found] = link ? [] : (/^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/u.exec(rest) ?? []);
  if (found === undefined) return null;
  let address = found;
  const count = (mark: string) => address.split(mark).length - 1;
  while (address.endsWith(")") && count(")") > count("(")) address = address.slice(0, -1);
  return { node: addressed(address), length: address.length };
};

/** In the order in which they are tried. Patterns as simple-markdown has them, changed where Discord changed them. */
const RULES: readonly Rule[] = [
  rule(/^¯\\_\(ツ\)_\/¯/u, ([text = ""]) => ({ kind: "text", text })),
  rule(/^\\([^0-9A-Za-z\s])/u, ([, text = ""]) => ({ kind: "text", text })),
  rule(/^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```/i, ([, language = "", code = ""]) => ({
    kind: "codeBlock",
    language,
    code,
  })),
  rule(/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , code = ""]) => ({ kind: "code", code })),
  rule(/^<(https?:\/\/[^ >]+)>/, ([, address = ""]) => addressed(address)),
  rule(/^<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/, ([, seconds, style = ""]) => ({
    kind: "timestamp",
    seconds: Number(seconds),
    style: style === "" ? "f" : style,
  })),
  rule(/^<@!?(\d+)>/, ([, id = ""]) => ({ kind: "mention", of: "user", id, name: "" })),
  rule(/^<@&(\d+)>/, ([, id = ""]) => ({ kind: "mention", of: "role", id, name: "" })),
  rule(/^<#(\d+)>/, ([, id = ""]) => ({ kind: "mention", of: "channel", id, name: "" })),
  rule(/^<\/([^<>:\n]{1,100}):(\d+)>/, ([, name = "", id = ""]) => ({
    kind: "mention",
    of: "command",
    id,
    name,
  })),
  rule(/^<id:(\w+)>/, ([, name = ""]) => ({ kind: "mention", of: "guide", id: "", name })),
  rule(/^@(everyone|here)/, ([, name = ""]) => ({ kind: "mention", of: "everyone", id: "", name })),
  rule(/^<a?:(\w+):(\d+)>/, ([, name = ""]) => ({ kind: "emoji", name, character: null })),
  rule(/^:([^\s:]+?)(?:::skin-tone-\d)?:/, ([, name = ""]) => {
    const character = EMOJI.get(name);
    return character === undefined ? null : { kind: "emoji", name, character };
  }),
  bareAddress,
  linkAt,
  styled(
    [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, "strong"],
    [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, "underline"],
    [/^_((?:__|\\[\s\S]|[^\\_])+?)_\b/, "emphasis"],
    [/^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/, "emphasis"],
  ),
  styled([/^~~([\s\S]+?)~~(?!_)/, "strike"]),
  styled([/^\|\|([\s\S]+?)\|\|/, "spoiler"]),
];

/** What begins at the start of `rest`, or null for a plain character. */
export function inlineAt(rest: string, within: Within, parse: ParseInside): Found | null {
  // Nothing begins with these; with an "h" an address may.
  if (/^[0-9A-Za-gi-z\s]/.test(rest)) return null;
  for (const one of RULES) {
    const found = one(rest, within, parse);
    if (found) return found;
  }
  return null;
}
