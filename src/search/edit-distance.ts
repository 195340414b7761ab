/** Longest word whose columns fit the bits of a machine word, as JavaScript has them. */
const WORD_BITS = 32;
/** Character → the places where the word of the current call has it. Cleared after each call. */
const places = new Int32Array(0x10000);

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, no stretch
 * edited twice (Damerau 1964); `limit + 1` for everything beyond the limit. A column of the table is worked out at
 * once, its vertical differences as bits: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau
 * edit distances" (2003), figure 6.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a.length > WORD_BITS) {
    return b.length > WORD_BITS ? byTable(a, b, limit) : editDistance(b, a, limit);
  }
  if (a.length === 0) return b.length;
  for (let at = 0; at < a.length; at += 1) {
    const unit = a.charCodeAt(at);
    places[unit] = (places[unit] ?? 0) | (1 << at);
  }
  const bottom = 1 << (a.length - 1);
  let distance = a.length;
  let falls = 0;
  let rises = -1;
  let diagonal = 0;
  let before = 0;
  for (let at = 0; at < b.length; at += 1) {
    const here = places[b.charCodeAt(at)] ?? 0;
    const swapped = ((~diagonal & here) << 1) & before;
    // The carry of the addition runs along a stretch of equal letters; what overflows is past the word's end.
    diagonal = ((((here & rises) + rises) | 0) ^ rises) | here | falls | swapped;
    let rightRises = falls | ~(diagonal | rises);
    let rightFalls = diagonal & rises;
    if (rightRises & bottom) distance += 1;
    if (rightFalls & bottom) distance -= 1;
    rightRises = (rightRises << 1) | 1;
    rightFalls <<= 1;
    rises = rightFalls | ~(diagonal | rightRises);
    falls = rightRises & diagonal;
    before = here;
  }
  for (let at = 0; at < a.length; at += 1) places[a.charCodeAt(at)] = 0;
  return Math.min(distance, limit + 1);
}

/** Row by row, for words of any length; gives up as soon as the distance must exceed the limit. */
function byTable(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
