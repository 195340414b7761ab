import { readFile, realpath } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { checkTranscript, findTargets } from "../transcript/check-transcripts.ts";
import { type Diagnostic, DiagnosticError } from "../transcript/diagnostic.ts";
import { listFolder } from "../transcript/folder/list-folder.ts";
import { idOf, isTranscript, sidecarsByTranscript } from "../transcript/folder/transcript-names.ts";
import { formats } from "../transcript/formats/formats.ts";
import { readInterview } from "../transcript/read-interview.ts";
import { parseSidecar } from "../transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../transcript/source-file.ts";
import { answersAbout, WrongOption } from "./add-answers.ts";
import { type CheckRecord, checkRecord } from "./check-record.ts";
import { draftOf, withExtension } from "./interview-draft.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonLine } from "./json-line.ts";
import { ownWords } from "./own-words.ts";
import { type AddArguments, parseAddArguments } from "./parse-tool-arguments.ts";
import { NameTaken, placeFiles } from "./place-files.ts";
import { Printer } from "./printer.ts";
import { Abandoned, Questions } from "./questions.ts";
import { checkedFileLines } from "./render-check.ts";
import type { ToolSurroundings } from "./run-check.ts";
import { sidecarText } from "./sidecar-text.ts";
import { styleOf } from "./style.ts";
import { usageOf } from "./usage.ts";

/** Why nothing is added, as a sentence or two for the person who typed: bad usage. */
class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Refusal";
  }
}

/** A transcript on its way into the folder. */
interface Newcomer {
  readonly folder: string;
  /** What it will be called there. */
  readonly name: string;
  readonly sidecar: string;
  readonly bytes: Uint8Array;
  /** What people call it now, with the ending it will have. */
  readonly shownAs: string;
  /** True where it lies in the folder under this name already, so that only its yaml is written. */
  readonly isInPlace: boolean;
  /** Files of the folder that it would replace. */
  readonly taken: readonly string[];
}

/**
 * Adds an interview: finds out what the file is, asks what can't be known or takes it from the options, and puts the
 * file as it is and a yaml into the folder of interviews. All of that or nothing.
 * @returns 1 when it can't be read or whoever was asked has gone, 2 for bad usage.
 */
export async function runAdd(
  argv: readonly string[],
  io: Io,
  { folder }: ToolSurroundings,
): Promise<ExitCode> {
  const out = new Printer(io.output);
  const error = new Printer(io.error);
  const typed = parseAddArguments(argv);
  if (typed.read === "help") {
    await out.print(usageOf("add"));
    return 0;
  }
  const refuse = async (why: string): Promise<ExitCode> => {
    await error.print(`${ownWords(why)}\nFor help: npm run -s add -- --help\n`);
    return 2;
  };
  if (typed.read === "problem") return refuse(typed.problem);
  const options = typed.add;
  // Whoever pipes the transcript in can't answer, too.
  const isAsking =
    io.input.isTTY === true &&
    io.output.isTTY === true &&
    !options.yes &&
    !options.json &&
    options.file !== "-";
  const questions = isAsking ? new Questions(io) : null;
  const tell = async (record: CheckRecord, added: readonly string[]): Promise<ExitCode> => {
    if (options.json) await out.print(jsonLine({ ...record, added }));
    else {
      const next = added.length > 0 ? nextSteps(added) : ["Nothing was added."];
      await out.print(`${[...checkedFileLines(record, styleOf(io)), "", ...next].join("\n")}\n`);
    }
    return record.errors.length > 0 ? 1 : 0;
  };
  try {
    const newcomer = await newcomerFrom(options, folder, io);
    try {
      const added = await add(newcomer, options, questions);
      if (added === null) return await leave(out);
      const [target] = await findTargets([join(folder, newcomer.name)]);
      if (!target) throw new Error(`${newcomer.name} was added and is gone again`);
      return await tell(checkRecord(await checkTranscript(target)), added);
    } catch (fault) {
      if (!(fault instanceof DiagnosticError)) throw fault;
      const { shownAs: file } = newcomer;
      return await tell(checkRecord({ file, sidecar: null, read: null, diagnostics: fault.diagnostics }), []);
    }
  } catch (fault) {
    if (fault instanceof Refusal || fault instanceof WrongOption) return await refuse(fault.message);
    if (fault instanceof NameTaken)
      return await refuse(`${fault.file} is there already. Add --force to replace it.`);
    if (fault instanceof Abandoned) return await leave(out);
    if (isSystemError(fault)) return await refuse(`It can’t be added to ${folder} (${fault.code}).`);
    throw fault;
  } finally {
    questions?.close();
  }
}

async function leave(out: Printer): Promise<ExitCode> {
  await out.print("Nothing was added.\n");
  return 1;
}

