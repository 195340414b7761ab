import type { Verdict, Verifier } from "../../src/verification/verification.ts";
import type { InterviewQuestion } from "../interview-questions.ts";
import { longest, statementsOf } from "./judgement.ts";
import type { MisquoteMiss } from "./measure.ts";

/** How the dev set's questions about quotes fared. */
export interface DevFigures {
  readonly questions: number;
  readonly verdictRight: number;
  /** Of those that somebody did say something like. */
  readonly answered: number;
  readonly statementRight: number;
  readonly misses: readonly MisquoteMiss[];
}

const VERDICTS = {
  "verify-exact": ["exact"],
  "verify-altered": ["cut", "spliced", "altered"],
  "verify-absent": ["absent"],
} as const satisfies Readonly<Record<string, readonly Verdict[]>>;

/** Asks the questions of kind verify-… on the bundled interview, as people typed them. */
export function measureDevQuestions(verifier: Verifier, questions: readonly InterviewQuestion[]): DevFigures {
  const asked = questions.flatMap(({ q, kind, lines }) => {
    if (!(kind in VERDICTS)) return [];
    const wanted: readonly Verdict[] = VERDICTS[kind as keyof typeof VERDICTS];
    const { verifications } = verifier.verify(q);
    const { verdict } = longest(verifications);
    const found = [...statementsOf(verifications)];
    const isStatementRight =
      lines.length === 0
        ? null
        : lines.some((line) => found.some(({ lines: [first, last] }) => first <= line && line <= last));
    const got = [verdict, ...found.map((one) => one.lines[0])].join(", ");
    const miss = {
      archive: "dev",
      name: kind,
      claim: q,
      wanted: `${wanted.join(" or ")}, ${lines.join(", ")}`,
      got,
    };
    return [{ isVerdictRight: wanted.includes(verdict), isStatementRight, miss }];
  });
  const answered = asked.filter(({ isStatementRight }) => isStatementRight !== null);
  return {
    questions: asked.length,
    verdictRight: asked.filter(({ isVerdictRight }) => isVerdictRight).length,
    answered: answered.length,
    statementRight: answered.filter(({ isStatementRight }) => isStatementRight).length,
    misses: asked
      .filter(({ isVerdictRight, isStatementRight }) => !isVerdictRight || isStatementRight === false)
      .map(({ miss }) => miss),
  };
}
