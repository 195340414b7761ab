import type { SourceText, Span, Verbatim } from "./source-text.ts";

/** Whether someone asks or answers; `other` is quoted without taking part, such as a spokesman. */
export type Role = "interviewer" | "guest" | "other";

export interface Speaker {
  readonly name: string;
  readonly role: Role;
}

/**
 * - `statement`: something a speaker said;
 * - `question`: an interviewer's turn that asks or prompts;
 * - `narration`: a paragraph in the author's own words, said by nobody.
 */
export type StatementKind = "statement" | "question" | "narration";

/** When something was said, in seconds from the beginning of the recording. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * How closely a transcript keeps to what was said: `full` has every word, `clean` leaves out stumbles and fillers,
 * `automatic` was made by a machine and read over by nobody.
 */
export type Grade = "full" | "clean" | "automatic";

/** How a speaker was found, from the surest to the least sure. */
export type AttributionBasis =
  | "correction" // the interview's yaml says so
  | "stated" // the text names the speaker
  | "running" // the quotation goes on from the paragraph before
  | "pronoun" // the text says "he", "the president" or a surname that two share, and means most likely this one
  | "turn-taking" // convention: whose turn it is
  | "none"; // narration has no speaker, and an unidentified one is nobody known

/** One speaker's uninterrupted turn, over one or more paragraphs; or one paragraph of narration. */
export interface Statement {
  readonly id: string;
  readonly interview: Interview;
  /** Place in the interview, from 0. */
  readonly index: number;
  readonly kind: StatementKind;
  /** Null for narration. */
  readonly speaker: Speaker | null;
  readonly attribution: AttributionBasis;
  /** Whom it was said to, where the text shows it. */
  readonly addressee: Speaker | null;
  /** The paragraphs as printed, in order. */
  readonly spans: readonly Span[];
  /** The words spoken: inside the quotation marks, without [editorial insertions]. Empty for narration. */
  readonly spoken: readonly Span[];
  /** First and last line in the file, 1-based and inclusive. */
  readonly lines: readonly [first: number, last: number];
  /** When it was said; null where the file doesn't tell. */
  readonly time: TimeSpan | null;
  /** True when this asks something: a question in quotation marks or a reported one ("I asked whether …"). */
  readonly asks: boolean;
  /** Index of the question this answers, quoted or reported; null where nothing on the page asked. */
  readonly answersIndex: number | null;
  /** Index of its exchange in the interview. */
  readonly exchange: number;
}

/** A question and the statements that answer it, with the narration that leads up to it. */
export interface Exchange {
  /** Index of the statement that asks; null where the page shows no question. */
  readonly question: number | null;
  /** Indices of the statements, from `first` to `last` inclusive. */
  readonly first: number;
  readonly last: number;
}

/** A subject someone curated in the interview's yaml. */
export interface Topic {
  readonly name: string;
  /** Other words people may use for it. */
  readonly aliases: readonly string[];
  /** Indices of its statements, in the order of the interview. */
  readonly statements: readonly number[];
}

export interface Interview {
  /** The file's name without its extension; unique in the archive. */
  readonly id: string;
  readonly title: string;
  /** BCP 47 language tag, e.g. "en". */
  readonly language: string;
  /** The page it was published on, in ASCII; null where nobody wrote it down. */
  readonly url: string | null;
  /** The recording, in ASCII; null where nobody wrote it down. */
  readonly media: string | null;
  /** Null where nobody wrote it down. */
  readonly grade: Grade | null;
  /** The way it is written down, e.g. "article" or "WebVTT". */
  readonly format: string;
  readonly source: SourceText;
  readonly speakers: readonly Speaker[];
  readonly statements: readonly Statement[];
  readonly exchanges: readonly Exchange[];
  readonly topics: readonly Topic[];
}

/** From the first span's start to the last span's end. */
export function extentOf(statement: Pick<Statement, "spans">): Span {
  const first = statement.spans[0];
  const last = statement.spans.at(-1);
  if (!first || !last) throw new RangeError("a statement has at least one span");
  return { start: first.start, end: last.end };
}

/** The statement's words as the source has them. */
export function verbatimOf(statement: Statement): Verbatim {
  return statement.interview.source.verbatim(extentOf(statement));
}

/** The question this statement answers, or null. */
export function questionOf(statement: Statement): Statement | null {
  if (statement.answersIndex === null) return null;
  return statement.interview.statements[statement.answersIndex] ?? null;
}

export function exchangeOf(statement: Statement): Exchange {
  const exchange = statement.interview.exchanges[statement.exchange];
  if (!exchange) throw new RangeError(`statement ${statement.id} belongs to no exchange`);
  return exchange;
}

/** The statement right before (-1) or after (+1), or null at either end of the interview. */
export function neighbourOf(statement: Statement, step: number): Statement | null {
  return statement.interview.statements[statement.index + step] ?? null;
}
