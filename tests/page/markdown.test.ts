import { parse } from "discord-markdown-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockQuote, escapeMarkdown } from "../../src/discord/markdown.ts";
import type { Markdown, MarkdownNode } from "../../src/page/client/markdown/nodes.ts";
import { parseMarkdown } from "../../src/page/client/markdown/parse.ts";
import { asOnScreen } from "../discord/read-message.ts";
import { HOSTILE } from "../reply/hostile-interviews.ts";

/** What a tree shows, in short: styles as tags around what they hold. */
function shown(content: Markdown): string {
  return content.map(shownNode).join("");
}

function shownNode(node: MarkdownNode): string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "break":
      return "\n";
    case "heading":
      return `<h${node.level}>${shown(node.content)}</h${node.level}>`;
    case "list":
      return `<list ${node.start ?? "•"}>${node.items.map((item) => `<item>${shown(item)}</item>`).join("")}</list>`;
    case "codeBlock":
      return `<block ${node.language}>${node.code}</block>`;
    case "code":
      return `<code>${node.code}</code>`;
    case "link":
      return `<link ${node.address}${node.title && ` “${node.title}”`}>${shown(node.content)}</link>`;
    case "mention":
      return `<${node.of} ${node.id}${node.name}>`;
    case "emoji":
      return `<emoji ${node.name}>`;
    case "timestamp":
      return `<time ${node.seconds} ${node.style}>`;
    default:
      return `<${node.kind}>${shown(node.content)}</${node.kind}>`;
  }
}

const read = (text: string) => shown(parseMarkdown(text));

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ..."\\*_~`|<>[]()#-+.:@ \n\t\r1a!/".split(""),
        "http://x.y",
        ":smile:",
        "<t:1>",
        "<@1>",
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join("")),
  fc.constantFrom(...HOSTILE),
);

describe("Discord's mark-up, as the page reads it", () => {
  it.each([
    [
      "**a** *b* _c_ __d__ ~~e~~ ||f||",
      "<strong>a</strong> <emphasis>b</emphasis> <emphasis>c</emphasis> <underline>d</underline> <strike>e</strike> <spoiler>f</spoiler>",
    ],
    [
      "***a*** **a *b* c** __*a*__",
      "<strong><emphasis>a</emphasis></strong> <strong>a <emphasis>b</emphasis> c</strong> <underline><emphasis>a</emphasis></underline>",
    ],
    ["`a **b**` ``c ` d``", "<code>a **b**</code> <code>c ` d</code>"],
    ["```js\nlet **a**\n```", "<block js>let **a**</block>"],
    ["```a```", "<block >a</block>"],
    ["# a\n## b\n### **c**\n#### d\n#e", "<h1>a</h1><h2>b</h2><h3><strong>c</strong></h3>#### d\n#e"],
    ["-# a\n-#b", "<small>a</small>-#b"],
    ["a # b", "a # b"],
    ["> a\n> **b**\nc", "<quote>a\n<strong>b</strong></quote>c"],
    [">a\n> ", ">a\n<quote></quote>"],
    ["> # a", "<quote><h1>a</h1></quote>"],
    ["> > a", "<quote>> a</quote>"],
    ["a\n>>> b\nc", "a\n<quote>b\nc</quote>"],
    ["- a\n- b\n  - c\n\nd", "<list •><item>a</item><item>b\n<list •><item>c</item></list></item></list>\nd"],
    ["* a", "<list •><item>a</item></list>"],
    ["3. a\n4. **b**", "<list 3><item>a</item><item><strong>b</strong></item></list>"],
    ["+ a -b 1.c 1) d", "+ a -b 1.c 1) d"],
    ["[a **b**](https://x.y/(z))", "<link https://x.y/(z)>a <strong>b</strong></link>"],
    ['[a](<https://x.y> "t")', "<link https://x.y “t”>a</link>"],
    [
      "[a](javascript:b) [a](x.y) [](https://x.y)",
      "[a](javascript:b) [a](x.y) [](<link https://x.y>https://x.y</link>)",
    ],
    [
      "https://x.y/a_b_c), <http://x.y>",
      "<link https://x.y/a_b_c>https://x.y/a_b_c</link>), <link http://x.y>http://x.y</link>",
    ],
    ["(https://x.y/(a))", "(<link https://x.y/(a)>https://x.y/(a)</link>)"],
    [
      "<@1> <@!2> <@&3> <#4> </a b:5> <id:guide> @everyone @here",
      "<user 1> <user 2> <role 3> <channel 4> <command 5a b> <guide guide> <everyone everyone> <everyone here>",
    ],
    ["<t:1> <t:-2:R> <t:x>", "<time 1 f> <time -2 R> <t:x>"],
    [
      ":smile: :no_such: <:own:1> <a:own:1> 12:30:45",
      "<emoji smile> :no_such: <emoji own> <emoji own> 12:30:45",
    ],
    ["¯\\_(ツ)_/¯", "¯\\_(ツ)_/¯"],
    ["\\*a\\* \\# \\> \\:smile\\: \\<@1> \\a \\\\", "*a* # > :smile: <@1> \\a \\"],
    ["2 * 3 * 4, a_b_c", "2 * 3 * 4, a_b_c"],
    ["**a", "**a"],
    ["a\r\nb\rc\td\fe", "a\nb\nc    de"],
  ])("%j", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it("shows an escaped text character by character, whatever it holds", () => {
    fc.assert(
      fc.property(text, (s) => {
        expect(read(escapeMarkdown(s))).toBe(asOnScreen(s));
      }),
      { numRuns: 2000 },
    );
  });

  it("shows a quote of ours as one block quote and nothing beside it, character by character", () => {
    fc.assert(
      fc.property(text, (s) => {
        expect(read(blockQuote(s))).toBe(`<quote>${asOnScreen(s)}</quote>`);
      }),
      { numRuns: 2000 },
    );
  });

  it("shows that something isn't escaped wherever an independent parser of Discord's sees it", () => {
    const plain = new Set(["text", "escape", "br", "newline", "twemoji", "emoticon"]);
    const unknown = new Set(["emoji"]);
    fc.assert(
      fc.property(text, (s) => {
        const kinds: readonly string[] = parse(s, "normal").map(({ type }: { type: string }) => type);
        fc.pre(kinds.some((kind) => !plain.has(kind) && !unknown.has(kind)));
        expect(parseMarkdown(s).some(({ kind }) => kind !== "text" && kind !== "break")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes no longer for a text that is all marks", () => {
    for (const mark of ["*", "_", "`", "[", "](", "<", "> ", "- ", ":", "||", "~~", "\\", "[a](", "**a"]) {
      const before = performance.now();
      parseMarkdown(mark.repeat(4000 / mark.length));
      expect(performance.now() - before, mark).toBeLessThan(2000);
    }
  });
});
