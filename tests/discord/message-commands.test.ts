import type { APIMessage } from "discord.js";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { defineMessageCommand, type MessageCommand } from "../../src/command/definition.ts";
import { type Desk, deskFor } from "../../src/command/desk.ts";
import { Answer } from "../../src/discord/answer.ts";
import { toApiCommand, toApiMessageCommand } from "../../src/discord/command-registration.ts";
import { Cooldown } from "../../src/discord/cooldown.ts";
import { guardedGateway } from "../../src/discord/guarded-gateway.ts";
import { InteractionRouter } from "../../src/discord/interaction-router.ts";
import { bystander, type Invocation, messageFlags } from "../../src/loopback/loopback-discord.ts";
import { openView } from "../../src/reply/open-view.ts";
import { startBot, startLoopback } from "../loopback/bot.ts";
import { archiveOf, mayor } from "../search/archives.ts";
import { shownIn } from "./end-to-end/shown-message.ts";
import { recordingLog } from "./recording-log.ts";

const archive = archiveOf(mayor());
const desk: Desk = deskFor(archive);
const [, , , middle] = [...archive.statements()];
if (!middle) throw new Error("four statements are needed");
const NAME = "Read it out";

/** A bot with a command in the menu of messages that shows a quote, and what that command was given to read. */
async function startBotWithMenu(run?: MessageCommand["run"]) {
  const read: string[] = [];
  const shows = defineMessageCommand(
    { name: NAME },
    {
      run: (message, held, surface) => {
        read.push(message.content);
        const carried = { asked: message.content, matches: [middle?.id ?? ""] };
        return openView({ show: "match", at: 0, part: 0 }, { ...held, surface, carried });
      },
    },
  );
  const messageCommands = [run ? { ...shows, run } : shows];
  const discord = await startLoopback();
  discord.preloadCommands([
    ...commands.map(({ definition }) => toApiCommand(definition, true)),
    ...messageCommands.map(({ definition }) => toApiMessageCommand(definition, true)),
  ]);
  const log = recordingLog();
  const router = new InteractionRouter({
    commands,
    messageCommands,
    desk: () => desk,
    answer: new Answer(() => new Evidence([mayor().source])),
    cooldown: new Cooldown({ burst: 20, refill: 1 }, () => 0),
    log,
  });
  const ws = { buildStrategy: guardedGateway(log) };
  const { errors } = await startBot(discord, (interaction) => router.handle(interaction), { ws });
  return { discord, log, errors, read };
}

const poll = {
  question: { text: "Did he say “never”?" },
  answers: [{ answer_id: 1, poll_media: { text: "He *did*" } }],
  expiry: "2026-12-01T00:00:00+00:00",
  allow_multiselect: false,
  layout_type: 1,
};

function forward(message: object): object {
  const blank = { type: 0, content: "", embeds: [], attachments: [], components: [], mentions: [], flags: 0 };
  const snapshot = { ...blank, mention_roles: [], timestamp: "2026-01-01T00:00:00+00:00", ...message };
  return {
    message_reference: { type: 1, channel_id: "1100000000000000777", message_id: "1100000000000000778" },
    message_snapshots: [{ message: { edited_timestamp: null, ...snapshot } }],
  };
}

function text(content: string): object {
  return { type: 10, id: 1, content };
}

function withComponents(...components: object[]): object {
  return { flags: messageFlags.componentsV2, components };
}

const preview = { type: "link", url: "https://x.y", title: "News", description: "“Never”, he *said*" };

