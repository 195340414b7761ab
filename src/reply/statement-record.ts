import { questionOf, type Statement, verbatimOf } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import { needsOf } from "./context-guard.ts";

/** A statement for programs: the shape is a contract (see the README), so fields are added, never changed. */
export interface StatementRecord {
  readonly id: string;
  /** The interview's id. */
  readonly interview: string;
  readonly file: string;
  /** Null for narration. */
  readonly speaker: string | null;
  readonly kind: Statement["kind"];
  /** The source's own slice from the first span's start to the last span's end. */
  readonly text: string;
  /** The paragraphs as printed. */
  readonly spans: readonly Span[];
  /** The words inside the quotation marks; empty for narration. */
  readonly spoken: readonly Span[];
  /** First and last line, 1-based and inclusive. */
  readonly lines: readonly [first: number, last: number];
  /** Id of the question it answers. */
  readonly answers: string | null;
  /** Ids of the statements without which it must not be quoted: those before it, then those after, in order. */
  readonly needs: readonly string[];
  /** How well it matches, from 0 to 1; 1 where nothing was searched for. */
  readonly score: number;
}

export function statementRecord(statement: Statement, score: number): StatementRecord {
  const needs = needsOf(statement);
  const { id, interview, speaker, kind, spans, spoken, lines } = statement;
  return {
    id,
    interview: interview.id,
    file: interview.source.file.name,
    speaker: speaker?.name ?? null,
    kind,
    text: verbatimOf(statement).text,
    spans: spans.map(plain),
    spoken: spoken.map(plain),
    lines,
    answers: questionOf(statement)?.id ?? null,
    needs: [...needs.before, ...needs.after].map((need) => need.statement.id),
    score,
  };
}

/** A span and nothing else that a reader of the format may have hung on it. */
function plain({ start, end }: Span): Span {
  return { start, end };
}
