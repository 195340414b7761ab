import { performance } from "node:perf_hooks";
import { type StatementRecord, statementRecord } from "../reply/statement-record.ts";
import type { Outcome, SearchQuery, StatementSearch } from "../search/search.ts";
import { textProblem } from "./parse-arguments.ts";
import type { SearchVerbParts } from "./verbs.ts";

/** An answer for programs: one line of `--json`. */
export interface AnswerRecord {
  readonly query: string;
  readonly outcome: Outcome;
  readonly confidence: number;
  readonly results: readonly StatementRecord[];
  /** How long the search took. */
  readonly ms: number;
  /** Why nothing was looked for; only on a line of standard input that can't be a query. */
  readonly error?: string;
}

export function answerRecord(
  verb: SearchVerbParts,
  search: StatementSearch,
  query: SearchQuery,
): AnswerRecord {
  const error = textProblem(query.text);
  if (error !== null) {
    return { query: query.text, outcome: "none", confidence: 0, results: [], ms: 0, error };
  }
  const start = performance.now();
  const { outcome, confidence, matches } = verb.find(search, query);
  const ms = Number((performance.now() - start).toFixed(3));
  const results = matches
    .slice(0, query.limit)
    .map(({ statement, score }) => statementRecord(statement, score));
  return { query: query.text, outcome, confidence, results, ms };
}
