import {
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
  type Interaction,
  InteractionContextType,
  type MessageActionRowComponentData,
  MessageFlags,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { bystander, newsroom, reader } from "../../src/loopback/loopback-discord.ts";
import { startBot, startLoopback } from "./bot.ts";
import { ask, topic, verifyQuote } from "./commands-under-test.ts";

const button = (customId: string, label: string): MessageActionRowComponentData => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  customId,
  label,
});

const row = (...components: MessageActionRowComponentData[]) => ({
  type: ComponentType.ActionRow as const,
  components,
});

async function withBot(onInteraction: (interaction: Interaction) => Promise<unknown> | undefined) {
  const discord = await startLoopback();
  discord.preloadCommands([ask, topic, verifyQuote]);
  const bot = await startBot(discord, onInteraction);
  return { discord, ...bot };
}

describe("a slash command", () => {
  it("arrives complete and is answered", async () => {
    let arrived: Interaction | undefined;
    const { discord } = await withBot(async (interaction) => {
      arrived = interaction;
      if (interaction.isChatInputCommand()) await interaction.reply("An answer");
    });
    const options = { question: "why?", hide: true, limit: 3, to: bystander };
    const seen = await discord.slash("ask", options, { locale: "de", memberPermissions: "8" });
    if (!arrived?.isChatInputCommand()) throw new Error("not a slash command");
    expect(arrived.options.getString("question")).toBe("why?");
    expect(arrived.options.getBoolean("hide")).toBe(true);
    expect(arrived.options.getInteger("limit")).toBe(3);
    expect(arrived.options.getUser("to")?.username).toBe("bystander");
    expect(arrived.inGuild()).toBe(true);
    expect(arrived.guildId).toBe(newsroom.id);
    expect(arrived.user.id).toBe(reader.id);
    expect(arrived.locale).toBe("de");
    expect(arrived.guildLocale).toBe("en-US");
    expect(arrived.memberPermissions?.has("Administrator")).toBe(true);
    expect(arrived.context).toBe(InteractionContextType.Guild);
    expect(arrived.authorizingIntegrationOwners).toMatchObject({ 0: newsroom.id });
    expect(seen).toMatchObject({ callbackType: 4, edits: 0, followUps: [], isSettled: true });
    expect(seen.acknowledgedAfterMs).toBeGreaterThan(0);
    expect(seen.message).toMatchObject({
      type: 20,
      content: "An answer",
      author: { id: discord.bot.id },
      application_id: discord.application.id,
      flags: 0,
      interaction_metadata: { id: seen.interactionId, type: 2, user: { id: reader.id } },
    });
  });

  it("arrives in a direct message without server and member", async () => {
    let arrived: Interaction | undefined;
    const { discord } = await withBot(async (interaction) => {
      arrived = interaction;
      if (interaction.isChatInputCommand()) await interaction.reply("An answer");
    });
    await discord.slash("ask", { question: "why?" }, { guild: null, user: bystander });
    expect(arrived?.inGuild()).toBe(false);
    expect(arrived?.member).toBeNull();
    expect(arrived?.user.id).toBe(bystander.id);
    expect(arrived?.context).toBe(InteractionContextType.BotDM);
    await discord.slash("ask", { question: "why?" }, { context: 2 });
    expect(arrived?.context).toBe(InteractionContextType.PrivateChannel);
    expect(arrived?.authorizingIntegrationOwners).toMatchObject({ 1: reader.id });
    await expect(discord.slash("topic", { name: "x" }, { context: 2 })).rejects.toThrow(
      "can't be used in context 2, only in 0, 1",
    );
  });

  it("can be deferred, then edited", async () => {
    const { discord } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply("First");
      await interaction.editReply("Second");
    });
    const early = await discord.slash("ask", { question: "why?" }, { until: "acknowledged" });
    expect(early.callbackType).toBe(5);
    expect(early.isSettled).toBe(false);
    expect(early.message?.flags).toBe(MessageFlags.Ephemeral | MessageFlags.Loading);
    const seen = await early.settled;
    expect(seen).toBe(early);
    expect(seen.message).toMatchObject({ content: "First", flags: MessageFlags.Ephemeral });
    await expect.poll(() => seen.message?.content).toBe("Second");
    expect(seen.edits).toBe(2);
  });

  it("can be followed up, and follow-ups edited and deleted", async () => {
    const { discord, errors } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply("Answer");
      const followUp = await interaction.followUp({ content: "More", flags: MessageFlags.Ephemeral });
      await interaction.editReply({ content: "Changed", message: followUp });
      expect((await interaction.fetchReply(followUp.id)).content).toBe("Changed");
      const second = await interaction.followUp("Too much");
      await interaction.deleteReply(second);
      expect((await interaction.fetchReply()).content).toBe("Answer");
      await interaction.editReply("Done");
    });
    const seen = await discord.slash("ask", { question: "why?" });
    await expect.poll(() => seen.message?.content).toBe("Done");
    expect(errors).toEqual([]);
    expect(seen.followUps).toHaveLength(1);
    expect(seen.followUps[0]).toMatchObject({
      content: "Changed",
      flags: MessageFlags.Ephemeral,
      type: 19,
      interaction_metadata: { original_response_message_id: seen.message?.id },
    });
    expect(discord.messages).toHaveLength(2);
  });

  it("fills the deferred answer with the first follow-up", async () => {
    const { discord } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.followUp({ content: "It", flags: MessageFlags.Ephemeral });
    });
    const seen = await discord.slash("ask", { question: "why?" });
    expect(seen.message).toMatchObject({ content: "It", flags: 0 });
    expect(seen.followUps).toEqual([]);
  });

  it("allows an application that isn't in the server five follow-ups", async () => {
    const { discord, errors } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply("Answer");
      for (let n = 1; n <= 6; n += 1) await interaction.followUp(`${n}`);
    });
    const seen = await discord.slash("ask", { question: "why?" }, { installed: "user" });
    await expect.poll(() => errors).toMatchObject([{ code: 40094 }]);
    expect(seen.followUps).toHaveLength(5);
  });

  it("gives the message back to who asks for it", async () => {
    const { discord, errors } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: "Answer", withResponse: true });
      expect(response.interaction.responseMessageId).toBe(response.resource?.message?.id);
      expect(response.resource?.message?.content).toBe("Answer");
    });
    await discord.slash("ask", { question: "why?" });
    await expect.poll(() => discord.requests.at(-1)?.status).toBe(200);
    expect(errors).toEqual([]);
  });

  it("isn't sent if Discord's client wouldn't send it", async () => {
    const { discord } = await withBot(() => undefined);
    const refused = (options: Record<string, string | number>) => discord.slash("ask", options);
    await expect(discord.slash("quote", {})).rejects.toThrow(
      'the command "quote" isn\'t registered here, only: /ask, /topic, Verify quote',
    );
    await expect(refused({})).rejects.toThrow('/ask needs the option "question"');
    await expect(refused({ question: "why?", who: "me" })).rejects.toThrow('/ask has no option "who"');
    await expect(refused({ question: 7 })).rejects.toThrow("wants a string");
    await expect(refused({ question: "" })).rejects.toThrow("can't be empty");
    await expect(refused({ question: "?".repeat(51) })).rejects.toThrow("51 is more than 50");
    await expect(refused({ question: "why?", limit: 10 })).rejects.toThrow("10 is more than 9");
    await expect(refused({ question: "why?", limit: 1.5 })).rejects.toThrow("wants an integer");
  });

  it("knows subcommands", async () => {
    const discord = await startLoopback();
    const option = { type: 3, name: "key", description: "Key" };
    discord.preloadCommands([
      {
        name: "set",
        description: "Set",
        options: [{ type: 1, name: "one", description: "One", options: [option] }],
      },
    ]);
    await startBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(
        `${interaction.options.getSubcommand()} ${interaction.options.getString("key")}`,
      );
    });
    const seen = await discord.slash("set one", { key: "k" });
    expect(seen.message?.content).toBe("one k");
    await expect(discord.slash("set", {})).rejects.toThrow("/set has subcommands: one");
  });

  it("says what it waited for in vain", async () => {
    const { discord } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      if (interaction.options.getString("question") === "defer") await interaction.deferReply();
      if (interaction.options.getString("question") === "wrong") await interaction.reply("x".repeat(2001));
    });
    const waited = (question: string) => discord.slash("ask", { question }, { timeoutMs: 60 });
    await expect(waited("silence")).rejects.toThrow(
      "/ask was not answered within 60 ms: not even acknowledged",
    );
    await expect(waited("defer")).rejects.toThrow(
      /acknowledged after \d+ ms with callback type 5, then nothing/,
    );
    await expect(waited("wrong")).rejects.toThrow(/the latest answer was refused: 400 .*2000 or fewer/);
  });
});

