import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import { type Token, tokenise } from "./text-analysis.ts";

/**
 * The words a statement is found by, with offsets in its source: what was spoken, without the attribution
 * around it and without [editorial insertions]; for narration the paragraph.
 *
 * @param spans where to read them, if not everywhere.
 */
export function wordsOf(statement: Statement, spans: readonly Span[] = spansToSearch(statement)): Token[] {
  const { text } = statement.interview.source;
  const words: Token[] = [];
  for (const { start, end } of spans) {
    for (const token of tokenise(text.slice(start, end))) {
      words.push({ word: token.word, start: start + token.start, end: start + token.end });
    }
  }
  return words;
}

/** What was spoken, or the paragraph. */
export function spansToSearch({ spoken, spans }: Statement): readonly Span[] {
  return spoken.length > 0 ? spoken : spans;
}
