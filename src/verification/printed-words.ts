import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import { type ComparedWord, comparedWords } from "./compared-words.ts";

/** A word of a statement as printed. */
export interface PrintedWord extends ComparedWord {
  /** False for what stands in print and wasn't spoken: the attribution, an editor's [insertion]. */
  readonly isSpoken: boolean;
  /** Index of its paragraph in the statement. */
  readonly paragraph: number;
}

/** The words of a statement with offsets in its source; narration counts as spoken by its author. */
export function printedWords({ spans, spoken, interview }: Statement): readonly PrintedWord[] {
  const { text } = interview.source;
  const words: PrintedWord[] = [];
  let next = 0;
  spans.forEach(({ start, end }, paragraph) => {
    for (const word of comparedWords(text, start, end)) {
      while (next < spoken.length && (spoken[next]?.end ?? 0) <= word.start) next += 1;
      const isSpoken = spoken.length === 0 || word.start >= (spoken[next]?.start ?? Number.POSITIVE_INFINITY);
      words.push({ ...word, isSpoken, paragraph });
    }
  });
  return words;
}

/** The spoken words of `[from, to)`: a span for each stretch that nothing unspoken and no paragraph break interrupts. */
export function spokenStretches(words: readonly PrintedWord[], from: number, to: number): readonly Span[] {
  const stretches: { start: number; end: number }[] = [];
  let last: PrintedWord | undefined;
  for (const word of words.slice(from, to)) {
    const open = stretches.at(-1);
    if (word.isSpoken && open && last?.isSpoken && last.paragraph === word.paragraph) open.end = word.end;
    else if (word.isSpoken) stretches.push({ start: word.start, end: word.end });
    last = word;
  }
  return stretches;
}
