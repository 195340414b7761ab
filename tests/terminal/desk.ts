import { type Desk, deskFor } from "../../src/command/desk.ts";
import type { Match, SearchQuery, SearchResult, StatementSearch } from "../../src/search/search.ts";
import { buildSearch } from "../../src/search/statement-search.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { type Interview, verbatimOf } from "../../src/transcript/interview.ts";
import { readInterview } from "../../src/transcript/read-interview.ts";
import { emptySidecar, parseSidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";

const encoder = new TextEncoder();

/** A made-up interview in which everyone is named. */
export const harbour = {
  text: [
    "Mira Oduya runs the harbour.",
    "“When did the crane arrive?” I asked.",
    "“The crane arrived in March,” Mira Oduya replied.",
    "“And who paid for the crane?” I asked.",
    "“The town paid for the crane,” Mira Oduya said.",
    "“Do you sleep at night?” I asked.",
    "“Like a boat at anchor,” Mira Oduya said.",
    "",
  ].join("\n"),
  yaml: [
    "title: The harbour",
    "speakers:",
    "  - { name: Mira Oduya, role: guest }",
    "  - { name: Interviewer, role: interviewer }",
    "topics:",
    '  - { name: The crane, lines: ["2-5"] }',
    "  - { name: Sleep, lines: [7] }",
  ].join("\n"),
};

export function interviewOf(id: string, text: string, yaml?: string): Interview {
  const file = sourceFileOf(`${id}.txt`, encoder.encode(text));
  const sidecar =
    yaml === undefined
      ? emptySidecar(file.name)
      : parseSidecar(sourceFileOf(`${id}.yaml`, encoder.encode(yaml)));
  return readInterview(id, file, sidecar).interview;
}

/** A desk whose search is so simple that a test can tell what it finds: the share of words in common. */
export function deskOf(...interviews: readonly Interview[]): Desk {
  const archive = new Archive(interviews);
  return { ...deskFor(archive), search: wordsInCommon(archive) };
}

export function harbourDesk(): Desk {
  return deskOf(interviewOf("harbour", harbour.text, harbour.yaml));
}

function wordsInCommon(archive: Archive): StatementSearch {
  const search = ({ text, speaker, interview, limit }: SearchQuery): SearchResult => {
    const wanted = wordsOf(text);
    const matches: Match[] = [];
    for (const statement of archive.statements()) {
      if (statement.kind !== "statement") continue;
      if (speaker !== undefined && statement.speaker?.name !== speaker) continue;
      if (interview !== undefined && statement.interview.id !== interview) continue;
      const words = new Set(wordsOf(verbatimOf(statement).text));
      const score = wanted.filter((word) => words.has(word)).length / Math.max(1, wanted.length);
      if (score > 0) matches.push({ statement, score });
    }
    matches.sort((a, b) => b.score - a.score);
    const confidence = matches[0]?.score ?? 0;
    const outcome = confidence === 0 ? "none" : confidence < 0.5 ? "closest" : "answer";
    return { outcome, confidence, matches: matches.slice(0, limit) };
  };
  const topics = (partial: string, within?: string) =>
    archive.interviews
      .filter(({ id }) => within === undefined || id === within)
      .flatMap(({ id, topics: curated }) => curated.map((topic) => ({ interview: id, topic })))
      .filter(({ topic }) => topic.name.toLowerCase().includes(partial.toLowerCase()));
  return {
    ask: search,
    // What is explained is the real search, which this one only stands in for.
    explain: (query) => buildSearch(archive).explain(query),
    quote: search,
    topic: (query) => {
      const named = topics(query.text, query.interview).filter(({ topic }) => topic.name === query.text);
      if (named.length === 0) return { ...search(query), topics: [] };
      const matches = archive.interviews.flatMap(({ id, statements }) =>
        statements
          .filter(({ index }) =>
            named.some((one) => one.interview === id && one.topic.statements.includes(index)),
          )
          .filter(({ speaker }) => query.speaker === undefined || speaker?.name === query.speaker)
          .map((statement) => ({ statement, score: 1 })),
      );
      const outcome = matches.length > 0 ? "answer" : "none";
      return { outcome, confidence: 1, matches: matches.slice(0, query.limit), topics: named };
    },
    completeTopics: (partial, limit, within) =>
      topics(partial, within)
        .slice(0, limit)
        .map(({ interview, topic }) => ({
          name: topic.name,
          interview,
          statements: topic.statements.length,
        })),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
