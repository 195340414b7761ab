import type { Interview, Topic } from "../transcript/interview.ts";
import { dot } from "./dot-product.ts";
import { languageOf } from "./language.ts";
import { meaningOf } from "./sentence-meaning.ts";
import type { WordVectors } from "./word-vectors.ts";

/** A curated topic of an interview. */
export interface TopicEntry {
  readonly interview: Interview;
  readonly topic: Topic;
}

/** A typed subject this near a topic's name in meaning, as a cosine, is taken for it: "freed inmates". */
const SURE_ENOUGH = 0.66;
/** Topics that come as near as the nearest but for this are meant too. */
const AS_NEAR = 0.02;

/** Curated topics by what their names mean, for subjects typed in other words. */
export class TopicMeaning {
  readonly #entries: readonly TopicEntry[];
  /** By entry: the meanings of its name and aliases. Worked out when first asked for. */
  #directions: readonly (readonly Float64Array[])[] | null = null;

  constructor(entries: readonly TopicEntry[]) {
    this.#entries = entries;
  }

  /** The nearest topics, interview by interview; empty when none is near enough. */
  nearest(text: string, interview?: string): readonly TopicEntry[] {
    this.#directions ??= this.#entries.map(directionsOf);
    const typed = new Map<WordVectors, Float64Array | null>();
    const rated = this.#entries.map((entry, at) => {
      if (interview !== undefined && entry.interview.id !== interview) return 0;
      const language = languageOf(entry.interview.language);
      const vectors = language.wordVectors();
      if (!vectors) return 0;
      if (!typed.has(vectors)) typed.set(vectors, meaningOf(text, language, vectors));
      const direction = typed.get(vectors);
      if (!direction) return 0;
      return (this.#directions?.[at] ?? []).reduce((most, other) => Math.max(most, dot(direction, other)), 0);
    });
    const best = rated.reduce((most, one) => Math.max(most, one), 0);
    if (best < SURE_ENOUGH) return [];
    return this.#entries.filter((_, at) => (rated[at] ?? 0) >= best - AS_NEAR);
  }
}

function directionsOf({ interview, topic }: TopicEntry): readonly Float64Array[] {
  const language = languageOf(interview.language);
  const vectors = language.wordVectors();
  if (!vectors) return [];
  return [topic.name, ...topic.aliases]
    .map((name) => meaningOf(name, language, vectors))
    .filter((direction) => direction !== null);
}
