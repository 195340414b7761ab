import { describe, expect, it } from "vitest";
import { bystander } from "../../../src/loopback/loopback-discord.ts";
import { COMMAND_NAMES, environmentFor, startBotProcess, startOnLoopback } from "./bot-process.ts";
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
    forged("otr1:1100000000000000101:earlier:m99999.0");
    await expect.poll(() => discord.requests.length).toBeGreaterThan(COMMAND_NAMES.length);
  });
});

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
