import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWER_FROM, CLOSEST_FROM, confidenceOf, outcomeOf } from "../../src/search/confidence.ts";
import { PLACES } from "../../src/search/evidence.ts";
import { FEATURES, type FeatureName, type Features } from "../../src/search/features.ts";
import type { QueryReading } from "../../src/search/query-reading.ts";
import { PLAIN_FORM } from "../../src/search/question-form.ts";
import { buildSearch } from "../../src/search/statement-search.ts";
import { ANSWERING } from "../../src/search/statement-traits.ts";
import { archiveOf, mayor } from "./archives.ts";

const reading: QueryReading = {
  words: [
    { word: "tram", meantTerm: "tram", wordClass: "content", rarity: 8, idf: 3, weight: 1, alternatives: [] },
  ],
  form: PLAIN_FORM,
};
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A match whose own words bear out the one word of the query so well. */
const features = (own: number, some: Partial<Record<FeatureName, number>> = {}, traits = 0): Features => ({
  document: 0,
  relevance: 1,
  values: Float64Array.from(FEATURES, (name) => ({ own, ...some })[name] ?? 0),
  evidence: {
    strengths: Object.fromEntries(
      PLACES.map((place) => [place, Float64Array.of(place === "own" ? own : 0)]),
    ) as Features["evidence"]["strengths"],
    likeness: [own > 0 ? "exact" : null],
    positions: [[]],
    words: 10,
  },
  meaning: null,
  answersAsked: 0,
  part: ANSWERING,
  traits,
});
const confidence = (of: Features, asked: QueryReading = reading): number =>
  confidenceOf([{ features: of, score: 1 }], asked);

describe("confidence", () => {
  it("never falls when more is covered, squarely or exactly", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        expect(confidence(features(Math.max(a, b)))).toBeGreaterThanOrEqual(
          confidence(features(Math.min(a, b))),
        );
      }),
    );
    for (const name of ["coveredSquared", "aligned", "meaning", "together"] as const) {
      fc.assert(
        fc.property(share, share, share, (a, b, own) => {
          const low = confidence(features(own, { [name]: Math.min(a, b) }));
          expect(confidence(features(own, { [name]: Math.max(a, b) }))).toBeGreaterThanOrEqual(low);
        }),
      );
    }
  });

  it("is 0 without matches or telling words", () => {
    expect(confidenceOf([], reading)).toBe(0);
    const grammar: QueryReading = {
      ...reading,
      words: reading.words.map((word) => ({ ...word, word: "who", meantTerm: "who", wordClass: "function" })),
    };
    expect(confidence(features(1), grammar)).toBe(0);
  });

  it("falls where the kind of information asked for is missing", () => {
    const number: QueryReading = { ...reading, form: { ...PLAIN_FORM, expects: "number" } };
    expect(confidence(features(1), number)).toBeLessThan(ANSWER_FROM);
    expect(confidence(features(1, {}, 1), number)).toBeGreaterThan(confidence(features(1), number));
  });

  it("decides the outcome by its two thresholds", () => {
    expect(outcomeOf(1)).toBe("answer");
    expect(outcomeOf(ANSWER_FROM)).toBe("answer");
    expect(outcomeOf(ANSWER_FROM - 1e-9)).toBe("closest");
    expect(outcomeOf(CLOSEST_FROM)).toBe("closest");
    expect(outcomeOf(CLOSEST_FROM - 1e-9)).toBe("none");
  });

  it("is no lower for words spelt right, and falls where words mean nothing here", () => {
    const search = buildSearch(archiveOf(mayor()));
    const of = (text: string): number => search.ask({ text, limit: 1 }).confidence;
    expect(of("council voted")).toBeGreaterThanOrEqual(of("counicl voted"));
    expect(of("counicl voted")).toBeGreaterThan(of("submarine voted"));
    expect(of("council voted")).toBeGreaterThan(of("council voted submarine zeppelin volcano"));
  });
});
