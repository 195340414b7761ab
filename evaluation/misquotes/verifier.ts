import type { Archive } from "../../src/transcript/archive.ts";
import type { Verifier } from "../../src/verification/verification.ts";

export class NotBuilt extends Error {
  constructor() {
    super("the verifier is not built yet");
  }
}

/** The verifier that the bench measures. */
export function verifierOf(_archive: Archive): Verifier {
  throw new NotBuilt();
}
