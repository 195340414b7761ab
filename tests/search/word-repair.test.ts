import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/search/edit-distance.ts";
import { WordRepair } from "../../src/search/word-repair.ts";

const VOCABULARY = [
  "invasion",
  "territory",
  "putin",
  "weapons",
  "lukashenko",
  "move",
  "troops",
  "about",
  "escalation",
];
const repair = new WordRepair(VOCABULARY.map((word, term) => [word, term] as const));
const meant = (word: string): string | undefined => repair.misspelt(word)[0]?.spelling;

/** The textbook recurrence, without a bound. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      let cost = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(row - 2, column - 2) + 1);
      }
      const line = table[row];
      if (line) line[column] = cost;
    }
  }
  return at(a.length, b.length);
}

describe("edit distance", () => {
  it.each([
    ["invasion", "invason", 1],
    ["about", "abuot", 1],
    ["ca", "abc", 3],
    ["", "abc", 3],
    ["same", "same", 0],
  ])("%s and %s are %i apart", (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  it("agrees with the textbook up to its limit and stops there", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
    );
  });
});

describe("edit distance of words longer than the bits of a number", () => {
  it("agrees with the textbook too", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "й"), minLength: 28, maxLength: 40 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 40 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
    );
  });
});

describe("repair of words", () => {
  it.each([
    ["invason", "invasion"],
    ["teritory", "territory"],
    ["puttin", "putin"],
    ["ptuin", "putin"],
    ["wepons", "weapons"],
    ["trops", "troops"],
    ["abuot", "about"],
    ["esculation", "escalation"],
  ])("takes %s for %s", (typed, word) => {
    expect(meant(typed)).toBe(word);
  });

  it.each(["movie", "joke", "nuts", "zzzzzzzz", "a".repeat(48)])("doesn't take %s for anything", (typed) => {
    expect(repair.misspelt(typed)).toEqual([]);
  });

  it("repairs every swap or loss of one letter inside a word of five letters or more", () => {
    const word = fc.constantFrom(...VOCABULARY.filter(({ length }) => length >= 5));
    fc.assert(
      fc.property(word, fc.nat(), fc.boolean(), (original, place, swap) => {
        const at = 1 + (place % (original.length - 2));
        const typed = swap
          ? original.slice(0, at) + original.charAt(at + 1) + original.charAt(at) + original.slice(at + 2)
          : original.slice(0, at) + original.slice(at + 1);
        if (typed === original) return;
        expect(repair.misspelt(typed).map(({ spelling }) => spelling)).toContain(original);
      }),
    );
  });

  it("rates every repair below an exact match, the surest first", () => {
    const weights = repair.misspelt("escalatoin").map(({ weight }) => weight);
    expect(weights.length).toBeGreaterThan(0);
    expect(weights.every((weight) => weight > 0 && weight < 1)).toBe(true);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it("knows a word by its beginning, unless that is too short", () => {
    expect(repair.beginningWith("luka").map(({ spelling }) => spelling)).toEqual(["lukashenko"]);
    expect(repair.beginningWith("luk")).toEqual([]);
    expect(repair.beginningWith("lukaz")).toEqual([]);
  });
});
