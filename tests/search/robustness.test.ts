import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { StatementSearch } from "../../src/search/search.ts";
import { buildSearch } from "../../src/search/statement-search.ts";
import { archiveOf, bundledArchive, interviewOf } from "./archives.ts";

/** Milliseconds; the first calls pay for compilation, so the bound holds after a warm-up. */
const BOUND = 50;

describe("any query", () => {
  let search: StatementSearch;
  beforeAll(async () => {
    search = buildSearch(await bundledArchive());
    for (let at = 0; at < 20; at += 1) search.ask({ text: "did putin ever ask for trops", limit: 5 });
  });

  const everyWay = (text: string) => [
    search.ask({ text, limit: 5 }),
    search.quote({ text, limit: 5 }),
    search.topic({ text, limit: 5 }),
  ];

  it.each([
    ["nothing", ""],
    ["punctuation", "?! … – “”"],
    ["emoji", "👍🏽🎉🇧🇾"],
    ["Cyrillic", "Просил ли Путин войска?"],
    ["null bytes", "\0\0\0"],
    ["half a surrogate pair", "\ud83d"],
    ["one word of 6,000 letters", "abcdefghij".repeat(600)],
    ["6,000 characters of unknown words", Array.from({ length: 750 }, (_, at) => `zq${at}xyz`).join(" ")],
    ["6,000 characters of known words", "putin troops belarus ".repeat(290)],
    ["apostrophes", "''''' ’’’"],
  ])("survives %s in bounded time", (_, text) => {
    everyWay(text);
    const start = performance.now();
    const results = everyWay(text);
    expect(performance.now() - start).toBeLessThan(BOUND);
    for (const { confidence, outcome, matches } of results) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(outcome === "none").toBe(matches.length === 0);
    }
  });

  it("gives scores from 0 to 1, best first, within the limit, and none only without matches", () => {
    const word = fc.constantFrom(
      "putin",
      "nukes",
      "ask",
      "prisoners",
      "the",
      "who",
      "trops",
      "xyzzy",
      "belarus",
      "30",
      "’",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 40 }), (query, limit) => {
        for (const way of ["ask", "quote"] as const) {
          const { matches, outcome, confidence } = search[way]({ text: query, limit });
          expect(matches.length).toBeLessThanOrEqual(limit);
          const scores = matches.map(({ score }) => score);
          expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          if (outcome === "none") expect(matches).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("odd archives", () => {
  it("searches an empty one", () => {
    const search = buildSearch(archiveOf());
    expect(search.ask({ text: "anything", limit: 5 }).outcome).toBe("none");
    expect(search.topic({ text: "anything", limit: 5 }).outcome).toBe("none");
    expect(search.completeTopics("", 5)).toEqual([]);
  });

  it("searches a language without word lists, with its own stemmer", () => {
    const text = "Der Bürgermeister spricht über die Straßenbahnen der Stadt.\nEs regnet.";
    const search = buildSearch(archiveOf(interviewOf("stadt", text, "language: de-AT\n")));
    expect(search.ask({ text: "Strassenbahn", limit: 1 }).matches[0]?.statement.lines).toEqual([1, 1]);
    expect(search.ask({ text: "burgermeister", limit: 1 }).matches[0]?.statement.lines).toEqual([1, 1]);
  });

  it("searches Cyrillic words", () => {
    const search = buildSearch(
      archiveOf(interviewOf("ru", "Он говорил о войсках.\nПотом пошёл дождь.", "language: ru\n")),
    );
    expect(search.ask({ text: "войска", limit: 1 }).matches[0]?.statement.lines).toEqual([1, 1]);
    expect(search.ask({ text: "пошел", limit: 1 }).matches[0]?.statement.lines).toEqual([2, 2]);
  });

  it("searches a statement of megabytes made of one phrase, without a hang", () => {
    const words = "Nobody wanted the harbour bridge. ".repeat(200_000);
    const search = buildSearch(
      archiveOf(interviewOf("talk", `Asker: Will it?\n\nAnn: ${words}\n\nAsker: Why?`)),
    );
    const begun = performance.now();
    expect(search.quote({ text: words.slice(0, 300), limit: 3 }).matches).toHaveLength(1);
    expect(search.ask({ text: words.slice(0, 300), limit: 3 }).confidence).toBeLessThanOrEqual(1);
    // It took two seconds and more, and takes a tenth of one.
    expect(performance.now() - begun).toBeLessThan(1500);
  }, 30_000);
});
