import type { Desk } from "../command/desk.ts";
import { DiagnosticError, formatDiagnostic } from "../transcript/diagnostic.ts";
import type { ExitCode, Io } from "./io.ts";
import { ownWords } from "./own-words.ts";
import { parseArguments } from "./parse-arguments.ts";
import { Printer } from "./printer.ts";
import { runInterviews } from "./run-interviews.ts";
import { runReceipt } from "./run-receipt.ts";
import { runSearch } from "./run-search.ts";
import { runVerify } from "./run-verify.ts";
import { styleOf } from "./style.ts";
import { usageOf } from "./usage.ts";
import type { Verb } from "./verbs.ts";

/**
 * One command, from its arguments to its exit code. The interviews are loaded only once the arguments make sense.
 * It never ends the process: what was written may still be on its way.
 */
export async function runCommandLine(
  verb: Verb,
  argv: readonly string[],
  io: Io,
  loadDesk: () => Promise<Desk>,
): Promise<ExitCode> {
  const out = new Printer(io.output);
  const error = new Printer(io.error);
  const typed = parseArguments(verb, argv);
  if (typed.read === "help") {
    await out.print(usageOf(verb));
    return 0;
  }
  if (typed.read === "problem") {
    await error.print(`${ownWords(typed.problem)}\nFor help: npm run -s ${verb} -- --help\n`);
    return 2;
  }
  let desk: Desk;
  try {
    desk = await loadDesk();
  } catch (fault) {
    if (!(fault instanceof DiagnosticError)) throw fault;
    for (const diagnostic of fault.diagnostics)
      await error.print(`${ownWords(formatDiagnostic(diagnostic))}\n`);
    return 2;
  }
  const showing = { io, out, error, style: styleOf(io) };
  if (typed.read === "verify") return runVerify(typed.verify, desk, showing);
  if (typed.read === "receipt") return runReceipt(typed.receipt, desk, showing);
  return typed.read === "search"
    ? runSearch(typed.search, desk, showing)
    : runInterviews(typed.interviews, desk, showing);
}
