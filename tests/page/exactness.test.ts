import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type LoopbackDiscord, makeUser, type Seen } from "../../src/loopback/loopback-discord.ts";
import { type Statement, verbatimOf } from "../../src/transcript/interview.ts";
import { shownIn } from "../discord/end-to-end/shown-message.ts";
import { transcriptsFolder } from "../discord/hostile-transcripts.ts";
import { asOnScreen } from "../discord/read-message.ts";
import { HOSTILE } from "../reply/hostile-interviews.ts";
import { describeInChromium } from "./browser.ts";
import { openWindow } from "./open-window.ts";

let users = 0n;

/** Everyone asks a few times only: the cooldown is for people. */
function newUser() {
  users += 1n;
  return makeUser({ id: String(1_250_000_000_000_000_000n + users), username: `reader${users}` });
}

/** What a person reads in the quotes of a message, and what they would copy. */
async function quotesOnScreen(page: Page, { message }: Pick<Seen, "message">): Promise<readonly string[]> {
  const quotes = page.locator(`#message-${message?.id} blockquote`);
  await quotes.first().waitFor();
  const [read, copied, clipped] = (await page.evaluate(`(() => {
    // Marks piled up on a letter lean out a little, and are seen all the same.
    const LEAN = 10;
    const quotes = [...document.querySelectorAll("#message-${message?.id} blockquote")];
    return [
      quotes.map((quote) => quote.innerText),
      quotes.map((quote) => { getSelection().selectAllChildren(quote); return getSelection().toString(); }),
      quotes.filter((quote) => quote.scrollWidth > quote.clientWidth + LEAN || quote.clientHeight === 0)
        .map((quote) => quote.innerText),
    ];
  })()`)) as [string[], string[], string[]];
  expect(copied).toEqual(read);
  expect(clipped).toEqual([]);
  return read;
}

/** A statement as it is read on the screen, over all its parts. */
async function readOnScreen(discord: LoopbackDiscord, page: Page, statement: Statement): Promise<string> {
  const user = newUser();
  const whole = asOnScreen(verbatimOf(statement).text);
  let seen = await discord.slash("context", { quote: statement.id }, { user });
  let read = "";
  for (;;) {
    const quotes = await quotesOnScreen(page, seen);
    // Beside it stands what it can't be understood without.
    const part = quotes
      .filter((quote) => whole.startsWith(read + quote))
      .sort((a, b) => b.length - a.length)[0];
    read += part ?? "";
    if (part === undefined || !shownIn(seen).buttons.includes("Next part")) return read;
    const before = quotes;
    seen = await discord.press(seen, "Next part", { user });
    await expect
      .poll(() => page.locator(`#message-${seen.message?.id} blockquote`).allInnerTexts())
      .not.toEqual(before);
  }
}

const HARD: readonly string[] = [
  ...HOSTILE.map((text) => text.replaceAll("\0", "")),
  '### three -# small 1. one `` ` `` ~~ || ** __ _a_ *b* ***c*** [x](https://example.org "t")',
  "مرحبا \u2067(שלום)\u2069 \u202b**abc**\u202c 123 \u200f!",
  `Z${"\u0351\u036b\u0343\u036a\u0302".repeat(20)}algo`,
  "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f a\u200bb",
  "two  spaces   three and\u00a0no-break\u202f\u2009thin",
  ":smile::heart::no_such: :one 12:30:45 <:a:1> ::",
  "\\".repeat(30),
  "*_~`|<>[]()#-+.:@!&\\".repeat(20),
  "漢".repeat(500),
  "a word ".repeat(571).slice(0, 4000).trim(),
  "*".repeat(4000),
  `${"<@1> :x: <t:1> ".repeat(266)}`.trim(),
];

describeInChromium("what is read on the screen", () => {
  it("is the source, character by character, for every statement of the bundled interview", async () => {
    const { discord, page, opened } = await openWindow("transcripts");
    const statements = [...opened.desk.archive.statements()];
    expect(statements.length).toBeGreaterThan(20);
    for (const statement of statements) {
      const read = await readOnScreen(discord, page, statement);
      expect(read).toBe(verbatimOf(statement).text);
    }
  }, 300_000);

  it("is the source, character by character, for statements that try to be something else", async () => {
    const text = [
      "Mira Oduya runs the harbour.",
      ...HARD.flatMap((words, at) => [
        `“And crane number ${at}?” I asked.`,
        // Marks at the start of a paragraph and of a line, and in the middle of one.
        `“${words}” Mira Oduya said.`,
      ]),
    ].join("\n\n");
    const { discord, page, opened } = await openWindow(transcriptsFolder({ "hostile.txt": text }));
    const statements = [...opened.desk.archive.statements()];
    expect(statements.filter(({ kind }) => kind === "statement").length).toBeGreaterThan(HARD.length / 2);
    for (const statement of statements) {
      const read = await readOnScreen(discord, page, statement);
      expect(read).toBe(asOnScreen(verbatimOf(statement).text));
    }
    // All of what was written got onto the screen in one statement or another.
    const all = statements.map((statement) => verbatimOf(statement).text).join("\n");
    for (const words of HARD) expect(all).toContain(words);
  }, 300_000);

  it("differs where something isn't escaped: then it can be seen", async () => {
    const { discord, page } = await openWindow("transcripts");
    for (const words of [
      "**bold**",
      "# heading",
      "-# small",
      "> quoted",
      "- item",
      "1. one",
      "||spoiler||",
      "`code`",
      "[a](https://example.org)",
      "<@1100000000000000101>",
      "<t:1700000000:R>",
      ":smile:",
      "~~gone~~",
      "\\*",
    ]) {
      const { id } = discord.postMessage({ content: words });
      const shown = page.locator(`#message-${id} .markdown`);
      await shown.waitFor();
      expect(await shown.innerText(), words).not.toBe(words);
    }
  });
});
