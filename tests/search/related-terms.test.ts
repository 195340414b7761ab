import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/search/language.ts";
import { RelatedTerms } from "../../src/search/related-terms.ts";
import { Shortlister } from "../../src/search/shortlist.ts";
import { buildStatementIndex } from "../../src/search/statement-index.ts";
import { signsOf, TermVectors } from "../../src/search/term-vectors.ts";
import { Vocabulary } from "../../src/search/vocabulary.ts";
import { encodeWordVectors, UNIT, WordVectors } from "../../src/search/word-vectors.ts";
import { archiveOf, mayor } from "./archives.ts";

describe("word vectors", () => {
  it("come back from their file as they went in, whatever the order", () => {
    const entry = fc.record({
      term: fc.stringMatching(/^[a-z]{1,8}$/),
      frequency: fc.double({ min: 1e-6, max: 1, noNaN: true }),
      vector: fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ term }) => term, minLength: 1 }), (entries) => {
        const vectors = new WordVectors(encodeWordVectors(entries));
        for (const { term, frequency, vector } of entries) {
          const at = vectors.find(term);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(vectors.rarity(at)).toBeCloseTo(-Math.log(frequency), 4);
          const read = vectors.direction(at);
          const length = Math.hypot(...vector);
          expect(vectors.length(at)).toBeCloseTo(length, 4);
          vector.forEach((value, dimension) => {
            expect((read[dimension] ?? 0) / 254).toBeCloseTo(Math.min(0.5, value / length), 2);
          });
        }
        expect(vectors.find("no such term")).toBe(-1);
      }),
      { numRuns: 50 },
    );
  });

  it("know the language's common words and load in a blink", () => {
    const english = languageOf("en");
    const start = performance.now();
    const vectors = english.wordVectors();
    expect(performance.now() - start).toBeLessThan(50);
    for (const word of ["troops", "prison", "nuclear", "music"])
      expect(vectors?.find(english.term(word))).toBeGreaterThanOrEqual(0);
  });
});

describe("terms of like meaning", () => {
  const english = languageOf("en");
  const vectors = english.wordVectors();
  if (!vectors) throw new Error("English has word vectors");
  const vocabulary = new Vocabulary();
  const words = ["soldier", "prison", "music", "river"];
  for (const word of words) vocabulary.add(word, english);
  const terms = new TermVectors(vectors, vocabulary);
  const related = new RelatedTerms(terms, new Uint8Array(words.length));
  const of = (word: string) => related.of(vectors.find(english.term(word)));

  it("are found, the nearest first, never the word itself", () => {
    expect(of("troops")[0]?.term).toBe(0);
    expect(of("jailed")[0]?.term).toBe(1);
    expect(of("music").some(({ term }) => term === 2)).toBe(false);
    expect(of("xqzzy")).toEqual([]);
  });

  it("are passed over by their signs only where they aren't alike", () => {
    for (const word of ["troops", "jailed", "song", "water", "guitar", "army", "stream"]) {
      const number = vectors.find(english.term(word));
      const direction = vectors.direction(number);
      for (const [term, other] of words.entries()) {
        const exact = vectors
          .direction(vectors.find(english.term(other)))
          .reduce((sum, value, at) => sum + value * (direction[at] ?? 0), 0);
        const similarity = terms.similarity(direction, signsOf(direction), term);
        if (exact / UNIT ** 2 > 0.45) expect(similarity).toBeCloseTo(exact / UNIT ** 2, 6);
        else expect(similarity).toBeLessThanOrEqual(Math.max(0, exact / UNIT ** 2) + 1e-9);
      }
    }
  });

  it("stand in only for words of which the archive has nothing else", () => {
    const shortlister = new Shortlister(buildStatementIndex(archiveOf(mayor())));
    const word = fc.constantFrom("library", "libary", "books", "train", "trams", "town", "city", "cost");
    let meant = 0;
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (typed) => {
        for (const { alternatives } of shortlister.read(typed.join(" ")).words) {
          const strengths = alternatives.map(({ strength }) => strength);
          expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
          const kinds = new Set(alternatives.map(({ likeness }) => likeness === "related"));
          expect(kinds.size).toBeLessThanOrEqual(1);
          if (kinds.has(true)) meant += 1;
        }
      }),
    );
    expect(meant).toBeGreaterThan(0);
  });
});
