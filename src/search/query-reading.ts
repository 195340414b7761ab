import { withJoinedWords } from "./joined-words.ts";
import type { Language, WordClass } from "./language.ts";
import { PLAIN_FORM, type QuestionForm } from "./question-form.ts";
import type { RelatedTerms } from "./related-terms.ts";
import type { StatementIndex } from "./statement-index.ts";
import { type Token, tokenise } from "./text-analysis.ts";
import type { Repair, WordRepair } from "./word-repair.ts";
import type { WordVectors } from "./word-vectors.ts";

/** How a term of the archive comes to stand for a word of the query. */
export type Likeness = "exact" | "family" | "synonym" | "beginning" | "repaired" | "related";

export interface Alternative {
  readonly term: number;
  readonly likeness: Likeness;
  /** From 0 to 1: how much a match counts beside an exact one. */
  readonly strength: number;
}

/** A word of the query with the terms of the archive that may stand for it. */
export interface QueryWord {
  readonly word: string;
  /** The term whose meaning it has: its own, or of the word it was most likely meant for. */
  readonly meantTerm: string;
  readonly wordClass: WordClass;
  /** How rare it is in the language, from 0 to {@link RAREST}: what isn't known is rarest. */
  readonly rarity: number;
  /** How rare it is in the archive: the inverse document frequency of the term it stands for. */
  readonly idf: number;
  /** What matching it is worth: how telling its class is, times how rare it is in the archive. */
  readonly weight: number;
  /** The strongest first; empty for a word the archive knows nothing like. */
  readonly alternatives: readonly Alternative[];
}

/** Natural logarithm of one over a word's share of all words; "the" is near 0. */
export const RAREST = 11;

export interface QueryReading {
  /** Each term once, in the order of the query. */
  readonly words: readonly QueryWord[];
  readonly form: QuestionForm;
}

/** Where a word of a query comes from. */
export interface WordOrigin {
  /** As typed: several words where they were joined. */
  readonly typed: string;
  /** The word it was most likely meant for; null for one that was read as it stands. */
  readonly corrected: string | null;
}

/** A query read from what someone typed. */
export interface TextReading extends QueryReading {
  /** By word. */
  readonly origins: readonly WordOrigin[];
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
/** Words rarer than this may be misspellings that word lists took in. */
const RAREST_SURE_WORD = 10;
const RELATED_STRENGTH = 0.7;
/** The similarity from which on it counts. */
const UNRELATED = 0.25;

/** What is known of words beyond the index itself. */
export interface WordKnowledge {
  readonly repair: WordRepair;
  /** Null, both, where no language of the archive has word vectors. */
  readonly vectors: WordVectors | null;
  readonly related: RelatedTerms | null;
}

/** For words remembered: what only means the same wasn't said. */
export function withoutMeaning({ words, form }: QueryReading): QueryReading {
  return {
    form,
    words: words.map((word) => ({
      ...word,
      alternatives: word.alternatives.filter(({ likeness }) => likeness !== "related"),
    })),
  };
}

/** Words → terms of the archive, with their weights. */
export function readQuery(
  index: StatementIndex,
  { repair, related, vectors }: WordKnowledge,
  text: string,
): TextReading {
  const languages = index.vocabulary.languages();
  const spelled = tokenise(text.slice(0, LONGEST_QUERY))
    .flatMap(({ word, start, end }) =>
      spelledOut(word, languages).map((long): Token => ({ word: long, start, end })),
    )
    .slice(0, MOST_WORDS);
  const words: QueryWord[] = [];
  const origins: WordOrigin[] = [];
  const seen = new Set<string>();
  /** Misspelt ordinary words by their terms: the wording is read as it was meant. */
  const corrected = new Map<string, string>();
  let repairs = 0;
  const whole = withJoinedWords(spelled, index, languages);
  for (const [at, { word, start, end }] of whole.entries()) {
    const key = languages[0]?.term(word) ?? word;
    if (seen.has(key)) continue;
    seen.add(key);
    let meantTerm = key;
    let rarity = rarityOf(key, vectors);
    let wordClass = classOf(word, languages, whole[at - 1]?.word);
    let alternatives = knownAlternatives(word, index, languages);
    let correction: string | null = null;
    if (alternatives.length === 0 && wordClass === "content" && rarity > RAREST_SURE_WORD) {
      if (repairs < MOST_REPAIRED) {
        const meant = repairedAlternatives(word, repair, languages);
        if (meant.ordinary !== null) {
          wordClass = classOf(meant.ordinary, languages);
          corrected.set(key, meant.ordinary);
        }
        alternatives = meant.alternatives;
        correction = meant.spelling;
        const best = meant.ordinary ?? index.vocabulary.termOf(alternatives[0]?.term ?? -1);
        if (best !== "") {
          meantTerm = languages[0]?.term(best) ?? best;
          rarity = rarityOf(meantTerm, vectors);
        }
      }
      repairs += 1;
    }
    const weight = weightOf(wordClass, alternatives, index);
    const idf = idfOf(alternatives, index);
    // Where words fail, what they mean may still be there.
    if (alternatives.length === 0 && wordClass !== "function" && related && vectors)
      alternatives = relatedAlternatives(vectors.find(meantTerm), related);
    origins.push({ typed: text.slice(start, end), corrected: correction });
    words.push({ word, meantTerm, wordClass, rarity, idf, weight, alternatives });
  }
  const english = languages.find(({ tag }) => tag === "en");
  const wording = whole.map(({ word }) => corrected.get(languages[0]?.term(word) ?? word) ?? word);
  const form = english?.questionForm(wording) ?? PLAIN_FORM;
  return { words, form, origins };
}

function rarityOf(term: string, vectors: WordVectors | null): number {
  const at = vectors?.find(term) ?? -1;
  return at < 0 ? RAREST : Math.min(RAREST, vectors?.rarity(at) ?? RAREST);
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

function idfOf([best]: readonly Alternative[], index: StatementIndex): number {
  return best ? (index.idf[best.term] ?? 0) : index.idfOfUnknown;
}

function weightOf(wordClass: WordClass, alternatives: readonly Alternative[], index: StatementIndex): number {
  const [best] = alternatives;
  const named = best && best.likeness !== "synonym" && index.nameTerms.has(best.term);
  return CLASS_WEIGHT[wordClass] * idfOf(alternatives, index) * (named ? SPEAKER_NAME_WEIGHT : 1);
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
  /** The likeliest of all, as it is spelled; null where there is none. */
  readonly spelling: string | null;
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
  const beginnings = ordinary === null ? repair.beginningWith(word) : [];
  for (const { term, weight } of beginnings) {
    if (term !== null) alternatives.push({ term, likeness: "beginning", strength: weight });
  }
  alternatives.sort((a, b) => b.strength - a.strength);
  const likeliest = [...found, ...beginnings].find(({ term }) => term === alternatives[0]?.term);
  return {
    ordinary,
    spelling: ordinary ?? likeliest?.spelling ?? null,
    alternatives: alternatives.filter(
      ({ term }, at) => alternatives.findIndex((other) => other.term === term) === at,
    ),
  };
}

/** The archive's terms of like meaning, for a word it has nothing else for. */
function relatedAlternatives(number: number, related: RelatedTerms): readonly Alternative[] {
  return related.of(number).map(({ term, similarity }): Alternative => {
    const strength = (RELATED_STRENGTH * (similarity - UNRELATED)) / (1 - UNRELATED);
    return { term, likeness: "related", strength };
  });
}

function weakened(repairs: readonly Repair[], factor: number): readonly Repair[] {
  return repairs.map((repair) => ({ ...repair, weight: repair.weight * factor }));
}
