import type { Cast } from "./cast.ts";
import { type Diagnostic, DiagnosticError } from "./diagnostic.ts";
import { findExchanges } from "./exchanges.ts";
import {
  extentOf,
  type Grade,
  type Interview,
  type Speaker,
  type Statement,
  type Topic,
} from "./interview.ts";
import type { LocatedSidecar } from "./sidecar/sidecar.ts";
import type { SourceText } from "./source-text.ts";
import { statementId } from "./statement-id.ts";
import { StatementsByLine } from "./statements-by-line.ts";
import { linkAnswers, type Turn } from "./turns.ts";

/**
 * Makes an interview from its turns: ids, lines, answers, exchanges and topics.
 *
 * @param format its name, and the grade its transcripts have where the yaml gives none.
 * @throws DiagnosticError when there is nothing in it or a topic points at lines that hold nothing.
 */
export function assembleInterview(
  id: string,
  source: SourceText,
  format: { readonly name: string; readonly grade: Grade | null },
  turns: readonly Turn[],
  located: LocatedSidecar,
  cast: Cast,
): Interview {
  if (turns.length === 0) {
    throw new DiagnosticError([
      {
        severity: "error",
        file: source.file.name,
        message: "the file has no text in it.",
        advice: "Put the interview in it, or remove the file.",
      },
    ]);
  }
  const answers = linkAnswers(turns, source);
  const exchanges = findExchanges(turns);
  const exchangeIndex = new Map<number, number>();
  exchanges.forEach(({ first, last }, at) => {
    for (let index = first; index <= last; index += 1) exchangeIndex.set(index, at);
  });

  const statements: Statement[] = [];
  const { title, language, url, media, grade } = located.sidecar;
  const speaking = new Set(turns.map(({ speaker }) => speaker));
  const interview: Interview = {
    id,
    title: title ?? titleFromId(id),
    language,
    url: url ?? null,
    media: media?.url ?? null,
    grade: grade ?? format.grade,
    format: format.name,
    source,
    speakers: cast.speakers.filter((speaker) => speaking.has(speaker)),
    statements,
    exchanges,
    topics: [],
  };
  const occurrences = new Map<string, number>();
  let before = "";
  turns.forEach((turn, index) => {
    const extent = extentOf(turn);
    const words = source.text.slice(extent.start, extent.end);
    const key = `${before}\u0000${words}`;
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    statements.push({
      id: statementId({ interview: id, before, words, occurrence }),
      interview,
      index,
      kind: turn.kind,
      speaker: turn.speaker,
      attribution: turn.basis,
      addressee: addresseeOf(turn, cast),
      spans: turn.spans,
      spoken: turn.spoken,
      lines: source.linesOf(extent),
      time: turn.time,
      asks: turn.asks,
      answersIndex: answers[index] ?? null,
      exchange: exchangeIndex.get(index) ?? 0,
    });
    before = words;
  });
  return Object.assign(interview, { topics: findTopics(located, interview) });
}

/** In an interview of two, each speaks to the other; with more people the text would have to say. */
function addresseeOf(turn: Turn, cast: Cast): Speaker | null {
  if (turn.speaker?.role === "guest") return cast.interviewer();
  if (turn.speaker?.role !== "interviewer") return null;
  const guests = cast.guests;
  return guests.length === 1 ? (guests[0] ?? null) : null;
}

function findTopics(located: LocatedSidecar, interview: Interview): readonly Topic[] {
  const problems: Diagnostic[] = [];
  const { source } = interview;
  const byLine = new StatementsByLine(interview.statements.map(extentOf), source);
  const topics = located.sidecar.topics.map((topic, index) => {
    const statements = new Set<number>();
    topic.lines.forEach((range, at) => {
      const { from, to } = byLine.between(range.first, range.last);
      const wrong =
        from === to
          ? `the topic names nothing: no statement stands on lines ${range.first}-${range.last} of ${source.file.name}.`
          : range.last > source.lineCount
            ? `the range ends at line ${range.last}, but ${source.file.name} has ${source.lineCount} lines.`
            : null;
      if (wrong) {
        const advice = "Name lines of the transcript, counted from 1.";
        problems.push(located.problem(["topics", index, "lines", at], wrong, advice));
        return;
      }
      for (let statement = from; statement < to; statement += 1) statements.add(statement);
    });
    return { name: topic.name, aliases: topic.aliases, statements: [...statements].sort((a, b) => a - b) };
  });
  if (problems.length > 0) throw new DiagnosticError(problems);
  return topics;
}

/** "lukashenko-brics" reads "lukashenko brics": the file's own name, without inventing capitals. */
function titleFromId(id: string): string {
  return id.replace(/[-_]+/gu, " ").trim() || id;
}
