import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import type { Command } from "../../src/command/definition.ts";
import { type Desk, deskFor } from "../../src/command/desk.ts";
import { Answer } from "../../src/discord/answer.ts";
import { toApiCommand } from "../../src/discord/command-registration.ts";
import { Cooldown } from "../../src/discord/cooldown.ts";
import { InteractionRouter } from "../../src/discord/interaction-router.ts";
import { bystander, type LoopbackDiscord, type Seen } from "../../src/loopback/loopback-discord.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { startBot, startLoopback } from "../loopback/bot.ts";
import { archiveOf, mayor } from "../search/archives.ts";
import { fileOf } from "../transcript/reading.ts";
import { shownIn } from "./end-to-end/shown-message.ts";
import { recordingLog } from "./recording-log.ts";

const archive = archiveOf(mayor());
const desk: Desk = deskFor(archive);
const { file } = mayor().source;
const [first, , , middle] = [...archive.statements()].map(({ id }) => id);
if (!first || !middle) throw new Error("four statements are needed");

/** A router on a loopback, with a real client before it. */
async function startRouter(
  parts: {
    commands?: readonly Command[];
    desk?: () => Desk;
    evidence?: () => Evidence;
    now?: () => number;
  } = {},
) {
  const discord = await startLoopback();
  const log = recordingLog();
  const list = parts.commands ?? commands;
  discord.preloadCommands(list.map(({ definition }) => toApiCommand(definition, true)));
  const router = new InteractionRouter({
    commands: list,
    messageCommands: [],
    desk: parts.desk ?? (() => desk),
    answer: new Answer(parts.evidence ?? (() => new Evidence([{ file, reading: null }]))),
    cooldown: new Cooldown({ burst: 20, refill: 1 }, parts.now),
    log,
  });
  const { client, errors } = await startBot(discord, (interaction) => router.handle(interaction));
  return { discord, log, client, errors };
}

/** Everything that was sent to Discord in answer to interactions, as text. */
function sent(discord: LoopbackDiscord): string {
  return JSON.stringify(discord.requests.filter(({ method }) => method === "POST").map(({ body }) => body));
}

/** A button's interaction, as Discord would send it, on a message that stands there. */
function pressedOn({ message, interactionId, token }: Seen): object {
  const id = String(BigInt(interactionId) + 1n);
  const user = { id: "1100000000000000101", username: "reader", discriminator: "0", avatar: null };
  const place = { channel_id: message?.channel_id, context: 1, authorizing_integration_owners: {} };
  return {
    id,
    token: `${token}-again`,
    type: 3,
    version: 1,
    application_id: "1100000000000000001",
    message,
    user,
    ...place,
    locale: "en-US",
    entitlements: [],
    app_permissions: "0",
    attachment_size_limit: 0,
  };
}

