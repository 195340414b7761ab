import type { Desk } from "../command/desk.ts";
import { verifyText } from "../command/verify-text.ts";
import type { ExitCode } from "./io.ts";
import { jsonLine } from "./json-line.ts";
import { linesOf } from "./lines.ts";
import type { VerifyArguments } from "./parse-arguments.ts";
import { renderTerminal } from "./render-terminal.ts";
import { type Showing, showReply } from "./show-reply.ts";
import { plainStyle } from "./style.ts";
import { commandLineSurface } from "./surface.ts";
import { verificationRecord } from "./verification-record.ts";

/** verify on the command line: every claim of the text, one below the other. */
export async function runVerify(
  { text, json, speaker }: VerifyArguments,
  desk: Desk,
  showing: Showing,
): Promise<ExitCode> {
  const { io, out } = showing;
  const options = { speaker };
  if (text === undefined) {
    for await (const line of linesOf(io.input)) {
      if (!(await out.print(jsonLine(verificationRecord(line, desk.verifier, io, options))))) break;
    }
    return 0;
  }
  if (json) {
    const record = verificationRecord(text, desk.verifier, io, options);
    await out.print(jsonLine(record));
    if (record.error !== undefined) return 2;
    return record.verdict === "absent" ? 1 : 0;
  }
  const codes: ExitCode[] = [];
  const { count, replyAbout } = verifyText(text, desk, commandLineSurface, options);
  for (let at = 0; at < count; at += 1) {
    const reply = replyAbout(at);
    if (reply.quiet) {
      await showing.error.print(renderTerminal(reply, plainStyle).text);
      return 2;
    }
    if (at > 0) await out.print("\n");
    codes.push(await showReply(reply, showing));
  }
  // Something found is an answer, whatever else isn't.
  return codes.includes(2) ? 2 : codes.includes(0) ? 0 : 1;
}
