import { createHash } from "node:crypto";
import type { Reading } from "../transcript/reading.ts";
import type { SourceFile } from "../transcript/source-file.ts";
import { AuditFault } from "./audit-fault.ts";
import { auditReading } from "./audit-reading.ts";
import type { Claim } from "./claim.ts";

/** A source as it was read: its file, and how that is read where its text isn't the file's own. */
export interface EvidenceSource {
  readonly file: SourceFile;
  readonly reading: Reading | null;
}

/**
 * The source files as they were read, decoded here anew and not by what made the quotes, so that a fault there
 * can't hide itself. Each file is hashed, decoded, and its reading held against it, once, when it is first asked for.
 */
export class Evidence {
  readonly #files: ReadonlyMap<string, SourceFile>;
  /** By the name of their file. */
  readonly #readings: ReadonlyMap<string, EvidenceSource>;
  readonly #texts = new Map<string, string>();
  readonly #sound = new Set<Reading>();

  constructor(sources: Iterable<EvidenceSource>) {
    const all = [...sources];
    this.#files = new Map(all.map(({ file }) => [file.sha256, file]));
    this.#readings = new Map(
      all.filter(({ reading }) => reading).map((source) => [source.file.name, source]),
    );
  }

  /**
   * The words a claim stands for.
   * @throws AuditFault when there is no such source, or no such place in it.
   */
  wordsOf({ sha256, start, end, readingOf }: Claim): string {
    const text = readingOf === undefined ? this.#textOf(sha256) : this.#readingOf(readingOf, sha256);
    if (!(start >= 0 && start < end && end <= text.length)) {
      throw new AuditFault(`a quote claims units ${start} to ${end} of a source that has ${text.length}`);
    }
    return text.substring(start, end);
  }

  #readingOf(name: string, sha256: string): string {
    const source = this.#readings.get(name);
    if (!source?.reading || source.file.sha256 !== sha256) {
      throw new AuditFault(`a quote claims a reading of ${name}, and there is none with that hash`);
    }
    if (!this.#sound.has(source.reading)) {
      auditReading(source.reading, this.#decode(sha256));
      this.#sound.add(source.reading);
    }
    return source.reading.text;
  }

  #textOf(sha256: string): string {
    const known = this.#texts.get(sha256);
    if (known !== undefined) return known;
    const text = this.#decode(sha256);
    this.#texts.set(sha256, text);
    return text;
  }

  #decode(sha256: string): string {
    const file = this.#files.get(sha256);
    if (!file) throw new AuditFault(`a quote claims a source with the hash ${sha256}, and there is none`);
    const found = createHash("sha256").update(file.bytes).digest("hex");
    if (found !== sha256) throw new AuditFault(`the source ${file.name} is not the one that was hashed`);
    const whole = Buffer.from(file.bytes).toString("utf8");
    return whole.charCodeAt(0) === 0xfeff ? whole.substring(1) : whole;
  }
}
