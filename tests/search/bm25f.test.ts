import { describe, expect, it } from "vitest";
import { inverseDocumentFrequency, K1, saturate, weightedFrequency } from "../../src/search/bm25f.ts";
import { OWN } from "../../src/search/fields.ts";
import { buildStatementIndex, seekPosting } from "../../src/search/statement-index.ts";
import { TermReader } from "../../src/search/term-reader.ts";
import { archiveOf, interviewOf } from "./archives.ts";

describe("BM25F", () => {
  it("agrees with figures worked out by hand", () => {
    // Twice in a field of 6 words where 4 is the average: 2 / (1 - 0.5 + 0.5 * 6 / 4) = 1.6, weighted 0.8.
    expect(weightedFrequency(2, 6, 4, { weight: 0.5, b: 0.5 })).toBeCloseTo(0.8, 10);
    expect(weightedFrequency(2, 6, 0, { weight: 0.5, b: 0.5 })).toBe(0);
    expect(saturate(0.8)).toBeCloseTo((2.2 * 0.8) / 2, 10);
    expect(saturate(1e9)).toBeCloseTo(K1 + 1, 5);
    expect(inverseDocumentFrequency(10, 2)).toBeCloseTo(Math.log(1 + 8.5 / 2.5), 10);
    expect(inverseDocumentFrequency(10, 10)).toBeGreaterThan(0);
  });

  it("gives the index the impacts of the formula", () => {
    // Narration without a blank between them is one exchange; own words "apple apple pear", "pear plum", "fig".
    const index = buildStatementIndex(archiveOf(interviewOf("fruit", "apple apple pear\npear plum\nfig")));
    const term = index.vocabulary.idOf("appl") ?? -1;
    expect(term).toBeGreaterThanOrEqual(0);
    const reader = new TermReader(index);
    reader.lookFor([term]);
    reader.read(0);
    const impact = reader.impact(term, false);
    // Own words: lengths 3, 2, 1, average 2, b = 0.4; "apple" twice in 3 words.
    const own = 2 / (0.6 + (0.4 * 3) / 2);
    expect(reader.impact(term, true)).toBeCloseTo((2.2 * own) / (1.2 + own), 5);
    expect(reader.mask(term) & OWN).toBe(OWN);
    expect(index.idf[term]).toBeCloseTo(Math.log(1 + 2.5 / 1.5), 5);
    const pear = index.vocabulary.idOf("pear") ?? -1;
    expect(index.idf[pear]).toBeCloseTo(Math.log(1 + 1.5 / 2.5), 5);
    // The next paragraph has "apple" only through the one before it.
    reader.read(1);
    expect(reader.impact(term, true)).toBe(0);
    expect(reader.impact(term, false)).toBeGreaterThan(0);
    expect(reader.impact(term, false)).toBeLessThan(impact);
  });

  it("keeps postings in order of document, each document once", () => {
    const text = Array.from({ length: 40 }, (_, at) => `stone ${at % 2 ? "river" : "hill"} ${at}`).join("\n");
    const index = buildStatementIndex(archiveOf(interviewOf("b", text), interviewOf("a", text)));
    for (let term = 0; term < index.vocabulary.termCount; term += 1) {
      const postings = index.documents.subarray(index.postingStart[term], index.postingStart[term + 1]);
      expect([...postings]).toEqual([...new Set(postings)].sort((a, b) => a - b));
      for (const [at, document] of postings.entries()) {
        expect(seekPosting(index, term, document)).toBe((index.postingStart[term] ?? 0) + at);
      }
    }
    expect(index.interviews.get("b")).toEqual([40, 80]);
  });
});
