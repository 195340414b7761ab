import type { Diagnostic } from "../../diagnostic.ts";
import type { SourceText } from "../../source-text.ts";

/** How many places of one trouble are named; what is wrong a thousand times is one thing to repair. */
const NAMED = 5;

/** Collects what is doubtful in a file, each trouble with its first places and a count of the rest. */
export class Warnings {
  readonly #file: SourceText;
  readonly #found: (Diagnostic & { readonly offset: number })[] = [];
  readonly #counts = new Map<string, number>();
  readonly #beyond = new Map<string, { offset: number; message: string; advice: string }>();

  constructor(file: SourceText) {
    this.#file = file;
  }

  /** @param offset the place in the file, in UTF-16 units. */
  add(offset: number, message: string, advice: string): void {
    const count = (this.#counts.get(advice) ?? 0) + 1;
    this.#counts.set(advice, count);
    if (count <= NAMED) this.#found.push(this.#warning(offset, message, advice));
    else if (count === NAMED + 1) this.#beyond.set(advice, { offset, message, advice });
  }

  /** A caption that ends before it begins. */
  addBackwards(offset: number): void {
    this.add(
      offset,
      "this ends before it begins.",
      "It is read with its beginning for its time. Correct the second of its times.",
    );
  }

  /** All of them, in the order of the file. */
  build(): readonly Diagnostic[] {
    const rest = [...this.#beyond].map(([key, { offset, message, advice }]) => {
      const more = (this.#counts.get(key) ?? 0) - NAMED - 1;
      return this.#warning(offset, more > 0 ? `${message} And ${more} more like it.` : message, advice);
    });
    return [...this.#found, ...rest]
      .sort((one, other) => one.offset - other.offset)
      .map(({ offset: _, ...diagnostic }) => diagnostic);
  }

  #warning(offset: number, message: string, advice: string) {
    const { name } = this.#file.file;
    return {
      severity: "warning" as const,
      file: name,
      ...this.#file.positionAt(offset),
      message,
      advice,
      offset,
    };
  }
}