describe("a reply that isn't what it claims", () => {
  const words = "Forty million, and not a cent more";
  const tampered = "Forty million, and then a lot more";
  const text = mayor().source.text;

  /** A source that says it is the file with our hash, and isn't. */
  const forged = new SourceText({
    ...fileOf("mayor.txt", text.replace(words, tampered)),
    sha256: file.sha256,
  });

  it.each<readonly [what: string, evidence: () => Evidence]>([
    ["quotes words that the source doesn't have", () => new Evidence([{ file, reading: null }])],
    ["quotes a source that there isn't", () => new Evidence([])],
    ["quotes a source whose bytes were swapped", () => new Evidence([{ file: forged.file, reading: null }])],
  ])(
    "because it %s, isn't sent: the asker gets an honest word and a fault to report",
    async (_what, evidence) => {
      const original = mayor();
      const asForged = { ...original, source: forged };
      const statements = original.statements.map((statement) => ({ ...statement, interview: asForged }));
      const forgedArchive = archiveOf(Object.assign(asForged, { statements }));
      const { discord, log } = await startRouter({
        desk: () => deskFor(forgedArchive),
        evidence,
      });
      const shown = shownIn(await discord.slash("ask", { question: "How much does the tram line cost?" }));
      expect(shown.hidden).toBe(true);
      expect(shown.quotes).toEqual([]);
      expect(shown.notes).toContain("This reply failed its own check against the source");
      const [, fault] = /the fault ([0-9a-f]{8})\./u.exec(shown.notes) ?? [];
      expect(fault).toBeDefined();
      expect(sent(discord)).not.toContain("Forty million");
      expect(log.lines).toHaveLength(1);
      expect(log.lines[0]).toMatchObject({ level: "error", fields: { fault, err: { name: "AuditFault" } } });
      expect(JSON.stringify(log.lines)).not.toContain("Forty million");
    },
  );

  it("isn't shown on a message that stands there already, which stays as it was", async () => {
    let sound = true;
    const { discord } = await startRouter({
      evidence: () => new Evidence(sound ? [{ file, reading: null }] : []),
    });
    const asked = await discord.slash("context", { quote: middle });
    const before = shownIn(asked);
    expect(before.quotes.length).toBeGreaterThan(0);
    sound = false;
    const pressed = shownIn(await discord.press(asked, "Earlier"));
    expect(pressed).toMatchObject({ hidden: true, quotes: [] });
    expect(pressed.notes).toContain("failed its own check");
    const held = discord.messages.find(({ message }) => message.id === asked.message?.id);
    expect(held && shownIn({ message: held.message })).toEqual(before);
  });
});

