import { parse } from "discord-markdown-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockQuote, escapeMarkdown, ownWords, unescapeMarkdown } from "../../src/discord/markdown.ts";

/** What an independent parser of Discord's mark-up shows, provided that it finds no mark-up but a block quote. */
function shown(message: string): string {
  const read = (nodes: unknown): string => {
    if (!Array.isArray(nodes)) return String(nodes);
    return nodes
      .map((node: { type: string; content: unknown; name?: string }) => {
        // An emoji of the text itself, drawn as a picture.
        if (node.type === "twemoji") return node.name ?? "";
        if (node.type === "br") return "\n";
        if (!["text", "escape", "blockQuote"].includes(node.type)) throw new Error(`mark-up: ${node.type}`);
        return read(node.content);
      })
      .join("");
  };
  return read(parse(message, "normal"));
}

/** The parser, like the client it follows, shows tabs as four spaces, drops form feeds and knows one line break. */
function asOnScreen(s: string): string {
  return s.replace(/\r\n?/gu, "\n").replace(/\f/gu, "").replace(/\t/gu, "    ");
}

const hostile = [
  "**bold** *it* __under__ ~~gone~~ ||spoiler|| `code` ```block```",
  "# heading\n## two\n-# small\n> quote\n>>> all\n- item\n* item\n+ item\n1. one\n2) two",
  "@everyone @here <@1> <@!1> <@&1> <#1> </ask:1> <id:guide> <t:1700000000:R> <:a:1> <a:b:2> :smile:",
  "[a](https://example.org) <https://example.org> https://example.org http://x.y discord://x mail@example.org",
  "\\*not\\* \\\\ \\",
  "¯\\_(ツ)_/¯",
  "  # indented\n\t- tabbed\n   3. number\n -# small",
  "a\r\nb\rc\u2028d\u0085e",
  "\u202Ertl\u202C e\u0301 \u200B\u2060\uFEFF 👩‍👩‍👧‍👦 \u{1F1E7}\u{1F1FE}",
  "one_two_three 2*3*4 a|b||c `` ` x",
  "***",
  "---\n===\n",
];

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.constantFrom(..."\\*_~`|<>[]()#-+.:@ \n\t1a!/".split("")), { maxLength: 60 })
    .map((characters) => characters.join("")),
  fc.constantFrom(...hostile),
);

describe("escaping for Discord", () => {
  it("loses nothing: unescape(escape(s)) = s for any Unicode", () => {
    fc.assert(
      fc.property(text, (s) => {
        expect(unescapeMarkdown(escapeMarkdown(s))).toBe(s);
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves no mark-up for an independent parser of Discord's to find", () => {
    fc.assert(
      fc.property(text, (s) => {
        fc.pre(s.trim() !== "");
        expect(shown(escapeMarkdown(s))).toBe(asOnScreen(s));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(hostile)("shows %j as it is, in a block quote", (s) => {
    const quoted = blockQuote(s);
    expect(quoted.split("\n").every((line) => line.startsWith("> "))).toBe(true);
    expect(unescapeMarkdown(quoted.replace(/^> /gmu, ""))).toBe(s);
  });

  it("prefixes every line, so that no line of a quote stands outside it", () => {
    expect(blockQuote("a\n\nb")).toBe("> a\n> \n> b");
  });

  it("keeps our own words on one line, whatever a title or a question holds", () => {
    expect(ownWords("a\n> b\n# c\u0000 <@1>")).toBe("a > b # c \\<\\@1>");
    fc.assert(
      fc.property(text, (s) => {
        expect(ownWords(s)).not.toMatch(/[\n\r]|^>/u);
      }),
    );
  });
});
