import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import { splitVerbatim } from "../../src/reply/split-verbatim.ts";
import { SourceText, type Verbatim } from "../../src/transcript/source-text.ts";
import { fileOf } from "../transcript/reading.ts";
import { HOSTILE } from "./hostile-interviews.ts";

const units = (text: string) => text.length;

/** `text` as a part of a longer source, so that offsets of the two differ. */
function verbatimOf(text: string): Verbatim {
  const before = "before\n";
  const source = new SourceText(fileOf("split.txt", `${before}${text}\nafter`));
  return source.verbatim({ start: before.length, end: before.length + text.length });
}

function split(text: string, budget: number, cost = units): readonly string[] {
  return splitVerbatim(verbatimOf(text), budget, cost).map((part) => part.text);
}

const piece = fc.oneof(
  fc.constantFrom(...HOSTILE.map((text) => text.replaceAll("\0", ""))),
  fc.constantFrom(" ", "\n", "\r\n", "\r", "\n\n", ". ", ".” ", " \u0301", "👩‍👩‍👧‍👦", "e\u0301", "漢"),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ unit: "binary", minLength: 1 }).map((text) => text.replaceAll("\0", "x")),
);
const text = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(""));
const costs = fc.constantFrom(units, discordSurface.cost, (shown: string) => Buffer.byteLength(shown));

/** Where a cut would show: in the middle of what people see as one character. */
function graphemeBoundaries(whole: string): ReadonlySet<number> {
  const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(whole);
  return new Set([...segments].map(({ index }) => index));
}

describe("splitting quoted words", () => {
  it("leaves parts that joined are the whole, one right after the other, none empty", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 300 }), costs, (whole, budget, cost) => {
        const verbatim = verbatimOf(whole);
        const parts = splitVerbatim(verbatim, budget, cost);
        expect(parts.map((part) => part.text).join("")).toBe(whole);
        expect(parts[0]?.span.start).toBe(verbatim.span.start);
        expect(parts.at(-1)?.span.end).toBe(verbatim.span.end);
        parts.forEach((part, index) => {
          expect(part.source).toBe(verbatim.source);
          expect(part.span.end).toBeGreaterThan(part.span.start);
          if (index > 0) expect(part.span.start).toBe(parts[index - 1]?.span.end);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("keeps each part within the budget, but for a single character that costs more", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 300 }), costs, (whole, budget, cost) => {
        for (const part of split(whole, budget, cost)) {
          const characters = [...new Intl.Segmenter().segment(part)].length;
          if (characters > 1) expect(cost(part)).toBeLessThanOrEqual(budget);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("cuts no surrogate pair, and no character as people see it", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), costs, (whole, budget, cost) => {
        const boundaries = graphemeBoundaries(whole);
        let at = 0;
        for (const part of split(whole, budget, cost)) {
          expect(boundaries).toContain(at);
          expect(part).not.toMatch(/\p{Cs}/u);
          at += part.length;
        }
      }),
      { numRuns: 200 },
    );
  });

  it("doesn't split what fits, to the unit", () => {
    expect(split("twelve units", 12)).toEqual(["twelve units"]);
    expect(split("twelve units", 11)).toEqual(["twelve ", "units"]);
  });

  it.each([
    {
      prefers: "a paragraph to a sentence",
      whole: "One two three.\nFour. Five six.",
      budget: 24,
      parts: ["One two three.", "\nFour. Five six."],
    },
    {
      prefers: "a sentence to a word",
      whole: "One two three. Four five six seven",
      budget: 24,
      parts: ["One two three. ", "Four five six seven"],
    },
    {
      prefers: "a word to a character",
      whole: "One two three four five",
      budget: 16,
      parts: ["One two three ", "four five"],
    },
    {
      prefers: "nothing where nothing can be chosen",
      whole: "abcdefgh",
      budget: 3,
      parts: ["abc", "def", "gh"],
    },
    {
      prefers: "a later sentence to a paragraph that would leave the page half empty",
      whole: "One.\nTwo three four. Five six seven.",
      budget: 26,
      parts: ["One.\nTwo three four. ", "Five six seven."],
    },
    {
      prefers: "a sentence's end behind its closing mark",
      whole: "“One two three.” Four five six.",
      budget: 20,
      parts: ["“One two three.” ", "Four five six."],
    },
  ])("prefers $prefers", ({ whole, budget, parts }) => {
    expect(split(whole, budget)).toEqual(parts);
  });

  it.each(["\n", "\r\n", "\r", "\n\n \n"])(
    "ends no part with a line break (%j), of which Discord would show the bare mark",
    (lineBreak) => {
      const whole = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} says a few words.`).join(
        lineBreak,
      );
      const parts = split(whole, 200);
      expect(parts.length).toBeGreaterThan(5);
      for (const part of parts) expect(part).not.toMatch(/[\n\r]\s*$/u);
    },
  );

  it("gets through marks that pile up without end", () => {
    const whole = `a${"\u0301".repeat(5000)}b`;
    expect(split(whole, 100).join("")).toBe(whole);
  });

  it.each([
    ["without a place to break", "x"],
    ["in words", "word "],
    ["in lines", "\n"],
    ["of mark-up", "*"],
    ["of emoji", "👩‍👩‍👧‍👦"],
  ])("takes a megabyte %s in little more than ten times the time of a tenth", (_what, unit) => {
    const timeOf = (length: number): number => {
      const verbatim = verbatimOf(unit.repeat(Math.ceil(length / unit.length)));
      const start = performance.now();
      splitVerbatim(verbatim, 3000, discordSurface.cost);
      return performance.now() - start;
    };
    timeOf(100_000);
    const tenth = timeOf(100_000);
    // Ten times as much, with room for a busy machine; by the square it would be a hundred times.
    expect(timeOf(1_000_000)).toBeLessThan(tenth * 40 + 200);
  });
});

it("takes as much into a part as fits, to the unit, where nothing is better to end with", () => {
  const letters = fc.string({
    unit: fc.constantFrom("a", "*", "_", "é", "漢", ">", "1"),
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(letters, fc.integer({ min: 12, max: 120 }), costs, (whole, budget, cost) => {
      const parts = split(whole, budget, cost);
      parts.slice(0, -1).forEach((part, at) => {
        expect(cost(part)).toBeLessThanOrEqual(budget);
        expect(cost(part + (parts[at + 1] ?? "").charAt(0))).toBeGreaterThan(budget);
      });
    }),
  );
});

it.each([
  ["in words", "It will, she said. "],
  ["without a space", "yes.No,"],
  ["in one word", "x"],
])(
  "divides ten megabytes %s without a hang",
  (_what, unit) => {
    const verbatim = verbatimOf(unit.repeat(10_000_000 / unit.length));
    const begun = performance.now();
    const parts = splitVerbatim(verbatim, 3500, discordSurface.cost);
    expect(parts.length).toBeLessThan(7000);
    // It took up to twenty seconds, and takes a tenth of one.
    expect(performance.now() - begun).toBeLessThan(3000);
  },
  30_000,
);
