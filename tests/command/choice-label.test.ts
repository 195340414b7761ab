import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceLabel, choiceValue } from "../../src/command/choice-label.ts";
import { clip } from "../../src/reply/clip.ts";
import { HOSTILE } from "../reply/hostile-interviews.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 150 }),
  fc.array(fc.constantFrom(...HOSTILE, " ", "\n"), { maxLength: 9 }).map((pieces) => pieces.join("")),
);

describe("the label of a choice", () => {
  it("is one line of 1 to 100 units without # and @, cut between characters", () => {
    fc.assert(
      fc.property(text, (name) => {
        const label = choiceLabel(name);
        expect(label.length).toBeGreaterThanOrEqual(1);
        expect(label.length).toBeLessThanOrEqual(100);
        expect(label).not.toMatch(/[#@\n\r\t]|^\s|\s$|\s\s/u);
        if (!/\p{Cs}/u.test(name)) expect(label).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 1000 },
    );
  });

  it("labels a label the same, so that one that comes back is known", () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(choiceLabel(choiceLabel(name))).toBe(choiceLabel(name));
      }),
      { numRuns: 1000 },
    );
  });

  it("is the name itself where that will do", () => {
    expect(choiceLabel("Anna Berg")).toBe("Anna Berg");
    expect(choiceLabel("x".repeat(100))).toBe("x".repeat(100));
    expect(choiceLabel("#harbour  @ night\n")).toBe("harbour night");
    expect(choiceLabel(" # ")).toBe("(unnamed)");
  });
});

describe("clipping", () => {
  it("shows that it did, and cuts no character in two", () => {
    expect(clip("x".repeat(101), 100)).toBe(`${"x".repeat(99)}…`);
    expect(clip(`${"x".repeat(97)}👩‍👩‍👧‍👦`, 100)).toBe(`${"x".repeat(97)}…`);
    expect(clip(`${"x".repeat(98)}e\u0301y`, 100)).toBe(`${"x".repeat(98)}…`);
    expect(clip("as it is", 8)).toBe("as it is");
  });

  it("leaves at most the limit, and the beginning of the text", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 120 }), (whole, limit) => {
        const clipped = clip(whole, limit);
        expect(clipped.length).toBeLessThanOrEqual(limit);
        if (clipped !== whole) expect(whole.startsWith(clipped.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe("the value of a choice", () => {
  it("is itself when it fits, else the label by which it is found again", () => {
    expect(choiceValue("#any thing")).toBe("#any thing");
    expect(choiceValue("x".repeat(100))).toBe("x".repeat(100));
    expect(choiceValue("x".repeat(101))).toBe(choiceLabel("x".repeat(101)));
    expect(choiceValue("")).toBe("(unnamed)");
  });
});
