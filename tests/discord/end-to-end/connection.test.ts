import { once } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { LoopbackDiscord } from "../../../src/loopback/loopback-discord.ts";
import { COMMAND_NAMES, environmentFor, startBotProcess, startOnLoopback } from "./bot-process.ts";
import { shownIn } from "./shown-message.ts";

const question = "did putin ever ask for belarusian troops";

describe("the bot's connection", () => {
  it("asks for no intents at all", async () => {
    const { discord } = await startOnLoopback();
    expect(discord.identified).toHaveLength(1);
    expect(discord.identified[0]).toMatchObject({ intents: 0 });
  });

  it("registers its commands everywhere, for servers and users, and writes nothing when nothing changed", async () => {
    const { discord, bot } = await startOnLoopback();
    expect(discord.commands.global.map(({ name }) => name)).toEqual([...COMMAND_NAMES]);
    for (const command of discord.commands.global) {
      expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    }
    await bot.stop();
    discord.clearRequests();
    const again = startBotProcess(environmentFor(discord));
    await discord.ready({ timeoutMs: 10_000 });
    await expect.poll(() => again.errors()).toContain("commands unchanged");
    expect(discord.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("writes again when a command differs, even in a description", async () => {
    const { discord, bot } = await startOnLoopback();
    const changed = discord.commands.global.map((command) =>
      command.name === "ask" ? { ...command, description: "Something else" } : command,
    );
    await bot.stop();
    discord.preloadCommands(changed);
    discord.clearRequests();
    const again = startBotProcess(environmentFor(discord));
    await expect.poll(() => again.errors(), { timeout: 10_000 }).toContain("commands registered");
    expect(discord.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
  });

  it("registers in one server when told to, and writes nothing there the next time", async () => {
    const guild = "1100000000000000201";
    const { discord, bot } = await startOnLoopback({ environment: { DISCORD_GUILD_ID: guild } });
    expect(discord.commands.global).toEqual([]);
    expect(discord.commands.list(guild)).toHaveLength(COMMAND_NAMES.length);
    await bot.stop();
    discord.clearRequests();
    const again = startBotProcess({ ...environmentFor(discord), DISCORD_GUILD_ID: guild });
    await expect.poll(() => again.errors(), { timeout: 10_000 }).toContain("commands unchanged");
    expect(discord.requests.filter(({ method }) => method === "PUT")).toEqual([]);
  });

  it("goes on when the commands can't be registered, and says what to check", async () => {
    const discord = await LoopbackDiscord.start();
    onTestFinished(() => discord.close());
    discord.failNext({
      method: "GET",
      path: /commands/u,
      status: 403,
      body: { message: "Missing Access", code: 50001 },
    });
    const bot = startBotProcess({ ...environmentFor(discord), DISCORD_GUILD_ID: "1100000000000000201" });
    await expect.poll(() => bot.errors(), { timeout: 10_000 }).toContain("DISCORD_GUILD_ID is right");
    expect(bot.child.exitCode).toBeNull();
    expect(bot.errors()).not.toContain(discord.token);
  });

  it("resumes after a dropped socket and answers what came meanwhile", async () => {
    const { discord } = await startOnLoopback();
    discord.dropSockets({ terminate: true });
    const seen = await discord.slash("ask", { question }, { timeoutMs: 10_000 });
    expect(shownIn(seen).quotes.length).toBeGreaterThan(0);
    expect(discord.identified).toHaveLength(1);
  });

  it("answers an interaction once, however often it is delivered", async () => {
    const { discord } = await startOnLoopback();
    const seen = await discord.slash("ask", { question });
    discord.clearRequests();
    discord.redeliver(seen.interactionId);
    discord.redeliver(seen.interactionId);
    await discord.slash("interviews");
    expect(discord.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it.each([
    { what: "a 500", fault: { status: 500, times: 2 } },
    { what: "a 429", fault: { status: 429, retryAfter: 0.2 } },
    { what: "a reset connection", fault: { hangUp: "reset" } },
    { what: "an answer lost on the way back", fault: { hangUp: "reset", afterEffect: true } },
  ] as const)("gets its reply through $what", async ({ fault }) => {
    const { discord, bot } = await startOnLoopback();
    discord.failNext({ method: "POST", path: "/callback", ...fault });
    const seen = await discord.slash("ask", { question }, { timeoutMs: 10_000 });
    expect(shownIn(seen).quotes.length).toBeGreaterThan(0);
    const again = await discord.slash("interviews");
    expect(shownIn(again).notes).toContain("One interview");
    expect(bot.errors()).not.toContain("an interaction failed");
  });

  it("survives malformed dispatches and answers the next question", async () => {
    const { discord, bot } = await startOnLoopback();
    for (const data of [
      {},
      { id: "1" },
      { id: "2", type: 2 },
      { id: "3", type: 99, token: "x" },
      null,
      "x",
      [],
    ]) {
      discord.dispatch("INTERACTION_CREATE", data);
    }
    discord.dispatch("NO_SUCH_EVENT", { a: 1 });
    const seen = await discord.slash("ask", { question });
    expect(shownIn(seen).quotes.length).toBeGreaterThan(0);
    expect(bot.child.exitCode).toBeNull();
  });

  it("holds a flood to its cooldown, with the seconds left", async () => {
    const { discord } = await startOnLoopback();
    const replies = await Promise.all(Array.from({ length: 40 }, () => discord.slash("interviews")));
    const refused = replies.map(shownIn).filter(({ notes }) => notes.includes("A little slower"));
    expect(refused.length).toBeGreaterThan(10);
    expect(refused[0]).toMatchObject({ hidden: true });
    expect(refused[0]?.notes).toMatch(/again in \d+ seconds?\./u);
  });
});

describe("the bot's end", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "on %s lets replies under way finish and exits with 0",
    async (signal) => {
      const { discord, bot } = await startOnLoopback();
      discord.failNext({ method: "POST", path: "/callback", status: 500, delayMs: 300 });
      const underWay = once(discord.events, "interaction");
      const seen = discord.slash("ask", { question }, { timeoutMs: 10_000 });
      await underWay;
      // The bot has it now and waits for Discord's late answer.
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await bot.stop(signal)).toBe(0);
      expect(shownIn(await seen).quotes.length).toBeGreaterThan(0);
    },
  );

  it("on a signal before Discord has let it in is at once, and it never goes online", async () => {
    const discord = await LoopbackDiscord.start();
    onTestFinished(() => discord.close());
    discord.failNext({ path: "/gateway/bot", status: 500, delayMs: 1500 });
    const bot = startBotProcess(environmentFor(discord));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(bot.child.exitCode).toBeNull();
    const from = performance.now();
    expect(await bot.stop()).toBe(0);
    expect(performance.now() - from).toBeLessThan(1400);
    expect(discord.identified).toHaveLength(0);
  });

  it("with a wrong token is one clear line and exit code 2, without the token", async () => {
    const discord = await LoopbackDiscord.start();
    onTestFinished(() => discord.close());
    const token = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.wrong.wrong-wrong-wrong-wrong";
    const bot = startBotProcess({ ...environmentFor(discord), DISCORD_TOKEN: token });
    expect(await bot.exited).toBe(2);
    expect(bot.errors().trim().split("\n")).toHaveLength(1);
    expect(bot.errors()).toContain("Discord refuses the token");
    expect(bot.errors()).not.toContain("wrong-wrong");
    expect(bot.output()).toBe("");
  });

  it("with Discord out of reach is one clear line and exit code 2", async () => {
    const bot = startBotProcess({ DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: "http://127.0.0.1:9/api" });
    expect(await bot.exited).toBe(2);
    expect(bot.errors().trim().split("\n")).toHaveLength(1);
    expect(bot.errors()).toContain("can’t be reached at http://127.0.0.1:9/api");
  });

  it.each([4004, 4014])(
    "when Discord closes the session with %i is a clear line and exit code 2",
    async (code) => {
      const { discord, bot } = await startOnLoopback();
      discord.dropSockets({ code });
      expect(await bot.exited).toBe(2);
      expect(bot.errors()).toContain("Discord refuses the");
    },
  );

  it("with settings that can't be used names each of them", async () => {
    const bot = startBotProcess({ DISCORD_TOKEN: "a b", DISCORD_GUILD_ID: "my server", LOG_LEVEL: "loud" });
    expect(await bot.exited).toBe(2);
    for (const name of ["DISCORD_TOKEN", "DISCORD_GUILD_ID", "LOG_LEVEL"])
      expect(bot.errors()).toContain(name);
    expect(bot.errors()).not.toContain("a b");
  });

  it("without a readable folder of transcripts says which and what to do", async () => {
    const bot = startBotProcess({ DISCORD_TOKEN: "a.b.c", TRANSCRIPTS_DIR: "no/such/folder" });
    expect(await bot.exited).toBe(2);
    expect(bot.errors()).toContain("no/such/folder");
    expect(bot.errors()).toContain("TRANSCRIPTS_DIR");
  });
});
