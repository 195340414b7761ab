import type { APIMessage } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { blockQuote } from "../../src/discord/markdown.ts";
import { quotesIn } from "../../src/page/quotes-in-message.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { verbatimOf } from "../../src/transcript/interview.ts";
import { interviewOf } from "../search/archives.ts";

const text = [
  "Mira Oduya runs the harbour.",
  "“Is it old?” I asked.",
  "“No,” Mira Oduya said.",
  "“Is it *large*?\r\n\r\n“Or small?” I asked.",
  "“No,” Mira Oduya said.",
  "“What is it, then?” I asked.",
].join("\r\n\r\n");
const archive = new Archive([interviewOf("harbour", text, "")]);
const statements = [...archive.statements()];

/** A message of these texts, as the bot puts them into components. */
function messageOf(...contents: readonly string[]): APIMessage {
  const components = contents.map((content) => ({ type: 10, content }));
  return { components: [{ type: 17, components }] } as unknown as APIMessage;
}

describe("the quotes in a message", () => {
  it("are found with the statements they are from, whatever marks and line breaks are in them", () => {
    expect(statements.length).toBeGreaterThan(3);
    for (const statement of statements) {
      const words = verbatimOf(statement).text;
      const place = `-# harbour · line 1 · id ${statement.id}`;
      expect(quotesIn(messageOf("**Somebody** said", blockQuote(words), place), archive)).toEqual([
        { words, statement, whole: true },
      ]);
    }
  });

  it("are those of the statement that is named, or is nearest to it, where several have the same words", () => {
    const [first, second] = statements.filter((one) => verbatimOf(one).text.startsWith("“No"));
    if (!first || !second) throw new Error("there are two");
    const words = verbatimOf(first).text;
    expect(verbatimOf(second).text).toBe(words);
    const next = statements[second.index + 1];
    const found = (id: string) =>
      quotesIn(messageOf(blockQuote(words), `-# id ${id}`), archive)[0]?.statement;
    expect(found(first.id)).toBe(first);
    expect(found(second.id)).toBe(second);
    expect(found(next?.id ?? "")).toBe(second);
  });

  it("may be parts of a statement, and of none", () => {
    const [part] = quotesIn(messageOf("> harbour", "> nothing like it"), archive);
    expect(part).toMatchObject({ words: "harbour", whole: false, statement: statements[0] });
    expect(quotesIn(messageOf("> nothing like it"), archive)).toEqual([
      { words: "nothing like it", statement: null, whole: false },
    ]);
    expect(quotesIn(messageOf("no quote > at all"), archive)).toEqual([]);
  });
});
