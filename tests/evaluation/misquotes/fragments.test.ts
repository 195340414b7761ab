import { beforeAll, describe, expect, it } from "vitest";
import type { ArchiveWords } from "../../../evaluation/misquotes/archive-words.ts";
import { bundledArchive } from "../../../evaluation/misquotes/bench-archives.ts";
import { anyFragment, type Fragment, fragmentOf } from "../../../evaluation/misquotes/fragments.ts";
import { wordsOf } from "../../../evaluation/misquotes/letters.ts";
import { seededRandom } from "../../../evaluation/typos.ts";

let words: ArchiveWords;
let fragments: readonly Fragment[];
beforeAll(async () => {
  ({ words } = await bundledArchive());
  const random = seededRandom(5);
  fragments = Array.from({ length: 300 }, () => anyFragment(words, random)).filter((one) => one !== null);
});

describe("fragments", () => {
  it("are slices of what a speaker said, and of nothing else", () => {
    expect(fragments.length).toBeGreaterThan(250);
    for (const { statement, spans, text } of fragments) {
      const { text: source } = statement.interview.source;
      expect(text).toBe(spans.map(({ start, end }) => source.slice(start, end)).join(" "));
      expect(statement.kind).toBe("statement");
      for (const { start, end } of spans)
        expect(statement.spoken.some((span) => span.start <= start && end <= span.end)).toBe(true);
    }
  });

  it("leave no word out in between", () => {
    for (const { statement, text } of fragments)
      expect(words.heldBy(wordsOf(text).map(({ letters }) => letters))).toContain(statement);
  });

  it("are whole statements, sentences and stretches of six words or more", () => {
    expect(new Set(fragments.map(({ form }) => form))).toEqual(new Set(["whole", "sentences", "stretch"]));
    expect(Math.min(...fragments.map(({ text }) => wordsOf(text).length))).toBeGreaterThanOrEqual(6);
    for (const { form, text } of fragments) if (form !== "stretch") expect(text).toMatch(/[.,?!]$/u);
  });

  it("run over attributions and insertions, which they leave out", () => {
    const rubbish = words.spoken.find(({ statement }) => statement.lines[0] === 7);
    const whole = rubbish && fragmentOf(rubbish, "whole", seededRandom(1));
    expect(whole?.text).toMatch(/^Rubbish, Knowing his character Putin would never/u);
    expect(whole?.spans).toHaveLength(2);
    expect(fragments.some(({ text }) => text.includes("one soldier steps"))).toBe(true);
    expect(fragments.every(({ text }) => !/[[\]“”]/u.test(text))).toBe(true);
  });
});
