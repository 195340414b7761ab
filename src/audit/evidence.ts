import { createHash } from "node:crypto";
import type { SourceFile } from "../transcript/source-file.ts";

/** What is shown claims to be these UTF-16 units of the source whose bytes have this SHA-256. */
export interface Claim {
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
}

/** A reply that doesn't show what it claims; it must not leave. Its message holds no quoted words. */
export class AuditFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = "AuditFault";
  }
}

/**
 * The source files as they were read, decoded here anew and not by what made the quotes, so that a fault there
 * can't hide itself. Each file is hashed and decoded once, when it is first asked for.
 */
export class Evidence {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #texts = new Map<string, string>();

  constructor(files: Iterable<SourceFile>) {
    this.#files = new Map([...files].map((file) => [file.sha256, file]));
  }

  /**
   * The words a claim stands for.
   * @throws AuditFault when there is no such source, or no such place in it.
   */
  wordsOf({ sha256, start, end }: Claim): string {
    const text = this.#texts.get(sha256) ?? this.#decode(sha256);
    if (!(start >= 0 && start < end && end <= text.length)) {
      throw new AuditFault(`a quote claims units ${start} to ${end} of a source that has ${text.length}`);
    }
    return text.substring(start, end);
  }

  #decode(sha256: string): string {
    const file = this.#files.get(sha256);
    if (!file) throw new AuditFault(`a quote claims a source with the hash ${sha256}, and there is none`);
    const found = createHash("sha256").update(file.bytes).digest("hex");
    if (found !== sha256) throw new AuditFault(`the source ${file.name} is not the one that was hashed`);
    const whole = Buffer.from(file.bytes).toString("utf8");
    const text = whole.charCodeAt(0) === 0xfeff ? whole.substring(1) : whole;
    this.#texts.set(sha256, text);
    return text;
  }
}
