import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CandidateFinder, scopeOf } from "../../src/search/candidates.ts";
import { readQuery } from "../../src/search/query-reading.ts";
import { buildStatementIndex } from "../../src/search/statement-index.ts";
import { WordRepair } from "../../src/search/word-repair.ts";
import { PlainBm25f } from "./plain-bm25f.ts";
import { archives, someWords } from "./random-archives.ts";

describe("candidates", () => {
  it("are the same, to the last bit, as when every statement is scored", () => {
    const request = fc.record({
      text: someWords(7),
      count: fc.integer({ min: 1, max: 12 }),
      ownWordsOnly: fc.boolean(),
      speaker: fc.option(fc.constantFrom("Anna Lund", "Boris"), { nil: undefined }),
      interview: fc.option(fc.constant("i0"), { nil: undefined }),
    });
    fc.assert(
      fc.property(archives, fc.array(request, { minLength: 1, maxLength: 4 }), (archive, requests) => {
        const index = buildStatementIndex(archive);
        const repair = new WordRepair(index.vocabulary.spellings());
        const finder = new CandidateFinder(index);
        const plain = new PlainBm25f(archive);
        for (const { text, count, ownWordsOnly, speaker, interview } of requests) {
          const scope = scopeOf(index, {
            ...(speaker === undefined ? {} : { speaker }),
            ...(interview === undefined ? {} : { interview }),
          });
          if (!scope) continue;
          const reading = readQuery(index, { repair, vectors: null, related: null }, text);
          const telling = reading.words.filter(
            ({ wordClass, alternatives }) => wordClass !== "function" && alternatives.length > 0,
          );
          const words = ownWordsOnly || telling.length === 0 ? reading.words : telling;
          const scored = index.statements
            .map((statement, document) => {
              let relevance = 0;
              for (const { alternatives, weight } of words) {
                const values = alternatives.map(({ term, strength }) => {
                  const impact = plain.impact(document, index.vocabulary.termOf(term), ownWordsOnly);
                  return Math.fround(strength * weight * impact);
                });
                relevance = Math.fround(relevance + Math.max(0, ...values));
              }
              return { statement, document, relevance };
            })
            .filter(({ document }) => document >= scope.from && document < scope.to)
            .filter(({ relevance }) => relevance > 0 || (!ownWordsOnly && scope.to - scope.from <= count))
            .filter(({ statement }) => speaker === undefined || statement.speaker?.name === speaker)
            .sort((a, b) => b.relevance - a.relevance || a.document - b.document)
            .slice(0, count);
          const found = finder.find({ reading, scope, ownWordsOnly, count });
          expect(found.map(({ document, relevance }) => [document, relevance])).toEqual(
            scored.map(({ document, relevance }) => [document, relevance]),
          );
          const terms = reading.words.flatMap(({ alternatives }) => alternatives.map(({ term }) => term));
          for (const { document, masks } of found) {
            expect([...masks]).toEqual(
              terms.map((term) => plain.mask(document, index.vocabulary.termOf(term))),
            );
          }
        }
      }),
      { numRuns: 600 },
    );
  });
});
