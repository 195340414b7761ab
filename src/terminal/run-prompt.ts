import { createInterface } from "node:readline";
import { commands as allCommands } from "../../commands/index.ts";
import type { Command } from "../command/definition.ts";
import type { Desk } from "../command/desk.ts";
import { renderChoices, renderMenu } from "./choices.ts";
import { completeLine } from "./complete-line.ts";
import { Conversation } from "./conversation.ts";
import type { ExitCode, Io } from "./io.ts";
import { linesOf } from "./lines.ts";
import { Printer } from "./printer.ts";
import { type Showing, showReply } from "./show-reply.ts";
import { styleOf } from "./style.ts";
import { welcome } from "./welcome.ts";

const FAILED = "Something went wrong in the program itself, so nothing is shown.";

/**
 * The commands at a prompt. Someone at a terminal gets a line to edit, with history and completion; from a pipe
 * each line is answered in turn, without a prompt.
 *
 * @param desk the desk as it is now; asked for once a line.
 * @returns 0 at a terminal. From a pipe the worst of its lines: 0 when all were answered, 1 when for some nothing
 * was found, 2 when some could not be understood.
 */
export async function runPrompt(
  io: Io,
  desk: () => Desk,
  commands: readonly Command[] = allCommands,
): Promise<ExitCode> {
  const showing: Showing = {
    io,
    out: new Printer(io.output),
    error: new Printer(io.error),
    style: styleOf(io),
  };
  const conversation = new Conversation(desk, commands);
  if (io.input.isTTY === true && io.output.isTTY === true) {
    await showReply(welcome(desk()), showing);
    await sitting(showing, desk, commands, (line) => answer(line, conversation, showing));
    return 0;
  }
  let worst: ExitCode = 0;
  for await (const line of linesOf(io.input)) {
    const code = await answer(line, conversation, showing);
    if (code === "leave" || showing.out.closed) break;
    if (code > worst) worst = code;
  }
  return worst;
}

async function answer(
  line: string,
  conversation: Conversation,
  showing: Showing,
): Promise<ExitCode | "leave"> {
  const { io, out, error, style } = showing;
  try {
    const turn = conversation.take(line);
    switch (turn.turn) {
      case "leave":
        return "leave";
      case "nothing":
        return 0;
      case "menu":
        await out.print(`${renderMenu(turn.menu, style)}\n`);
        return 0;
      case "reply":
        return await showReply(turn.reply, showing, `${renderChoices(turn.reply, style)}\n`);
    }
  } catch (fault) {
    // One reply that fails must not take the sitting with it.
    io.report?.(fault);
    await error.print(`${FAILED}\n`);
    return 2;
  }
}

/** Reads lines at a terminal until someone leaves: /quit, Ctrl-D, or Ctrl-C on an empty line, twice. */
function sitting(
  { io, out }: Showing,
  desk: () => Desk,
  commands: readonly Command[],
  take: (line: string) => Promise<ExitCode | "leave">,
): Promise<void> {
  const reader = createInterface({
    input: io.input,
    output: io.output,
    terminal: true,
    prompt: "> ",
    // Kept in memory only: what someone asked is written nowhere.
    historySize: 100,
    removeHistoryDuplicates: true,
    completer: (line: string) => completionsOf(line, commands, desk()),
  });
  let leaving = false;
  let closed = false;
  // Lines pasted together are answered one after another.
  let queue = Promise.resolve();
  return new Promise((resolve, reject) => {
    reader.on("line", (line) => {
      leaving = false;
      queue = queue
        .then(async () => {
          if (closed) return;
          if ((await take(line)) === "leave") reader.close();
          else if (!closed) reader.prompt();
        })
        .catch((fault: unknown) => {
          reject(fault);
          reader.close();
        });
    });
    reader.on("SIGINT", () => {
      if (leaving && reader.line === "") {
        reader.close();
        return;
      }
      leaving = true;
      // To the end of the line, and away with all before it.
      reader.write(null, { ctrl: true, name: "e" });
      reader.write(null, { ctrl: true, name: "u" });
      io.output.write("\n(Ctrl-C again leaves.)\n");
      reader.prompt();
    });
    reader.on("close", () => {
      closed = true;
      void queue.then(() => out.print("\n")).then(() => resolve(), reject);
    });
    reader.prompt();
  });
}

function completionsOf(line: string, commands: readonly Command[], desk: Desk): [string[], string] {
  const [hits, replaced] = completeLine(line, commands, desk);
  return [[...hits], replaced];
}
