import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWER_FROM, CLOSEST_FROM, confidenceOf, outcomeOf } from "../../src/search/confidence.ts";
import type { Features } from "../../src/search/features.ts";
import type { QueryReading } from "../../src/search/query-reading.ts";
import { PLAIN_FORM } from "../../src/search/question-form.ts";
import { buildSearch } from "../../src/search/statement-search.ts";
import { ANSWERING } from "../../src/search/statement-traits.ts";
import { archiveOf, mayor } from "./archives.ts";

const reading: QueryReading = {
  words: [{ word: "tram", wordClass: "content", weight: 1, alternatives: [] }],
  form: PLAIN_FORM,
};
const share = fc.double({ min: 0, max: 1, noNaN: true });
const features = (some: Partial<Features>): Features => ({
  document: 0,
  relevance: 1,
  ownCoverage: 0,
  questionCoverage: 0,
  tellingCoverage: 0,
  tellingOwnCoverage: 0,
  tellingQuestionCoverage: 0,
  exactness: 1,
  proximity: 0,
  lacksAskedFor: false,
  part: ANSWERING,
  traits: 0,
  ...some,
});
const confidence = (some: Partial<Features>, of: QueryReading = reading): number =>
  confidenceOf([{ features: features(some), score: 1 }], of);

describe("confidence", () => {
  it("never falls when more is covered, squarely or exactly", () => {
    for (const key of [
      "tellingCoverage",
      "tellingOwnCoverage",
      "tellingQuestionCoverage",
      "exactness",
    ] as const) {
      fc.assert(
        fc.property(share, share, share, share, (a, b, coverage, own) => {
          const rest = { tellingCoverage: coverage, tellingOwnCoverage: own };
          const low = confidence({ ...rest, [key]: Math.min(a, b) });
          const high = confidence({ ...rest, [key]: Math.max(a, b) });
          expect(high).toBeGreaterThanOrEqual(low);
        }),
      );
    }
  });

  it("is 0 without matches or telling words and 1 for everything covered exactly", () => {
    expect(confidenceOf([], reading)).toBe(0);
    const grammar: QueryReading = {
      ...reading,
      words: [{ word: "who", wordClass: "function", weight: 1, alternatives: [] }],
    };
    expect(confidence({ tellingCoverage: 1, tellingOwnCoverage: 1 }, grammar)).toBe(0);
    expect(confidence({ tellingCoverage: 1, tellingOwnCoverage: 1 })).toBeCloseTo(1, 6);
  });

  it("falls where the kind of information asked for is missing", () => {
    const number: QueryReading = { ...reading, form: { ...PLAIN_FORM, expects: "number" } };
    const covered = { tellingCoverage: 1, tellingOwnCoverage: 1 };
    expect(confidence(covered, number)).toBeLessThan(ANSWER_FROM);
    expect(confidence({ ...covered, traits: 1 }, number)).toBeCloseTo(1, 6);
  });

  it("decides the outcome by its two thresholds", () => {
    expect(outcomeOf(1)).toBe("answer");
    expect(outcomeOf(ANSWER_FROM)).toBe("answer");
    expect(outcomeOf(ANSWER_FROM - 1e-9)).toBe("closest");
    expect(outcomeOf(CLOSEST_FROM)).toBe("closest");
    expect(outcomeOf(CLOSEST_FROM - 1e-9)).toBe("none");
  });

  it("is higher for words spelt right, and falls with every word that means nothing here", () => {
    const search = buildSearch(archiveOf(mayor()));
    const of = (text: string): number => search.ask({ text, limit: 1 }).confidence;
    expect(of("council voted")).toBeGreaterThan(of("counicl voted"));
    expect(of("counicl voted")).toBeGreaterThan(of("submarine voted"));
    expect(of("council voted")).toBeGreaterThan(of("council voted submarine"));
    expect(of("council voted submarine")).toBeGreaterThan(of("council voted submarine zeppelin volcano"));
  });
});
