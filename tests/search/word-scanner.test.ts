import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GrowableInt32Array } from "../../src/search/growable-array.ts";
import { ALL_HINTS, traitHintsOf, traitsOf } from "../../src/search/statement-traits.ts";
import { tokenise } from "../../src/search/text-analysis.ts";
import { WordScanner } from "../../src/search/word-scanner.ts";
import type { Statement } from "../../src/transcript/interview.ts";

/** Pieces that meet in odd ways: words, marks, numbers with separators, letters of other scripts and accents. */
const PIECES = [
  ..."a T's don’t o'clock O’CLOCK years ago last week so that in order due to because 1990s 1990 1,300 3.5 7. ,5 b2b".split(
    " ",
  ),
  ..."’ ' ‘ “ ” – — … _ - . é É ß ё ʼ ﬁ x\u0301 ½ 二 十 12二 'é 1.é Two ten's größten".split(" "),
  " ",
  "  ",
  "\n",
  "w".repeat(50),
];
const text = fc
  .array(
    fc.oneof(fc.constantFrom(...PIECES), fc.constant(" "), fc.string({ unit: "binary", maxLength: 2 })),
    {
      maxLength: 16,
    },
  )
  .map((pieces) => pieces.join(""));

describe("the scanner of words", () => {
  it("finds the words that the tokeniser finds", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.nat(9), (texts, from) => {
        const words: string[] = [];
        const places = new Map<string, number>();
        const scanner = new WordScanner((word) => {
          const place = places.get(word) ?? words.push(word) - 1;
          places.set(word, place);
          return place;
        });
        for (const one of texts) {
          const terms = new GrowableInt32Array(1);
          const end = Math.max(from, one.length - 3);
          scanner.scan(one, from, end, terms);
          expect(Array.from(terms.toArray(), (term) => words[term])).toEqual(
            tokenise(one.slice(from, end)).map(({ word }) => word),
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("hints at every trait there is", () => {
    // Only what a statement answers counts for its traits here.
    const statement = { answersIndex: null } as Statement;
    fc.assert(
      fc.property(text, (one) => {
        const scanner = new WordScanner(() => 0);
        const hints = scanner.scan(one, 0, one.length, new GrowableInt32Array(8));
        expect(traitsOf(statement, one, hints)).toBe(traitsOf(statement, one));
      }),
      { numRuns: 3000 },
    );
    expect(traitHintsOf("bridge")).toBe(0);
    expect(traitHintsOf("1990")).not.toBe(ALL_HINTS);
  });

  it("tells many words apart", () => {
    const words = Array.from({ length: 60_000 }, (_, at) => at.toString(36).replace(/^\d+/u, "q"));
    const ids = new Map<string, number>();
    const scanner = new WordScanner((word) => ids.get(word) ?? ids.set(word, ids.size).size - 1);
    const source = words.join(" ");
    const terms = new GrowableInt32Array();
    scanner.scan(source, 0, source.length, terms);
    const again = new GrowableInt32Array();
    scanner.scan(source.toUpperCase(), 0, source.length, again);
    expect(again.toArray()).toEqual(terms.toArray());
    expect(terms.toArray()).toEqual(Int32Array.from(words, (word) => ids.get(word) ?? -1));
  });
});