describe("an autocompletion", () => {
  it("offers choices", async () => {
    const { discord } = await withBot(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      const hidden = interaction.options.getBoolean("hide");
      await interaction.respond([{ name: `${name}: ${value}`, value: `${hidden}` }]);
    });
    expect(await discord.autocomplete("topic", { name: "nu", hide: true })).toEqual([
      { name: "name: nu", value: "true" },
    ]);
    expect(await discord.autocomplete("topic", {}, { focused: "name" })).toEqual([
      { name: "name: ", value: "null" },
    ]);
    await expect(discord.autocomplete("topic", {}, { focused: "hide" })).rejects.toThrow("only on: name");
    await expect(discord.autocomplete("ask", {})).rejects.toThrow("/ask has 0 options with autocomplete");
  });

  it.each([
    ["26 choices", Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }))],
    ["a name that is too long", [{ name: "n".repeat(101), value: "v" }]],
    ["an empty value", [{ name: "n", value: "" }]],
    ["a number for a string", [{ name: "n", value: 7 }]],
  ])("refuses %s", async (_, choices) => {
    const { discord, errors } = await withBot(async (interaction) => {
      if (interaction.isAutocomplete()) await interaction.respond(choices as []);
    });
    await expect(discord.autocomplete("topic", { name: "x" }, { timeoutMs: 200 })).rejects.toThrow("50035");
    expect(errors).toMatchObject([{ code: 50035 }]);
  });

  it("can't be deferred", async () => {
    const { discord, client } = await withBot(() => undefined);
    const waiting = discord.autocomplete("topic", { name: "x" }, { timeoutMs: 200 }).catch(() => "nothing");
    const [interaction] = await new Promise<Interaction[]>((resolve) => {
      client.once("interactionCreate", (arrived) => {
        resolve([arrived]);
      });
    });
    const callback = client.rest.post(`/interactions/${interaction?.id}/${interaction?.token}/callback`, {
      body: { type: 5 },
    });
    await expect(callback).rejects.toMatchObject({ code: 50035 });
    expect(await waiting).toBe("nothing");
  });
});

