import { describe, expect, it } from "vitest";
import { areaUnderCurve, f1, meanReciprocalRank, quantile, recallAt } from "../../evaluation/measures.ts";

describe("measures", () => {
  it("agree with figures worked out by hand", () => {
    expect(recallAt(1, [1, 2, null, 1])).toBe(0.5);
    expect(recallAt(3, [1, 2, null, 4])).toBe(0.5);
    expect(meanReciprocalRank([1, 2, null, 4])).toBe((1 + 0.5 + 0.25) / 4);
    expect(areaUnderCurve([0.9, 0.5], [0.5, 0.1])).toBe((1 + 1 + 0.5 + 1) / 4);
    expect(areaUnderCurve([1, 1], [0])).toBe(1);
    expect(areaUnderCurve([0], [1, 1])).toBe(0);
    expect(f1(new Set([1, 2]), new Set([2, 3, 4]))).toBeCloseTo(0.4, 10);
    expect(f1(new Set([1]), new Set([2]))).toBe(0);
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
  });
});
