import { ArchiveWords } from "../../../evaluation/misquotes/archive-words.ts";
import { wordsOf } from "../../../evaluation/misquotes/letters.ts";
import type { Archive } from "../../../src/transcript/archive.ts";
import type { Verdict, Verification, Verifier } from "../../../src/verification/verification.ts";

/** Says the same of every text. */
export function saying(verdict: Verdict): Verifier {
  return { verify: (text) => ({ verifications: [verification(text, verdict, null)], unchecked: 0 }) };
}

/**
 * Calls words exact that somebody said in a row without a gap, folded as the bench folds them, and the rest absent;
 * forgives a letter or two in hyphens, and looks at no speaker.
 */
export function wordForWord(archive: Archive): Verifier {
  const words = new ArchiveWords(archive);
  return {
    verify: (text) => ({
      unchecked: 0,
      verifications: claimsIn(text).map((claim) => {
        const plain = claim.replace(/\p{Default_Ignorable_Code_Point}/gu, "").replace(/[-‐]\r?\n/gu, "");
        const [statement = null] = words.heldBy(wordsOf(plain).map(({ letters }) => letters));
        return verification(claim, statement ? "exact" : "absent", statement);
      }),
    }),
  };
}

function claimsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/“([^”]*)”|"([^"]*)"|^> (.*)$/gmu)].map(
    ([, a, b, c]) => a ?? b ?? c ?? "",
  );
  return quoted.length > 0 ? quoted : [text];
}

export function verification(
  claim: string,
  verdict: Verdict,
  statement: Verification["statement"],
  differences: Verification["differences"] = [],
): Verification {
  return {
    claim,
    verdict,
    isTooShort: false,
    claimedSpeaker: null,
    statement,
    pieces: [],
    alsoIn: [],
    differences,
    typography: [],
    cautions: [],
  };
}
