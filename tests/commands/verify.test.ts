import { describe, expect, it } from "vitest";
import { commands, messageCommands } from "../../commands/index.ts";
import { discordSurface } from "../../src/discord/discord-surface.ts";
import type { Reply } from "../../src/reply/reply.ts";
import { composer, mayor } from "../search/archives.ts";
import { deskOf, ownWordsOf, quotedLines, run } from "./desk.ts";

const desk = deskOf(mayor(), composer());

function inMenu(content: string, from = desk): Reply {
  const command = messageCommands.find(({ definition }) => definition.name === "Verify quote");
  if (!command) throw new Error("there is no Verify quote");
  return command.run({ content }, from, discordSurface);
}

describe("/verify", () => {
  it("must be given words, at most 6,000 characters of them", () => {
    const verify = commands.find(({ definition }) => definition.name === "verify");
    expect(verify?.definition.options).toMatchObject([
      { name: "text", required: true, maxLength: 6000 },
      { name: "hide" },
    ]);
  });

  it("finds the words, whoever's interview they are from", () => {
    for (const [text, line] of [
      ["Forty million, and not a cent more", 5],
      ["My neighbours have suffered enough", 5],
    ] as const) {
      const reply = run("verify", { text }, desk);
      expect(ownWordsOf(reply)).toContain("Exact: these words were said");
      expect(quotedLines(reply)).toContain(line);
      expect(reply.carried.asked).toBe(text);
    }
  });

  it("shows what was changed, as it was said", () => {
    const reply = run("verify", { text: "Fifty million, and not a cent more" }, desk);
    expect(ownWordsOf(reply)).toContain("Altered: not what was said");
    expect(ownWordsOf(reply)).toMatch(/⚠ Changed – a number\. Claimed: Fifty.* Said:/u);
    const [quote] = reply.blocks.flatMap((block) => (block.block === "quote" ? [block.verbatim.text] : []));
    expect(quote).toBe("Forty");
    expect(quotedLines(reply)).toContain(5);
  });

  it("says of the author's words that nobody said them", () => {
    const text = 'Anna Berg said: "The library was founded in 1902 by fishermen"';
    const reply = run("verify", { text }, desk);
    expect(ownWordsOf(reply)).toContain("Misattributed: the author’s words, which nobody said");
    expect(ownWordsOf(reply)).toContain("The words stand in the narration");
    expect(quotedLines(reply)).toContain(8);
  });

  it("doesn't judge a word or two that anybody may have said", () => {
    const reply = run("verify", { text: "yes" }, desk);
    expect(ownWordsOf(reply)).not.toContain("Exact");
    expect(reply.record.outcome).not.toBe("answer");
  });

  it.each(["", " \n ", "?!", "“”", "> \n> ", "***"])("asks for words where there are none: %j", (text) => {
    const reply = run("verify", { text }, desk);
    expect(reply).toMatchObject({ quiet: true, view: null });
    expect(ownWordsOf(reply)).toContain("There are no words in this to check");
    expect(quotedLines(reply)).toEqual([]);
  });

  it("says in an archive without interviews that there are none", () => {
    for (const reply of [run("verify", { text: "anything" }, deskOf()), inMenu("anything", deskOf())]) {
      expect(ownWordsOf(reply)).toContain("There are no interviews yet");
      expect(quotedLines(reply)).toEqual([]);
    }
  });
});

describe("Verify quote", () => {
  it("checks what a message quotes, not what is written around it", () => {
    for (const content of [
      "Look at this!\n> Forty million, and not a cent more\nUnbelievable, isn't it",
      "Look at “Forty million, and not a cent more” – unbelievable",
    ]) {
      const reply = inMenu(content);
      expect(ownWordsOf(reply), content).toContain("Exact: these words were said");
      expect(quotedLines(reply)).toContain(5);
    }
  });

  it("checks all of a message that quotes nothing", () => {
    const reply = inMenu("Forty million,\nand not a cent more");
    expect(ownWordsOf(reply)).toContain("Exact: these words were said");
    expect(reply.carried.asked).toBe("Forty million, and not a cent more");
  });
});
