import { DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import {
  type LoopbackDiscord,
  messageFlags,
  type Seen,
  usableComponents,
} from "../../src/loopback/loopback-discord.ts";
import { startBot, startLoopback } from "./bot.ts";
import { topic } from "./commands-under-test.ts";

const V2 = messageFlags.componentsV2;

const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, label = "Press") => ({ type: 2, style: 1, label, custom_id });
const row = (...components: object[]) => ({ type: 1, components });
const container = (...components: object[]) => ({ type: 17, components });
const select = (options: object[], custom_id = "pick") => ({ type: 3, custom_id, options });
const option = (value: string) => ({ label: value, value });
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** Answers one slash command with exactly this body, whatever discord.js would think of it. */
async function answer(discord: LoopbackDiscord, data: object): Promise<Seen> {
  discord.preloadCommands([topic]);
  let refuse: (reason: unknown) => void = () => {};
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  await startBot(discord, ({ client, id, token }) => {
    const route = `/interactions/${id}/${token}/callback` as const;
    return client.rest.post(route, { body: { type: 4, data }, auth: false }).catch(refuse);
  });
  return await Promise.race([discord.slash("topic", { name: "x" }), refused]);
}

async function refusalOf(data: object): Promise<DiscordAPIError> {
  const discord = await startLoopback();
  const error = await answer(discord, data).then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DiscordAPIError);
  expect(discord.messages).toEqual([]);
  return error as DiscordAPIError;
}

const components = ["errors", "data", "components"];

