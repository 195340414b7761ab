/** A list of 32-bit integers that grows by doubling: a plain array would take twice the room or more. */
export class GrowableInt32Array {
  #values: Int32Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#values = new Int32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** Forgets all but the first. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, length);
  }

  /** A copy of exactly the values pushed. */
  toArray(): Int32Array {
    return this.#values.slice(0, this.#length);
  }
}