describe("components", () => {
  const answer = async (interaction: Interaction): Promise<unknown> => {
    if (interaction.isChatInputCommand()) {
      return interaction.reply({
        content: "Page 1",
        flags: interaction.options.getBoolean("hide") ? MessageFlags.Ephemeral : [],
        components: [
          row(button("next:1", "Next"), button("later", "Later")),
          row({
            type: ComponentType.StringSelect,
            customId: "pick",
            options: [
              { label: "One", value: "1" },
              { label: "Two", value: "2" },
            ],
          }),
          row(
            {
              type: ComponentType.Button,
              style: ButtonStyle.Link,
              label: "Site",
              url: "https://example.org",
            },
            { ...button("off", "Off"), disabled: true } as MessageActionRowComponentData,
          ),
        ],
      });
    }
    if (interaction.isButton()) {
      if (interaction.customId === "later") {
        await interaction.deferUpdate();
        return interaction.editReply("Later");
      }
      const page = Number(interaction.customId.split(":")[1]) + 1;
      return interaction.update({
        content: `Page ${page}, after ${interaction.message.content}`,
        components: [row(button(`next:${page}`, "Next"))],
      });
    }
    if (interaction.isStringSelectMenu()) return interaction.reply(`Chose ${interaction.values.join()}`);
    return undefined;
  };

  it("are pressed on the message as it is now", async () => {
    const { discord } = await withBot(answer);
    const { message } = await discord.slash("ask", { question: "why?" });
    if (message === undefined) throw new Error("no message");
    const once = await discord.press(message, "Next");
    expect(once.callbackType).toBe(7);
    expect(once.message).toMatchObject({ id: message.id, content: "Page 2, after Page 1" });
    const twice = await discord.press(message, "next:2");
    expect(twice.message).toMatchObject({ id: message.id, content: "Page 3, after Page 2, after Page 1" });
    expect(message.content).toBe("Page 1");
    await expect(discord.press(message, "next:1")).rejects.toThrow('has no "next:1", only: Next (next:3)');
  });

  it("can be deferred", async () => {
    const { discord } = await withBot(answer);
    const asked = await discord.slash("ask", { question: "why?" });
    const { message } = asked;
    const seen = await discord.press(asked, "Later");
    expect(seen).toMatchObject({ callbackType: 6, edits: 1, message: { id: message?.id, content: "Later" } });
    expect(seen.message?.components).toHaveLength(3);
  });

  it("offer values to choose", async () => {
    const { discord } = await withBot(answer);
    const asked = await discord.slash("ask", { question: "why?" });
    const { message } = asked;
    const seen = await discord.choose(asked, "pick", "Two");
    expect(seen.message).toMatchObject({
      content: "Chose 2",
      interaction_metadata: { type: 3, interacted_message_id: message?.id },
    });
    expect(seen.message?.id).not.toBe(message?.id);
    const choose = (values: string[]) => discord.choose(asked, "pick", values);
    await expect(choose(["Three"])).rejects.toThrow('offers no "Three", only: One (1), Two (2)');
    await expect(choose(["1", "2"])).rejects.toThrow("takes 1 to 1 values, not 2");
  });

  it("that do nothing can't be pressed", async () => {
    const { discord } = await withBot(answer);
    const asked = await discord.slash("ask", { question: "why?" });
    await expect(discord.press(asked, "Site")).rejects.toThrow("opens https://example.org");
    await expect(discord.press(asked, "Off")).rejects.toThrow("is disabled");
  });

  it("of an ephemeral message are for one person alone", async () => {
    const { discord } = await withBot(answer);
    const asked = await discord.slash("ask", { question: "why?", hide: true });
    expect(asked.message?.flags).toBe(MessageFlags.Ephemeral);
    await expect(discord.press(asked, "Next", { user: bystander })).rejects.toThrow(
      "bystander can't see message",
    );
    const seen = await discord.press(asked, "Next");
    expect(seen.message?.flags).toBe(MessageFlags.Ephemeral);
  });

  it("of a public message are for everybody", async () => {
    const { discord } = await withBot(answer);
    const asked = await discord.slash("ask", { question: "why?" });
    const seen = await discord.press(asked, "Next", { user: bystander });
    expect(seen.message?.content).toBe("Page 2, after Page 1");
  });
});

