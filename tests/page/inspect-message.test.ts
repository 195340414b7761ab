import type { APIMessage } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { Evidence } from "../../src/audit/evidence.ts";
import { deskFor } from "../../src/command/desk.ts";
import { blockQuote } from "../../src/discord/markdown.ts";
import { type LoopbackDiscord, reader } from "../../src/loopback/loopback-discord.ts";
import { DiscordWindow } from "../../src/page/discord-window.ts";
import { inspectMessage } from "../../src/page/inspect-message.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { verbatimOf } from "../../src/transcript/interview.ts";
import { startLoopback } from "../loopback/bot.ts";
import { interviewOf } from "../search/archives.ts";

const interview = interviewOf(
  "harbour",
  "“Is it old?” I asked.\n“Older than we are,” Mira Oduya said.\n",
  "",
);
const words = interview.statements.map((statement) => verbatimOf(statement).text);

/** What the panel shows of a message of these quotes, by the bot or by somebody else. */
async function inspected(evidence: Evidence, { byBot = true } = {}) {
  const discord: LoopbackDiscord = await startLoopback();
  const window = new DiscordWindow(discord);
  const components = [...words, "nothing like it"].map((text) => ({ type: 10, content: blockQuote(text) }));
  const fields = { components } as unknown as Partial<APIMessage>;
  const { id } = discord.postMessage(byBot ? { ...fields, author: discord.bot } : fields);
  const desk = deskFor(new Archive([interview]));
  return inspectMessage(window, { desk, evidence }, reader.id, id);
}

it("proves each quote of a reply, and says which can't be", async () => {
  const found = await inspected(new Evidence([interview.source]));
  expect(found?.quotes.map(({ receipt }) => receipt?.statement)).toEqual([
    ...interview.statements.map(({ id }) => id),
    undefined,
  ]);
  expect(found?.quotes.at(-1)).toMatchObject({ problem: "No statement has these words." });
});

it("shows no receipt that the audit doesn't pass", async () => {
  const found = await inspected(new Evidence([]));
  expect(found?.quotes.map(({ receipt }) => receipt)).toEqual([null, null, null]);
  expect(found?.quotes[0]?.problem).toContain("There is no receipt to show");
});

it("proves nothing for what people write", async () => {
  const found = await inspected(new Evidence([interview.source]), { byBot: false });
  expect(found).toEqual({ exchanges: [], quotes: [] });
});
