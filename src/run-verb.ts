import { auditTerminal } from "./audit/audit-terminal.ts";
import { auditWords } from "./audit/audit-words.ts";
import type { Evidence } from "./audit/evidence.ts";
import { type Config, ConfigError, LOG_LEVELS } from "./config.ts";
import type { OpenedDesk } from "./open-desk.ts";
import type { ReloadNote } from "./reload-notes.ts";
import type { Io } from "./terminal/io.ts";
import { isTool, isVerb, mainUsage } from "./terminal/main-usage.ts";
import type { Tool } from "./terminal/verbs.ts";
import { printable } from "./transcript/printable.ts";

/**
 * Does what the first word of the command line says: a single answer or the prompt; without a word the bot, on Discord
 * with a token, else in a browser. Lines piped in are answered at the prompt. Each loads only what it needs.
 * @returns the exit code.
 */
export async function runVerb(
  verb: string | undefined,
  rest: readonly string[],
  config: Config,
): Promise<number> {
  const { token } = config;
  if (verb === "--help" || verb === "-h") {
    process.stdout.write(mainUsage());
    return 0;
  }
  if (verb !== undefined && isVerb(verb)) {
    const { runCommandLine } = await import("./terminal/run-command-line.ts");
    let opened: OpenedDesk | undefined;
    const io = terminalIo(() => opened, config);
    return runCommandLine(verb, rest, io, async () => {
      opened = await openForReading(config);
      return opened.desk;
    });
  }
  if (verb !== undefined && isTool(verb)) return runTool(verb, rest, config);
  const unknown = verb === "--terminal" ? rest[0] : verb;
  if (unknown !== undefined) {
    process.stderr.write(`There is no command called ${unknown}.\n\n${mainUsage()}`);
    return 2;
  }
  if (verb === "--terminal") return runTerminal("As you asked,", config);
  if (token !== undefined) {
    const { runDiscord } = await import("./run-discord.ts");
    const code = await runDiscord({ ...config, token }, () => openAndReport(config));
    // A login that was under way when the signal came would keep the process, and then go online.
    process.exit(code);
  }
  const { hasPipedLines } = await import("./piped-input.ts");
  if (await hasPipedLines(process.stdin)) return runTerminal("No DISCORD_TOKEN is set, so", config);
  const { runPage, NoPage } = await import("./run-page.ts");
  try {
    const code = await runPage(config, () => openForReading(config), sayWherePageIs, notesFor(config));
    process.exit(code);
  } catch (error) {
    if (!(error instanceof NoPage)) throw error;
    return runTerminal(`No page can be served here (${error.message}), so`, config);
  }
}

/** The one line on standard output, for whoever opens the page, a program too. */
function sayWherePageIs(address: string): void {
  process.stdout.write(`On the Record is at ${address}\n`);
  process.stderr.write("That is the bot in a browser, for this machine alone. Ctrl-C ends it.\n");
}

/** Writes notes for whoever reads the terminal, as far as the settings want them. */
function notesFor({ logLevel }: Config): (note: ReloadNote) => void {
  const told = logLevel === "silent" ? [] : LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(logLevel) + 1);
  return ({ level, message }) => {
    if (told.includes(level)) process.stderr.write(`${message}\n`);
  };
}

async function runTerminal(why: string, config: Config): Promise<number> {
  process.stderr.write(`${why} this is the terminal: the same commands, without Discord.\n`);
  const opened = await openForReading(config);
  const [{ runPrompt }, { commands }, { LiveDesk }] = await Promise.all([
    import("./terminal/run-prompt.ts"),
    import("../commands/index.ts"),
    import("./live-desk.ts"),
  ]);
  const live = new LiveDesk(config.transcriptsFolder, opened, ({ message }) => {
    // Over whatever is being typed, which the next key shows again.
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${message}\n` : `${message}\n`);
  });
  return runPrompt(
    terminalIo(() => live.current, config),
    () => live.current.desk,
    commands,
  ).finally(() => live.close());
}

/** What works on files needs no archive: it may be broken, or empty. */
async function runTool(tool: Tool, rest: readonly string[], config: Config): Promise<number> {
  const { ProgressLine } = await import("./progress-line.ts");
  const line = new ProgressLine(process.stderr);
  const io = terminalIo(() => undefined, config);
  const surroundings = {
    folder: config.transcriptsFolder,
    progress: (doing: string, share: number) => line.show(doing, share),
    quiet: () => line.clear(),
  };
  if (tool === "check") {
    const { runCheck } = await import("./terminal/run-check.ts");
    return runCheck(rest, io, surroundings).finally(() => line.clear());
  }
  const { runAdd } = await import("./terminal/run-add.ts");
  return runAdd(rest, io, surroundings);
}

async function openAndReport({ transcriptsFolder, cacheFolder }: Config): Promise<OpenedDesk> {
  const [{ openDesk }, { ProgressLine }, { diagnosticNotes }] = await Promise.all([
    import("./open-desk.ts"),
    import("./progress-line.ts"),
    import("./reload-notes.ts"),
  ]);
  const line = new ProgressLine(process.stderr);
  const opened = await openDesk(transcriptsFolder, {
    cacheFolder,
    progress: (doing, share) => line.show(doing, share),
  }).finally(() => line.clear());
  for (const { message } of diagnosticNotes(opened.diagnostics)) process.stderr.write(`${message}\n`);
  const leftOut = opened.leftOut.map(printable);
  if (leftOut.length > 0) {
    const others =
      opened.desk.archive.interviews.length > 0 ? "All others are served." : "There are no others.";
    process.stderr.write(`Left out until they are mended: ${leftOut.join(", ")}. ${others}\n`);
  } else if (opened.desk.archive.interviews.length === 0) {
    process.stderr.write(`There are no interviews in ${transcriptsFolder} yet.\n`);
  }
  return opened;
}

/** At a prompt there is nobody to wait for a mended file: with nothing but broken ones, that is the answer. */
async function openForReading(config: Config): Promise<OpenedDesk> {
  const opened = await openAndReport(config);
  if (opened.desk.archive.interviews.length === 0 && opened.leftOut.length > 0) {
    throw new ConfigError("No transcript could be read, so there is nothing to answer from.");
  }
  return opened;
}

function terminalIo(opened: () => OpenedDesk | undefined, { logLevel }: Config): Io {
  const evidence = (): Evidence => {
    const present = opened();
    if (!present) throw new Error("nothing can be shown before the interviews are read");
    return present.evidence;
  };
  const verbose = logLevel === "debug" || logLevel === "trace";
  return {
    input: process.stdin,
    output: process.stdout,
    error: process.stderr,
    env: process.env,
    audit: (shown, claims, { visibleControls }) => auditTerminal(shown, claims, evidence(), visibleControls),
    auditWords: (words, claim) => auditWords(words, claim, evidence()),
    report: (error) => {
      const what = error instanceof Error ? (verbose ? error.stack : error.message) : String(error);
      process.stderr.write(`${what}\n`);
    },
  };
}
