import { buildStatementIndex } from "../../src/search/statement-index.ts";
import type { Archive } from "../../src/transcript/archive.ts";
import { buildVerifier } from "../../src/verification/archive-verifier.ts";
import type { Verifier } from "../../src/verification/verification.ts";

/** The verifier that the bench measures. */
export function verifierOf(archive: Archive): Verifier {
  return buildVerifier(buildStatementIndex(archive));
}
