import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dialogue } from "../../../../src/transcript/formats/dialogue/dialogue.ts";
import { markdown } from "../../../../src/transcript/formats/markdown/markdown.ts";
import { expectSound, readTalk } from "./talk.ts";

const SAMPLES = "evaluation/transcripts/samples";
const samples = readdirSync(SAMPLES)
  .filter((name) => !name.endsWith(".json"))
  .map((name) => [name, readFileSync(`${SAMPLES}/${name}`, "utf8")] as const);

describe("any text", () => {
  it("of any characters is read soundly", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) =>
        expectSound(dialogue, "talk.txt", text),
      ),
      { numRuns: 400 },
    );
  });

  it("made of labels, times and marks is read soundly", () => {
    const pieces = fc.constantFrom(
      ..."Ann: |Bob Vale: |Q. |A. |Q|BY MR. SMITH:|[00:01] |0:03|(00:01:02)|[laughs]|(Applause.)|— |- |** |**|>> |Mr. VALE. |THE PRESIDENT: |Note: |1   |12|END|---|# |说：|محمد: |♪|I left.|Why?|and then|“No.”|\t|  | |\n|\n|\n|\n\n|\r\n|\r|😀|\ufeff|\u2028|\f|:".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (text) =>
        expectSound(dialogue, "talk.txt", text.join("")),
      ),
      { numRuns: 3000 },
    );
  });

  it("made from transcripts by any slips is read soundly", () => {
    const slips = fc.array(
      fc.record({
        at: fc.nat(),
        cut: fc.nat(8),
        put: fc.constantFrom(
          "",
          ":",
          "\n",
          "\n\n",
          "\r\n",
          "[",
          "]",
          "(",
          "—",
          "Q. ",
          "0:03",
          "*",
          "😀",
          "Ann: ",
        ),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...samples), slips, ([name, sample], changes) => {
        const text = [...sample];
        for (const { at, cut, put } of changes) text.splice(at % text.length, cut, put);
        const format = name.endsWith(".md") ? markdown : dialogue;
        if (format === dialogue) expectSound(format, name, text.join(""));
        expectSound(dialogue, "talk.txt", text.join(""));
      }),
      { numRuns: 400 },
    );
  });

  it.each(samples)("%s is read soundly as it is, and never by chance", (name, text) => {
    if (name.endsWith(".txt")) expectSound(dialogue, name, text);
    expect(["dialogue", "Markdown"]).toContain(readTalk(text, { name }).format);
  });
});

describe("large files", () => {
  it.each([
    ["300,000 lines of turns", "Ann: Will it?\nBob: It will.\n".repeat(150_000)],
    ["one turn of 5 MB", `Ann: ${"word ".repeat(1_000_000)}\nBob: Yes.\nAnn: And?\nBob: No.\n`],
    ["1 MB of opening parentheses", `Ann: ${"(laugh ".repeat(150_000)}\nBob: Yes.\n`],
    ["1 MB of notes", `Ann: ${"♪".repeat(1_000_000)}\nBob: Yes.\n`],
    ["1 MB of asterisks", `Ann: ${"*a".repeat(500_000)}\nBob: Yes.\n`],
    ["1 MB of spaces", `Ann:${" ".repeat(1_000_000)}x\nBob: Yes.\n`],
    ["1 MB of question marks", `Ann: ${"?'".repeat(500_000)}\nBob: Yes.\n`],
    ["1 MB of capitals", `${"AAAA BBB ".repeat(110_000)}: x\nBob: Yes.\nBob: No.\n`],
    ["30,000 voices", Array.from({ length: 30_000 }, (_, at) => `Ann B${at}x: Yes?\nBob: No.`).join("\n")],
    [
      "30,000 voices of one name",
      Array.from({ length: 30_000 }, (_, at) => `A${at}x Vale: Yes?\nVale: No.`).join("\n"),
    ],
    ["100,000 notes", `Ann: Go?\nBob: Right so.\n${"(Laughter.)\n\n".repeat(100_000)}`],
    ["100,000 times", "0:01\nwords\n".repeat(100_000)],
    [
      "100,000 numbered lines",
      Array.from({ length: 100_000 }, (_, at) => `${(at % 25) + 1}   Q.  a b c`).join("\n"),
    ],
  ])(
    "%s take no time",
    (_, text) => {
      const began = performance.now();
      readTalk(text);
      expect(performance.now() - began).toBeLessThan(20_000);
    },
    60_000,
  );
});
