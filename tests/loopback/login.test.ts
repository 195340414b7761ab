import { describe, expect, it } from "vitest";
import { LoopbackDiscord } from "../../src/loopback/loopback-discord.ts";
import { makeClient, startBot, startLoopback } from "./bot.ts";

describe("logging in", () => {
  it("lets a client in with the right token and makes it ready", async () => {
    const discord = await startLoopback({ token: "MTE.right.token" });
    const { client } = await startBot(discord);
    await discord.ready({ timeoutMs: 100 });
    expect(client.user.id).toBe(discord.bot.id);
    expect(client.application.id).toBe(discord.application.id);
    expect(discord.identified).toHaveLength(1);
    expect(discord.identified[0]).toMatchObject({ token: "MTE.right.token", intents: 0, shard: [0, 1] });
    expect(discord.requests.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      "GET /gateway/bot 200",
    ]);
  });

  it("turns a client with a wrong token away", async () => {
    const discord = await startLoopback({ token: "MTE.right.token" });
    const client = makeClient(discord);
    await expect(client.login("MTE.wrong.token")).rejects.toThrow("An invalid token was provided");
    expect(discord.requests.map(({ status }) => status)).toEqual([401]);
    expect(discord.identified).toEqual([]);
    await expect(discord.ready({ timeoutMs: 20 })).rejects.toThrow(
      "no client has logged in within 20 ms; requests so far: GET /gateway/bot → 401",
    );
  });

  it("tells the application and the bot about themselves", async () => {
    const discord = await startLoopback();
    const { client } = await startBot(discord);
    const application = await client.application.fetch();
    expect(application.name).toBe(discord.application.name);
    expect(application.integrationTypesConfig).toMatchObject({ 0: {}, 1: {} });
    expect(await client.rest.get("/users/@me")).toMatchObject({ id: discord.bot.id, bot: true });
  });

  it("answers as Discord does where there is nothing", async () => {
    const discord = await startLoopback();
    const answer = await fetch(`${discord.apiUrl}/v10/nowhere`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: "404: Not Found", code: 0 });
    const bare = await fetch(`${discord.apiUrl}/v10/users/@me`);
    expect(bare.status).toBe(401);
    expect(await bare.json()).toEqual({ message: "401: Unauthorized", code: 0 });
    const old = await fetch(`${discord.apiUrl}/v6/gateway`);
    expect(await old.json()).toMatchObject({ code: 50041 });
    expect(answer.headers.get("x-ratelimit-bucket")).toMatch(/^[0-9a-f]{32}$/);
  });

  it("reads JSON only", async () => {
    const discord = await startLoopback();
    const url = `${discord.apiUrl}/v10/interactions/1/x/callback`;
    const form = await fetch(url, { method: "POST", body: new FormData() });
    expect(form.status).toBe(415);
    const headers = { "content-type": "application/json" };
    const broken = await fetch(url, { method: "POST", headers, body: "{" });
    expect(await broken.json()).toMatchObject({ code: 50109 });
  });

  it("listens on this machine only", async () => {
    // @ts-expect-error: the types say so too
    await expect(LoopbackDiscord.start({ host: "0.0.0.0" })).rejects.toThrow("loopback address only");
  });

  it("keeps no requests if told so", async () => {
    const discord = await startLoopback({ record: false });
    await startBot(discord);
    expect(discord.requests).toEqual([]);
  });

  it("needs somebody to talk to", async () => {
    const discord = await startLoopback();
    discord.preloadCommands([{ name: "ask", description: "Ask" }]);
    await expect(discord.slash("ask")).rejects.toThrow("no client is logged in");
  });
});