describe("a message command", () => {
  it("carries its target, whatever the intents", async () => {
    const { discord } = await withBot(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      await interaction.reply(
        `${interaction.targetMessage.author.username}: ${interaction.targetMessage.content}`,
      );
    });
    const seen = await discord.messageCommand("Verify quote", { content: "He said so" });
    expect(seen.message).toMatchObject({ type: 23, content: "bystander: He said so" });
    const target = discord.postMessage({ content: "And so", author: reader });
    const again = await discord.messageCommand("Verify quote", target);
    expect(again.message).toMatchObject({
      content: "reader: And so",
      interaction_metadata: { target_message_id: target.id },
      message_reference: { message_id: target.id },
    });
  });
});

describe("answering", () => {
  it("works once", async () => {
    const { discord, client, errors } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply("Once");
      await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 4, data: { content: "Twice" } },
      });
    });
    const seen = await discord.slash("ask", { question: "why?" });
    await expect.poll(() => errors).toMatchObject([{ code: 40060, status: 400 }]);
    expect(seen.message?.content).toBe("Once");
    expect(discord.messages).toHaveLength(1);
  });

  it("works in time only", async () => {
    const discord = await startLoopback({ ackLimitMs: 30 });
    discord.preloadCommands([ask]);
    const { errors } = await startBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await new Promise((resolve) => setTimeout(resolve, 60));
      await interaction.reply("Too late");
    });
    await expect(discord.slash("ask", { question: "why?" }, { timeoutMs: 200 })).rejects.toThrow("10062");
    expect(errors).toMatchObject([{ code: 10062, status: 404 }]);
    expect(discord.messages).toEqual([]);
  });

  it("works no longer than a token lives", async () => {
    const discord = await startLoopback({ tokenLifetimeMs: 30 });
    discord.preloadCommands([ask]);
    const { errors } = await startBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply("In time");
      await new Promise((resolve) => setTimeout(resolve, 60));
      await interaction.editReply("Too late");
    });
    const seen = await discord.slash("ask", { question: "why?" });
    await expect.poll(() => errors).toMatchObject([{ code: 50027, status: 401 }]);
    expect(seen.message?.content).toBe("In time");
  });

  it("needs the right token", async () => {
    const { discord, client, errors } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await client.rest.post(`/interactions/${interaction.id}/another/callback`, { body: { type: 5 } });
    });
    const waiting = discord.slash("ask", { question: "why?" }, { timeoutMs: 200 });
    await expect(waiting).rejects.toThrow("not even acknowledged");
    expect(errors).toMatchObject([{ code: 10062 }]);
    const webhook = `/webhooks/${discord.application.id}/another` as const;
    const error = await client.rest
      .post(webhook, { body: { content: "x" } })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(error).toMatchObject({ code: 10015 });
  });

  it("comes to an end with the loopback", async () => {
    const { discord } = await withBot(() => undefined);
    const waiting = expect(discord.slash("ask", { question: "why?" })).rejects.toThrow(
      "the loopback was closed",
    );
    await discord.close();
    await waiting;
  });
});
