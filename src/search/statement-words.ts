import type { Statement } from "../transcript/interview.ts";
import { type Token, tokenise } from "./text-analysis.ts";

/**
 * The words a statement is found by, with offsets in its source: what was spoken, without the attribution
 * around it and without [editorial insertions]; for narration the paragraph.
 */
export function wordsOf(statement: Statement): Token[] {
  const { text } = statement.interview.source;
  const spans = statement.spoken.length > 0 ? statement.spoken : statement.spans;
  const words: Token[] = [];
  for (const { start, end } of spans) {
    for (const token of tokenise(text.slice(start, end))) {
      words.push({ word: token.word, start: start + token.start, end: start + token.end });
    }
  }
  return words;
}
