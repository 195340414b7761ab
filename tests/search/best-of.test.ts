import fc from "fast-check";
import { expect, it } from "vitest";
import { bestOf } from "../../src/search/best-of.ts";

it("takes the same as sorting all and cutting", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat({ max: 12 }), (values, count) => {
      const sorted = [...values].sort((a, b) => b - a);
      expect(bestOf(values, count, (a, b) => a > b)).toEqual(sorted.slice(0, count));
    }),
  );
});
