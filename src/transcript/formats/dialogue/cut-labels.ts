import { type Reading, ReadingBuilder } from "../../reading.ts";
import type { Span } from "../../source-text.ts";

/** A text without some of its stretches, and where whatever is left stands in it. */
export interface Cut {
  /** Null where nothing is cut out of the file itself. */
  readonly reading: Reading | null;
  /** Where a place of the text stands now. Ask for places in their order: it goes through the cuts once. */
  place(offset: number): number;
}

/**
 * Reads a file without the labels between its words.
 * @param file the file's text, as it is on disk.
 * @param base how it was read until now; null for the file's own text.
 * @param cuts stretches of the text read until now, in order and apart.
 */
export function withoutLabels(file: string, base: Reading | null, cuts: readonly Span[]): Cut {
  return { reading: base ? rebuilt(file, base, cuts) : copied(file, cuts), place: placing(cuts) };
}

function copied(file: string, cuts: readonly Span[]): Reading | null {
  if (cuts.length === 0) return null;
  const builder = new ReadingBuilder(file);
  let from = 0;
  for (const { start, end } of cuts) {
    builder.copy(from, start);
    from = end;
  }
  builder.copy(from, file.length);
  return builder.build();
}

/** Goes over the runs of a reading and its cuts side by side. */
function rebuilt(file: string, base: Reading, cuts: readonly Span[]): Reading {
  const { at, from, to, means, meanings } = base.runs;
  const builder = new ReadingBuilder(file);
  let next = 0;
  for (let run = 0; run < at.length; run += 1) {
    const begins = at[run] ?? 0;
    const ends = at[run + 1] ?? base.text.length;
    const [first = 0, last = 0, meaning = -1] = [from[run], to[run], means[run]];
    let kept = begins;
    const keep = (upTo: number) => {
      if (upTo <= kept) return;
      if (meaning === -1) builder.copy(first + kept - begins, first + upTo - begins);
      else builder.decode(first, last, (meanings[meaning] ?? "").slice(kept - begins, upTo - begins));
    };
    while (next < cuts.length && (cuts[next]?.start ?? 0) < ends) {
      const { start = 0, end = 0 } = cuts[next] ?? {};
      // Of what was decoded only white space between blocks is ever cut in two.
      keep(start);
      kept = Math.max(kept, end);
      if (end > ends) break;
      next += 1;
    }
    keep(ends);
  }
  return builder.build();
}

function placing(cuts: readonly Span[]): (offset: number) => number {
  let next = 0;
  let lost = 0;
  let asked = 0;
  return (offset) => {
    if (offset < asked) throw new RangeError("places are asked for in their order");
    asked = offset;
    for (let cut = cuts[next]; cut && cut.end <= offset; cut = cuts[next]) {
      lost += cut.end - cut.start;
      next += 1;
    }
    return offset - lost;
  };
}
