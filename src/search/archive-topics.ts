import type { Archive } from "../transcript/archive.ts";
import type { Interview } from "../transcript/interview.ts";
import { keyphraseTopics } from "./keyphrases/keyphrase-topics.ts";
import type { TopicChoice } from "./search.ts";
import { type FiledInterview, TopicIndex } from "./topic-index.ts";

/**
 * How much text without curated topics is read for some, in UTF-16 units over the whole archive: about a second's
 * work. In a larger archive topics of this kind are offered within one interview only.
 */
const MOST_READ = 1_000_000;

/** What was found in the texts, for as long as they are in an archive: one that is reloaded keeps most of them. */
const found = new WeakMap<Interview, FiledInterview>();

/** The topics of an archive: those someone curated, and for interviews without any those the text itself shows. */
export class ArchiveTopics {
  readonly #archive: Archive;
  readonly #readsAll: boolean;
  /** Put together when first asked for: most that is asked of an archive is no topic. */
  #whole: TopicIndex | null = null;
  readonly #single = new WeakMap<Interview, TopicIndex>();

  constructor(archive: Archive) {
    this.#archive = archive;
    const unfiled = archive.interviews.filter(({ topics }) => topics.length === 0);
    this.#readsAll = unfiled.reduce((sum, { source }) => sum + source.text.length, 0) <= MOST_READ;
  }

  /** As {@link TopicIndex.named}. */
  named(name: string, interview?: string): ReturnType<TopicIndex["named"]> {
    return this.#indexFor(interview).named(name, interview);
  }

  /** As {@link TopicIndex.complete}. */
  complete(partial: string, limit: number, interview?: string): readonly TopicChoice[] {
    return this.#indexFor(interview).complete(partial, limit, interview);
  }

  #indexFor(id: string | undefined): TopicIndex {
    this.#whole ??= new TopicIndex(this.#filed());
    const interview = id === undefined ? undefined : this.#archive.interview(id);
    if (!interview || interview.topics.length > 0 || this.#readsAll) return this.#whole;
    const known = this.#single.get(interview) ?? new TopicIndex([filed(interview)]);
    this.#single.set(interview, known);
    return known;
  }

  #filed(): readonly FiledInterview[] {
    const { interviews } = this.#archive;
    return this.#readsAll
      ? interviews.map(filed)
      : interviews.map((interview) => ({ interview, topics: interview.topics }));
  }
}

function filed(interview: Interview): FiledInterview {
  if (interview.topics.length > 0) return { interview, topics: interview.topics };
  const known = found.get(interview) ?? { interview, topics: keyphraseTopics(interview) };
  found.set(interview, known);
  return known;
}
