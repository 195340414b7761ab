import type { SourceText, Span } from "../transcript/source-text.ts";

/** What is shown claims to be these UTF-16 units of the source whose bytes have this SHA-256. */
export interface Claim {
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
  /** Name of the file whose reading the units are of; absent where they are of the file's own text. */
  readonly readingOf?: string;
}

/** The claim to show these words of a source. */
export function claimOf({ file, reading }: SourceText, { start, end }: Span): Claim {
  const claim = { sha256: file.sha256, start, end };
  return reading ? { ...claim, readingOf: file.name } : claim;
}
