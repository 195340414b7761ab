/**
 * Remembers the latest interactions, because a gateway that resumes a session may deliver one again, and a
 * second answer would fail or stand there twice.
 */
export class SeenInteractions {
  readonly #limit: number;
  readonly #ids = new Set<string>();

  constructor(limit = 5000) {
    this.#limit = limit;
  }

  /** @returns true the first time an id is given. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > this.#limit) {
      // A set keeps the order of insertion: the first is the oldest.
      const [oldest] = this.#ids;
      if (oldest !== undefined) this.#ids.delete(oldest);
    }
    return true;
  }
}
