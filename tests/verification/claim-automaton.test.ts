import fc from "fast-check";
import { expect, it } from "vitest";
import { ClaimAutomaton } from "../../src/verification/claim-automaton.ts";

const terms = fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 24 });

/** The most words of `claim` that end with word `at` of `said`; by comparing all of them. */
function longestAt(claim: readonly number[], said: readonly number[], at: number): number {
  let most = 0;
  for (let end = 0; end < claim.length; end += 1) {
    let length = 0;
    while (length <= at && length <= end) {
      const word = claim[end - length] ?? -1;
      if (word < 0 || word !== said[at - length]) break;
      length += 1;
    }
    most = Math.max(most, length);
  }
  return most;
}

it("knows after each word the longest stretch of the claim that ends there, and where in the claim", () => {
  fc.assert(
    fc.property(terms, fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }), (claim, said) => {
      const automaton = new ClaimAutomaton(Int32Array.from(claim));
      const symbols = new Uint16Array(6);
      automaton.mark(symbols);
      said.forEach((word, at) => {
        const before = automaton.matched;
        const goesOn = automaton.goesOn(symbols[word] ?? 0);
        automaton.read(symbols[word] ?? 0);
        const { matched, end } = automaton;
        expect(matched).toBe(longestAt(claim, said, at));
        if (matched > 0) {
          expect(claim.slice(end - matched + 1, end + 1)).toEqual(said.slice(at - matched + 1, at + 1));
        }
        if (goesOn) expect(matched).toBe(before + 1);
        else expect(matched).toBeLessThanOrEqual(before);
      });
      automaton.unmark(symbols);
      expect([...symbols]).toEqual([0, 0, 0, 0, 0, 0]);
    }),
  );
});
