import type { CharacterKind } from "../transcript/coverage.ts";
import { type Diagnostic, formatDiagnostic } from "../transcript/diagnostic.ts";
import type { AttributionBasis } from "../transcript/interview.ts";
import type { CheckRecord, Problem } from "./check-record.ts";
import type { InterviewReport } from "./interview-report.ts";
import { ownWords } from "./own-words.ts";

import { bold, type Style } from "./style.ts";

/** Names, topics and statements to look at: more are counted here, and listed with `--json`. */
const MOST_LISTED = 25;

const KNOWN_FROM: Readonly<Record<AttributionBasis, string>> = {
  correction: "corrections in the yaml",
  stated: "the text, which names them",
  running: "a quotation or label that goes on",
  pronoun: "a pronoun or the like",
  "turn-taking": "the order of turns",
  none: "nothing",
};

const KINDS: readonly CharacterKind[] = ["speech", "question", "narration", "label", "markup"];

const CHARACTERS: Readonly<Record<CharacterKind, string>> = {
  speech: "speech",
  question: "questions",
  narration: "narration",
  label: "labels",
  markup: "mark-up and white space",
};

/** What checking a file came to, for people: each problem on a line that editors can jump from, then the interview. */
export function checkedFileLines(
  { file, sidecar, errors, warnings, interview }: CheckRecord,
  style: Style,
): readonly string[] {
  const name = sidecar === null ? file : `${file} with ${sidecar}`;
  const verdict = errors.length > 0 ? "can’t be used" : warnings.length > 0 ? "fine, but look" : "fine";
  return [
    bold(`${ownWords(name)}: ${verdict}`, style),
    ...problemLines("error", errors),
    ...problemLines("warning", warnings),
    ...(interview ? interviewLines(file, interview).map((line) => `  ${line}`) : []),
  ];
}

export function totalLine(counts: { files: number; errors: number; warnings: number }): string {
  const { files, errors, warnings } = counts;
  return `${counted(files, "file")} checked: ${counted(errors, "error")}, ${counted(warnings, "warning")}.`;
}

function problemLines(severity: Diagnostic["severity"], problems: readonly Problem[]): readonly string[] {
  return problems.map(({ file, line, column, message, advice }) =>
    ownWords(
      formatDiagnostic({
        severity,
        file,
        ...(line === null ? {} : { line }),
        ...(column === null ? {} : { column }),
        message,
        advice,
      }),
    ),
  );
}

function interviewLines(file: string, interview: InterviewReport): readonly string[] {
  const { title, format, language, grade, statements, questions, speakers, attributions, uncertain, topics } =
    interview;
  const people = speakers.map((one) => `${one.name} (${one.role}, ${one.statements})`);
  const bases = Object.entries(attributions).map(([basis, count]) => {
    return `${KNOWN_FROM[basis as AttributionBasis]} (${count})`;
  });
  const source = interview.topicsFrom === "yaml" ? "from the yaml" : "from the text";
  const lines = [
    `${title}: ${format}, language ${language}, ${grade === null ? "no grade given" : `${grade} transcript`}`,
    `Statements: ${statements.statement}; questions: ${statements.question}; paragraphs of narration: ${statements.narration}`,
    `Questions with an answer: ${questions.answered} of ${questions.asked}; statements that answer one: ${questions.answers}`,
    `Speakers: ${listed(people, "none")}`,
    ...(bases.length > 0 ? [`Speakers are known from ${bases.join(", ")}`] : []),
    ...(interview.topicsFrom === null
      ? []
      : [
          `Topics, ${source}: ${listed(
            topics.map(({ name }) => name),
            "none",
          )}`,
        ]),
    `Characters: ${charactersOf(interview)}`,
    ...uncertain.slice(0, MOST_LISTED).map((one) => {
      const who = one.speaker ?? "nobody";
      return `${file}:${one.line}:${one.column}: ${who}, from ${KNOWN_FROM[one.attribution]} (${one.id})`;
    }),
  ];
  if (uncertain.length > MOST_LISTED)
    lines.push(`and ${uncertain.length - MOST_LISTED} more speakers that were inferred: --json lists all`);
  return lines.map(ownWords);
}

function charactersOf({ coverage }: InterviewReport): string {
  return KINDS.map((kind) => `${CHARACTERS[kind]} ${percent(coverage[kind])}`).join(", ");
}

function listed(names: readonly string[], none: string): string {
  const shown = names.slice(0, MOST_LISTED).join(", ") || none;
  return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}

/** Of what is there at all nobody should read 0 %. */
function percent(share: number): string {
  return share > 0 && share < 0.01 ? "under 1 %" : `${Math.round(100 * share)} %`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