describe("a command in the menu of a message", () => {
  it.each<readonly [where: string, invocation: Invocation]>([
    ["in a server", {}],
    ["in a server that the bot isn't in", { installed: "user" }],
    ["in a message to the bot", { guild: null }],
    ["between other people", { context: 2 }],
  ])("is answered %s, for the asker alone, who can share it", async (_where, invocation) => {
    const { discord, read, errors, log } = await startBotWithMenu();
    const seen = await discord.messageCommand(NAME, { content: "He **never** said so" }, invocation);
    expect(read).toEqual(["He never said so"]);
    const shown = shownIn(seen);
    expect(shown.hidden).toBe(true);
    expect(shown.quotes).not.toEqual([]);
    expect(shown.buttons).toContain("Share");
    const shared = shownIn(await discord.press(seen, "Share", invocation));
    expect(shared).toMatchObject({ hidden: false, quotes: shown.quotes });
    expect([...errors, ...log.lines]).toEqual([]);
  });

  it.each<readonly [what: string, message: object, words: string]>([
    ["what its author wrote", { content: "# “No”\n> **b**", embeds: [preview] }, "“No”\n> b"],
    ["what is forwarded", forward({ content: "> *Never*" }), "> Never"],
    ["an embed that is forwarded", forward({ embeds: [preview] }), "“Never”, he said"],
    ["a poll that is forwarded", forward({ poll }), "Did he say “never”?\n\nHe did"],
    [
      "its texts, however deep",
      withComponents(text("a\n> b"), {
        type: 17,
        id: 2,
        components: [
          {
            type: 9,
            id: 3,
            components: [text("*c*")],
            accessory: { type: 2, id: 4, style: 1, label: "L", custom_id: "x" },
          },
          text("> d"),
        ],
      }),
      "a\n> b\n\nc\n\n> d",
    ],
    ["around components there aren't yet", withComponents({ type: 99, id: 1, content: 1 }, text("a")), "a"],
    [
      "an embed",
      { embeds: [{ ...preview, fields: [{ name: "Who", value: "> he" }] }] },
      "“Never”, he said\n\nWho\n\n> he",
    ],
    ["an embed's title where that is all", { embeds: [{ title: "“Never”" }] }, "“Never”"],
    ["the preview of an address", { content: "https://x.y", embeds: [preview] }, "“Never”, he said"],
    ["a poll", { poll }, "Did he say “never”?\n\nHe did"],
    [
      "an answer to a poll",
      {
        content: "No",
        type: 19,
        message_reference: { channel_id: "1", message_id: "2" },
        referenced_message: {
          id: "1100000000000000778",
          channel_id: "1100000000000000301",
          type: 0,
          content: "",
          author: bystander,
          poll,
        },
      },
      "No",
    ],
  ])("reads %s", async (_what, message, words) => {
    for (const invocation of [{}, { guild: null }]) {
      const { discord, read, log } = await startBotWithMenu();
      await discord.messageCommand(NAME, message as Partial<APIMessage>, invocation);
      expect(read).toEqual([words]);
      expect(log.lines).toEqual([]);
    }
  });

  it("reads in a reply of ours the quote as it was said, behind its mark", async () => {
    const { discord, read } = await startBotWithMenu();
    const asked = await discord.slash("context", { quote: middle.id });
    const { quotes } = shownIn(asked);
    if (!asked.message) throw new Error("there is no reply");
    await discord.messageCommand(NAME, asked.message);
    const blocks = (read[0] ?? "").split("\n\n").filter((block) => block.startsWith("> "));
    expect(quotes).not.toEqual([]);
    for (const quote of quotes) expect(mayor().source.text).toContain(quote);
    expect(blocks.map((block) => block.replace(/^> /gmu, ""))).toEqual(quotes);
  });

  it.each<readonly [what: string, message: object]>([
    ["no words", { content: " \n " }],
    ["a picture", { attachments: [{ id: "1", filename: "a.png", size: 1, url: "u", proxy_url: "u" }] }],
    ["a sticker", { sticker_items: [{ id: "1100000000000000900", name: "s", format_type: 1 }] }],
    ["an address and a mention", { content: "<@1> https://x.y/z" }],
    ["content that Discord keeps to itself", { content: undefined }],
    ["a forwarded picture", forward({})],
  ])("says that there is nothing to read in a message with %s", async (_what, message) => {
    const { discord, read } = await startBotWithMenu();
    const shown = shownIn(await discord.messageCommand(NAME, message));
    expect(shown).toMatchObject({ hidden: true, quotes: [], buttons: [] });
    expect(shown.notes).toContain("There is nothing to read in this message");
    expect(read).toEqual([]);
  });

  it("that is no longer there says so", async () => {
    const { discord } = await startBotWithMenu();
    discord.preloadCommands([toApiMessageCommand({ name: "Gone" }, true)]);
    const shown = shownIn(await discord.messageCommand("Gone", { content: "a" }));
    expect(shown).toMatchObject({ hidden: true, quotes: [] });
    expect(shown.notes).toContain("no longer there");
  });

  it("shares the cooldown with the others", async () => {
    const { discord, read } = await startBotWithMenu();
    for (let at = 0; at < 20; at += 1) await discord.slash("interviews");
    const shown = shownIn(await discord.messageCommand(NAME, { content: "a" }));
    expect(shown.notes).toContain("A little slower");
    expect(read).toEqual([]);
    await discord.messageCommand(NAME, { content: "a" }, { user: bystander });
    expect(read).toEqual(["a"]);
  });

  it("that fails tells so without the message, under a fault that the log has", async () => {
    const { discord, log } = await startBotWithMenu(() => {
      throw new Error("secret words");
    });
    const shown = shownIn(await discord.messageCommand(NAME, { content: "more secret words" }));
    expect(shown.hidden).toBe(true);
    const [, fault] = /the fault ([0-9a-f]{8})\./u.exec(shown.notes) ?? [];
    expect(shown.notes).not.toContain("secret");
    expect(log.lines).toMatchObject([{ level: "error", fields: { fault } }]);
    expect(JSON.stringify(log.lines)).not.toContain("more secret");
  });
});
