import type { Interview, Topic } from "../transcript/interview.ts";
import { bestOf } from "./best-of.ts";
import { editDistance } from "./edit-distance.ts";
import { type Language, languageOf } from "./language.ts";
import type { TopicChoice } from "./search.ts";
import { tokenise } from "./text-analysis.ts";
import { ALIAS_WEIGHT, type Completable, completion, fitOf } from "./topic-completion.ts";
import { TopicMeaning } from "./topic-meaning.ts";

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
  readonly labels: readonly FiledLabel[];
  /** The terms of all of them, each once, as places in the list of all terms. */
  readonly terms: readonly number[];
  readonly language: Language;
}

interface FiledLabel extends Label {
  /** Its terms as places in the list of all terms of all topics. */
  readonly places: readonly number[];
}

/** What someone typed, with how alike its terms are to those of the topics. */
interface Typed extends Label {
  /** By term of what was typed, then by place in the list of all terms; 0 to 1. */
  readonly likenesses: readonly Float64Array[];
  /** By place in the list of all terms: the greatest of them. */
  readonly greatest: Float64Array;
}

/** Below this, 0 to 1, a name isn't taken for a topic's. */
const SURE_ENOUGH = 0.66;
/** A topic's name is short; more words are compared in vain. */
const MOST_TERMS = 12;
const DESCRIBED_WEIGHT = 0.85;
const TIE_BREAK = 0.1;
/** For a word whose beginning alone was typed, "luka", or a longer form of it, "belarusian". */
const BEGINNING = 0.85;

/** An interview with the topics it is filed under. */
export interface FiledInterview {
  readonly interview: Interview;
  readonly topics: readonly Topic[];
}

/** Topics, found by a name or a part of one. */
export class TopicIndex {
  readonly #entries: readonly Entry[];
  /** By entry. */
  readonly #completables: readonly (readonly Completable[])[];
  /** Every term of a name or alias, once. */
  readonly #terms: readonly string[];
  /** Every word of a name or alias, once: archives of many interviews share most of theirs. */
  readonly #words: readonly string[];
  /** Places in {@link #entries}, the topics with the most statements first. */
  readonly #byCoverage: readonly number[];
  readonly #meaning: TopicMeaning;

  constructor(filed: readonly FiledInterview[]) {
    const terms = new Places();
    this.#entries = filed.flatMap(({ interview, topics }) => {
      const language = languageOf(interview.language);
      return topics.map((topic) => {
        const labels = [topic.name, ...topic.aliases].map((name): FiledLabel => {
          const label = labelOf(name, language);
          return { ...label, places: label.terms.map((term) => terms.of(term)) };
        });
        return {
          interview,
          topic,
          language,
          labels,
          terms: [...new Set(labels.flatMap(({ places }) => places))],
        };
      });
    });
    this.#meaning = new TopicMeaning(this.#entries);
    this.#terms = terms.all();
    const words = new Places();
    this.#completables = this.#entries.map(({ labels }) =>
      labels.map(({ text }) => ({ text, words: text.split(" ").map((word) => words.of(word)) })),
    );
    this.#words = words.all();
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
    const typed = new Map<Language, Typed>();
    for (const { language } of within) {
      if (!typed.has(language)) typed.set(language, this.#compared(labelOf(name, language)));
    }
    const rated = within.map((entry) => ({ entry, rating: rate(typed.get(entry.language), entry) }));
    const best = rated.reduce((highest, { rating }) => Math.max(highest, rating), 0);
    if (best < SURE_ENOUGH) {
      const begun = begunBy(foldLabel(name), within);
      return begun.length > 0 ? begun : this.#meaning.nearest(name.slice(0, LONGEST_NAME), interview);
    }
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

  /** Each term is compared once, however many topics share it. */
  #compared(label: Label): Typed {
    const likenesses = label.terms.map((term) =>
      Float64Array.from(this.#terms, (other) => similar(term, other)),
    );
    const greatest = Float64Array.from(this.#terms, (_, place) =>
      likenesses.reduce((best, ofTerm) => Math.max(best, ofTerm[place] ?? 0), 0),
    );
    return { ...label, likenesses, greatest };
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

/** A list of strings, each once, and their places in it. */
class Places {
  readonly #places = new Map<string, number>();

  of(one: string): number {
    const place = this.#places.get(one) ?? this.#places.size;
    this.#places.set(one, place);
    return place;
  }

  all(): readonly string[] {
    return [...this.#places.keys()];
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
/** What is longer is no name; UTF-16 code units. */
const LONGEST_NAME = 300;

function foldLabel(name: string): string {
  return tokenise(name.slice(0, LONGEST_NAME))
    .map(({ word }) => word)
    .join(" ");
}

function labelOf(name: string, language: Language): Label {
  const words = tokenise(name.slice(0, LONGEST_NAME)).flatMap(
    ({ word }) => language.spelledOut(word) ?? [word],
  );
  const telling = words.filter((word) => language.classOf(word) === "content");
  const terms = new Set((telling.length > 0 ? telling : words).map((word) => language.term(word)));
  return { text: words.join(" "), terms: [...terms].slice(0, MOST_TERMS) };
}

/** From 0 to 1: how surely a typed name means this topic. */
function rate(typed: Typed | undefined, { labels, terms }: Entry): number {
  if (!typed || typed.terms.length === 0) return 0;
  let best = 0;
  labels.forEach((label, at) => {
    best = Math.max(best, (at === 0 ? 1 : ALIAS_WEIGHT) * likeness(typed, label));
  });
  if (typed.terms.length === 1) return best;
  // People also describe a topic in words from several of its names: "accusations and whether he's legit".
  const covered =
    typed.likenesses.reduce(
      (sum, ofTerm) => sum + terms.reduce((most, place) => Math.max(most, ofTerm[place] ?? 0), 0),
      0,
    ) / typed.terms.length;
  return Math.max(best, DESCRIBED_WEIGHT * covered + TIE_BREAK * best);
}

function likeness(typed: Typed, label: FiledLabel): number {
  if (label.terms.length === 0) return 0;
  if (typed.text === label.text) return 1;
  const matched = label.places.reduce((sum, place) => sum + (typed.greatest[place] ?? 0), 0);
  // Dice's coefficient over the telling words.
  return (0.98 * 2 * matched) / (typed.terms.length + label.terms.length);
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
