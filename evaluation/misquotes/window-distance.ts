/**
 * Least number of insertions, deletions and substitutions between a needle and any stretch of a text: P. H. Sellers,
 * "The theory and computation of evolutionary distances: pattern recognition" (1980). Time is the product of both
 * lengths.
 */
export function windowDistance<T>(needle: ArrayLike<T>, text: ArrayLike<T>): number {
  let column = Int32Array.from({ length: needle.length + 1 }, (_, row) => row);
  let next = new Int32Array(needle.length + 1);
  let best = needle.length;
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at];
    next[0] = 0;
    for (let row = 1; row <= needle.length; row += 1) {
      const same = (column[row - 1] as number) + (needle[row - 1] === here ? 0 : 1);
      const gap = 1 + Math.min(column[row] as number, next[row - 1] as number);
      next[row] = same < gap ? same : gap;
    }
    best = Math.min(best, next[needle.length] as number);
    [column, next] = [next, column];
  }
  return best;
}
