import { describe, expect, it } from "vitest";
import { type DifferingWords, withMoves } from "../../src/verification/moved-words.ts";
import type { Difference } from "../../src/verification/verification.ts";

const PLACE = { start: 0, end: 1 };

/** "+not" was added, "-not" left out, "a>b" changed. */
function joined(...list: readonly string[]): readonly string[] {
  const words = new Map<Difference, DifferingWords>();
  const differences = list.map((text): Difference => {
    const [mark, rest] = [text.charAt(0), text.slice(1).split(" ")];
    const change = mark === "+" ? "added" : mark === "-" ? "left-out" : "changed";
    const one: Difference = {
      change,
      kind: "other",
      claimed: mark === "-" ? null : PLACE,
      said: mark === "+" ? [] : [PLACE],
      statement: null,
    };
    words.set(one, { claimed: mark === "-" ? [] : rest, said: mark === "+" ? [] : rest });
    return one;
  });
  return withMoves(differences, (one) => words.get(one)).map(({ change, kind, claimed, said }) =>
    change === "moved" ? `moved ${kind} ${claimed?.end} ${said.length}` : change,
  );
}

describe("words moved", () => {
  it("are those left out and added further down", () => {
    expect(joined("-has never", "changed", "+has never")).toEqual(["changed", "moved order 1 1"]);
  });

  it("are found once each", () => {
    expect(joined("-not", "+not", "+not")).toEqual(["moved order 1 1", "added"]);
    expect(joined("-not", "-not", "+not")).toEqual(["left-out", "moved order 1 1"]);
  });

  it("are no others, and none that were claimed further up", () => {
    expect(joined("-has never", "+has")).toEqual(["left-out", "added"]);
    expect(joined("+not", "-not")).toEqual(["added", "left-out"]);
    expect(joined("changed")).toEqual(["changed"]);
    expect(joined()).toEqual([]);
  });
});
