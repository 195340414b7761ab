import type { StatementIndex } from "../search/statement-index.ts";
import { ClaimJudge } from "./claim-judge.ts";
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
      const verified = (claim: { text: string; speaker: string | null }): Verification =>
        judge.judge({ ...claim, speaker: claim.speaker ?? speaker ?? null });
      if (quoted.length === 0) {
        const readings = (stripped ? [whole, stripped] : [whole]).map(verified);
        return { verifications: [bestOf(readings)], unchecked: 0 };
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

/** Among readings of the same words the one that fits best; the first of those that fit as well. */
function bestOf(readings: readonly Verification[]): Verification {
  const [first, ...others] = readings;
  if (!first) throw new RangeError("there is no reading to choose from");
  return others.reduce(
    (best, one) => (BEST_FIRST.indexOf(one.verdict) < BEST_FIRST.indexOf(best.verdict) ? one : best),
    first,
  );
}
