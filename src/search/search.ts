import type { Statement, Topic } from "../transcript/interview.ts";
import type { Explanation } from "./explanation.ts";

/** What someone looks for. Filters hold for every match. */
export interface SearchQuery {
  readonly text: string;
  /** A speaker's name, as the archive has it. */
  readonly speaker?: string;
  /** An interview's id. */
  readonly interview?: string;
  /** How many matches are wanted at the most. */
  readonly limit: number;
}

export interface Match {
  readonly statement: Statement;
  /** How well it matches, from 0 to 1; comparable within one result. */
  readonly score: number;
}

/**
 * - `answer`: the first match answers;
 * - `closest`: nothing is sure enough to be called an answer, these come nearest;
 * - `none`: the archive has nothing to say on it.
 */
export type Outcome = "answer" | "closest" | "none";

export interface SearchResult {
  readonly outcome: Outcome;
  /** How sure it is that the first match answers, from 0 to 1. */
  readonly confidence: number;
  /** Best first; for a topic in the order of the interview. Empty when the outcome is `none`. */
  readonly matches: readonly Match[];
}

export interface TopicResult extends SearchResult {
  /** The curated topics these statements were filed under; empty when free text was searched instead. */
  readonly topics: readonly { readonly interview: string; readonly topic: Topic }[];
}

/** Finds statements. Built once for an archive and never changed. */
export interface StatementSearch {
  /** A question: the statement that answers it, rather than the interviewer's question that resembles it. */
  ask(query: SearchQuery): SearchResult;
  /** Why {@link ask} answers as it does. */
  explain(query: SearchQuery): Explanation;
  /** Words half remembered: the statements that hold them, or words like them. */
  quote(query: SearchQuery): SearchResult;
  /** A subject: all statements on it, in the order of the interview. `speaker` is honoured too. */
  topic(query: SearchQuery): TopicResult;
  /** Curated topics for a part of a name, best first; the most covered ones for an empty text. */
  completeTopics(partial: string, limit: number, interview?: string): readonly TopicChoice[];
}

export interface TopicChoice {
  readonly name: string;
  readonly interview: string;
  /** How many statements are filed under it. */
  readonly statements: number;
}
