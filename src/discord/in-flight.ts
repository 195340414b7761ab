/** Work that has begun and must be finished before the process may end. */
export class InFlight {
  readonly #running = new Set<Promise<void>>();

  track(work: Promise<void>): void {
    this.#running.add(work);
    const done = () => this.#running.delete(work);
    work.then(done, done);
  }

  /** Waits until all of it has finished, or for so many milliseconds. */
  async drain(milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([Promise.allSettled(this.#running), limit]);
    clearTimeout(timer);
  }
}
