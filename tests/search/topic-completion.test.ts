import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/search/edit-distance.ts";
import { nearlyBegins } from "../../src/search/topic-completion.ts";
import { TopicIndex } from "../../src/search/topic-index.ts";
import { composer, mayor } from "./archives.ts";

describe("completion of a topic's name", () => {
  it("forgives one slip, as the distance to a word's beginning would", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (whole, typed) => {
        const expected =
          typed.length < 4
            ? whole.startsWith(typed)
            : [-1, 0, 1].some((more) => editDistance(typed, whole.slice(0, typed.length + more), 1) <= 1);
        expect(nearlyBegins(whole, typed)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("puts names before aliases, beginnings before the rest, and slips last", () => {
    const topics = new TopicIndex(
      [mayor(), composer()].map((interview) => ({ interview, topics: interview.topics })),
    );
    const names = (typed: string): readonly string[] =>
      topics.complete(typed, 9).map(({ name, interview }) => `${name} (${interview})`);
    expect(names("tram")).toEqual(["Tram line (mayor)", "Tram line (composer)"]);
    expect(names("line")).toEqual(["Tram line (mayor)", "Tram line (composer)"]);
    expect(names("librray")).toEqual(["Library (mayor)"]);
    expect(names("transport pub")).toEqual(["Tram line (mayor)"]);
    expect(names("zebra")).toEqual([]);
    expect(names("")).toHaveLength(4);
    expect(topics.complete("", 1, "composer").map(({ name }) => name)).toEqual(["Instruments"]);
  });
});
