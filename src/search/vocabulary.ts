import { type Language, languageOf } from "./language.ts";

/** As JSON has it. */
export interface PackedVocabulary {
  readonly terms: readonly string[];
  /** By language: words, and their terms in the same order. */
  readonly words: readonly (readonly [tag: string, words: readonly string[], terms: readonly number[]])[];
  readonly families: readonly (readonly [root: string, members: readonly number[]])[];
}

/** Every word of an archive and its term. Terms are numbered from 0 in order of first appearance. */
export class Vocabulary {
  readonly #termIds = new Map<string, number>();
  readonly #terms: string[] = [];
  /** Per language, so that each word is stemmed once however often it occurs. */
  readonly #words = new Map<string, Map<string, number>>();
  readonly #families = new Map<string, number[]>();

  static from({ terms, words, families }: PackedVocabulary): Vocabulary {
    const vocabulary = new Vocabulary();
    terms.forEach((term, id) => {
      vocabulary.#terms.push(term);
      vocabulary.#termIds.set(term, id);
    });
    for (const [tag, ofLanguage, ids] of words) {
      vocabulary.#words.set(tag, new Map(ofLanguage.map((word, at) => [word, ids[at] ?? 0])));
    }
    for (const [root, members] of families) vocabulary.#families.set(root, [...members]);
    return vocabulary;
  }

  packed(): PackedVocabulary {
    return {
      terms: this.#terms,
      words: [...this.#words].map(([tag, words]) => [tag, [...words.keys()], [...words.values()]]),
      families: [...this.#families],
    };
  }

  /** The term of a folded word, added where it is new. */
  add(word: string, language: Language): number {
    let words = this.#words.get(language.tag);
    if (!words) {
      words = new Map();
      this.#words.set(language.tag, words);
    }
    const known = words.get(word);
    if (known !== undefined) return known;
    const term = language.term(word);
    let id = this.#termIds.get(term);
    if (id === undefined) {
      id = this.#terms.length;
      this.#terms.push(term);
      this.#termIds.set(term, id);
    }
    words.set(word, id);
    const family = language.familyOf(term);
    if (family !== null) {
      const members = this.#families.get(family) ?? [];
      if (!members.includes(id)) members.push(id);
      this.#families.set(family, members);
    }
    return id;
  }

  get termCount(): number {
    return this.#terms.length;
  }

  idOf(term: string): number | undefined {
    return this.#termIds.get(term);
  }

  /** The term of a folded word that was added in a language. */
  termOfWord(word: string, { tag }: Language): number | undefined {
    return this.#words.get(tag)?.get(word);
  }

  /** The term of a folded word in whichever language of the archive knows it, or undefined. */
  termFor(word: string): number | undefined {
    for (const words of this.#words.values()) {
      const known = words.get(word);
      if (known !== undefined) return known;
    }
    for (const language of this.languages()) {
      const known = this.#termIds.get(language.term(word));
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** Whether the archive has the folded word spelled just so. */
  spells(word: string): boolean {
    for (const words of this.#words.values()) if (words.has(word)) return true;
    return false;
  }

  termOf(id: number): string {
    return this.#terms[id] ?? "";
  }

  /** Ids of the terms of a family; see {@link Language.familyOf}. */
  family(root: string): readonly number[] {
    return this.#families.get(root) ?? [];
  }

  languages(): readonly Language[] {
    return [...this.#words.keys()].map(languageOf);
  }

  /**
   * Every word as people may type it, and the stems, each with its term, or null for ordinary words that the
   * archive doesn't hold. A word of two languages comes twice.
   */
  *spellings(): Generator<readonly [spelling: string, term: number | null]> {
    for (const words of this.#words.values()) yield* words;
    yield* this.#termIds;
    for (const { ordinaryWords } of this.languages()) {
      for (const word of ordinaryWords) yield [word, null];
    }
  }
}
