import { performance } from "node:perf_hooks";
import { claimOf } from "../audit/claim.ts";
import type { StatementRecord } from "../reply/statement-record.ts";
import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import type { Verdict, Verification, Verifier, VerifyOptions } from "../verification/verification.ts";
import { auditedRecord } from "./audited-record.ts";
import type { Io } from "./io.ts";
import { textProblem } from "./parse-arguments.ts";
import { AUDIT_FAILED } from "./show-reply.ts";

/** Words of a source, with their place. */
interface SaidRecord extends Span {
  readonly text: string;
}

/** One claim for programs. */
export interface ClaimRecord {
  readonly claim: string;
  readonly verdict: Verdict;
  readonly statement: StatementRecord | null;
  readonly differences: readonly {
    readonly change: string;
    readonly kind: string;
    readonly claimed: string | null;
    readonly said: readonly SaidRecord[];
    /** Id of the statement whose words `said` are. */
    readonly statement: string | null;
  }[];
  readonly tooShort: boolean;
  readonly claimedSpeaker: string | null;
  readonly pieces: readonly {
    readonly claimed: string;
    readonly statement: string;
    readonly said: readonly SaidRecord[];
  }[];
  /** Ids of other statements with the same words. */
  readonly alsoIn: readonly string[];
  readonly typography: readonly string[];
  readonly cautions: readonly {
    readonly kind: string;
    readonly where: string;
    readonly said: readonly SaidRecord[];
  }[];
}

/** A line of `verify --json`: the gravest claim of the text, and all of them where it has several. */
export interface VerificationRecord extends Omit<ClaimRecord, "claim"> {
  readonly query: string;
  readonly claims?: readonly ClaimRecord[];
  /** How many more passages the text has. */
  readonly unchecked?: number;
  readonly ms: number;
  readonly error?: string;
}

const GRAVEST_FIRST: readonly Verdict[] = ["altered", "spliced", "cut", "misattributed", "absent", "exact"];

const NOTHING: Omit<VerificationRecord, "query"> = {
  verdict: "absent",
  statement: null,
  differences: [],
  tooShort: false,
  claimedSpeaker: null,
  pieces: [],
  alsoIn: [],
  typography: [],
  cautions: [],
  ms: 0,
};

export function verificationRecord(
  query: string,
  verifier: Verifier,
  io: Io,
  options: VerifyOptions,
): VerificationRecord {
  const error = textProblem(query) ?? wordlessProblem(query);
  if (error !== null) return { query, ...NOTHING, error };
  const start = performance.now();
  const { verifications, unchecked } = verifier.verify(query, options);
  const ms = Number((performance.now() - start).toFixed(3));
  try {
    const claims = verifications.map((one) => claimRecord(one, io));
    const [{ claim: _, ...gravest } = NOTHING_CLAIMED] = [...claims].sort(
      (a, b) => GRAVEST_FIRST.indexOf(a.verdict) - GRAVEST_FIRST.indexOf(b.verdict),
    );
    const more = claims.length > 1 ? { claims, ...(unchecked > 0 ? { unchecked } : {}) } : {};
    return { query, ...gravest, ...more, ms };
  } catch (fault) {
    io.report?.(fault);
    return { query, ...NOTHING, ms, error: AUDIT_FAILED };
  }
}

function wordlessProblem(text: string): string | null {
  return /[\p{L}\p{N}]/u.test(text) ? null : "There are no words in this to check.";
}

const NOTHING_CLAIMED: ClaimRecord = { claim: "", ...NOTHING };

function claimRecord(verification: Verification, io: Io): ClaimRecord {
  const { claim, verdict, statement, isTooShort, claimedSpeaker } = verification;
  const said = (of: Statement | null, spans: readonly Span[]) =>
    of ? spans.map((span) => saidRecord(of, span, io)) : [];
  return {
    claim,
    verdict,
    statement: statement && auditedRecord(statement, 1, io),
    differences: verification.differences.map(({ change, kind, claimed, said: spans, statement: of }) => ({
      change,
      kind,
      claimed: claimed && claim.slice(claimed.start, claimed.end),
      said: said(of, spans),
      statement: of?.id ?? null,
    })),
    tooShort: isTooShort,
    claimedSpeaker,
    pieces: verification.pieces.map(({ claimed, statement: of, said: spans }) => ({
      claimed: claim.slice(claimed.start, claimed.end),
      statement: of.id,
      said: said(of, spans),
    })),
    alsoIn: verification.alsoIn.map(({ id }) => id),
    typography: verification.typography,
    cautions: verification.cautions.map(({ kind, where, said: spans }) => ({
      kind,
      where,
      said: said(statement, spans),
    })),
  };
}

/** @throws whatever the audit throws when the words aren't the source's. */
function saidRecord({ interview }: Statement, { start, end }: Span, { auditWords }: Io): SaidRecord {
  const { text } = interview.source.verbatim({ start, end });
  auditWords?.(text, claimOf(interview.source, { start, end }));
  return { ...interview.source.extentOf({ start, end }), text };
}
