import { performance } from "node:perf_hooks";
import type { StatementRecord } from "../reply/statement-record.ts";
import type { Explanation } from "../search/explanation.ts";
import type { Outcome, SearchQuery, StatementSearch } from "../search/search.ts";
import { auditedRecord } from "./audited-record.ts";
import type { Io } from "./io.ts";
import { textProblem } from "./parse-arguments.ts";
import { AUDIT_FAILED } from "./show-reply.ts";
import type { SearchVerbParts } from "./verbs.ts";

/** An answer for programs: one line of `--json`. */
export interface AnswerRecord {
  readonly query: string;
  readonly outcome: Outcome;
  readonly confidence: number;
  readonly results: readonly StatementRecord[];
  /** How long the search took. */
  readonly ms: number;
  /** How the answer was found, where that was asked for. */
  readonly explanation?: Explanation;
  /** Why there is no answer: the line can't be a query, or the answer failed the audit. */
  readonly error?: string;
}

export function answerRecord(
  verb: SearchVerbParts,
  search: StatementSearch,
  query: SearchQuery,
  io: Io,
  explain: boolean,
): AnswerRecord {
  const error = textProblem(query.text);
  if (error !== null) {
    return { query: query.text, outcome: "none", confidence: 0, results: [], ms: 0, error };
  }
  const start = performance.now();
  const { outcome, confidence, matches } = verb.find(search, query);
  const ms = Number((performance.now() - start).toFixed(3));
  try {
    const results = matches
      .slice(0, query.limit)
      .map(({ statement, score }) => auditedRecord(statement, score, io));
    const answer = { query: query.text, outcome, confidence, results, ms };
    return explain ? { ...answer, explanation: search.explain(query) } : answer;
  } catch (fault) {
    io.report?.(fault);
    return { query: query.text, outcome: "none", confidence: 0, results: [], ms, error: AUDIT_FAILED };
  }
}
