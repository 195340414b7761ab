import type { StatementIndex } from "../search/statement-index.ts";
import type { Steps } from "../transcript/steps.ts";
import { type Claim, ClaimJudge } from "./claim-judge.ts";
import { comparedWords } from "./compared-words.ts";
import { longStatementSteps } from "./long-statements.ts";
import { readClaims } from "./read-claims.ts";
import type { Verdict, Verification, Verifier } from "./verification.ts";

/** As many claims of one text are checked. */
const MOST_CLAIMS = 10;

/** From the best that can be said of a reading to the worst. */
const BEST_FIRST: readonly Verdict[] = ["exact", "misattributed", "cut", "spliced", "altered", "absent"];

/** Verifies against the archive an index was built for. What it needs beside the index it makes when first asked. */
export function buildVerifier(index: StatementIndex): Verifier {
  const judge = new ClaimJudge(index);
  return {
    verify(text, { speaker } = {}) {
      const { whole, stripped, quoted } = readClaims(text);
      const claims = Math.min(MOST_CLAIMS, Math.max(1, quoted.length));
      const verified = (claim: Claim): Verification =>
        judge.judge({ ...claim, speaker: claim.speaker ?? speaker ?? null }, claims);
      if (quoted.length === 0) {
        const all = verified(whole);
        if (!stripped || saysItsLead(all, text.indexOf(stripped.text))) {
          return { verifications: [all], unchecked: 0 };
        }
        return { verifications: [betterOf(all, verified(stripped))], unchecked: 0 };
      }
      // "“Rubbish,” he replied. “Knowing …”" is one quote, printed as a newspaper does.
      if (quoted.length > 1) {
        const all = verified(whole);
        if (all.verdict === "exact" || all.verdict === "misattributed") {
          return { verifications: [all], unchecked: 0 };
        }
      }
      return {
        verifications: quoted.slice(0, MOST_CLAIMS).map(verified),
        unchecked: Math.max(0, quoted.length - MOST_CLAIMS),
      };
    },
  };
}

/** The same in steps: what claims about long statements need is made in them too, so that no claim waits for it. */
export function* verifierSteps(index: StatementIndex): Steps<Verifier> {
  yield* longStatementSteps(index.statements);
  return buildVerifier(index);
}

/** Whether words that look like a question about the quote were said themselves: then they are a part of it. */
function saysItsLead({ claim, pieces }: Verification, start: number): boolean {
  const from = pieces[0]?.claimed.start ?? start;
  return from < start && comparedWords(claim, from, start).length >= 2;
}

/** Of two readings of the same words the one that fits better; the first of those that fit as well. */
function betterOf(one: Verification, other: Verification): Verification {
  return BEST_FIRST.indexOf(other.verdict) < BEST_FIRST.indexOf(one.verdict) ? other : one;
}
