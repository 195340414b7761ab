import type { Reply } from "../reply/reply.ts";
import type { ExitCode, Io } from "./io.ts";
import type { Printer } from "./printer.ts";
import { renderTerminal } from "./render-terminal.ts";
import type { Style } from "./style.ts";

export const AUDIT_FAILED = "This reply failed its own check against the source and was not shown.";

/** What a reply means for the exit code. */
export function exitCodeOf({ record: { outcome } }: Pick<Reply, "record">): ExitCode {
  if (outcome === "unusable") return 2;
  return outcome === "none" ? 1 : 0;
}

/** Where a reply goes, and who looks at it before. */
export interface Showing {
  readonly io: Io;
  readonly out: Printer;
  readonly error: Printer;
  readonly style: Style;
}

/**
 * Prints a reply, with `below` of our own under it, once it has passed the audit; one that fails isn't shown.
 * @returns the exit code this reply stands for.
 */
export async function showReply(reply: Reply, showing: Showing, below = ""): Promise<ExitCode> {
  const { io, out, error, style } = showing;
  const { text, claims } = renderTerminal(reply, style);
  const shown = text + below;
  try {
    io.audit?.(shown, claims, style);
  } catch (fault) {
    io.report?.(fault);
    await error.print(`${AUDIT_FAILED}\n`);
    return 2;
  }
  await out.print(shown);
  return exitCodeOf(reply);
}
