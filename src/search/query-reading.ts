import type { Language, WordClass } from "./language.ts";
import { PLAIN_FORM, type QuestionForm } from "./question-form.ts";
import type { StatementIndex } from "./statement-index.ts";
import { tokenise } from "./text-analysis.ts";
import type { Repair, WordRepair } from "./word-repair.ts";

/** How a term of the archive comes to stand for a word of the query. */
export type Likeness = "exact" | "family" | "synonym" | "beginning" | "repaired";

export interface Alternative {
  readonly term: number;
  readonly likeness: Likeness;
  /** From 0 to 1: how much a match counts beside an exact one. */
  readonly strength: number;
}

/** A word of the query with the terms of the archive that may stand for it. */
export interface QueryWord {
  readonly word: string;
  readonly wordClass: WordClass;
  /** What matching it is worth: how telling its class is, times how rare it is in the archive. */
  readonly weight: number;
  /** The strongest first; empty for a word the archive knows nothing like. */
  readonly alternatives: readonly Alternative[];
}

export interface QueryReading {
  /** Each term once, in the order of the query. */
  readonly words: readonly QueryWord[];
  readonly form: QuestionForm;
}

/** A question has few words; of pasted pages the beginning must do. UTF-16 code units and words. */
const LONGEST_QUERY = 2_000;
const MOST_WORDS = 96;
/** Repairing is the dearest step, so it is bounded for text that is all noise. */
const MOST_REPAIRED = 16;

const CLASS_WEIGHT: Readonly<Record<WordClass, number>> = { function: 0.03, common: 0.35, content: 1 };
/** "Putin" may be a subject, but the name of someone who speaks in the interview mostly says whose answer is wanted. */
const SPEAKER_NAME_WEIGHT = 0.35;
const FAMILY_STRENGTH = 0.8;
const SYNONYM_STRENGTH = 0.7;

/** Words → terms of the archive, with their weights. */
export function readQuery(index: StatementIndex, repair: WordRepair, text: string): QueryReading {
  const languages = index.vocabulary.languages();
  const typed = tokenise(text.slice(0, LONGEST_QUERY)).map(({ word }) => word);
  const spelled = typed.flatMap((word) => spelledOut(word, languages)).slice(0, MOST_WORDS);
  const words: QueryWord[] = [];
  const seen = new Set<string>();
  let repairs = 0;
  const whole = withJoinedWords(spelled, index, languages);
  for (const [at, word] of whole.entries()) {
    const key = languages[0]?.term(word) ?? word;
    if (seen.has(key)) continue;
    seen.add(key);
    let wordClass = classOf(word, languages, whole[at - 1]);
    let alternatives = knownAlternatives(word, index, languages);
    if (alternatives.length === 0 && wordClass === "content") {
      if (repairs < MOST_REPAIRED) {
        const meant = repairedAlternatives(word, repair, languages);
        if (meant.ordinary !== null) wordClass = classOf(meant.ordinary, languages);
        alternatives = meant.alternatives;
      }
      repairs += 1;
    }
    words.push({ word, wordClass, weight: weightOf(wordClass, alternatives, index), alternatives });
  }
  const form = languages.find(({ tag }) => tag === "en")?.questionForm(spelled) ?? PLAIN_FORM;
  return { words, form };
}

function spelledOut(word: string, languages: readonly Language[]): readonly string[] {
  for (const language of languages) {
    const long = language.spelledOut(word);
    if (long) return long;
  }
  return [word];
}

/** A word takes its humblest class in any language of the archive. */
function classOf(word: string, languages: readonly Language[], before?: string): WordClass {
  const classes = languages.map((language) => language.classOf(word, before));
  if (classes.includes("function")) return "function";
  return classes.includes("common") ? "common" : "content";
}

function weightOf(wordClass: WordClass, alternatives: readonly Alternative[], index: StatementIndex): number {
  const best = alternatives[0];
  const idf = best ? (index.idf[best.term] ?? 0) : index.idfOfUnknown;
  const named = best && best.likeness !== "synonym" && index.nameTerms.has(best.term);
  return CLASS_WEIGHT[wordClass] * idf * (named ? SPEAKER_NAME_WEIGHT : 1);
}

