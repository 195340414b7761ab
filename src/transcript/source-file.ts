import { createHash } from "node:crypto";

/** A transcript's bytes as they were read, with the name people know the file by. */
export interface SourceFile {
  /** Name relative to the transcripts folder, with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

export function sourceFileOf(name: string, bytes: Uint8Array): SourceFile {
  return Object.freeze({ name, bytes, sha256: createHash("sha256").update(bytes).digest("hex") });
}
