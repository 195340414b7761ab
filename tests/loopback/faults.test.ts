import { DiscordAPIError, HTTPError } from "discord.js";
import { describe, expect, it } from "vitest";
import type { FaultRule } from "../../src/loopback/loopback-discord.ts";
import { startBot, startLoopback } from "./bot.ts";
import { topic } from "./commands-under-test.ts";

async function withReplyingBot() {
  const discord = await startLoopback();
  discord.preloadCommands([topic]);
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply("Answer");
  });
  const callbacks = () => discord.requests.filter(({ path }) => path.endsWith("/callback"));
  const use = (fault: FaultRule, timeoutMs = 1500) => {
    const handle = discord.failNext(fault);
    return { handle, seen: discord.slash("topic", { name: "x" }, { timeoutMs }) };
  };
  return { discord, ...bot, callbacks, use };
}

describe("a fault", () => {
  it("of status 429 makes the client wait and try again", async () => {
    const { use, callbacks, errors } = await withReplyingBot();
    const started = performance.now();
    const { seen } = use({
      path: "/callback",
      status: 429,
      retryAfter: 0.2,
      headers: { "retry-after": "0.2" },
    });
    expect((await seen).message?.content).toBe("Answer");
    expect(performance.now() - started).toBeGreaterThan(200);
    expect(callbacks().map(({ status }) => status)).toEqual([429, 204]);
    expect(errors).toEqual([]);
  });

  it("of status 429 has what Discord sends with it", async () => {
    const { discord } = await withReplyingBot();
    discord.failNext({ path: "/gateway", status: 429, retryAfter: 0.3 });
    const limited = await fetch(`${discord.apiUrl}/v10/gateway`);
    expect(limited.status).toBe(429);
    expect(await limited.json()).toEqual({
      message: "You are being rate limited.",
      retry_after: 0.3,
      global: false,
    });
    expect(limited.headers.get("retry-after")).toBe("1");
    expect(limited.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(limited.headers.get("x-ratelimit-scope")).toBe("user");
    expect((await fetch(`${discord.apiUrl}/v10/gateway`)).status).toBe(200);
  });

  it("of status 500 is tried again", async () => {
    const { use, callbacks, errors } = await withReplyingBot();
    const { handle, seen } = use({ path: "/callback", status: 500, times: 3 });
    expect((await seen).message?.content).toBe("Answer");
    expect(callbacks().map(({ status }) => status)).toEqual([500, 500, 500, 204]);
    expect(handle.hits).toBe(3);
    expect(errors).toEqual([]);
  });

  it("of status 503 that stays ends in an error", async () => {
    const { use, callbacks, errors } = await withReplyingBot();
    const { seen } = use({ method: "post", path: /callback$/, status: 503, times: 9 }, 300);
    await expect(seen).rejects.toThrow("not even acknowledged");
    expect(callbacks()).toHaveLength(4);
    expect(errors).toMatchObject([{ status: 503 }]);
    expect(errors[0]).toBeInstanceOf(HTTPError);
  });

  it.each<Partial<FaultRule>>([{ status: 500 }, { hangUp: "reset" }])(
    "after the effect (%o) ends in error 40060, though the answer is there",
    async (fault) => {
      const { use, errors } = await withReplyingBot();
      const { seen } = use({ path: "/callback", afterEffect: true, ...fault });
      expect((await seen).message?.content).toBe("Answer");
      await expect.poll(() => errors).toMatchObject([{ code: 40060 }]);
      expect(errors[0]).toBeInstanceOf(DiscordAPIError);
    },
  );

  it("that resets the connection is tried again", async () => {
    const { use, callbacks, errors } = await withReplyingBot();
    const { seen } = use({ path: "/callback", hangUp: "reset" });
    expect((await seen).message?.content).toBe("Answer");
    expect(callbacks().map(({ status }) => status)).toEqual([null, 204]);
    expect(errors).toEqual([]);
  });

  it("that closes the connection isn't", async () => {
    const { use, callbacks, errors } = await withReplyingBot();
    const { seen } = use({ path: "/callback", hangUp: "close" }, 300);
    await expect(seen).rejects.toThrow("not even acknowledged");
    expect(callbacks()).toHaveLength(1);
    expect(errors).toMatchObject([{ message: "other side closed" }]);
  });

  it("can just be slow", async () => {
    const { use } = await withReplyingBot();
    const { seen } = use({ path: "/callback", delayMs: 100 });
    expect((await seen).acknowledgedAfterMs).toBeGreaterThan(95);
  });

  it("can be called off", async () => {
    const { discord, callbacks } = await withReplyingBot();
    discord.failNext({ path: "/callback", status: 500 }).cancel();
    await discord.slash("topic", { name: "x" });
    expect(callbacks().map(({ status }) => status)).toEqual([204]);
  });

  it("can say anything", async () => {
    const { discord } = await withReplyingBot();
    discord.failNext({ path: "/gateway", status: 418, body: { message: "short", code: 7 } });
    const answer = await fetch(`${discord.apiUrl}/v10/gateway`);
    expect(answer.status).toBe(418);
    expect(await answer.json()).toEqual({ message: "short", code: 7 });
  });
});
