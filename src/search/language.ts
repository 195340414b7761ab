import { english } from "./english/english.ts";
import { PLAIN_FORM, type QuestionForm } from "./question-form.ts";
import { stemmerOf } from "./stemming.ts";
import type { Turnaround } from "./turnaround.ts";
import type { WordVectors } from "./word-vectors.ts";

/** How much a word says about what a text is about, before anything is known of the archive. */
export type WordClass =
  /** "who", "did", "of": grammar. */
  | "function"
  /** "really", "thing", "say": ordinary words and words about asking and saying. */
  | "common"
  | "content";

/**
 * How the opening of what someone says leans on what was said before:
 *
 * - `reply`: "No." "Never." "Neither …";
 * - `reference`: "That …", "They …", "these weapons", which nothing in the sentence has named;
 * - `follow-up`: a question that goes on with the one before it, "And if …?";
 * - `connective`: "Because …", "But …", "Another …".
 */
export type Leaning = "reply" | "reference" | "follow-up" | "connective";

/** What search knows about a language. */
export interface Language {
  /** BCP 47 primary subtag. */
  readonly tag: string;
  /** A folded word → its term, the form under which it is indexed. */
  term(word: string): string;
  /** `before` is the word before it, which may make it a form of address ("Mr President"). */
  classOf(word: string, before?: string): WordClass;
  /** Folded words that {@link classOf} calls function or common words: what a misspelt word may be, too. */
  readonly ordinaryWords: readonly string[];
  /** What a reader's shorthand stands for ("u" → "you"), or null. Folded words both. */
  spelledOut(word: string): readonly string[] | null;
  /** Terms of nearly the same meaning. Empty where none are known. */
  synonymsOf(term: string): readonly string[];
  /** What words of one family share ("belarus", "belarusian"), or null where families aren't known. */
  familyOf(term: string): string | null;
  /** Words' meanings as vectors, by term, or null where none are known. */
  wordVectors(): WordVectors | null;
  /** What a question's wording shows of its answer. `words` are folded and spelled out. */
  questionForm(words: readonly string[]): QuestionForm;
  /** The words at the start of a text, as printed, that turn around what stands right before it, or null. */
  turnsAround(textAfter: string): Turnaround | null;
  /** How what someone says leans on what was said before, or null. `opening` is its first words, as printed. */
  leansOn(opening: string): Leaning | null;
}

const languages = new Map<string, Language>();

/** The language of a BCP 47 tag; one without a stemmer is searched word by word. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split("-")[0] ?? "";
  const known = languages.get(primary);
  if (known) return known;
  const language = primary === "en" ? english : plainLanguage(primary);
  languages.set(primary, language);
  return language;
}

/** Stemming only: without word lists, how rare a word is in the archive has to tell what it is worth. */
function plainLanguage(tag: string): Language {
  const stem = stemmerOf(tag);
  return {
    tag,
    term: stem,
    classOf: () => "content",
    ordinaryWords: [],
    spelledOut: () => null,
    synonymsOf: () => [],
    familyOf: () => null,
    wordVectors: () => null,
    questionForm: () => PLAIN_FORM,
    turnsAround: () => null,
    leansOn: () => null,
  };
}
