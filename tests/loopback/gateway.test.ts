import { Events } from "discord.js";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { LoopbackDiscord } from "../../src/loopback/loopback-discord.ts";
import { startBot, startLoopback } from "./bot.ts";
import { topic } from "./commands-under-test.ts";

async function withReplyingBot() {
  const discord = await startLoopback();
  discord.preloadCommands([topic]);
  const arrived: string[] = [];
  const bot = await startBot(
    discord,
    async (interaction) => {
      arrived.push(interaction.id);
      if (interaction.isChatInputCommand()) await interaction.reply("Answer");
    },
    // The client's own throttle lets a second IDENTIFY wait for five seconds.
    { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) } },
  );
  return { discord, arrived, ...bot };
}

function resumed(discord: LoopbackDiscord): Promise<number> {
  return new Promise((resolve) => {
    discord.events.once("resumed", resolve);
  });
}

describe("a lost connection", () => {
  it.each([
    ["closed by Discord", { code: 4000 }],
    ["cut", { terminate: true }],
  ])("is taken up again when %s, and what was missed arrives", async (_, drop) => {
    const { discord, arrived } = await withReplyingBot();
    await discord.slash("topic", { name: "before" });
    const back = resumed(discord);
    discord.dropSockets(drop);
    const ready = discord.ready();
    const missed = discord.slash("topic", { name: "meanwhile" });
    expect(await back).toBe(1);
    await ready;
    expect((await missed).message?.content).toBe("Answer");
    expect((await discord.slash("topic", { name: "after" })).message?.content).toBe("Answer");
    expect(arrived).toHaveLength(3);
    expect(discord.identified).toHaveLength(1);
  });

  it("that can't be taken up again leads to a new login", async () => {
    const { discord } = await withReplyingBot();
    discord.dropSockets({ resumable: false });
    await discord.ready();
    expect(discord.identified).toHaveLength(2);
    expect((await discord.slash("topic", { name: "after" })).message?.content).toBe("Answer");
  });

  it("is asked for with RECONNECT", async () => {
    const { discord } = await withReplyingBot();
    const back = resumed(discord);
    discord.requestReconnect();
    expect(await back).toBe(0);
    await discord.ready({ timeoutMs: 0 });
    expect(discord.identified).toHaveLength(1);
  });
});

describe("an invalid session", () => {
  it("leads to a new login", async () => {
    const { discord } = await withReplyingBot();
    discord.invalidateSession();
    await discord.ready();
    expect(discord.identified).toHaveLength(2);
    expect((await discord.slash("topic", { name: "after" })).message?.content).toBe("Answer");
  });

  it("is resumed if it may be", async () => {
    const { discord } = await withReplyingBot();
    const back = resumed(discord);
    discord.invalidateSession(true);
    const missed = discord.slash("topic", { name: "meanwhile" });
    expect(await back).toBe(1);
    expect((await missed).message?.content).toBe("Answer");
    expect(discord.identified).toHaveLength(1);
  });
});

describe("a dispatch", () => {
  it("can come twice", async () => {
    const { discord, arrived, errors } = await withReplyingBot();
    const { interactionId } = await discord.slash("topic", { name: "x" });
    discord.redeliver(interactionId);
    await expect.poll(() => errors).toMatchObject([{ code: 40060 }]);
    expect(arrived).toEqual([interactionId, interactionId]);
    expect(() => discord.redeliver("1")).toThrow("there was no interaction 1");
  });

  it("can be any event with any data", async () => {
    const { discord, client } = await withReplyingBot();
    const raw: unknown[] = [];
    client.on(Events.Raw, (packet: unknown) => {
      raw.push(packet);
    });
    discord.dispatch("SOMETHING_NEW", { shape: null });
    await expect.poll(() => raw).toMatchObject([{ op: 0, t: "SOMETHING_NEW", d: { shape: null } }]);
  });
});

describe("the gateway", () => {
  async function connect(discord: LoopbackDiscord) {
    const { url } = (await (await fetch(`${discord.apiUrl}/v10/gateway`)).json()) as { url: string };
    const socket = new WebSocket(`${url}?v=10&encoding=json`);
    const received: { op: number; d: unknown }[] = [];
    socket.on("message", (data) => {
      received.push(JSON.parse(String(data)) as { op: number; d: unknown });
    });
    const closed = new Promise<number>((resolve) => {
      socket.once("close", resolve);
    });
    await expect.poll(() => received).toMatchObject([{ op: 10, d: { heartbeat_interval: 41_250 } }]);
    const send = (message: unknown) => {
      socket.send(typeof message === "string" ? message : JSON.stringify(message));
    };
    return { socket, received, closed, send };
  }

  it("acknowledges heartbeats", async () => {
    const { send, received } = await connect(await startLoopback());
    send({ op: 1, d: null });
    await expect.poll(() => received.at(-1)).toMatchObject({ op: 11 });
  });

  it.each<[number, string, unknown]>([
    [4001, "an unknown opcode", { op: 99, d: null }],
    [4002, "what isn't JSON", "{"],
    [4003, "a presence before identifying", { op: 3, d: {} }],
    [4004, "a wrong token", { op: 2, d: { token: "wrong", intents: 0 } }],
  ])("closes with %i on %s", async (code, _, message) => {
    const { send, closed } = await connect(await startLoopback());
    send(message);
    expect(await closed).toBe(code);
  });

  it("closes with 4013 on intents that are no number, with 4005 on a second IDENTIFY", async () => {
    const discord = await startLoopback();
    const one = await connect(discord);
    one.send({ op: 2, d: { token: discord.token, intents: "all" } });
    expect(await one.closed).toBe(4013);
    const two = await connect(discord);
    two.send({ op: 2, d: { token: discord.token, intents: 0 } });
    two.send({ op: 2, d: { token: discord.token, intents: 0 } });
    expect(await two.closed).toBe(4005);
    expect(discord.identified).toHaveLength(1);
  });

  it("closes with 4007 on a sequence number from the future, and forgets the session", async () => {
    const discord = await startLoopback();
    const one = await connect(discord);
    one.send({ op: 2, d: { token: discord.token, intents: 0 } });
    await discord.ready();
    await expect.poll(() => one.received.at(-1)).toMatchObject({ t: "READY" });
    const { session_id } = (one.received.at(-1)?.d ?? {}) as { session_id?: string };
    one.socket.terminate();
    const two = await connect(discord);
    two.send({ op: 6, d: { token: discord.token, session_id, seq: 99 } });
    expect(await two.closed).toBe(4007);
    const three = await connect(discord);
    three.send({ op: 6, d: { token: discord.token, session_id, seq: 1 } });
    await expect.poll(() => three.received.at(-1)).toMatchObject({ op: 9, d: false });
  });
});

describe("what happens", () => {
  it("is told as it happens", async () => {
    const { discord } = await withReplyingBot();
    const told: string[] = [];
    discord.events.on("interaction", ({ type }) => told.push(`interaction ${type}`));
    discord.events.on("message", ({ kind, message }) => told.push(`${kind} ${message.content}`));
    discord.events.on("request", ({ method, status }) => told.push(`${method} ${status}`));
    await discord.slash("topic", { name: "x" });
    await expect.poll(() => told).toEqual(["interaction 2", "created Answer", "POST 204"]);
    discord.clearRequests();
    expect(discord.requests).toEqual([]);
  });
});
