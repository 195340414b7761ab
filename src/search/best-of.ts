/**
 * The `count` best of many without sorting them all: a binary heap that keeps the worst of the best on top, so
 * most are turned away by one comparison. Best first; `precedes` must be a strict order.
 */
export function bestOf(
  values: readonly number[],
  count: number,
  precedes: (a: number, b: number) => boolean,
): number[] {
  const heap: number[] = [];
  const worse = (a: number, b: number): boolean => precedes(heap[b] ?? 0, heap[a] ?? 0);
  const swap = (a: number, b: number): void => {
    const held = heap[a] ?? 0;
    heap[a] = heap[b] ?? 0;
    heap[b] = held;
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && worse(child, worst)) worst = child;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };
  for (const value of values) {
    if (heap.length < count) {
      heap.push(value);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!worse(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    } else if (count > 0 && precedes(value, heap[0] ?? 0)) {
      heap[0] = value;
      sink();
    }
  }
  return heap.sort((a, b) => (precedes(a, b) ? -1 : precedes(b, a) ? 1 : 0));
}
