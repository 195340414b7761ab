import type { Archive } from "../../src/transcript/archive.ts";
import type { Statement } from "../../src/transcript/interview.ts";
import { type Word, wordsOf } from "./letters.ts";

/** A statement's words in the order they were said; for narration, those printed. Places are the source's. */
export interface SpokenWords {
  readonly statement: Statement;
  readonly words: readonly Word[];
}

/**
 * What is said in an archive, word for word: who holds a row of words without a gap. The bench asks it whether a
 * mutation has by accident become what somebody did say.
 */
export class ArchiveWords {
  readonly archive: Archive;
  readonly spoken: readonly SpokenWords[];
  /** A statement's letters by word, with a space before and after each. */
  readonly #rows: readonly string[];
  /** Word → the places in {@link spoken} that hold it. */
  readonly #holders = new Map<string, number[]>();
  readonly #counts = new Map<string, number>();
  readonly #places = new Map<Statement, number>();
  #names: readonly string[] | undefined;

  constructor(archive: Archive) {
    this.archive = archive;
    this.spoken = [...archive.statements()].map((statement) => {
      const { text } = statement.interview.source;
      const spans = statement.kind === "narration" ? statement.spans : statement.spoken;
      return { statement, words: spans.flatMap(({ start, end }) => wordsOf(text, start, end)) };
    });
    this.#rows = this.spoken.map(({ words }) => rowOf(words.map(({ letters }) => letters)));
    for (const [at, { statement, words }] of this.spoken.entries()) {
      this.#places.set(statement, at);
      for (const { letters } of words) this.#counts.set(letters, this.countOf(letters) + 1);
      for (const letters of new Set(words.map((word) => word.letters))) {
        const holders = this.#holders.get(letters);
        if (holders) holders.push(at);
        else this.#holders.set(letters, [at]);
      }
    }
  }

  /** How often a folded word is said. */
  countOf(letters: string): number {
    return this.#counts.get(letters) ?? 0;
  }

  /** Every folded word that is said. */
  vocabulary(): Iterable<string> {
    return this.#counts.keys();
  }

  spokenOf(statement: Statement): SpokenWords {
    const spoken = this.spoken[this.#places.get(statement) ?? -1];
    if (!spoken) throw new RangeError(`${statement.id} is not in the archive`);
    return spoken;
  }

  /** The statements, questions and narration too, that hold these folded words in a row without a gap. */
  heldBy(letters: readonly string[]): readonly Statement[] {
    const row = rowOf(letters);
    return this.#holdersOfRarest(letters).flatMap((at) =>
      this.#rows[at]?.includes(row) ? (this.spoken[at]?.statement ?? []) : [],
    );
  }

  /** The most of these words that any statement holds in a row. */
  longestRunOf(letters: readonly string[]): number {
    let longest = 0;
    for (let from = 0; from + longest < letters.length; from += 1) {
      while (
        from + longest < letters.length &&
        this.heldBy(letters.slice(from, from + longest + 1)).length > 0
      )
        longest += 1;
    }
    return longest;
  }

  /** The statement that shares the rarest words with these; null when it shares none. */
  nearestTo(letters: readonly string[]): Statement | null {
    const worths = new Map<number, number>();
    for (const word of new Set(letters)) {
      const holders = this.#holders.get(word) ?? [];
      if (holders.length > 2_000) continue;
      for (const at of holders) worths.set(at, (worths.get(at) ?? 0) + 1 / holders.length);
    }
    let best: number | null = null;
    for (const [at, worth] of worths) if (best === null || worth > (worths.get(best) ?? 0)) best = at;
    return best === null ? null : (this.spoken[best]?.statement ?? null);
  }

  /** Proper names in what is said, as printed: capitals within a sentence that never stand in lower case. */
  names(): readonly string[] {
    this.#names ??= [...new Set(this.spoken.flatMap((spoken) => this.#namesIn(spoken)))].sort();
    return this.#names;
  }

  #namesIn({ statement, words }: SpokenWords): readonly string[] {
    const { text } = statement.interview.source;
    return words.flatMap((word, at) => {
      const before = words[at - 1];
      const name = before && nameIn(text, before, word);
      return name ? [name] : [];
    });
  }

  #holdersOfRarest(letters: readonly string[]): readonly number[] {
    let rarest: readonly number[] | undefined;
    for (const word of letters) {
      const holders = this.#holders.get(word) ?? [];
      if (!rarest || holders.length < rarest.length) rarest = holders;
    }
    return rarest ?? [];
  }
}

function rowOf(letters: readonly string[]): string {
  return ` ${letters.join(" ")} `;
}

const NOT_NAMES = new Set(
  "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr".split(
    " ",
  ),
);

/** The name that a word is, without its 's; null for any other word, and where a sentence begins. */
export function nameIn(text: string, before: Word, word: Word): string | null {
  const name = text.slice(word.start, word.end).replace(/['’]s$/u, "");
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(name) || NOT_NAMES.has(name.toLowerCase())) return null;
  return /^[ ,]*$/u.test(text.slice(before.end, word.start)) ? name : null;
}
