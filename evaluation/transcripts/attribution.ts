import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Interview, questionOf, type Statement } from "../../src/transcript/interview.ts";
import { readInterview } from "../../src/transcript/read-interview.ts";
import { emptySidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";

/** What is true of a sample, written down by hand beside it. */
const gold = z.strictObject({
  about: z.string(),
  file: z.string(),
  roles: z.record(z.string(), z.enum(["interviewer", "guest", "other"])),
  turns: z.array(
    z.strictObject({
      /** Line of the file where its words begin, counted from 1. */
      line: z.number().int().positive(),
      /** Null for narration. */
      speaker: z.string().nullable(),
      /** Line where the words of the question begin that it answers. */
      answers: z.number().int().positive().nullable(),
    }),
  ),
});
type Gold = z.output<typeof gold>;

/** So many right, of so many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** How a labelled transcript was read, with what was wrong. */
export interface Attribution {
  readonly file: string;
  readonly format: string;
  /** Turns that begin a statement of their own, with the speaker who is theirs. */
  readonly speakers: Share;
  /** Answers that know their question, and no other. */
  readonly links: Share;
  /** Of the statements that say what they answer, those that are right to. */
  readonly linked: Share;
  /** Voices of which it is known whether they ask or answer. */
  readonly roles: Share;
  readonly misses: readonly string[];
}

export const SAMPLES = "evaluation/transcripts/samples";

/** Reads every sample of a folder as it would be read without a yaml, and holds it against what is true of it. */
export async function measureAttribution(folder = SAMPLES): Promise<readonly Attribution[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".gold.json")).sort();
  const measured: Attribution[] = [];
  for (const name of names) {
    const truth = gold.parse(JSON.parse(await readFile(join(folder, name), "utf8")));
    const file = sourceFileOf(truth.file, await readFile(join(folder, truth.file)));
    measured.push(judge(readInterview("sample", file, emptySidecar(truth.file)).interview, truth));
  }
  return measured;
}

export type Totals = Pick<Attribution, "speakers" | "links" | "linked" | "roles">;

/** The measures of all samples as one. */
export function totalsOf(measured: readonly Attribution[]): Totals {
  const total = (shares: readonly Share[]): Share => ({
    right: shares.reduce((sum, { right }) => sum + right, 0),
    of: shares.reduce((sum, { of }) => sum + of, 0),
  });
  return {
    speakers: total(measured.map(({ speakers }) => speakers)),
    links: total(measured.map(({ links }) => links)),
    linked: total(measured.map(({ linked }) => linked)),
    roles: total(measured.map(({ roles }) => roles)),
  };
}

function judge(interview: Interview, truth: Gold): Attribution {
  const misses: string[] = [];
  const at = (line: number) =>
    interview.statements.find(({ lines: [first, last] }) => first <= line && line <= last);
  const count = (
    all: readonly Gold["turns"][number][],
    isRight: (turn: Gold["turns"][number]) => boolean,
    what: string,
  ): Share => {
    const wrong = all.filter((turn) => !isRight(turn));
    for (const { line, speaker } of wrong)
      misses.push(`${truth.file}:${line}: ${what} of ${speaker ?? "narration"}`);
    return { right: all.length - wrong.length, of: all.length };
  };
  const speakers = count(truth.turns, (turn) => isTheirs(at(turn.line), turn), "speaker");
  const answers = truth.turns.filter((turn) => turn.answers !== null);
  const links = count(answers, (turn) => answersLine(at(turn.line), turn.answers ?? 0), "question");
  const statements = interview.statements.filter(({ answersIndex }) => answersIndex !== null);
  const right = statements.filter((statement) => {
    const turn = truth.turns.find(({ line }) => statement.lines[0] <= line && line <= statement.lines[1]);
    return turn !== undefined && turn.answers !== null && answersLine(statement, turn.answers);
  });
  const named = Object.entries(truth.roles);
  const known = named.filter(([name, role]) =>
    interview.speakers.some((one) => one.name === name && one.role === role),
  );
  for (const [name] of named.filter((one) => !known.includes(one)))
    misses.push(`${truth.file}: role of ${name}`);
  return {
    file: truth.file,
    format: interview.format,
    speakers,
    links,
    linked: { right: right.length, of: statements.length },
    roles: { right: known.length, of: named.length },
    misses,
  };
}

function isTheirs(statement: Statement | undefined, turn: Gold["turns"][number]): boolean {
  return (
    statement !== undefined &&
    statement.lines[0] === turn.line &&
    (statement.speaker?.name ?? null) === turn.speaker
  );
}

function answersLine(statement: Statement | undefined, line: number): boolean {
  const question = statement ? questionOf(statement) : null;
  return question !== null && question.lines[0] <= line && line <= question.lines[1];
}