/** The word's own term, its family and its synonyms, as far as the archive has them. */
function knownAlternatives(
  word: string,
  index: StatementIndex,
  languages: readonly Language[],
): readonly Alternative[] {
  const found: Alternative[] = [];
  const add = (term: number | undefined, likeness: Likeness, strength: number): void => {
    if (term !== undefined && !found.some((other) => other.term === term))
      found.push({ term, likeness, strength });
  };
  const { vocabulary } = index;
  for (const language of languages) {
    const term = language.term(word);
    add(vocabulary.idOf(term), "exact", 1);
    if (language.classOf(word) === "function") continue;
    const family = language.familyOf(term);
    if (family !== null) {
      for (const member of vocabulary.family(family)) add(member, "family", FAMILY_STRENGTH);
    }
    for (const synonym of language.synonymsOf(term)) {
      add(vocabulary.idOf(synonym), "synonym", SYNONYM_STRENGTH);
    }
  }
  return found.sort((a, b) => b.strength - a.strength);
}

/** What a word the archive lacks may have been meant for. */
interface Meant {
  readonly alternatives: readonly Alternative[];
  /** The ordinary word of the language it most likely was, such as "intervew" for "interview"; else null. */
  readonly ordinary: string | null;
}

/** Misspellings first, then words that begin like it. */
function repairedAlternatives(word: string, repair: WordRepair, languages: readonly Language[]): Meant {
  let found: readonly Repair[] = repair.misspelt(word);
  for (const language of languages) {
    if (found.length > 0) break;
    // "esculating" is far from "escalation", but their stems are one letter apart.
    const stem = language.term(word);
    if (stem !== word) found = weakened(repair.misspelt(stem), 0.85);
    const family = found.length === 0 ? language.familyOf(stem) : null;
    if (family !== null && family !== stem) found = weakened(repair.misspelt(family), 0.7);
  }
  const best = found[0];
  const ordinary = best && classOf(best.spelling, languages) !== "content" ? best.spelling : null;
  const alternatives = found
    .filter(({ term }) => term !== null)
    .map(({ term, weight }): Alternative => ({ term: term ?? 0, likeness: "repaired", strength: weight }));
  if (ordinary === null) {
    for (const { term, weight } of repair.beginningWith(word)) {
      if (term !== null) alternatives.push({ term, likeness: "beginning", strength: weight });
    }
  }
  alternatives.sort((a, b) => b.strength - a.strength);
  return {
    ordinary,
    alternatives: alternatives.filter(
      ({ term }, at) => alternatives.findIndex((other) => other.term === term) === at,
    ),
  };
}

function weakened(repairs: readonly Repair[], factor: number): readonly Repair[] {
  return repairs.map((repair) => ({ ...repair, weight: repair.weight * factor }));
}

/** "side lines" → "sidelines" and "belarustroops" → "belarus troops", where the archive has the one and not the other. */
function withJoinedWords(
  words: readonly string[],
  index: StatementIndex,
  languages: readonly Language[],
): readonly string[] {
  const looked = new Map<string, boolean>();
  const known = (word: string): boolean => {
    let found = looked.get(word);
    if (found === undefined) {
      found = languages.some((language) => index.vocabulary.idOf(language.term(word)) !== undefined);
      looked.set(word, found);
    }
    return found;
  };
  const result: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const next = words[at + 1];
    if (next !== undefined && !(known(word) && known(next)) && known(word + next)) {
      result.push(word + next);
      at += 1;
      continue;
    }
    result.push(...(known(word) ? [word] : splitInTwo(word, known)));
  }
  return result;
}

const SHORTEST_PART = 4;

function splitInTwo(word: string, known: (word: string) => boolean): readonly string[] {
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every(known)) return parts;
  }
  return [word];
}
