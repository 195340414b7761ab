import fc from "fast-check";
import { expect, it } from "vitest";
import { Greatest } from "../../src/search/greatest.ts";

it("knows the last of the greatest at any time", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 })),
      fc.integer({ min: 1, max: 8 }),
      (values, count) => {
        const greatest = new Greatest(count);
        values.forEach((value, at) => {
          greatest.see(value);
          const sorted = values.slice(0, at + 1).sort((a, b) => b - a);
          expect(greatest.least).toBe(sorted[count - 1] ?? 0);
        });
      },
    ),
  );
});
