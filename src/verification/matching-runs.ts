/** A stretch of `length` words that a claim and a statement share in the same order, without a gap in either. */
export interface MatchingRun {
  /** Index of its first word in the claim. */
  readonly claimed: number;
  /** Index of its first word in the statement. */
  readonly said: number;
  readonly length: number;
}

/** Told of a run: see {@link MatchingRun}. */
export type VisitRun = (claimed: number, said: number, length: number) => void;

/** Every stretch two sequences share that can't be made longer: see {@link visitMatchingRuns}. */
export function matchingRuns(
  claimLength: number,
  places: ReadonlyMap<number, readonly number[]>,
  said: ArrayLike<number>,
): readonly MatchingRun[] {
  const runs: MatchingRun[] = [];
  visitMatchingRuns(claimLength, places, said, 0, said.length, (claimed, at, length) => {
    runs.push({ claimed, said: at, length });
  });
  return runs;
}

/** By place in the claim: how long the run is that ends there with the statement's last word, and with this one. */
let before = new Int32Array(1024);
let here = new Int32Array(1024);

/**
 * Visits every stretch that a claim shares with `[from, to)` of a sequence and that can't be made longer, in time
 * proportional to the pairs of equal words. Words are numbers; negative ones equal nothing. Of a word that the claim
 * has more than 32 times, stretches begin with the first 32.
 *
 * @param places for each word of the claim, where it stands there: see {@link placesOf}.
 */
export function visitMatchingRuns(
  claimLength: number,
  places: ReadonlyMap<number, readonly number[]>,
  said: ArrayLike<number>,
  from: number,
  to: number,
  visit: VisitRun,
): void {
  if (before.length < claimLength + 1) {
    before = new Int32Array(2 * claimLength + 1);
    here = new Int32Array(2 * claimLength + 1);
  }
  let marked: readonly number[] = NOWHERE;
  for (let at = from; at <= to; at += 1) {
    const all = at < to ? (places.get(said[at] ?? -1) ?? NOWHERE) : NOWHERE;
    const matching = all.length > MOST_BEGINNINGS ? withoutLateBeginnings(all, marked) : all;
    for (const place of matching) here[place] = place > 0 ? (before[place - 1] ?? 0) + 1 : 1;
    // A run that doesn't go on ends with the word before.
    for (const place of marked) {
      const length = before[place] ?? 0;
      before[place] = 0;
      const goesOn = place + 1 < claimLength && (here[place + 1] ?? 0) === length + 1;
      if (!goesOn) visit(place - length + 1, at - length - from, length);
    }
    marked = matching;
    [before, here] = [here, before];
  }
}

const NOWHERE: readonly number[] = [];

/**
 * A run begins with one of so many first places of a word in the claim; it may go on with any. Nobody says a word so
 * often in one breath, so that only claims made of a few words over and over, which would take long, lose runs.
 */
const MOST_BEGINNINGS = 32;

/** @param marked where the runs are that may go on, in ascending order. */
function withoutLateBeginnings(places: readonly number[], marked: readonly number[]): readonly number[] {
  const kept = places.slice(0, MOST_BEGINNINGS);
  const last = kept.at(-1) ?? -1;
  for (const place of marked) if (place + 1 > last && isAmong(places, place + 1)) kept.push(place + 1);
  return kept;
}

/** By halving: `places` ascend. */
function isAmong(places: readonly number[], place: number): boolean {
  let [low, high] = [0, places.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = places[middle] ?? 0;
    if (found === place) return true;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Where each word of a claim stands in it. */
export function placesOf(claim: ArrayLike<number>): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < claim.length; at += 1) {
    const word = claim[at] ?? -1;
    if (word < 0) continue;
    const list = places.get(word);
    if (list) list.push(at);
    else places.set(word, [at]);
  }
  return places;
}
