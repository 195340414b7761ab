import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bystander, reader } from "../../../src/loopback/loopback-discord.ts";
import { transcriptsFolder } from "../hostile-transcripts.ts";
import { environmentFor, startBotProcess, startOnLoopback } from "./bot-process.ts";
import { shownIn } from "./shown-message.ts";

const question = "did putin ever ask for belarusian troops";

describe("the buttons of a reply", () => {
  it("work after a restart, because the message holds all they need", async () => {
    const { discord, bot } = await startOnLoopback();
    const asked = await discord.slash("ask", { question });
    const walked = await discord.press(asked.message ?? "", "Earlier");
    expect(await bot.stop()).toBe(0);

    startBotProcess(environmentFor(discord));
    await discord.ready({ timeoutMs: 10_000 });
    const back = await discord.press(walked.message ?? "", "Back");
    expect(shownIn(back)).toEqual(shownIn(asked));
    const next = await discord.press(back.message ?? "", "Next match");
    const second = shownIn(asked).menu?.values[1];
    expect(shownIn(next).notes).toContain(`id ${second}`);
    expect(shownIn(next).notes).toContain(question);
  });

  it("turn pages for the asker alone; others are told so quietly and nothing changes", async () => {
    const { discord } = await startOnLoopback();
    const asked = await discord.slash("ask", { question });
    const before = shownIn(asked);
    const other = await discord.press(asked.message ?? "", "Earlier", { user: bystander });
    expect(shownIn(other).hidden).toBe(true);
    expect(shownIn(other).notes).toContain("Only the person who asked");
    expect(shownIn(other).quotes).toEqual([]);
    const held = discord.messages.find(({ message }) => message.id === asked.message?.id);
    expect(shownIn({ message: held?.message } as typeof asked)).toEqual(before);
  });

  it("share a hidden reply with everyone, crediting the asker and pinging nobody", async () => {
    const { discord } = await startOnLoopback();
    const hidden = await discord.slash("ask", { question, hide: true });
    expect(shownIn(hidden).hidden).toBe(true);
    expect(shownIn(hidden).buttons).toContain("Share");
    const shared = await discord.press(hidden.message ?? "", "Share");
    const shown = shownIn(shared);
    expect(shown.hidden).toBe(false);
    expect(shown.quotes).toEqual(shownIn(hidden).quotes);
    expect(shown.notes).toMatch(/Shared by <@\d+>/u);
    expect(shown.buttons).not.toContain("Share");
    const body = discord.requests.at(-1)?.body as { data: { allowed_mentions: { parse: string[] } } };
    expect(body.data.allowed_mentions.parse).toEqual([]);
    const walked = await discord.press(shared.message ?? "", "Earlier");
    expect(shownIn(walked).quotes.length).toBeGreaterThan(1);
    expect(shownIn(walked).notes).toMatch(/Shared by <@\d+>/u);
    const other = await discord.press(shared.message ?? "", "Later", { user: bystander });
    expect(shownIn(other).hidden).toBe(true);
  });

  it("stay hidden while paging, and a public reply can't be shared again", async () => {
    const { discord } = await startOnLoopback();
    const hidden = await discord.slash("topic", { name: "Nuclear weapons", hide: true });
    const next = await discord.press(hidden.message ?? "", "Next page");
    expect(shownIn(next).hidden).toBe(true);
    expect(shownIn(next).buttons).toContain("Share");
    const open = await discord.slash("topic", { name: "Nuclear weapons" });
    expect(shownIn(open).buttons).not.toContain("Share");
  });

  it("give a receipt to anybody, hidden, and leave the reply as it is", async () => {
    const { discord } = await startOnLoopback();
    const asked = await discord.slash("ask", { question });
    const before = shownIn(asked);
    for (const user of [reader, bystander]) {
      const receipt = await discord.press(asked.message ?? "", "Receipt", { user });
      const shown = shownIn(receipt);
      expect(receipt.message?.id).not.toBe(asked.message?.id);
      expect(shown.hidden).toBe(true);
      expect(shown.quotes).toEqual(before.quotes);
      expect(shown.notes).toContain(`SHA-256 of the file: ${sourceSha256}`);
      expect(shown.notes).toContain("From 1418 up to 1563 in code points");
      expect(shown.notes).not.toContain(question);
      expect(shown.buttons).toEqual(["Share"]);
    }
    const held = discord.messages.find(({ message }) => message.id === asked.message?.id);
    expect(held && shownIn({ message: held.message })).toEqual(before);
  });

  it("share a receipt under the name of whoever had it made, and only they can", async () => {
    const { discord } = await startOnLoopback();
    const asked = await discord.slash("ask", { question });
    const receipt = await discord.press(asked.message ?? "", "Receipt", { user: bystander });
    const shared = shownIn(await discord.press(receipt.message ?? "", "Share", { user: bystander }));
    expect(shared).toMatchObject({ hidden: false, quotes: shownIn(asked).quotes, buttons: [] });
    expect(shared.notes).toContain(`Shared by <@${bystander.id}>`);
  });

  it("turn the parts of a long statement's receipt in place", async () => {
    const long = `“${"It went on and on. ".repeat(400)}Amen,” Ada Fern said.\n`;
    const folder = transcriptsFolder({ "long.txt": `“What then?” I asked.\n${long}` });
    const { discord } = await startOnLoopback({ environment: { TRANSCRIPTS_DIR: folder } });
    const asked = await discord.slash("quote", { text: "it went on and on amen" });
    const chosen = await discord.choose(asked, ...firstChoice(shownIn(asked)));
    const receipt = await discord.press(chosen.message ?? "", "Receipt");
    const next = await discord.press(receipt.message ?? "", "Next part");
    expect(next.message?.id).toBe(receipt.message?.id);
    expect(shownIn(next)).toMatchObject({ hidden: true });
    expect(shownIn(next).notes).toMatch(/Part 2 of \d/u);
    expect(shownIn(next).notes).toContain("SHA-256 of the words");
  });

  it("lead to the published page, opened at the words", async () => {
    const yaml = readFileSync("transcripts/lukashenko-brics.yaml", "utf8");
    const folder = transcriptsFolder({
      "lukashenko-brics.txt": readFileSync("transcripts/lukashenko-brics.txt"),
      "lukashenko-brics.yaml": `url: https://news.example/brics\n${yaml}`,
    });
    const { discord } = await startOnLoopback({ environment: { TRANSCRIPTS_DIR: folder } });
    const asked = await discord.slash("ask", { question });
    expect(shownIn(asked).buttons).toContain("Published source, line 12");
    const receipt = await discord.press(asked.message ?? "", "Receipt");
    for (const { message } of [asked, receipt]) {
      expect(JSON.stringify(message?.components)).toContain(
        '"url":"https://news.example/brics#:~:text=Never.%20Neither%20he%2C%20nor%20%5Bformer,has%20ever',
      );
    }
    const listed = await discord.slash("topic", { name: "Nuclear weapons" });
    const links = shownIn(listed).buttons.filter((label) => label.startsWith("Published source"));
    expect(links.length).toBeGreaterThan(1);
    expect(links.length).toBe(shownIn(listed).notes.match(/ · id /gu)?.length);
  });

  it("of an unknown kind, or on a quote that has gone, get an answer that says what to do", async () => {
    const { discord } = await startOnLoopback();
    const asked = await discord.slash("ask", { question });
    const message = asked.message;
    if (!message) throw new Error("no message");
    const forged = (customId: string) => {
      discord.dispatch("INTERACTION_CREATE", {
        ...interactionFrom(discord.requests.length, message),
        data: { id: 1, component_type: 2, custom_id: customId },
        application_id: discord.application.id,
      });
    };
    forged("vote:1");
    await expect.poll(() => lastNotice(discord.requests)).toContain("This button no longer works");
    forged("otr1:1100000000000000101:earlier:czzzzzzzzzzzz.0");
    await expect.poll(() => lastNotice(discord.requests)).toContain("This quote has changed or gone");
    const answered = discord.requests.length;
    forged("otr1:1100000000000000101:earlier:m99999.0");
    await expect.poll(() => discord.requests.length).toBeGreaterThan(answered);
  });
});

const sourceSha256 = createHash("sha256")
  .update(readFileSync("transcripts/lukashenko-brics.txt"))
  .digest("hex");

function firstChoice({ menu }: ReturnType<typeof shownIn>): [id: string, value: string] {
  if (!menu?.values[0]) throw new Error("there is nothing to choose");
  return [menu.id, menu.values[0]];
}

function interactionFrom(seed: number, message: object) {
  return {
    id: String(1_300_000_000_000_000_000n + BigInt(seed)),
    token: `forged-${seed}`,
    type: 3,
    version: 1,
    message,
    user: { id: "1100000000000000101", username: "reader", discriminator: "0", avatar: null },
    channel_id: "1100000000000000301",
    locale: "en-US",
    entitlements: [],
    authorizing_integration_owners: {},
    context: 1,
    app_permissions: "0",
    attachment_size_limit: 0,
  };
}

function lastNotice(requests: readonly { readonly body: unknown }[]): string {
  return JSON.stringify(requests.at(-1)?.body ?? "");
}