describe("whatever goes wrong", () => {
  const secret = "token.txt is missing";
  const failing: Command = {
    definition: { name: "ask", description: "Fails", options: [] },
    run: () => {
      throw new Error(secret);
    },
    complete: () => {
      throw new Error(secret);
    },
  };

  it("in a command is told without its message, and logged with it, under one fault", async () => {
    const { discord, log, errors } = await startRouter({ commands: [failing] });
    const shown = shownIn(await discord.slash("ask"));
    expect(shown.hidden).toBe(true);
    expect(shown.notes).toContain("Something went wrong here");
    const [, fault] = /the fault ([0-9a-f]{8})\./u.exec(shown.notes) ?? [];
    expect(log.lines[0]).toMatchObject({ level: "error", fields: { fault, err: { message: secret } } });
    expect(sent(discord)).not.toContain("token.txt");
    expect(errors).toEqual([]);
  });

  it("differs from fault to fault", async () => {
    const { discord } = await startRouter({ commands: [failing] });
    const notes = [shownIn(await discord.slash("ask")).notes, shownIn(await discord.slash("ask")).notes];
    expect(notes[0]).not.toBe(notes[1]);
  });

  it("with a reply that breaks a limit is told, and the reply isn't sent", async () => {
    const endless: Command = {
      ...failing,
      run: () => ({
        blocks: [{ block: "note", text: "x".repeat(5000) }],
        actions: [],
        menu: null,
        carried: { asked: "", matches: [] },
        view: null,
        quiet: false,
        record: { outcome: "answer", confidence: 1, results: [] },
      }),
    };
    const { discord, log } = await startRouter({ commands: [endless] });
    expect(shownIn(await discord.slash("ask")).notes).toContain("Something went wrong here");
    expect(log.lines[0]).toMatchObject({ fields: { err: { name: "LimitFault" } } });
  });

  it("with an interaction Discord no longer waits for is a line in the log, and no more", async () => {
    const { discord, log } = await startRouter();
    discord.failNext({
      method: "POST",
      path: "/callback",
      status: 404,
      body: { code: 10062, message: "Unknown interaction" },
    });
    const asked = discord.slash("interviews", {}, { timeoutMs: 500 });
    await expect(asked).rejects.toThrow();
    expect(log.lines).toMatchObject([{ level: "warn" }]);
    expect(discord.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("with the failure's own message is logged too, and ends there", async () => {
    const { discord, log, errors } = await startRouter({ commands: [failing] });
    discord.failNext({
      method: "POST",
      path: "/callback",
      status: 403,
      body: { code: 50001, message: "No" },
    });
    await expect(discord.slash("ask", {}, { timeoutMs: 500 })).rejects.toThrow();
    expect(log.lines.map(({ message }) => message)).toEqual([
      "an interaction failed",
      "the failure could not be told either",
    ]);
    expect(errors).toEqual([]);
  });

  it("while choices are offered leaves the field without any, and is logged", async () => {
    const completing: Command = {
      ...failing,
      definition: {
        name: "ask",
        description: "Fails",
        options: [{ name: "question", description: "What", type: "string", autocomplete: true }],
      },
    };
    const { discord, log } = await startRouter({ commands: [completing] });
    await expect(discord.autocomplete("ask", { question: "a" }, { timeoutMs: 300 })).rejects.toThrow();
    expect(log.lines).toMatchObject([{ level: "error", fields: { type: 4 } }]);
  });
});

describe("the router", () => {
  it("answers one interaction once", async () => {
    const { discord } = await startRouter();
    const seen = await discord.slash("interviews");
    discord.redeliver(seen.interactionId);
    await discord.slash("interviews");
    expect(discord.requests.filter(({ method }) => method === "POST")).toHaveLength(2);
  });

  it("says that a command is no longer there", async () => {
    const { discord } = await startRouter();
    discord.preloadCommands([{ type: 1, name: "gone", description: "Was here" }]);
    const shown = shownIn(await discord.slash("gone"));
    expect(shown).toMatchObject({ hidden: true, quotes: [] });
    expect(shown.notes).toContain("no longer there");
  });

  it("says of anything else that it doesn't know it", async () => {
    const { discord } = await startRouter();
    const seen = await discord.slash("interviews");
    const user = { id: "1100000000000000102", username: "bystander", discriminator: "0", avatar: null };
    discord.dispatch("INTERACTION_CREATE", {
      ...pressedOn(seen),
      message: undefined,
      type: 2,
      data: {
        id: "1",
        name: "Look up",
        type: 2,
        target_id: user.id,
        resolved: { users: { [user.id]: user } },
      },
    });
    await expect.poll(() => sent(discord)).toContain("This isn’t something I know");
  });

  it("holds someone who asks too fast to the cooldown, buttons included, and nobody else", async () => {
    let now = 0;
    const { discord } = await startRouter({ now: () => now });
    const asked = await discord.slash("context", { quote: middle });
    for (let at = 0; at < 19; at += 1) await discord.press(asked, at % 2 === 0 ? "Earlier" : "Later");
    const refused = shownIn(await discord.press(asked, "Later"));
    expect(refused).toMatchObject({ hidden: true });
    expect(refused.notes).toContain("You can ask again in 1 second.");
    const other = await discord.slash("context", { quote: middle }, { user: bystander });
    expect(shownIn(other).quotes.length).toBeGreaterThan(0);
    now = 1000;
    expect(shownIn(await discord.press(asked, "Later")).quotes.length).toBeGreaterThan(0);
  });

  it("disables a button that leads nowhere, and goes nowhere if it is pressed all the same", async () => {
    const { discord } = await startRouter();
    const asked = await discord.slash("context", { quote: first });
    await expect(discord.press(asked, "Earlier")).rejects.toThrow("is disabled");
    discord.dispatch("INTERACTION_CREATE", {
      ...pressedOn(asked),
      data: { id: 1, component_type: 2, custom_id: "otr1:1100000000000000101:earlier:-" },
    });
    await expect.poll(() => sent(discord)).toContain("There is nothing further this way");
  });

  it("asks for the desk once an interaction, so that a reload is seen whole", async () => {
    let asked = 0;
    const { discord } = await startRouter({
      desk: () => {
        asked += 1;
        return desk;
      },
    });
    await discord.slash("ask", { question: "How much does the tram line cost?" });
    expect(asked).toBe(1);
    await discord.autocomplete("topic", { name: "" }, { focused: "name" });
    expect(asked).toBe(2);
  });
});
