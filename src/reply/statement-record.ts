import { extentOf, questionOf, type Statement, type TimeSpan, verbatimOf } from "../transcript/interview.ts";
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
  /** The file's own slice from the first span's start to the last span's end, as it is on disk. */
  readonly text: string;
  /** The same as people are shown it, without mark-up and with escapes resolved; only where that isn't `text`. */
  readonly shown?: string;
  /** The paragraphs (or cues, or segments) as printed: places in the file. */
  readonly spans: readonly Span[];
  /** The words spoken: places in the file, without mark-up between them; empty for narration. */
  readonly spoken: readonly Span[];
  /** First and last line, 1-based and inclusive. */
  readonly lines: readonly [first: number, last: number];
  /** When it was said, in seconds from the beginning of the recording; only where the file tells. */
  readonly time?: TimeSpan;
  /** Id of the question it answers. */
  readonly answers: string | null;
  /** Ids of the statements without which it must not be quoted: those before it, then those after, in order. */
  readonly needs: readonly string[];
  /** How well it matches, from 0 to 1; 1 where nothing was searched for. */
  readonly score: number;
}

export function statementRecord(statement: Statement, score: number): StatementRecord {
  const needs = needsOf(statement);
  const { id, interview, speaker, kind, spans, spoken, lines, time } = statement;
  const { source } = interview;
  return {
    id,
    interview: interview.id,
    file: source.file.name,
    speaker: speaker?.name ?? null,
    kind,
    text: source.printed(source.extentOf(extentOf(statement))),
    ...(source.reading ? { shown: verbatimOf(statement).text } : {}),
    spans: spans.map((span) => plain(source.extentOf(span))),
    spoken: spoken.flatMap((span) => source.placesOf(span)).map(plain),
    lines,
    ...(time ? { time } : {}),
    answers: questionOf(statement)?.id ?? null,
    needs: [...needs.before, ...needs.after].map((need) => need.statement.id),
    score,
  };
}

/** A span and nothing else that a reader of the format may have hung on it. */
function plain({ start, end }: Span): Span {
  return { start, end };
}
