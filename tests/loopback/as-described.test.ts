import { Routes } from "discord.js";
import { describe, expect, it } from "vitest";
import { messageFlags } from "../../src/loopback/loopback-discord.ts";
import { openapi } from "../discord/openapi/openapi-validator.ts";
import { startBot, startLoopback } from "./bot.ts";
import { ask, topic, verifyQuote } from "./commands-under-test.ts";

/** What is wrong with a value by Discord's own description. */
function problems(schema: string, value: unknown): string[] {
  return openapi?.validateSchema(schema, JSON.parse(JSON.stringify(value))) ?? ["no description"];
}

describe.skipIf(openapi === null)("what the loopback sends is as Discord describes it:", () => {
  it("applications, users and commands", async () => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    expect(problems("PrivateApplicationResponse", await client.rest.get("/applications/@me"))).toEqual([]);
    expect(problems("UserResponse", await client.rest.get("/users/@me"))).toEqual([]);
    const route = Routes.applicationCommands(client.application.id);
    const commands = (await client.rest.put(route, { body: [ask, topic, verifyQuote] })) as unknown[];
    expect(commands.flatMap((command) => problems("ApplicationCommandResponse", command))).toEqual([]);
  });

  it("messages of all kinds, and answers to answers", async () => {
    const discord = await startLoopback();
    discord.preloadCommands([ask, topic, verifyQuote]);
    const responses: unknown[] = [];
    const { errors } = await startBot(discord, async (interaction) => {
      if (interaction.isAutocomplete()) return;
      const components = [
        {
          type: 17,
          components: [
            {
              type: 9,
              components: [{ type: 10, content: "a" }],
              accessory: { type: 11, media: { url: "https://example.org/a.png" } },
            },
            { type: 14 },
            { type: 1, components: [{ type: 2, style: 1, label: "More", custom_id: "more" }] },
          ],
        },
      ];
      const { client, id, token } = interaction;
      const body = {
        type: interaction.isButton() ? 7 : 4,
        data: { flags: messageFlags.componentsV2, components },
      };
      const query = new URLSearchParams({ with_response: "true" });
      responses.push(
        await client.rest.post(`/interactions/${id}/${token}/callback`, { body, query, auth: false }),
      );
      if (interaction.isChatInputCommand()) await interaction.webhook.send("And more");
    });
    const seen = await discord.slash("ask", { question: "why?" });
    await expect.poll(() => seen.followUps).toHaveLength(1);
    await discord.press(seen, "More");
    await discord.messageCommand("Verify quote", { content: "He said so" });
    await expect.poll(() => responses).toHaveLength(3);
    expect(errors).toEqual([]);
    expect(responses.flatMap((response) => problems("InteractionCallbackResponse", response))).toEqual([]);
    expect(discord.messages).toHaveLength(4);
    expect(discord.messages.flatMap(({ message }) => problems("MessageResponse", message))).toEqual([]);
  });

  it("the message that a command of its menu is used on", async () => {
    const discord = await startLoopback();
    discord.preloadCommands([verifyQuote]);
    const targets: unknown[] = [];
    discord.events.on("interaction", ({ type, data }) => {
      const { messages } = data.resolved as { messages: Record<string, unknown> };
      expect([type, data.type, Object.keys(messages)]).toEqual([2, 3, [data.target_id]]);
      targets.push(...Object.values(messages));
    });
    const { errors } = await startBot(discord, async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) await interaction.reply("An answer");
    });
    const snapshot = {
      type: 0,
      content: "He said so",
      embeds: [],
      attachments: [],
      components: [],
      mentions: [],
    };
    const times = { timestamp: "2026-01-01T00:00:00.000000+00:00", edited_timestamp: null };
    const messages: object[] = [
      { content: "He said so" },
      { embeds: [{ type: "rich", description: "He said so" }] },
      {
        message_reference: { type: 1, channel_id: "1100000000000000777", message_id: "1100000000000000778" },
        message_snapshots: [{ message: { ...snapshot, ...times, flags: 0, mention_roles: [] } }],
      },
    ];
    for (const message of messages) {
      const seen = await discord.messageCommand("Verify quote", message);
      // And on the answer to that.
      if (seen.message) await discord.messageCommand("Verify quote", seen.message);
    }
    expect(errors).toEqual([]);
    expect(targets).toHaveLength(6);
    // The description knows no reference but that of an answer; the documentation, and Discord, have forwards too.
    expect(targets.flatMap((message) => problems("MessageResponse", message))).toEqual([
      "message_reference.type: must be equal to one of the allowed values: 0",
    ]);
  });
});
