import type { WriteStream } from "node:tty";

/** Before this nobody waits, and between two drawings nobody could read. Milliseconds. */
const PATIENCE = 500;
const INTERVAL = 100;

/** How far something is that takes long, in a line of a terminal that is drawn over; nothing anywhere else. */
export class ProgressLine {
  readonly #stream: Pick<WriteStream, "write" | "isTTY">;
  readonly #begun = performance.now();
  #drawn = Number.NEGATIVE_INFINITY;

  constructor(stream: Pick<WriteStream, "write" | "isTTY">) {
    this.#stream = stream;
  }

  show(doing: string, share: number): void {
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#begun < PATIENCE || now - this.#drawn < INTERVAL) return;
    this.#drawn = now;
    this.#stream.write(`\r\u001b[K${doing}: ${Math.floor(100 * share)} %`);
  }

  clear(): void {
    if (this.#drawn > 0) this.#stream.write("\r\u001b[K");
    this.#drawn = Number.NEGATIVE_INFINITY;
  }
}
