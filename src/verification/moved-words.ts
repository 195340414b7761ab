import type { Difference } from "./verification.ts";

/** The words of a difference, by their forms. */
export interface DifferingWords {
  readonly claimed: readonly string[];
  readonly said: readonly string[];
}

/**
 * Words left out in one place and added further down were moved: that changes the order and nothing else. Words
 * claimed further up than they were said stay added and left out, for replies say of words moved that they stand
 * further up.
 *
 * @param differences those of one stretch, in order. So are those returned, the words moved where they are claimed.
 */
export function withMoves(
  differences: readonly Difference[],
  wordsOf: (one: Difference) => DifferingWords | undefined,
): readonly Difference[] {
  const movedTo = new Map<Difference, Difference>();
  const movedFrom = new Set<Difference>();
  for (const [at, added] of differences.entries()) {
    const words = added.change === "added" ? wordsOf(added) : undefined;
    const left = differences.slice(0, at).find((one) => {
      if (!words || one.change !== "left-out" || movedFrom.has(one)) return false;
      const others = wordsOf(one);
      return others !== undefined && areSame(words.claimed, others.said);
    });
    if (!left) continue;
    movedTo.set(added, left);
    movedFrom.add(left);
  }
  return differences
    .filter((one) => !movedFrom.has(one))
    .map((one): Difference => {
      const left = movedTo.get(one);
      return left
        ? { ...one, change: "moved", kind: "order", said: left.said, statement: left.statement }
        : one;
    });
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((form, at) => form === other[at]);
}
