import type { Interview, Statement } from "../transcript/interview.ts";
import { GrowableInt32Array } from "./growable-array.ts";
import { type Language, languageOf } from "./language.ts";
import type { StatementIndex } from "./statement-index.ts";
import type { TermArray } from "./statement-surroundings.ts";
import { partOf, traitsOf } from "./statement-traits.ts";
import { spansToSearch } from "./statement-words.ts";
import { tokenise } from "./text-analysis.ts";
import { Vocabulary } from "./vocabulary.ts";
import { WordScanner } from "./word-scanner.ts";

const STATEMENTS_A_STEP = 1000;

/**
 * Reads what an index keeps of statements for themselves: the terms of their words, their traits and parts. What an
 * index before knows of an interview that is the same object still is taken from there; it comes out the same.
 */
export class OwnWordsReader {
  readonly vocabulary = new Vocabulary();
  /** Document → its terms are `ownStart[document]` up to `ownStart[document + 1]` of those read. */
  readonly ownStart: Int32Array;
  readonly traits: Uint8Array;
  readonly parts: Uint8Array;
  /** See {@link StatementIndex.wordsOf}. */
  readonly wordsOf = new Map<Interview, readonly string[]>();
  readonly #terms = new GrowableInt32Array();
  readonly #isContent: boolean[] = [];
  readonly #scanners = new Map<Language, WordScanner>();
  readonly #before: StatementIndex | null;
  /** Terms of the index before → ours, from 1; 0 where they haven't come up yet. */
  readonly #ours: Int32Array;

  constructor(documents: number, before: StatementIndex | null) {
    this.ownStart = new Int32Array(documents + 1);
    this.traits = new Uint8Array(documents);
    this.parts = new Uint8Array(documents);
    this.#before = before;
    this.#ours = new Int32Array(before?.vocabulary.termCount ?? 0);
  }

  /** The next interview, whose statements are the documents from `from` on; in steps, where it is long. */
  *read(interview: Interview, from: number): Generator<void, void> {
    const language = languageOf(interview.language);
    const before = this.#before;
    const [knownFrom, knownTo] = before?.interviews.get(interview.id) ?? [0, 0];
    const isKnown = knownFrom < knownTo && before?.statements[knownFrom] === interview.statements[0];
    if (before && isKnown) {
      this.traits.set(before.traits.subarray(knownFrom, knownTo), from);
      this.parts.set(before.parts.subarray(knownFrom, knownTo), from);
      const words = before.wordsOf.get(interview);
      if (words) {
        this.#take(interview, words, { before, language, knownFrom, from });
        return;
      }
    }
    const scanner = this.#scannerOf(language);
    const { text } = interview.source;
    for (const [offset, statement] of interview.statements.entries()) {
      let hints = 0;
      for (const { start, end } of spansToSearch(statement))
        hints |= scanner.scan(text, start, end, this.#terms);
      this.ownStart[from + offset + 1] = this.#terms.length;
      if (offset % STATEMENTS_A_STEP === STATEMENTS_A_STEP - 1) yield;
      if (isKnown) continue;
      const words = textOf(statement);
      this.traits[from + offset] = traitsOf(statement, words, hints);
      this.parts[from + offset] = partOf(statement, words);
    }
    this.wordsOf.set(interview, scanner.takeWords());
  }

  #take(
    interview: Interview,
    words: readonly string[],
    known: { before: StatementIndex; language: Language; knownFrom: number; from: number },
  ): void {
    const { before, language, knownFrom, from } = known;
    for (const word of words) {
      const term = this.addWord(word, language);
      const theirs = before.vocabulary.termOfWord(word, language);
      if (theirs === undefined)
        throw new RangeError(`the index before has no word ${word} in ${interview.id}`);
      this.#ours[theirs] = term + 1;
    }
    this.wordsOf.set(interview, words);
    const start = before.ownStart[knownFrom] ?? 0;
    const count = interview.statements.length;
    const shift = this.#terms.length - start;
    for (let offset = 1; offset <= count; offset += 1) {
      this.ownStart[from + offset] = (before.ownStart[knownFrom + offset] ?? 0) + shift;
    }
    const end = before.ownStart[knownFrom + count] ?? 0;
    for (let at = start; at < end; at += 1) {
      this.#terms.push((this.#ours[before.ownTerms[at] ?? 0] ?? 0) - 1);
    }
  }

  addWord(word: string, language: Language): number {
    const term = this.vocabulary.add(word, language);
    this.#isContent[term] ??= language.classOf(word) !== "function";
    return term;
  }

  addWords(text: string, language: Language): number[] {
    return tokenise(text).map(({ word }) => this.addWord(word, language));
  }

  /** The terms of all documents, one after the other. */
  ownTerms(): TermArray {
    const terms = this.#terms.toArray();
    return this.vocabulary.termCount <= 0x10000 ? new Uint16Array(terms) : terms;
  }

  /** By term: 0 for function words. */
  isContent(): Uint8Array {
    return Uint8Array.from({ length: this.vocabulary.termCount }, (_, term) =>
      this.#isContent[term] ? 1 : 0,
    );
  }

  #scannerOf(language: Language): WordScanner {
    const scanner = this.#scanners.get(language) ?? new WordScanner((word) => this.addWord(word, language));
    this.#scanners.set(language, scanner);
    return scanner;
  }
}

/** What was spoken, or the paragraph. */
function textOf(statement: Statement): string {
  const { text } = statement.interview.source;
  return spansToSearch(statement)
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");
}
