import { ask } from "../../commands/ask.ts";
import { quote } from "../../commands/quote.ts";
import { topic } from "../../commands/topic.ts";
import type { Command } from "../command/definition.ts";
import type { ListView } from "../reply/view.ts";
import type { SearchQuery, SearchResult, StatementSearch } from "../search/search.ts";

export type SearchVerb = "ask" | "quote" | "topic";
/** What works on files rather than on what they hold. */
export type Tool = "check" | "add";
export type Verb = SearchVerb | "verify" | "interviews" | "receipt";

/** What the command line needs to know of a command that searches. */
export interface SearchVerbParts {
  readonly command: Command;
  /** The option that the text is for. */
  readonly option: string;
  find(search: StatementSearch, query: SearchQuery): SearchResult;
  /** How its matches are headed when they are listed. */
  readonly listedAs: ListView["as"];
  /** What the interviews don't do when nothing is found. */
  readonly wanting: string;
  /** How many matches a program gets that doesn't say. */
  readonly usualLimit: number;
}

export const searchVerbs: Readonly<Record<SearchVerb, SearchVerbParts>> = {
  ask: {
    command: ask,
    option: "question",
    find: (search, query) => search.ask(query),
    listedAs: "found",
    wanting: "answer this",
    usualLimit: 10,
  },
  quote: {
    command: quote,
    option: "text",
    find: (search, query) => search.quote(query),
    listedAs: "found",
    wanting: "have words like these",
    usualLimit: 10,
  },
  topic: {
    command: topic,
    option: "name",
    find: (search, query) => search.topic(query),
    listedAs: "subject",
    wanting: "speak of this",
    // A topic is everything on a subject: ten of twelve statements would be no answer.
    usualLimit: Number.POSITIVE_INFINITY,
  },
};
