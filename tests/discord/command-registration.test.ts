import type { APIApplicationCommand, REST } from "discord.js";
import { describe, expect, it } from "vitest";
import { commands, messageCommands } from "../../commands/index.ts";
import type { CommandDefinition } from "../../src/command/definition.ts";
import {
  registerCommands,
  toApiCommand,
  toApiMessageCommand,
} from "../../src/discord/command-registration.ts";
import { Commands } from "../../src/loopback/commands.ts";
import { openapi } from "./openapi/openapi-validator.ts";

const applicationId = "1100000000000000001";
const guildId = "1100000000000000201";

const ask: CommandDefinition = {
  name: "ask",
  description: "Ask a question",
  options: [
    { name: "question", description: "What to ask", type: "string", required: true, maxLength: 300 },
    { name: "speaker", description: "Who", type: "string", autocomplete: true },
    { name: "hide", description: "For you alone", type: "boolean" },
  ],
};
const list: CommandDefinition = { name: "interviews", description: "All of them", options: [] };
const verifyQuote = { name: "Verify quote" };

describe("a command as Discord takes it", () => {
  it("has its options by their kinds, with nothing that wasn't said", () => {
    expect(toApiCommand(ask, true)).toEqual({
      type: 1,
      name: "ask",
      description: "Ask a question",
      options: [
        { type: 3, name: "question", description: "What to ask", required: true, max_length: 300 },
        { type: 3, name: "speaker", description: "Who", autocomplete: true },
        { type: 5, name: "hide", description: "For you alone" },
      ],
      integration_types: [0, 1],
      contexts: [0, 1, 2],
    });
  });

  it("of one server doesn't say where it may be used", () => {
    expect(Object.keys(toApiCommand(list, false))).toEqual(["type", "name", "description", "options"]);
  });

  it("in a message's menu has a name alone", () => {
    const where = { integration_types: [0, 1], contexts: [0, 1, 2] };
    expect(toApiMessageCommand(verifyQuote, true)).toEqual({ type: 3, name: "Verify quote", ...where });
    expect(toApiMessageCommand(verifyQuote, false)).toEqual({ type: 3, name: "Verify quote" });
  });

  it("keeps within Discord's limits, for every command there is", () => {
    for (const { definition } of commands) {
      const { name, description, options = [] } = toApiCommand(definition, true);
      for (const one of [{ name, description }, ...options]) {
        expect(one.name).toMatch(/^[-_a-z]{1,32}$/u);
        expect(one.description.length).toBeLessThanOrEqual(100);
        expect(one.description.length).toBeGreaterThan(0);
      }
      expect(options.length).toBeLessThanOrEqual(25);
      expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
      const required = options.map((option) => option.required === true);
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
    }
    for (const { definition } of messageCommands) {
      expect(definition.name.trim()).toBe(definition.name);
      expect(definition.name).toMatch(/^.{1,32}$/u);
    }
    expect(messageCommands.length).toBeLessThanOrEqual(15);
    const body = [
      ...commands.map(({ definition }) => toApiCommand(definition, true)),
      ...[...messageCommands.map(({ definition }) => definition), verifyQuote].map((definition) =>
        toApiMessageCommand(definition, true),
      ),
    ];
    expect(openapi?.validateRequest("PUT", `/applications/${applicationId}/commands`, body) ?? []).toEqual(
      [],
    );
  });
});

/** As much of Discord's REST API as registration uses; what it stores, it stores as Discord does. */
function fakeRest(present: readonly object[] = [], guild: string | null = null) {
  const stored = new Commands({ applicationId, integrationTypes: [0, 1] }, () => {});
  stored.overwrite(guild, present);
  const calls: { method: string; route: string; body?: unknown; query?: string }[] = [];
  const rest = {
    get: async (route: string, { query }: { query?: URLSearchParams } = {}) => {
      calls.push({ method: "GET", route, query: String(query) });
      return structuredClone(stored.list(guild)) as unknown;
    },
    put: async (route: string, { body }: { body: readonly object[] }) => {
      calls.push({ method: "PUT", route, body });
      return stored.overwrite(guild, body);
    },
  };
  return { rest: rest as unknown as REST, fake: rest, calls, stored };
}

