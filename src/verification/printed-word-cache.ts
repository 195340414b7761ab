import type { Statement } from "../transcript/interview.ts";
import { type PrintedWord, printedWords } from "./printed-words.ts";

/** About 10 MB. */
const MOST_WORDS = 100_000;

/** Remembers the words of statements that claims led to lately: people check the same quotes again and again. */
export class PrintedWordCache {
  readonly #known = new Map<Statement, readonly PrintedWord[]>();
  #words = 0;

  of(statement: Statement): readonly PrintedWord[] {
    const known = this.#known.get(statement);
    if (known) return known;
    const words = printedWords(statement);
    if (this.#words + words.length > MOST_WORDS) {
      this.#known.clear();
      this.#words = 0;
    }
    this.#known.set(statement, words);
    this.#words += words.length;
    return words;
  }
}
