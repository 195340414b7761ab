import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditReading } from "../../../../src/audit/audit-reading.ts";
import { markdown } from "../../../../src/transcript/formats/markdown/markdown.ts";
import { readMarkdown } from "../../../../src/transcript/formats/markdown/markdown-reading.ts";
import { readInterview } from "../../../../src/transcript/read-interview.ts";
import { emptySidecar } from "../../../../src/transcript/sidecar/sidecar.ts";
import { fileOf, slice } from "../../reading.ts";
import { expectSound, linesOfTalk, readTalk, rolesIn } from "../dialogue/talk.ts";

const name = "talk.md";

describe("Markdown", () => {
  it.each([
    ["It was *never* so, **never**.", "It was never so, never."],
    ["In 1994\\. it rained \\*hard\\*.", "In 1994. it rained *hard*."],
    ["Bread &amp; wine &lt;5 %&gt; &#233;&#xe9;", "Bread & wine <5 %> éé"],
    ["AT&T and <5 % of R&D", "AT&T and <5 % of R&D"],
    ["See [the *yard*](https://example.org 'x') now.", "See the yard now."],
    ["See <https://example.org> now.", "See https://example.org now."],
    ["# The bell #\n\nIt rang.", "The bell\n\nIt rang."],
    ["The bell\n========\n\nIt rang.", "The bell\n\nIt rang."],
    ["> A quote\n> of two\nlines.", "A quote\nof two\nlines."],
    ["- one\n- two\n  lines", "one\n\ntwo\nlines"],
    ["1994. We left.", "1994. We left."],
    ["3) We left.", "3) We left."],
    ["It was\n\n1994.\n\nWe left.", "It was\n\n1994.\n\nWe left."],
    ["one  \ntwo\\\nthree<br>four", "one\ntwo\nthree\nfour"],
    ["a `code & *x*` b", "a code & *x* b"],
    ["```js\nlet x = 1;\n\ny\n```", "let x = 1;\n\ny"],
    ["He <laughs> said <b>no</b><!-- why --> to it", "He <laughs> said no to it"],
    ["<div class='x'>Bread &amp; wine</div>", "Bread & wine"],
    ["| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | d |"],
    ["---\ntitle: X\n---\n\nIt rang.", "It rang."],
    ["[a]: https://example.org 'x'\n\nSee [a] and ![alt](b.png).", "See a and ."],
    ["She said [inaudible] it.", "She said [inaudible] it."],
    ["It *was", "It *was"],
    ["\tcode", "code"],
    ["> - **a** \n>   b\n>\n> c", "a\nb\n\nc"],
  ])("%j says %j", (file, text) => {
    const { reading } = readMarkdown(file, "\n");
    expect(reading.text.replace(/[ \t]+$/gmu, "").replace(/\n+$/u, "")).toBe(text);
    auditReading(reading, file);
  });

  it("reads names in bold as labels", () => {
    expect(
      linesOfTalk(
        "# The bell\n\n**Ann Vale:** Is it *yours*?\n\n**Bob**: Copper &amp; tin.\nAnd 1994\\.\n\n**Ann Vale:** Oh?\n",
        { name },
      ),
    ).toEqual([
      "- The bell",
      "Ann Vale > Is it yours?",
      "Bob > Copper & tin.\nAnd 1994. <- 1",
      "Ann Vale > Oh?",
    ]);
  });

  it("reads headings as labels where they come again", () => {
    expect(
      linesOfTalk(
        "### Host\n\nHow?\n\n### Ann\n\nSo.\n\nAnd so.\n\n### Host\n\nWhy?\n\n### Ann\n\nBecause.\n",
        { name },
      ),
    ).toEqual(["Host > How?", "Ann > So.\n\nAnd so. <- 0", "Host > Why?", "Ann > Because. <- 2"]);
  });

  it("reads bold paragraphs that ask as the questions of an interview", () => {
    const text =
      "# A year\n\nAn introduction.\n\n**What was it?**\n\nA year.\n\nA long one.\n\n**And then?**\n\nAnother.\n";
    expect(linesOfTalk(text, { name })).toEqual([
      "- A year",
      "- An introduction.",
      "Interviewer > What was it?",
      "Guest > A year.\n\nA long one. <- 2",
      "Interviewer > And then?",
      "Guest > Another. <- 4",
    ]);
    expect(rolesIn(text, { name })).toEqual({ Interviewer: "interviewer", Guest: "guest" });
  });

  it("reads anything else as an article, over line breaks", () => {
    const { interview } = readInterview(
      "talk",
      fileOf(name, "# Rain\n\nIt rained\non Tuesday.\n\n“It *never*\nrains,” Ann Vale said.\n"),
      emptySidecar(name),
    );
    const said = interview.statements.find(({ kind }) => kind === "statement");
    expect(said?.speaker?.name).toBe("Ann Vale");
    expect(said?.spoken.map((span) => slice(interview.source.text, span))).toEqual(["It never rains,"]);
    expect(
      said && interview.source.printed(interview.source.extentOf(said.spoken[0] ?? { start: 0, end: 0 })),
    ).toBe("It *never*\nrains,");
  });

  it.each([
    "*",
    "[",
    ">",
    "> ",
    "a*",
    "*a ",
    "[a](",
    "- ",
    "1. ",
    "`",
    "<",
    "_a",
    "![",
    "&a",
    "\\",
    "**a",
    "](",
    "<a ",
    "a\n",
    "- a\n",
    "---a\n",
  ])(
    "of nothing but %j takes no time",
    (mark) => {
      const began = performance.now();
      expect(
        readTalk(`words ${mark.repeat(100_000 / mark.length)}`, { name }).statements.length,
      ).toBeGreaterThan(0);
      readTalk(`words\n\n${mark.repeat(100_000 / mark.length)}`, { name });
      expect(performance.now() - began).toBeLessThan(15_000);
    },
    60_000,
  );

  it("says so when it reads a file as plain text", () => {
    const { warnings } = readInterview("talk", fileOf(name, `a${"*a".repeat(50_000)}`), emptySidecar(name));
    expect(warnings).toMatchObject([{ severity: "warning", file: name, line: 1, column: 1 }]);
  });

  it("of a large file is the same as of a small one", () => {
    const turns = "**Ann:** So &amp; so?\n\n**Bob:** *Yes*.\n\n```\ncode\n\n**x**\n```\n\n";
    const { reading } = readMarkdown(turns.repeat(20_000), "\n");
    const one = readMarkdown(turns, "\n").reading.text;
    expect(reading.text).toBe(Array.from({ length: 20_000 }, () => one).join("\n\n"));
  });
});

