import { type CheckTarget, checkTranscript, findTargets } from "../transcript/check-transcripts.ts";
import { DiagnosticError, formatDiagnostic } from "../transcript/diagnostic.ts";
import { checkRecord } from "./check-record.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonLine } from "./json-line.ts";
import { ownWords } from "./own-words.ts";
import { type CheckArguments, parseCheckArguments } from "./parse-tool-arguments.ts";
import { Printer } from "./printer.ts";
import { checkedFileLines, totalLine } from "./render-check.ts";
import { styleOf } from "./style.ts";
import { usageOf } from "./usage.ts";

/** What a tool that reads files is given besides the streams. */
export interface ToolSurroundings {
  /** The folder of interviews. */
  readonly folder: string;
  /** Told how much of it is done, from 0 to 1. */
  readonly progress?: (doing: string, share: number) => void;
  /** Called when nothing more will be told, and before anything else is printed. */
  readonly quiet?: () => void;
}

/**
 * Checks files, or all of the folder: prints every problem, and what reading each came to.
 * @returns 1 where there is an error, 2 for bad usage.
 */
export async function runCheck(
  argv: readonly string[],
  io: Io,
  surroundings: ToolSurroundings,
): Promise<ExitCode> {
  const out = new Printer(io.output);
  const error = new Printer(io.error);
  const typed = parseCheckArguments(argv);
  if (typed.read === "help") {
    await out.print(usageOf("check"));
    return 0;
  }
  if (typed.read === "problem") {
    await error.print(`${ownWords(typed.problem)}\nFor help: npm run -s check -- --help\n`);
    return 2;
  }
  const targets = await targetsOf(typed.check, surroundings.folder, error);
  return targets ? checkAll(targets, typed.check, { io, out, error, ...surroundings }) : 2;
}

async function targetsOf(
  { files }: CheckArguments,
  folder: string,
  error: Printer,
): Promise<readonly CheckTarget[] | null> {
  try {
    return await findTargets(files.length > 0 ? files : [folder]);
  } catch (fault) {
    if (!(fault instanceof DiagnosticError)) throw fault;
    for (const diagnostic of fault.diagnostics)
      await error.print(`${ownWords(formatDiagnostic(diagnostic))}\n`);
    return null;
  }
}

async function checkAll(
  targets: readonly CheckTarget[],
  { json, files }: CheckArguments,
  { io, out, error, folder, progress, quiet }: ToolSurroundings & { io: Io; out: Printer; error: Printer },
): Promise<ExitCode> {
  const style = styleOf(io);
  const counts = { files: 0, errors: 0, warnings: 0 };
  for (const target of targets) {
    progress?.("checking the interviews", counts.files / targets.length);
    const record = checkRecord(await checkTranscript(target));
    counts.files += 1;
    counts.errors += record.errors.length;
    counts.warnings += record.warnings.length;
    quiet?.();
    const lines = json ? jsonLine(record) : `${checkedFileLines(record, style).join("\n")}\n\n`;
    if (!(await out.print(lines))) break;
  }
  quiet?.();
  if (targets.length === 0) await error.print(`There are no interviews in ${ownWords(folder)} yet.\n`);
  else if (!json && (targets.length > 1 || files.length !== 1)) await out.print(`${totalLine(counts)}\n`);
  return counts.errors > 0 ? 1 : 0;
}
