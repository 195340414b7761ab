import type { Archive } from "../transcript/archive.ts";
import type { Interview, Topic } from "../transcript/interview.ts";
import { bestOf } from "./best-of.ts";
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

/** A topic's name or alias, its words as places in the list of all words of all topics. */
interface Completable {
  readonly text: string;
  readonly words: readonly number[];
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
  /** By entry. */
  readonly #completables: readonly (readonly Completable[])[];
  /** Every word of a name or alias, once: archives of many interviews share most of theirs. */
  readonly #words: readonly string[];
  /** Places in {@link #entries}, the topics with the most statements first. */
  readonly #byCoverage: readonly number[];

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
    const places = new Map<string, number>();
    const placeOf = (word: string): number => {
      const place = places.get(word) ?? places.size;
      places.set(word, place);
      return place;
    };
    this.#completables = this.#entries.map(({ labels }) =>
      labels.map(({ text }) => ({ text, words: text.split(" ").map(placeOf) })),
    );
    this.#words = [...places.keys()];
    this.#byCoverage = [...this.#entries.keys()].sort(
      (a, b) => this.#coverage(b) - this.#coverage(a) || a - b,
    );
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
    const count = Number.isFinite(limit) ? Math.max(0, Math.floor(limit)) : this.#entries.length;
    const typed = foldLabel(partial);
    const isWithin = (at: number): boolean =>
      interview === undefined || this.#entries[at]?.interview.id === interview;
    const chosen =
      typed === "" ? this.#mostCovered(count, isWithin) : this.#completing(typed, count, isWithin);
    return chosen
      .map((at) => this.#entries[at])
      .filter((entry) => entry !== undefined)
      .map(({ topic, interview: { id } }) => ({
        name: topic.name,
        interview: id,
        statements: topic.statements.length,
      }));
  }

  #coverage(at: number): number {
    return this.#entries[at]?.topic.statements.length ?? 0;
  }

  #mostCovered(count: number, isWithin: (at: number) => boolean): readonly number[] {
    const chosen: number[] = [];
    for (const at of this.#byCoverage) {
      if (chosen.length >= count) break;
      if (isWithin(at)) chosen.push(at);
    }
    return chosen;
  }

  #completing(typed: string, count: number, isWithin: (at: number) => boolean): readonly number[] {
    const fits = typed.split(" ").map((word) => Uint8Array.from(this.#words, (other) => fitOf(other, word)));
    const ratings = new Float64Array(this.#entries.length);
    const rated: number[] = [];
    this.#completables.forEach((labels, at) => {
      if (!isWithin(at)) return;
      const rating = completion(typed, labels, fits);
      if (rating === 0) return;
      ratings[at] = rating;
      rated.push(at);
    });
    return bestOf(rated, count, (a, b) => {
      const difference = (ratings[a] ?? 0) - (ratings[b] ?? 0) || this.#coverage(a) - this.#coverage(b);
      return difference === 0 ? a < b : difference > 0;
    });
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

/** How a word of a topic goes with one that was typed. */
const BEGUN = 2;
const NEARLY_BEGUN = 1;
const OTHER = 0;

function fitOf(word: string, typed: string): number {
  if (word.startsWith(typed)) return BEGUN;
  return nearlyBegins(word, typed) ? NEARLY_BEGUN : OTHER;
}

/** 0 where the topic doesn't complete what was typed. `fits` by typed word, then by word of {@link Completable}. */
function completion(typed: string, labels: readonly Completable[], fits: readonly Uint8Array[]): number {
  let best = 0;
  labels.forEach((label, at) => {
    const weight = at === 0 ? 1 : ALIAS_WEIGHT;
    best = Math.max(best, weight * completionOf(typed, label, fits));
  });
  return best;
}

function completionOf(typed: string, { text, words }: Completable, fits: readonly Uint8Array[]): number {
  let least = BEGUN;
  for (const fit of fits) {
    let most = OTHER;
    for (const word of words) most = Math.max(most, fit[word] ?? OTHER);
    if (most === OTHER) return 0;
    least = Math.min(least, most);
  }
  if (least !== BEGUN) return 0.4;
  if (text.startsWith(typed)) return 1;
  return text.includes(` ${typed}`) ? 0.8 : 0.6;
}

/**
 * Whether a word begins with what was typed but for one slip: a letter replaced, left out or too many, or two
 * swapped. After the first difference the rest must agree, so no table is needed.
 */
export function nearlyBegins(word: string, typed: string): boolean {
  if (typed.length < 4) return word.startsWith(typed);
  let at = 0;
  while (at < typed.length && word.charCodeAt(at) === typed.charCodeAt(at)) at += 1;
  const goesOn = (from: number, rest: number): boolean => {
    for (let step = 0; rest + step < typed.length; step += 1) {
      if (word.charCodeAt(from + step) !== typed.charCodeAt(rest + step)) return false;
    }
    return true;
  };
  if (at === typed.length) return true;
  const replaced = at < word.length && goesOn(at + 1, at + 1);
  const tooMany = goesOn(at, at + 1);
  const leftOut = goesOn(at + 1, at);
  const swapped =
    word.charCodeAt(at) === typed.charCodeAt(at + 1) &&
    word.charCodeAt(at + 1) === typed.charCodeAt(at) &&
    goesOn(at + 2, at + 2);
  return replaced || tooMany || leftOut || swapped;
}