describe("a message with Components V2", () => {
  it("is held as Discord holds it", async () => {
    const discord = await startLoopback();
    const section = { type: 9, components: [text("b")], accessory: button("one") };
    const sent = {
      flags: V2,
      components: [{ ...container(text("a"), section, { type: 14 }), id: 2 }, row(select([option("x")]))],
    };
    const seen = await answer(discord, sent);
    const held = {
      type: 17,
      id: 2,
      accent_color: null,
      spoiler: false,
      components: [
        { type: 10, id: 1, content: "a" },
        {
          type: 9,
          id: 3,
          components: [{ type: 10, id: 4, content: "b" }],
          accessory: { type: 2, id: 5, style: 1, label: "Press", custom_id: "one" },
        },
        { type: 14, id: 6, spacing: 1, divider: true },
      ],
    };
    const heldSelect = { ...select([option("x")]), id: 8, min_values: 1, max_values: 1 };
    expect(seen).toMatchObject({
      message: { flags: V2, content: "", components: [held, { type: 1, id: 7, components: [heldSelect] }] },
    });
    const [message] = discord.messages;
    if (message === undefined) throw new Error("no message");
    expect(usableComponents(message.message).map(({ id }) => id)).toEqual([5, 8]);
    // What was sent is recorded as it was sent.
    expect(discord.requests.at(-1)?.body).toEqual({ type: 4, data: sent });
  });

  it.each<[string, object[]]>([
    ["40 components", [container(...times(39, (n) => text(`${n}`)))]],
    ["4,000 characters", [text("a".repeat(1500)), container(text("b".repeat(2500)))]],
    ["4,000 letters of two bytes", [text("ж".repeat(4000))]],
    ["five buttons in a row", [row(...times(5, (n) => button(`${n}`)))]],
    ["a label of 80 and a custom_id of 100", [row(button("c".repeat(100), "l".repeat(80)))]],
    ["25 options", [row(select(times(25, (n) => option(`${n}`))))]],
  ])("may have %s", async (_, sent) => {
    const discord = await startLoopback();
    expect(await answer(discord, { flags: V2, components: sent })).toMatchObject({ callbackType: 4 });
  });

  const twoTexts = container(text("a".repeat(2001)), text("b".repeat(2000)));
  it.each<[string, object, (string | number)[], string]>([
    ["content", { content: "x", components: [text("a")] }, ["errors", "data", "content"], "LEGACY_FIELDS"],
    [
      "embeds",
      { embeds: [{ title: "x" }], components: [text("a")] },
      ["errors", "data", "embeds"],
      "LEGACY_FIELDS",
    ],
    ["41 components", { components: times(41, (n) => text(`${n}`)) }, components, "MAX_LENGTH"],
    [
      "41 components, counting nested ones",
      {
        components: [
          container(...times(20, (n) => text(`${n}`))),
          container(...times(19, (n) => text(`${n}`))),
        ],
      },
      components,
      "MAX_TOTAL_COMPONENTS",
    ],
    ["4,001 characters in all", { components: [twoTexts] }, components, "TEXT_SIZE_EXCEEDED"],
    [
      "4,001 characters in one",
      { components: [text("a".repeat(4001))] },
      [...components, "0", "content"],
      "BAD_LENGTH",
    ],
    ["an empty text", { components: [text("")] }, [...components, "0", "content"], "BAD_LENGTH"],
    ["a text without content", { components: [{ type: 10 }] }, [...components, "0", "content"], "REQUIRED"],
    ["an unknown type", { components: [{ type: 99 }] }, [...components, "0", "type"], "UNION_TYPE_CHOICES"],
    [
      "a button outside a row",
      { components: [button("a")] },
      [...components, "0", "type"],
      "UNION_TYPE_CHOICES",
    ],
    [
      "a container in a container",
      { components: [container(container(text("a")))] },
      [...components, "0", "components", "0", "type"],
      "UNION_TYPE_CHOICES",
    ],
    [
      "no custom_id",
      { components: [row({ type: 2, style: 1, label: "x" })] },
      [...components, "0", "components", "0", "custom_id"],
      "REQUIRED",
    ],
    [
      "a custom_id that is too long",
      { components: [row(button("c".repeat(101)))] },
      [...components, "0", "components", "0", "custom_id"],
      "BAD_LENGTH",
    ],
    [
      "a custom_id twice",
      { components: [row(button("c")), row(button("c"))] },
      [...components, "1", "components", "0", "custom_id"],
      "DUPLICATED",
    ],
    [
      "a custom_id twice, once in a section",
      { components: [row(button("c")), { type: 9, components: [text("a")], accessory: button("c") }] },
      [...components, "1", "accessory", "custom_id"],
      "DUPLICATED",
    ],
    [
      "an id twice",
      {
        components: [
          { ...text("a"), id: 3 },
          { ...text("b"), id: 3 },
        ],
      },
      [...components, "1", "id"],
      "DUPLICATED",
    ],
    [
      "a label that is too long",
      { components: [row(button("c", "l".repeat(81)))] },
      [...components, "0", "components", "0", "label"],
      "MAX_LENGTH",
    ],
    [
      "a button without label",
      { components: [row({ type: 2, style: 1, custom_id: "c" })] },
      [...components, "0", "components", "0"],
      "LABEL_EMOJI",
    ],
    [
      "a button without style",
      { components: [row({ type: 2, label: "x", custom_id: "c" })] },
      [...components, "0", "components", "0", "style"],
      "REQUIRED",
    ],
    [
      "a link with a custom_id",
      { components: [row({ type: 2, style: 5, label: "x", url: "https://example.org", custom_id: "c" })] },
      [...components, "0", "components", "0"],
      "MUTUALLY_EXCLUSIVE",
    ],
    [
      "six buttons in a row",
      { components: [row(...times(6, (n) => button(`${n}`)))] },
      [...components, "0", "components"],
      "BAD_LENGTH",
    ],
    ["an empty row", { components: [row()] }, [...components, "0", "components"], "BAD_LENGTH"],
    [
      "a select beside a button",
      { components: [row(select([option("a")]), button("b"))] },
      [...components, "0", "components", "1"],
      "WIDTH_EXCEEDED",
    ],
    [
      "26 options",
      { components: [row(select(times(26, (n) => option(`${n}`))))] },
      [...components, "0", "components", "0", "options"],
      "BAD_LENGTH",
    ],
    [
      "an option that is too long",
      { components: [row(select([{ label: "l", value: "v".repeat(101) }]))] },
      [...components, "0", "components", "0", "options", "0", "value"],
      "BAD_LENGTH",
    ],
    [
      "a description that is too long",
      { components: [row(select([{ ...option("a"), description: "d".repeat(101) }]))] },
      [...components, "0", "components", "0", "options", "0", "description"],
      "MAX_LENGTH",
    ],
    [
      "a value twice",
      { components: [row(select([option("a"), option("a")]))] },
      [...components, "0", "components", "0", "options", "1", "value"],
      "DUPLICATED",
    ],
    [
      "a section of four texts",
      { components: [{ type: 9, components: times(4, (n) => text(`${n}`)), accessory: button("c") }] },
      [...components, "0", "components"],
      "BAD_LENGTH",
    ],
    [
      "a section without accessory",
      { components: [{ type: 9, components: [text("a")] }] },
      [...components, "0", "accessory"],
      "REQUIRED",
    ],
  ])("may not have %s", async (_, data, path, code) => {
    const error = await refusalOf({ flags: V2, ...data });
    expect(error).toMatchObject({ code: 50035, status: 400 });
    expect(error.rawError).toHaveProperty([...path, "_errors", "0", "code"], expect.stringContaining(code));
  });

  it("may not be empty", async () => {
    expect(await refusalOf({ flags: V2, components: [] })).toMatchObject({ code: 50006 });
  });

  it("stays one when it is edited", async () => {
    const discord = await startLoopback();
    discord.preloadCommands([topic]);
    const { client, errors } = await startBot(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({ flags: V2, components: [text("a")] });
      await interaction.editReply({ components: [text("b")] });
      await interaction.editReply("plain");
    });
    const seen = await discord.slash("topic", { name: "x" });
    await expect.poll(() => errors).toMatchObject([{ code: 50035 }]);
    expect(seen.message).toMatchObject({ flags: V2, components: [{ type: 10, id: 1, content: "b" }] });
    expect(client.isReady()).toBe(true);
  });

  it("makes Discord fail where its bytes are too many, though its characters aren't", async () => {
    const most = await startLoopback();
    const withText = (length: number) => ({ flags: V2, components: [text("語".repeat(length))] });
    expect(await answer(most, withText(3386))).toMatchObject({ callbackType: 4 });
    const more = await startLoopback();
    await expect(answer(more, withText(3387))).rejects.toMatchObject({ status: 500 });
    // discord.js tries a 5xx three times more.
    expect(more.requests.filter(({ status }) => status === 500)).toHaveLength(4);
  });
});

describe("a message without Components V2", () => {
  it.each<[string, object, number]>([
    ["2,001 characters", { content: "x".repeat(2001) }, 50035],
    ["text displays", { content: "x", components: [text("a")] }, 50035],
    ["six rows", { content: "x", components: times(6, (n) => row(button(`${n}`))) }, 50035],
    ["nothing in it", { content: "  " }, 50006],
    ["flags that are no number", { content: "x", flags: "64" }, 50035],
  ])("may not have %s", async (_, data, code) => {
    expect(await refusalOf(data)).toMatchObject({ code, status: 400 });
  });

  it("may have 2,000 characters", async () => {
    const discord = await startLoopback();
    const seen = await answer(discord, { content: "x".repeat(2000) });
    expect(seen).toMatchObject({ message: { content: "x".repeat(2000) } });
  });
});
