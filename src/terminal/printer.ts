import type { Writable } from "node:stream";

/** The reader has gone, as `head` does once it has enough: no fault, only the end. */
const GONE: ReadonlySet<unknown> = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

/** Writes to a stream one text after another, each handed over before the next, until nobody reads any more. */
export class Printer {
  readonly #stream: Writable;
  #closed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    // Without a listener an "error" event would end the process; `print` learns of the error by itself.
    stream.on("error", () => {
      this.#closed = true;
    });
  }

  /** True once nobody reads any more. */
  get closed(): boolean {
    return this.#closed || this.#stream.destroyed || this.#stream.writableEnded;
  }

  /**
   * @returns false when nobody reads any more.
   * @throws the stream's error, for instance when the disk is full.
   */
  async print(text: string): Promise<boolean> {
    if (this.closed) return false;
    const error = await new Promise<Error | null | undefined>((resolve) => {
      this.#stream.write(text, resolve);
    });
    if (!error) return true;
    this.#closed = true;
    if ("code" in error && GONE.has(error.code)) return false;
    throw error;
  }
}
