import { editDistance } from "../search/edit-distance.ts";

/** Two slips, or as many as leave half the name standing. */
const MOST_SLIPS = 2;

/** The name someone most likely meant: the one they began to type, or else the one with the fewest slips. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  const begun = wanted === "" ? undefined : names.find((name) => name.startsWith(wanted));
  if (begun !== undefined) return begun;
  return names
    .map((name) => ({ name, distance: editDistance(wanted, name, MOST_SLIPS) }))
    .filter(({ name, distance }) => distance <= Math.min(MOST_SLIPS, name.length / 2))
    .sort((a, b) => a.distance - b.distance)[0]?.name;
}
