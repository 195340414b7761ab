import type { Statement } from "../../src/transcript/interview.ts";
import type { Verification } from "../../src/verification/verification.ts";
import type { ArchiveWords } from "./archive-words.ts";
import type { HonestCase, MisquoteCase } from "./cases.ts";
import { lettersByWord } from "./mutation.ts";
import { windowDistance } from "./window-distance.ts";

/** How a misquote fared. */
export interface MisquoteJudgement {
  /** Called exact: the one thing that must never happen. */
  readonly isAccepted: boolean;
  readonly isVerdictRight: boolean;
  /** Null where any kind will do, and where another statement fits the claim as well. */
  readonly isKindRight: boolean | null;
  /** Null where nobody said anything of the kind. */
  readonly isStatementRight: boolean | null;
}

export interface HonestJudgement {
  /** Called anything but exact. */
  readonly isRejected: boolean;
  readonly isStatementRight: boolean;
  /** Whether a spelling is named; null where none is wrong. */
  readonly isSpellingNamed: boolean | null;
}

export function judgeMisquote(
  { words: claimed, verdicts, kinds, sources }: MisquoteCase,
  verifications: readonly Verification[],
  words: ArchiveWords,
): MisquoteJudgement {
  const main = longest(verifications);
  const found = statementsOf(verifications);
  const isTrue = sources.every((group) => group.some((one) => found.has(one)));
  const fits =
    isTrue || (sources.length === 1 && fitsAsWell(claimed, main.statement, sources[0] ?? [], words));
  const named = new Set(verifications.flatMap(({ differences }) => differences.map(({ kind }) => kind)));
  return {
    isAccepted: verifications.every(({ verdict }) => verdict === "exact"),
    isVerdictRight: verdicts.includes(main.verdict),
    isKindRight: kinds === null || (fits && !isTrue) ? null : kinds.some((kind) => named.has(kind)),
    isStatementRight: sources.length === 0 ? null : fits,
  };
}

export function judgeHonest(
  { damage, sources }: HonestCase,
  verifications: readonly Verification[],
): HonestJudgement {
  const main = longest(verifications);
  const isSpelling = verifications.some(({ differences }) =>
    differences.some(({ kind }) => kind === "spelling"),
  );
  return {
    isRejected: verifications.some(({ verdict }) => verdict !== "exact"),
    isStatementRight: main.statement !== null && sources.includes(main.statement),
    isSpellingNamed: damage === "misspelling" ? isSpelling : null,
  };
}

/** Where a claim was cut up by its marks, the longest part speaks for it. */
export function longest(verifications: readonly Verification[]): Verification {
  const [first, ...others] = verifications;
  if (!first) throw new RangeError("a verifier answers with at least one verification");
  return others.reduce((best, one) => (one.claim.length > best.claim.length ? one : best), first);
}

export function statementsOf(verifications: readonly Verification[]): ReadonlySet<Statement> {
  return new Set(
    verifications.flatMap(({ statement, pieces }) => [
      ...(statement ? [statement] : []),
      ...pieces.map((piece) => piece.statement),
    ]),
  );
}

/** A changed word may bring a claim as near to what somebody else said, word for word. */
function fitsAsWell(
  claimed: string,
  found: Statement | null,
  sources: readonly Statement[],
  words: ArchiveWords,
): boolean {
  if (found === null) return false;
  const letters = lettersByWord(claimed);
  const distanceTo = (statement: Statement): number =>
    windowDistance(
      letters,
      words.spokenOf(statement).words.map((word) => word.letters),
    );
  return distanceTo(found) <= Math.min(...sources.map(distanceTo));
}