/** @returns the paths that were written; null when whoever was asked doesn't want it. */
async function add(
  newcomer: Newcomer,
  options: AddArguments,
  questions: Questions | null,
): Promise<readonly string[] | null> {
  const { folder, name, sidecar, bytes, shownAs, isInPlace, taken } = newcomer;
  const id = idOf(name);
  const draft = draftOf(id, shownAs, bytes, options.format);
  if (taken.length > 0 && !options.force) {
    const names = taken.map((one) => join(folder, one)).join(" and ");
    const verb = taken.length > 1 ? "are" : "is";
    if (!questions) {
      throw new Refusal(`${names} ${verb} there already. Add --force to replace, or choose another --name.`);
    }
    const replace = await questions.ask(`${names} ${verb} there already. Replace? y or n`, "n");
    if (!/^y(?:es)?$/iu.test(replace)) return null;
  }
  const answers = await answersAbout(draft, options, questions);
  const yaml = Buffer.from(sidecarText(answers, folder), "utf8");
  // What would not be served is not added.
  readInterview(id, sourceFileOf(shownAs, bytes), parseSidecar(sourceFileOf(join(folder, sidecar), yaml)));
  const replaces = (one: string) => taken.includes(one);
  // The yaml goes first: nobody sees the transcript without it.
  const files = [{ name: sidecar, bytes: yaml, replaces: replaces(sidecar) }];
  if (!isInPlace) files.push({ name, bytes: Buffer.from(bytes), replaces: replaces(name) });
  await placeFiles(folder, files);
  return files.map((file) => join(folder, file.name)).reverse();
}

async function newcomerFrom(options: AddArguments, folder: string, io: Io): Promise<Newcomer> {
  const { file, format } = options;
  if (format !== undefined && !formats.some(({ key }) => key === format)) {
    throw new WrongOption(
      "format",
      `there is none called ${format}, but ${formats.map(({ key }) => key).join(", ")}`,
    );
  }
  if (file === "-" && options.name === undefined) {
    throw new Refusal("What comes from standard input has no name: give it one, such as --name talk.vtt.");
  }
  const bytes = file === "-" ? await buffer(io.input) : await bytesOf(file);
  const wanted = options.name ?? basename(file);
  const wrong = nameProblem(wanted);
  if (wrong !== null) throw new Refusal(wrong);
  let name: string;
  try {
    name = withExtension(wanted, bytes);
  } catch (fault) {
    if (!(fault instanceof DiagnosticError)) throw fault;
    throw new Refusal(fault.diagnostics.map(sentenceOf).join("\n"));
  }
  const names = await namesIn(folder);
  const id = idOf(name);
  const twin = names.find((other) => isTranscript(other) && idOf(other) === id && other !== name);
  if (twin !== undefined) {
    throw new Refusal(`${join(folder, twin)} has that name already. Choose another with --name.`);
  }
  const sidecar = sidecarsByTranscript(names).get(id)?.[0] ?? `${id}.yaml`;
  const isInPlace = file !== "-" && names.includes(name) && (await isSame(file, join(folder, name)));
  const taken = [...(isInPlace ? [] : [name]), sidecar].filter((one) => names.includes(one));
  const shownAs = file !== "-" && extname(file) === extname(name) ? file : name;
  return { folder, name, sidecar, bytes, shownAs, isInPlace, taken };
}

/** What keeps a name from being one in the folder, on any system; null where nothing does. */
function nameProblem(name: string): string | null {
  if (/[/\\:*?"<>|\p{Cc}]/u.test(name) || name.trim() !== name) {
    return "--name takes the name of a file, without a folder or signs that not every system takes.";
  }
  if (name.startsWith("."))
    return "A name that begins with a dot would be passed over: choose another with --name.";
  if (/\.ya?ml$/iu.test(name)) return "That is a yaml: name the transcript, and its yaml will be written.";
  return null;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await listFolder(folder)).names;
  } catch {
    // It is made when there is something to put in it; what else is wrong with it will show then.
    return [];
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Refusal(`${file} can’t be read (${error.code}).`);
  }
}

async function isSame(one: string, other: string): Promise<boolean> {
  return (await realpath(one)) === (await realpath(other));
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "syscall" in error && "code" in error;
}

function sentenceOf({ file, message, advice }: Diagnostic): string {
  return `${file}: ${message} ${advice}`;
}

function nextSteps(added: readonly string[]): readonly string[] {
  const yaml = added.find((file) => /\.ya?ml$/iu.test(file)) ?? "";
  return [
    `Added: ${added.map(ownWords).join(", ")}`,
    `Read it over: npm run -s interviews -- --statements. Wrong speakers are corrected in ${ownWords(yaml)}, where topics can be added too; then: npm run check -- ${ownWords(yaml)}`,
  ];
}
