import { join } from "node:path";
import { readSourceFile, type SourceFile } from "./source-file.ts";

/** How many files are read at once: enough that a disk has always something to do. */
const AHEAD = 32;

/** Reads the files of a folder before they are asked for, so that reading one waits for none. */
export class ReadAhead {
  readonly #folder: string;
  readonly #names: readonly string[];
  readonly #reading = new Map<string, Promise<SourceFile>>();
  #begun = 0;

  /** @param names in the order in which they will be asked for. */
  constructor(folder: string, names: readonly string[]) {
    this.#folder = folder;
    this.#names = names;
    while (this.#begun < Math.min(AHEAD, names.length)) this.#beginNext();
  }

  /** Rejects as reading the file does. Each file may be asked for once. */
  take(name: string): Promise<SourceFile> {
    const reading = this.#reading.get(name) ?? readSourceFile(join(this.#folder, name), name);
    this.#reading.delete(name);
    this.#beginNext();
    return reading;
  }

  #beginNext(): void {
    const name = this.#names[this.#begun];
    if (name === undefined) return;
    this.#begun += 1;
    const reading = readSourceFile(join(this.#folder, name), name);
    // Whoever takes the file learns of it.
    reading.catch(() => {});
    this.#reading.set(name, reading);
  }
}
