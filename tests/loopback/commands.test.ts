import { DiscordAPIError, Routes } from "discord.js";
import { describe, expect, it } from "vitest";
import { newsroom } from "../../src/loopback/loopback-discord.ts";
import { startBot, startLoopback } from "./bot.ts";
import { ask, topic, verifyQuote } from "./commands-under-test.ts";

describe("registering commands", () => {
  it("returns them with Discord's defaults filled in", async () => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    const commands = [ask, topic, verifyQuote] as never[];
    await client.rest.put(Routes.applicationCommands(client.application.id), { body: commands });
    expect(discord.commands.global).toHaveLength(3);
    const [first, , third] = discord.commands.global;
    expect(first).toEqual({
      id: expect.stringMatching(/^\d{18,19}$/) as string,
      application_id: discord.application.id,
      version: expect.stringMatching(/^\d{18,19}$/) as string,
      default_member_permissions: null,
      type: 1,
      name: "ask",
      name_localizations: null,
      description: "Ask",
      description_localizations: null,
      dm_permission: true,
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      nsfw: false,
      options: [
        {
          type: 3,
          name: "question",
          name_localizations: null,
          description: "What to ask",
          description_localizations: null,
          required: true,
          max_length: 50,
        },
        {
          type: 5,
          name: "hide",
          name_localizations: null,
          description: "Show it to you alone",
          description_localizations: null,
        },
        {
          type: 4,
          name: "limit",
          name_localizations: null,
          description: "How many",
          description_localizations: null,
          min_value: 1,
          max_value: 9,
        },
        {
          type: 6,
          name: "to",
          name_localizations: null,
          description: "Whom",
          description_localizations: null,
        },
      ],
    });
    expect(third).toMatchObject({ type: 3, name: "Verify quote", description: "", contexts: null });
    expect(third).not.toHaveProperty("options");
  });

  it("keeps ids, and the versions of what didn't change", async () => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    const before = discord.preloadCommands([ask, topic]).map(({ id, version }) => ({ id, version }));
    const route = Routes.applicationCommands(client.application.id);
    await client.rest.put(route, { body: [ask, { ...topic, description: "Another" }, verifyQuote] });
    const [first, second, third] = discord.commands.global;
    expect(first).toMatchObject(before[0] ?? {});
    expect(second?.id).toBe(before[1]?.id);
    expect(second?.version).not.toBe(before[1]?.version);
    expect(third?.name).toBe("Verify quote");
  });

  it("gives localisations only to who asks for them", async () => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    discord.preloadCommands([{ ...ask, name_localizations: { de: "frag" } }]);
    const route = Routes.applicationCommands(client.application.id);
    const [plain] = (await client.rest.get(route)) as object[];
    expect(plain).not.toHaveProperty("name_localizations");
    const query = new URLSearchParams({ with_localizations: "true" });
    const [localised] = (await client.rest.get(route, { query })) as object[];
    expect(localised).toHaveProperty("name_localizations", { de: "frag" });
  });

  it("takes, changes and removes single ones", async () => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    const { commands } = client.application;
    const created = await commands.create(topic);
    await created.edit({ description: "Another" });
    expect(discord.commands.global).toMatchObject([{ id: created.id, description: "Another" }]);
    await commands.create({ ...topic, description: "Once more" });
    expect(discord.commands.global).toMatchObject([{ id: created.id, description: "Once more" }]);
    await commands.delete(created.id);
    expect(discord.commands.global).toEqual([]);
    await expect(commands.delete(created.id)).rejects.toMatchObject({ code: 10063, status: 404 });
  });

  it("keeps those of a server apart, and knows which servers the bot is in", async () => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    await client.application.commands.set([topic], newsroom.id);
    expect(discord.commands.global).toEqual([]);
    expect(discord.commands.guilds.get(newsroom.id)).toMatchObject([
      { name: "topic", guild_id: newsroom.id, contexts: null },
    ]);
    const elsewhere = client.application.commands.set([topic], "1100000000000000999");
    await expect(elsewhere).rejects.toMatchObject({ code: 50001, status: 403 });
  });

  const option = { type: 3, name: "o", description: "An option" };
  it.each([
    ["a name in capitals", { name: "Ask" }, "name"],
    ["a name with a space", { name: "ask me" }, "name"],
    ["a name that is too long", { name: "a".repeat(33) }, "name"],
    ["no description", { description: "" }, "description"],
    ["a description that is too long", { description: "d".repeat(101) }, "description"],
    [
      "26 options",
      { options: Array.from({ length: 26 }, (_, n) => ({ ...option, name: `o${n}` })) },
      "options",
    ],
    [
      "a required option after an optional one",
      { options: [option, { ...option, name: "p", required: true }] },
      "options",
    ],
    ["two options of one name", { options: [option, option] }, "options"],
    ["an unknown type of option", { options: [{ ...option, type: 12 }] }, "options"],
    [
      "choices beside autocomplete",
      { options: [{ ...option, autocomplete: true, choices: [{ name: "a", value: "a" }] }] },
      "options",
    ],
    [
      "a choice that is too long",
      { options: [{ ...option, choices: [{ name: "a".repeat(101), value: "a" }] }] },
      "options",
    ],
    ["a language it doesn't know", { description_localizations: { xx: "x" } }, "description_localizations"],
    ["a context there isn't", { contexts: [3] }, "contexts"],
  ])("refuses %s", async (_, fields, field) => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    const body = [{ name: "ask", description: "Ask", ...fields }];
    const route = Routes.applicationCommands(client.application.id);
    const error = (await client.rest
      .put(route, { body })
      .catch((reason: unknown) => reason)) as DiscordAPIError;
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(error).toMatchObject({ code: 50035, status: 400 });
    expect(error.rawError).toHaveProperty(["errors", "0", field]);
    expect(discord.commands.global).toEqual([]);
  });

  it("refuses two of one name, and more than a hundred", async () => {
    const discord = await startLoopback();
    expect(() => discord.preloadCommands([topic, topic])).toThrow("Invalid Form Body");
    const many = Array.from({ length: 101 }, (_, n) => ({ name: `c${n}`, description: "One of many" }));
    expect(() => discord.preloadCommands(many)).toThrow(
      "Maximum number of application commands reached (100)",
    );
    expect(discord.preloadCommands(many.slice(1))).toHaveLength(100);
  });

  it.each([
    ["a description", { description: "Checks it" }, "description"],
    ["options", { options: [option] }, "options"],
    ["a name that is too long", { name: "a".repeat(33) }, "name"],
    ["no name", { name: "" }, "name"],
  ])("refuses one for a message's menu with %s", async (_, fields, field) => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    const route = Routes.applicationCommands(client.application.id);
    const refused = client.rest.put(route, { body: [{ ...verifyQuote, ...fields }] });
    await expect(refused).rejects.toMatchObject({
      code: 50035,
      rawError: { errors: { 0: { [field]: {} } } },
    });
  });

  it("takes fifteen for a message's menu, in any script and case, beside one of the same name that is typed", async () => {
    const discord = await startLoopback();
    const many = Array.from({ length: 15 }, (_, n) => ({ type: 3, name: `Проверить Цитату ${n}` }));
    const typed = { name: "topic", description: "Topic" };
    expect(discord.preloadCommands([...many.slice(1), typed, { type: 3, name: "topic" }])).toHaveLength(16);
    expect(() => discord.preloadCommands([...many, verifyQuote])).toThrow(
      "Maximum number of application commands reached (15)",
    );
  });

  it("says when they are there, or aren't", async () => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    const waiting = discord.registered(["topic", "ask"]);
    await client.application.commands.set([topic, ask] as never[]);
    await waiting;
    await expect(discord.registered("quote", { timeoutMs: 10 })).rejects.toThrow(
      "not registered within 10 ms: quote",
    );
  });
});
