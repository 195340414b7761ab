import type { Desk } from "../command/desk.ts";
import { openView } from "../reply/open-view.ts";
import type { Receipt } from "../reply/receipt.ts";
import { auditedReceipt } from "./audited-receipt.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonLine } from "./json-line.ts";
import { linesOf } from "./lines.ts";
import type { ReceiptArguments } from "./parse-arguments.ts";
import { AUDIT_FAILED, type Showing, showReply } from "./show-reply.ts";
import { commandLineSurface } from "./surface.ts";

/** A line of `--json` where there is no receipt to give. */
interface Refused {
  /** What was typed for an id. */
  readonly statement: string;
  readonly error: string;
}

interface Answer {
  readonly record: Receipt | Refused;
  readonly code: ExitCode;
}

const NO_ID = "This is no quote’s id: one looks like k7f3-q2mz-81xd and stands under a quote.";
const GONE = "This quote has changed or gone: the source no longer has these words in this place.";

/**
 * Receipts on the command line: of one statement, or of one for each line of standard input.
 * @returns 1 for an id whose quote has changed or gone, 2 for what is no id.
 */
export async function runReceipt(
  { id, json }: ReceiptArguments,
  desk: Desk,
  showing: Showing,
): Promise<ExitCode> {
  const { io, out, error } = showing;
  if (id === undefined) {
    for await (const line of linesOf(io.input)) {
      if (!(await out.print(jsonLine(answerTo(line, desk, io).record)))) break;
    }
    return 0;
  }
  const { archive } = desk;
  const looked = archive.lookUp(id);
  if (looked.found === "malformed") {
    await error.print(`${NO_ID}\n`);
    return 2;
  }
  if (json) {
    const { record, code } = answerTo(id, desk, io);
    await out.print(jsonLine(record));
    return code;
  }
  if (looked.found === "gone") {
    await error.print(`${GONE}\n`);
    return 1;
  }
  const view = { show: "receipt", id: looked.statement.id, part: 0 } as const;
  const carried = { asked: "", matches: [] };
  const reply = openView(view, { ...desk, surface: commandLineSurface, carried });
  return showReply(reply, showing);
}

function answerTo(typed: string, { archive }: Desk, io: Io): Answer {
  const looked = archive.lookUp(typed);
  if (looked.found === "malformed") return { record: { statement: typed, error: NO_ID }, code: 2 };
  if (looked.found === "gone") return { record: { statement: looked.id, error: GONE }, code: 1 };
  try {
    return { record: auditedReceipt(looked.statement, io), code: 0 };
  } catch (fault) {
    io.report?.(fault);
    return { record: { statement: looked.statement.id, error: AUDIT_FAILED }, code: 2 };
  }
}
