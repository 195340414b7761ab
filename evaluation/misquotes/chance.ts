/** Numbers from 0 to 1, as `seededRandom` gives them. */
export type Random = () => number;

/** One of them; undefined of none. */
export function oneOf<T>(values: readonly T[], random: Random): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** A whole number from `least` to `most`, both included. */
export function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** All of them in another order (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: Random): readonly T[] {
  const result = [...values];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = between(0, at, random);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}
