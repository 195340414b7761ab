import type { Archive } from "../transcript/archive.ts";
import type { Interview, Topic } from "../transcript/interview.ts";
import { editDistance } from "./edit-distance.ts";
import { type Language, languageOf } from "./language.ts";
import type { TopicChoice } from "./search.ts";
import { tokenise } from "./text-analysis.ts";

interface Label {
  /** Folded words, one space between. */
  readonly text: string;
  /** Terms of the words that tell something. */
  readonly terms: readonly string[];
}

interface Entry {
  readonly interview: Interview;
  readonly topic: Topic;
  /** Its name, then its aliases. */
  readonly labels: readonly Label[];
  readonly language: Language;
}

/** Below this, 0 to 1, a name isn't taken for a topic's. */
const SURE_ENOUGH = 0.66;
/** A topic's name is short; more words are compared in vain. */
const MOST_TERMS = 12;
const ALIAS_WEIGHT = 0.95;
const DESCRIBED_WEIGHT = 0.85;
const TIE_BREAK = 0.1;
/** For a word whose beginning alone was typed, "luka", or a longer form of it, "belarusian". */
const BEGINNING = 0.85;

/** The topics someone curated, found by a name or a part of one. */
export class TopicIndex {
  readonly #entries: readonly Entry[];

  constructor(archive: Archive) {
    this.#entries = archive.interviews.flatMap((interview) => {
      const language = languageOf(interview.language);
      return interview.topics.map((topic) => ({
        interview,
        topic,
        language,
        labels: [topic.name, ...topic.aliases].map((name) => labelOf(name, language)),
      }));
    });
  }

  /** The topics of a name, interview by interview; several when interviews share a topic. Empty when none is meant. */
  named(
    name: string,
    interview?: string,
  ): readonly { readonly interview: Interview; readonly topic: Topic }[] {
    const within = this.#entries.filter(
      (entry) => interview === undefined || entry.interview.id === interview,
    );
    const typed = new Map<Language, Label>();
    for (const { language } of within) {
      if (!typed.has(language)) typed.set(language, labelOf(name, language));
    }
    const rated = within.map((entry) => ({ entry, rating: rate(typed.get(entry.language), entry) }));
    const best = rated.reduce((highest, { rating }) => Math.max(highest, rating), 0);
    if (best < SURE_ENOUGH) return begunBy(foldLabel(name), within);
    const chosen = rated.find(({ rating }) => rating === best)?.entry;
    if (!chosen) return [];
    const text = chosen.labels[0]?.text;
    return rated
      .filter(({ entry }) => entry === chosen || entry.labels[0]?.text === text)
      .map(({ entry }) => ({ interview: entry.interview, topic: entry.topic }));
  }

  /** Best first; for an empty text the topics with the most statements. Ties in the order of the archive. */
  complete(partial: string, limit: number, interview?: string): readonly TopicChoice[] {
    const typed = foldLabel(partial);
    return this.#entries
      .filter((entry) => interview === undefined || entry.interview.id === interview)
      .map((entry) => ({ entry, rating: typed === "" ? 1 : completion(typed, entry) }))
      .filter(({ rating }) => rating > 0)
      .sort(
        (a, b) => b.rating - a.rating || b.entry.topic.statements.length - a.entry.topic.statements.length,
      )
      .slice(0, limit)
      .map(({ entry }) => ({
        name: entry.topic.name,
        interview: entry.interview.id,
        statements: entry.topic.statements.length,
      }));
  }
}

/** The topic of which only the beginning was typed, if it can be no other: "nuk", "staging". */
function begunBy(typed: string, entries: readonly Entry[]): readonly Entry[] {
  if (typed.length < SHORTEST_BEGINNING) return [];
  const begun = entries.filter(({ labels }) =>
    labels.some(({ text }) => text.startsWith(typed) || text.includes(` ${typed}`)),
  );
  const text = begun[0]?.labels[0]?.text;
  return begun.every(({ labels }) => labels[0]?.text === text) ? begun : [];
}

const SHORTEST_BEGINNING = 3;

function foldLabel(name: string): string {
  return tokenise(name.slice(0, 300))
    .map(({ word }) => word)
    .join(" ");
}

function labelOf(name: string, language: Language): Label {
  const words = tokenise(name.slice(0, 300)).flatMap(({ word }) => language.spelledOut(word) ?? [word]);
  const telling = words.filter((word) => language.classOf(word) === "content");
  const terms = new Set((telling.length > 0 ? telling : words).map((word) => language.term(word)));
  return { text: words.join(" "), terms: [...terms].slice(0, MOST_TERMS) };
}

/** From 0 to 1: how surely a typed name means this topic. */
function rate(typed: Label | undefined, { labels }: Entry): number {
  if (!typed || typed.terms.length === 0) return 0;
  let best = 0;
  labels.forEach((label, at) => {
    best = Math.max(best, (at === 0 ? 1 : ALIAS_WEIGHT) * likeness(typed, label));
  });
  // People also describe a topic in words from several of its names: "accusations and whether he's legit".
  const terms = [...new Set(labels.flatMap((label) => label.terms))];
  const covered =
    typed.terms.reduce((sum, term) => sum + bestSimilarity(term, terms), 0) / typed.terms.length;
  return Math.max(best, typed.terms.length > 1 ? DESCRIBED_WEIGHT * covered + TIE_BREAK * best : 0);
}

function likeness(typed: Label, label: Label): number {
  if (label.terms.length === 0) return 0;
  if (typed.text === label.text) return 1;
  const matched = label.terms.reduce((sum, term) => sum + bestSimilarity(term, typed.terms), 0);
  // Dice's coefficient over the telling words.
  return (0.98 * 2 * matched) / (typed.terms.length + label.terms.length);
}

function bestSimilarity(term: string, others: readonly string[]): number {
  return others.reduce((best, other) => Math.max(best, similar(term, other)), 0);
}

function similar(a: string, b: string): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return 0;
  const limit = shorter < 8 ? 1 : 2;
  const distance = editDistance(a, b, limit);
  if (distance <= limit) return 1 - 0.12 * distance;
  return a.startsWith(b) || b.startsWith(a) ? BEGINNING : 0;
}

/** 0 where the topic doesn't complete what was typed. */
function completion(typed: string, { labels }: Entry): number {
  let best = 0;
  labels.forEach((label, at) => {
    const weight = at === 0 ? 1 : ALIAS_WEIGHT;
    best = Math.max(best, weight * completionOf(typed, label.text));
  });
  return best;
}

function completionOf(typed: string, label: string): number {
  if (label.startsWith(typed)) return 1;
  if (label.includes(` ${typed}`)) return 0.8;
  const words = typed.split(" ");
  const labelWords = label.split(" ");
  if (words.every((word) => labelWords.some((other) => other.startsWith(word)))) return 0.6;
  return words.every((word) => labelWords.some((other) => nearlyBegins(other, word))) ? 0.4 : 0;
}

/** Whether a word begins with what was typed but for one slip. */
function nearlyBegins(word: string, typed: string): boolean {
  if (typed.length < 4) return word.startsWith(typed);
  return [-1, 0, 1].some((more) => editDistance(typed, word.slice(0, typed.length + more), 1) <= 1);
}
