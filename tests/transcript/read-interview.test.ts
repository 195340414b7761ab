import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../../src/transcript/diagnostic.ts";
import {
  exchangeOf,
  extentOf,
  type Interview,
  neighbourOf,
  questionOf,
  verbatimOf,
} from "../../src/transcript/interview.ts";
import { read, slice, VANCE_AND_AUTHOR } from "./reading.ts";

const BUNDLED = readFileSync("transcripts/lukashenko-brics.txt", "utf8");

/** Reads a text whatever it is; null where it can't be used. Anything but a DiagnosticError fails the test. */
function readAny(text: string): Interview | null {
  try {
    return read(text, VANCE_AND_AUTHOR).interview;
  } catch (error) {
    if (error instanceof DiagnosticError) return null;
    throw error;
  }
}

function expectSound(text: string): void {
  const interview = readAny(text);
  if (!interview) {
    expect(text.replaceAll("\ufeff", "").trim() === "" || text.includes("\0")).toBe(true);
    return;
  }
  const { statements, source } = interview;
  let end = 0;
  const skipped: string[] = [];
  for (const statement of statements) {
    for (const span of statement.spans) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      skipped.push(source.text.slice(end, span.start));
      end = span.end;
    }
    let spokenEnd = 0;
    for (const spoken of statement.spoken) {
      expect(spoken.start).toBeGreaterThanOrEqual(spokenEnd);
      expect(statement.spans.some(({ start, end }) => start <= spoken.start && spoken.end <= end)).toBe(true);
      spokenEnd = spoken.end;
    }
    const { text: words } = verbatimOf(statement);
    expect(words).toBe(slice(source.text, extentOf(statement)));
    expect(statement.lines).toEqual(source.linesOf(extentOf(statement)));
    expect(statement.speaker === null).toBe(statement.kind === "narration");
    const question = questionOf(statement);
    expect(question === null ? null : question.index < statement.index).toBe(question === null ? null : true);
    const { first, last } = exchangeOf(statement);
    expect(first <= statement.index && statement.index <= last).toBe(true);
    expect(neighbourOf(statement, 1)).toBe(statements[statement.index + 1] ?? null);
  }
  skipped.push(source.text.slice(end));
  expect(skipped.join("").trim()).toBe("");
  expect(end).toBeLessThanOrEqual(source.text.length);
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
}

describe("any text", () => {
  it("of any characters is read soundly", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectSound), { numRuns: 300 });
  });

  it("made of marks, names and verbs is read soundly", () => {
    const pieces = fc.constantFrom(
      ..."“ ” ‘ ’ \" ' „ « » [ ] , . ? ! : — … \n \r\n \n\n".split(" "),
      ...[
        "\n",
        "\r",
        " ",
        "I asked",
        "Vance said",
        "she",
        "a spokeswoman",
        "Yes",
        "no",
        "’s",
        "the",
        "😀",
        "мост",
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (text) => expectSound(text.join(" "))),
      { numRuns: 1500 },
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (text) => expectSound(text.join(""))),
      { numRuns: 1500 },
    );
  });

  it("made from the bundled interview by any slips is read soundly", () => {
    const slips = fc.array(
      fc.record({
        at: fc.nat(),
        cut: fc.nat(3),
        put: fc.constantFrom("", "“", "”", '"', "’", "\n", "\r\n", "[", "]", "😀"),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(slips, (changes) => {
        const text = [...BUNDLED];
        for (const { at, cut, put } of changes) text.splice(at % text.length, cut, put);
        expectSound(text.join(""));
      }),
      { numRuns: 200 },
    );
  });

  it("made from its lines in any order is read soundly", () => {
    const lines = BUNDLED.split("\n");
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), fc.constantFrom("\n", "\r\n", "\n\n", " "), (some, between) =>
        expectSound(some.join(between)),
      ),
      { numRuns: 200 },
    );
  });
});

describe("large files", () => {
  const inTime = (text: string, yaml?: string) => {
    const began = performance.now();
    read(text, yaml);
    expect(performance.now() - began).toBeLessThan(15_000);
  };

  it.each([
    ["200,000 lines of one speaker", "“Yes, it will stand.\n".repeat(200_000)],
    ["200,000 lines of turns", "“Will it?” I asked.\n“It will.”\n".repeat(100_000)],
    ["200,000 lines of narration", "It rained on the bridge, and it rained.\n".repeat(200_000)],
    [
      "one quotation, then 5 MB of narration",
      `“Yes,” she said.\n${"It rained on the old bridge.\n".repeat(180_000)}`,
    ],
    ["1 MB of opening marks in one line", "“".repeat(350_000)],
    ["1 MB of nested marks in one line", "“".repeat(150_000) + "”".repeat(150_000)],
    ["1 MB of single marks in one line", "‘a ".repeat(200_000)],
    ["1 MB of apostrophes in one line", "'em ".repeat(250_000)],
    ["1 MB of quotations in one line", "“Yes,” she said. ".repeat(60_000)],
    ["1 MB of mentions in one line", "so-called “experts.” and ".repeat(40_000)],
    ["1 MB of brackets in one line", `“${"[".repeat(500_000)}${"]".repeat(500_000)}”`],
    ["1 MB of words after a quotation", `“Yes,” ${"word ".repeat(200_000)}`],
    ["1 MB of words before a quotation", `${"Word, ".repeat(170_000)}“yes.”`],
    ["1 MB of adverbs", `I ${"sadly ".repeat(170_000)}`],
    ["1 MB of one letter", `I ${"ly".repeat(500_000)}`],
    ["1 MB of spaces between words", `“Yes.” a,${" ".repeat(1_000_000)}b“no.”`],
    ["1 MB of question marks", `?${"?'".repeat(500_000)}a`],
    ["1 MB in one word, and someone described", `“No,” the mayor said.\n${"Xy’".repeat(350_000)}`],
    ["1 MB of capitals, and someone described", `“No,” the mayor said.\n${"Mayor X, the ".repeat(80_000)}`],
    ["1 MB of marks that open nothing read", "「a, ".repeat(250_000)],
    [
      "20,000 people of one name",
      `${Array.from({ length: 20_000 }, (_, at) => `“Yes,” said Ann B${at}x.\n“No,” said Ann.`).join("\n")}`,
    ],
    ["100,000 names", Array.from({ length: 100_000 }, (_, at) => `“Yes,” said Ann B${at}x.`).join("\n")],
  ])("%s take no time", (_, text) => inTime(text), 60_000);

  it("with thousands of topics and corrections take no time", () => {
    const topics = Array.from(
      { length: 1000 },
      (_, at) => `  - { name: t${at}, lines: [${at + 1}, "5-90000"] }`,
    );
    const corrections = Array.from({ length: 3000 }, (_, at) => `  - { line: ${2 * at + 2}, answers: 1 }`);
    const yaml = `topics:\n${topics.slice(0, 30).join("\n")}\ncorrections:\n${corrections.join("\n")}\n`;
    inTime("“Will it?” I asked.\n“It will.”\n".repeat(100_000), yaml);
  }, 60_000);
});
