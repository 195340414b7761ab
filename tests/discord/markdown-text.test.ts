import { parse } from "discord-markdown-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockQuote, escapeMarkdown } from "../../src/discord/markdown.ts";
import { markdownText } from "../../src/discord/markdown-text.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'\\*_~`|<>[]()#-+.:@ \n\r\t1a!/"'.split("")), maxLength: 60 }),
);

/** Words with marks around and before them, as people write. */
const written = fc
  .array(
    fc.oneof(
      fc.constantFrom("no", "war", "never", "Minsk,", "2", "said.", "Это", "\n", " ", " "),
      fc.constantFrom(..."** * __ _ ~~ || ` ``` \\* \\_ [ ] > \n>\u0020".split(" "), "\n> ", "# ", "-# "),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

/** A word or words, and the same with marks around some of them, each kind at most once around a word. */
function marked(marks: readonly string[]): fc.Arbitrary<{ shown: string; written: string }> {
  const word = fc
    .constantFrom("no", "war", "never", "Minsk,", "(2)", "said.", "Это")
    .map((one) => ({ shown: one, written: one }));
  if (marks.length === 0) return word;
  const phrase = (kinds: readonly string[]) =>
    fc.array(marked(kinds), { minLength: 1, maxLength: 3 }).map((parts) => ({
      shown: parts.map(({ shown }) => shown).join(" "),
      written: parts.map(({ written }) => written).join(" "),
    }));
  const around = fc.constantFrom(...marks).chain((mark) =>
    phrase(marks.filter((other) => other !== mark)).map(({ shown, written }) => ({
      shown,
      written: `${mark}${written}${mark}`,
    })),
  );
  return fc.oneof(
    { weight: 2, arbitrary: word },
    { weight: 1, arbitrary: around },
    { weight: 1, arbitrary: phrase(marks.slice(1)) },
  );
}

/** The letters and digits: where a mark has no partner, the two may not agree which of its neighbours it stands by. */
function letters(shown: string): string {
  return shown.replace(/[^\p{L}\p{N}]/gu, "");
}

/** Everything an independent parser of Discord's mark-up shows. */
function shownByParser(markdown: string): string {
  const read = (nodes: unknown): string => {
    if (!Array.isArray(nodes)) return String(nodes ?? "");
    return nodes
      .map((node: { type: string; content: unknown }) => (node.type === "br" ? "\n" : read(node.content)))
      .join("");
  };
  return read(parse(markdown, "normal"));
}

describe("what people read in a text with mark-up", () => {
  it.each<readonly [what: string, markdown: string, shown: string]>([
    [
      "bold and italics",
      "He **did** say _it_, *really*, __yes__ ***all***.",
      "He did say it, really, yes all.",
    ],
    ["marks in marks", "**a _b_ ~~c~~** ||d **e**||", "a b c d e"],
    ["marks over lines", "**one\ntwo**", "one\ntwo"],
    [
      "marks that aren't any",
      "2 * 3 * 4, snake_case_name, a | b, ~5, **",
      "2 * 3 * 4, snake_case_name, a | b, ~5, **",
    ],
    ["a star before the words, alone", "*footnote", "*footnote"],
    ["marks with nothing between", "**** a |||| b", "**** a |||| b"],
    ["a quote after code that isn't closed", "```a\n> b", "```a\n> b"],
    ["escaped marks", "\\*not\\* \\_it\\_ \\\\ ¯\\\\\\_(ツ)\\_/¯", "*not* _it_ \\ ¯\\_(ツ)_/¯"],
    ["a masked link", 'See ["I never **did**"](https://x.y/a_(b)) there', 'See "I never did" there'],
    ["a masked link with a title", "[words](<https://x.y> 'A title')", "words"],
    ["brackets of an editor", "[the president] (said) [a](b)", "[the president] (said) [a](b)"],
    ["an address", "“No.” https://x.y/a_b_c. And <https://x.y/?q=1>", "“No.”  . And  "],
    ["an address in brackets and stars", '(https://x.y) **https://x.y/z** "https://x.y"', '( )   " "'],
    ["mentions", "<@1> <@!2> <@&3> <#4> hi", "        hi"],
    ["emoji, times, commands", "a<:n:1>b<a:n:1>c<t:1:R>d<t:-1>e</ask me:1>f<id:guide>g", "a b c d e f g"],
    ["what only looks like one", "a < b > c <3 <t:x>", "a < b > c <3 <t:x>"],
    [
      "headings and small print",
      "# one\n### two\n-# three\n#four\n####  five",
      "one\ntwo\nthree\n#four\n####  five",
    ],
    ["lists", "- one\n* two\n  - three\n1. four\n- # five", "one\ntwo\nthree\nfour\nfive"],
    ["a year at the start of a line", "1994. That was it.", "1994. That was it."],
    ["code", "`a *b* \\* c` and ``d ` e``", "a *b* \\* c and d ` e"],
    ["a block of code", "```js\n# a *b*\n> c\n```\nd", "# a *b*\n > c\nd"],
    ["code that isn't closed", "`a *b* ```c", "`a b ```c"],
    ["a block quote", "a\n> **b**\n> - c\nd", "a\n> b\n> c\nd"],
    ["the rest as a block quote", "a\n>>> b\nc\n\n*d*", "a\n> b\n> c\n> \n> d"],
    ["two block quotes", "> a\n\n> b", "> a\n\n> b"],
    ["a block quote set in", "  > a\nb", "> a\nb"],
    ["what only looks like a block quote", ">a\n\\> b", " >a\n > b"],
    ["nothing", "", ""],
  ])("%s", (_what, markdown, shown) => {
    expect(markdownText(markdown)).toBe(shown);
  });

  it("is, for a block quote of ours, the words themselves, line by line behind marks", () => {
    fc.assert(
      fc.property(text, (s) => {
        const shown = markdownText(blockQuote(s));
        expect(shown.startsWith("> ")).toBe(true);
        expect(shown.slice(2).replace(/(\r\n|\n|\r)> /gu, "$1")).toBe(s);
      }),
      { numRuns: 3000 },
    );
  });

  it("is, for whatever was escaped, the text itself", () => {
    fc.assert(
      fc.property(text, (s) => {
        const shown = markdownText(escapeMarkdown(s));
        expect(shown.replace(/^ >/gmu, ">")).toBe(s.replace(/^ >/gmu, ">"));
      }),
      { numRuns: 3000 },
    );
  });

  it("is the words, whatever marks are around them and in one another", () => {
    fc.assert(
      fc.property(marked(["**", "*", "__", "_", "~~", "||"]), ({ shown, written: s }) => {
        expect(markdownText(s)).toBe(shown);
      }),
      { numRuns: 3000 },
    );
  });

  it("has the letters that an independent parser shows, in order", () => {
    fc.assert(
      fc.property(written, (s) => {
        expect(letters(markdownText(s))).toBe(letters(shownByParser(s)));
      }),
      { numRuns: 3000 },
    );
  });

  it("begins a line with the mark of a quote only in a quote", () => {
    fc.assert(
      fc.property(text, (s) => {
        fc.pre(!/^ *>/mu.test(s.replace(/\r/gu, "\n")));
        expect(markdownText(s)).not.toMatch(/^> /mu);
      }),
    );
  });

  it.each([
    "*",
    "_",
    "`",
    "[",
    "> ",
    ">\n",
    "<",
    "**a",
    "[a](",
    "](http://a 'b",
    "\\",
    "`a``b",
    "```\\",
    "||",
    "-# ",
    "<t:1",
    " ",
  ])("takes a message of nothing but %j in a moment", (unit) => {
    const from = performance.now();
    markdownText(unit.repeat(Math.ceil(6000 / unit.length)));
    expect(performance.now() - from).toBeLessThan(100);
  });
});
