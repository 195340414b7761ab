import { commands } from "../../commands/index.ts";
import type { Choice, Typed } from "../../src/command/definition.ts";
import { type Desk, deskFor } from "../../src/command/desk.ts";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import type { Reply } from "../../src/reply/reply.ts";
import type { Interview } from "../../src/transcript/interview.ts";
import { archiveOf } from "../search/archives.ts";

export function deskOf(...interviews: readonly Interview[]): Desk {
  return deskFor(archiveOf(...interviews));
}

function commandOf(name: string) {
  const command = commands.find(({ definition }) => definition.name === name);
  if (!command) throw new Error(`there is no command called ${name}`);
  return command;
}

export function run(name: string, typed: Typed, desk: Desk): Reply {
  return commandOf(name).run(typed, desk, discordSurface);
}

export function complete(name: string, option: string, typed: Typed, desk: Desk): readonly Choice[] {
  return commandOf(name).complete(option, typed, desk);
}

/** The lines that a reply quotes. */
export function quotedLines({ blocks }: Reply): readonly number[] {
  return blocks.flatMap((block) =>
    block.block === "quote" ? [block.verbatim.source.positionAt(block.verbatim.span.start).line] : [],
  );
}

/** Our own words in a reply. */
export function ownWordsOf({ blocks }: Reply): string {
  return blocks
    .map((block) => {
      if (block.block === "list") return block.items.join("\n");
      return "text" in block ? block.text : "";
    })
    .join("\n");
}
