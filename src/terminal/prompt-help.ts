import type { Command, CommandDefinition } from "../command/definition.ts";
import { notice } from "../reply/notices.ts";
import type { Reply } from "../reply/reply.ts";
import { mainOption } from "./option-values.ts";

/** Commands only a prompt has. */
export const promptOnly: Readonly<Record<string, string>> = {
  help: "– this list",
  quit: "– leave; so do /exit and Ctrl-D",
  exit: "– leave",
};

/** Every command with its options. */
export function promptHelp(commands: readonly Command[]): Reply {
  return notice(
    [
      { block: "heading", text: "What you can type" },
      ...commands.flatMap(({ definition }) => [
        { block: "byline" as const, name: synopsis(definition), detail: `– ${definition.description}` },
        {
          block: "list" as const,
          items: definition.options.map(({ name, description }) => `${name}: ${description}`),
        },
      ]),
      { block: "byline", name: "/help", detail: promptOnly.help ?? "" },
      { block: "byline", name: "/quit", detail: promptOnly.quit ?? "" },
      { block: "divider" },
      { block: "note", text: "A line without a slash is a question, as if /ask stood before it." },
      {
        block: "note",
        text: 'Options stand anywhere in the line: speaker:Name, or speaker:"First Last". Tab completes.',
      },
      {
        block: "note",
        text: "Below an answer stand choices: type their letter or number, such as n or 3.",
      },
    ],
    "answer",
  );
}

function synopsis({ name, options }: CommandDefinition): string {
  const main = mainOption(options);
  const others = options.filter((option) => option !== main).map((option) => `[${option.name}:…]`);
  return [`/${name}`, ...(main ? [main.name] : []), ...others].join(" ");
}