const everywhere = { applicationId, guildId: undefined };
const wanted = [toApiCommand(ask, true), toApiCommand(list, true)];

describe("registering commands", () => {
  it("writes them when there are none, and nothing the second time, whatever Discord fills in", async () => {
    const { rest, calls, stored } = fakeRest();
    expect(await registerCommands(rest, [ask, list], everywhere)).toBe(true);
    const [first] = stored.list(null);
    // What was stored has more than was sent, or this would prove little.
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(10);
    expect(await registerCommands(rest, [ask, list], everywhere)).toBe(false);
    expect(calls.map(({ method }) => method)).toEqual(["GET", "PUT", "GET"]);
    expect(calls[0]?.query).toBe("with_localizations=true");
    expect(calls[1]?.route).toBe(`/applications/${applicationId}/commands`);
  });

  it("in one server asks and writes there, and isn't misled by what Discord says of where", async () => {
    const { rest, calls } = fakeRest([], guildId);
    const scope = { applicationId, guildId };
    expect(await registerCommands(rest, [ask], scope)).toBe(true);
    expect(await registerCommands(rest, [ask], scope)).toBe(false);
    for (const { route } of calls)
      expect(route).toBe(`/applications/${applicationId}/guilds/${guildId}/commands`);
    const sent = calls.find(({ method }) => method === "PUT")?.body;
    expect(sent).toEqual([toApiCommand(ask, false)]);
  });

  it("writes those of a message's menu too, and nothing the second time, everywhere and in one server", async () => {
    for (const [guild, scope] of [
      [null, everywhere],
      [guildId, { applicationId, guildId }],
    ] as const) {
      const { rest, calls, stored } = fakeRest([], guild);
      expect(await registerCommands(rest, [ask, verifyQuote], scope)).toBe(true);
      expect(stored.list(guild).map(({ type, name }) => [type, name])).toEqual([
        [1, "ask"],
        [3, "Verify quote"],
      ]);
      expect(await registerCommands(rest, [ask, verifyQuote], scope)).toBe(false);
      expect(calls.map(({ method }) => method)).toEqual(["GET", "PUT", "GET"]);
    }
  });

  it("tells two of one name apart by where they are found", async () => {
    const asInMenu = { name: ask.name };
    const { rest, stored } = fakeRest([toApiCommand(ask, true)]);
    expect(await registerCommands(rest, [ask, asInMenu], everywhere)).toBe(true);
    expect(await registerCommands(rest, [asInMenu, ask], everywhere)).toBe(false);
    expect(stored.list(null).map(({ type }) => type)).toEqual([1, 3]);
    expect(await registerCommands(rest, [asInMenu], everywhere)).toBe(true);
    expect(stored.list(null).map(({ type }) => type)).toEqual([3]);
  });

  it("minds the order of options, as people see it, but not of commands", async () => {
    const { rest } = fakeRest([...wanted].reverse());
    expect(await registerCommands(rest, [ask, list], everywhere)).toBe(false);
    const swapped: CommandDefinition = { ...ask, options: [0, 2, 1].flatMap((at) => ask.options[at] ?? []) };
    expect(await registerCommands(rest, [swapped, list], everywhere)).toBe(true);
  });

  const [question, speaker, hide] = ask.options;
  if (!question || !speaker || !hide) throw new Error("three options are needed");
  const { autocomplete: _autocomplete, ...plainSpeaker } = speaker;
  const { maxLength: _maxLength, ...endless } = question;
  it.each<readonly [what: string, now: Parameters<typeof registerCommands>[1]]>([
    ["a command is new", [ask, list, { ...list, name: "topics" }]],
    ["a command is gone", [ask]],
    ["a command has moved to a message's menu", [ask, { name: list.name }]],
    ["a command has another name", [{ ...ask, name: "question" }, list]],
    ["a command has another description", [{ ...ask, description: "Something else" }, list]],
    ["an option is new", [{ ...ask, options: [...ask.options, { ...hide, name: "loud" }] }, list]],
    ["an option is gone", [{ ...ask, options: [question, speaker] }, list]],
    ["all options are gone", [{ ...ask, options: [] }, list]],
    [
      "an option has another name",
      [{ ...ask, options: [question, speaker, { ...hide, name: "veil" }] }, list],
    ],
    [
      "an option is of another type",
      [{ ...ask, options: [question, speaker, { ...hide, type: "string" }] }, list],
    ],
    [
      "an option needn't be given any more",
      [
        {
          ...ask,
          options: [
            { ...endless, name: "question", maxLength: 300, required: undefined } as never,
            speaker,
            hide,
          ],
        },
        list,
      ],
    ],
    ["an option takes more", [{ ...ask, options: [{ ...question, maxLength: 301 }, speaker, hide] }, list]],
    ["an option takes any length", [{ ...ask, options: [endless, speaker, hide] }, list]],
    ["an option offers no choices any more", [{ ...ask, options: [question, plainSpeaker, hide] }, list]],
    [
      "an option offers choices now",
      [{ ...ask, options: [question, speaker, { ...speaker, name: "hide" }] }, list],
    ],
  ])("writes again when %s", async (_what, now) => {
    const { rest, calls } = fakeRest(wanted);
    expect(await registerCommands(rest, now, everywhere)).toBe(true);
    expect(await registerCommands(rest, now, everywhere)).toBe(false);
    expect(calls.map(({ method }) => method)).toEqual(["GET", "PUT", "GET"]);
  });

  it.each<readonly [what: string, change: Partial<APIApplicationCommand> & Record<string, unknown>]>([
    ["can be used in fewer places", { contexts: [0] }],
    ["can be installed in fewer places", { integration_types: [0] }],
    ["is of another kind", { type: 3 }],
    ["is for grown-ups", { nsfw: true }],
    ["is for administrators", { default_member_permissions: "8" }],
    ["has another name in German", { name_localizations: { de: "frage" } }],
    ["has a field from the future that says something", { priority: 1 }],
  ])("writes again when what Discord has %s", async (_what, change) => {
    const { rest, fake, stored } = fakeRest(wanted);
    fake.get = async () => stored.list(null).map((command) => ({ ...command, ...change }));
    expect(await registerCommands(rest, [ask, list], everywhere)).toBe(true);
  });

  it.each<readonly [what: string, change: object]>([
    ["another version", { version: "1300000000000000000", id: "1300000000000000001" }],
    ["localisations of nothing", { name_localizations: {}, description_localizations: null }],
    ["fields from the future that say nothing", { priority: null, beta: false, tags: [] }],
  ])("writes nothing when Discord has %s", async (_what, change) => {
    const { rest, fake, stored } = fakeRest(wanted);
    fake.get = async () => stored.list(null).map((command) => ({ ...command, ...change }));
    expect(await registerCommands(rest, [ask, list], everywhere)).toBe(false);
  });

  it("writes when Discord's answer makes no sense", async () => {
    const { rest, fake, calls } = fakeRest(wanted);
    fake.get = async () => ({ message: "odd" });
    expect(await registerCommands(rest, [ask, list], everywhere)).toBe(true);
    fake.get = async () => [null, "x"];
    expect(await registerCommands(rest, [ask, list], everywhere)).toBe(true);
    expect(calls.filter(({ method }) => method === "PUT")).toHaveLength(2);
  });

  it("lets Discord's refusal through to whoever can tell of it", async () => {
    const { rest, fake } = fakeRest();
    fake.put = async () => {
      throw new Error("Missing Access");
    };
    await expect(registerCommands(rest, [ask], everywhere)).rejects.toThrow("Missing Access");
  });
});
