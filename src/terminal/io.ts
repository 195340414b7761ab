import type { Readable, Writable } from "node:stream";
import type { Claim } from "../audit/claim.ts";
import type { Style } from "./style.ts";

/** What a program is given at its start: three streams and an environment. */
export interface Io {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly error: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * The last look at a reply before it is printed. `claims` stand in the order of the quotes; `style` says
   * whether control characters were made visible in them (see visible-controls.ts).
   * @throws whatever it likes when a quote isn't what it claims to be: the reply is then not shown.
   */
  readonly audit?: (shown: string, claims: readonly Claim[], style: Style) => void;
  /** The same look at the words of one record of `--json`. */
  readonly auditWords?: (words: string, claim: Claim) => void;
  /** Told of failures that people only get a sentence about. */
  readonly report?: (error: unknown) => void;
}

/** 0: answered; 1: nothing found; 2: bad usage or bad input. */
export type ExitCode = 0 | 1 | 2;
