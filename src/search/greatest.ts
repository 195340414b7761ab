/**
 * The `count`-th greatest of the values seen, kept up to date: a binary heap with the least of the greatest on
 * top, so most values are turned away by one comparison. 0 until as many were seen; values are above 0.
 */
export class Greatest {
  readonly #heap: Float64Array;
  #size = 0;

  constructor(count: number) {
    this.#heap = new Float64Array(count);
  }

  get least(): number {
    return this.#size < this.#heap.length ? 0 : (this.#heap[0] ?? 0);
  }

  see(value: number): void {
    const heap = this.#heap;
    if (this.#size < heap.length) {
      let at = this.#size;
      this.#size += 1;
      for (let parent = (at - 1) >> 1; at > 0 && (heap[parent] ?? 0) > value; parent = (at - 1) >> 1) {
        heap[at] = heap[parent] ?? 0;
        at = parent;
      }
      heap[at] = value;
    } else if (value > (heap[0] ?? Number.POSITIVE_INFINITY)) {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= this.#size) break;
        if (child + 1 < this.#size && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
        if ((heap[child] ?? 0) >= value) break;
        heap[at] = heap[child] ?? 0;
        at = child;
      }
      heap[at] = value;
    }
  }
}
