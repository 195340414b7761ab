import type { SourceText, Span } from "./source-text.ts";

/** Indices from `from` up to, not including, `to`. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/** Finds what stands on given lines, by bisection: `extents` come in the order of the text and never overlap. */
export class StatementsByLine {
  readonly #lines: readonly (readonly [first: number, last: number])[];

  constructor(extents: readonly Span[], source: SourceText) {
    this.#lines = extents.map((extent) => source.linesOf(extent));
  }

  /** Everything that stands, in whole or in part, on lines `first` to `last`; empty when nothing does. */
  between(first: number, last: number): IndexRange {
    return {
      from: this.#firstWhere(([, itsLast]) => itsLast >= first),
      to: this.#firstWhere(([itsFirst]) => itsFirst > last),
    };
  }

  #firstWhere(holds: (lines: readonly [first: number, last: number]) => boolean): number {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const lines = this.#lines[middle];
      if (lines && holds(lines)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