describe("any Markdown", () => {
  it("is read soundly", () => {
    const pieces = fc.constantFrom(
      ..."**Ann:** ,**Bob**: ,### ,# ,> ,- ,1. ,*,**,_,`,```\n,~~~\n,[,](/),],![](/),<laughs>,&amp;,&#65;,&,\\,\\*,---,===,| a | b |,word,Why?, (laughs),“No.”,\t,    ,\n,\n,\n\n,\r\n,😀,<5 %".split(
        ",",
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 50 }), (all) => {
        // Front matter has words of its own, which aren't the interview's.
        expectSound(markdown, "talk.md", `Words${all.join("")}`);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("questions as headings", () => {
  const asked = (answer: string) =>
    `# Jo and her compiler\n\nWe met her in May.\n\n### How did you start?\n\n${answer}\n\nI was young.\n\n### Whose was it?\n\n${answer}\n\n### What next?\n\n${answer}\n\n*This interview has been edited.*\n`;

  it("have their answers below, up to what closes the page", () => {
    const lines = linesOfTalk(asked("Mine, by one."), { name });
    expect(lines.filter((line) => line.startsWith("Interviewer >"))).toHaveLength(3);
    expect(lines).toContain("Guest > Mine, by one. <- 6");
    expect(lines.at(-1)).toBe("- This interview has been edited.");
  });

  it("are those of an article where people are quoted", () => {
    const lines = linesOfTalk(asked("“It was mine,” she said."), { name });
    expect(lines.some((line) => line.startsWith("Interviewer >"))).toBe(false);
  });
});
