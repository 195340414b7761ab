import { setImmediate } from "node:timers/promises";

/** Work in steps: between two of them something else may be done. Yields the share that is done, from 0 to 1. */
export type Steps<Result> = Generator<number, Result>;

/** Does all of it without a pause. */
export function atOnce<Result>(steps: Steps<Result>, progress?: (share: number) => void): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    progress?.(step.value);
  }
}

/** For so long other work waits, in milliseconds, where no single step takes longer. */
const SLICE = 10;

/** Does it a few milliseconds at a time, so that whatever comes in meanwhile is answered. */
export async function inSlices<Result>(
  steps: Steps<Result>,
  progress?: (share: number) => void,
): Promise<Result> {
  for (let begun = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE) continue;
    progress?.(step.value);
    await setImmediate();
    begun = performance.now();
  }
}
