/** How much is asked of the system at once: enough that a disk has always something to do. */
const LANES = 32;

/** Does something for each, many at once, in any order. */
export async function inLanes<One>(all: Iterable<One>, work: (one: One) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
