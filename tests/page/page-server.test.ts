import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { setTimeout as later } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { bystander, reader } from "../../src/loopback/loopback-discord.ts";
import type { Act, Inspection, Snapshot } from "../../src/page/wire.ts";
import { startBotProcess } from "../discord/end-to-end/bot-process.ts";
import { transcriptsFolder } from "../discord/hostile-transcripts.ts";
import { startPageProcess } from "./page-process.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request with any headers, which fetch doesn't let one send. */
async function ask(
  address: string,
  path: string,
  {
    method = "GET",
    headers = {},
    body = "",
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(address), { path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

type Deed = Act extends infer One ? (One extends unknown ? Omit<One, "user" | "locale"> : never) : never;

async function act(address: string, deed: Deed, user = reader.id, locale = "en-US"): Promise<Answer> {
  return ask(address, "/act", {
    method: "POST",
    headers: { origin: address.slice(0, -1), "content-type": "application/json" },
    body: JSON.stringify({ user, locale, ...deed }),
  });
}

/** What a person sees now. */
async function snapshot(address: string, user = reader.id): Promise<Snapshot> {
  const controller = new AbortController();
  const response = await fetch(`${address}events?user=${user}`, { signal: controller.signal });
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString("utf8");
    if (text.includes("\n\n")) break;
  }
  controller.abort();
  return JSON.parse(/^data: (.*)$/mu.exec(text)?.[1] ?? "null");
}

const question = "did putin ever ask for belarusian troops";

describe("the page's server", () => {
  it("says in every answer what the page may do: its own modules and style, and its own server", async () => {
    const { address } = await startPageProcess();
    for (const path of [
      "/",
      "/main.js",
      "/page.css",
      "/nothing",
      "/../package.json",
      "/%2e%2e/package.json",
    ]) {
      const { status, headers, body } = await ask(address, path);
      expect(status, path).toBe(/nothing|package/u.test(path) ? 404 : 200);
      expect(body).not.toContain('"devDependencies"');
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/u);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
    const { body } = await ask(address, "/");
    expect(body).not.toMatch(/<script(?![^>]*src=)|<style| style=| on[a-z]+=|https?:\/\//u);
  });

  it("does nothing for another page, whatever that page sends", async () => {
    const { address } = await startPageProcess();
    const port = new URL(address).port;
    const deed = JSON.stringify({ act: "post", content: "from elsewhere", user: reader.id, locale: "en-US" });
    const json = { "content-type": "application/json" };
    for (const headers of [
      { ...json, origin: "https://evil.example" },
      { ...json, origin: "null" },
      { ...json },
      { ...json, host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
      { "content-type": "text/plain", origin: address.slice(0, -1) },
    ] as Record<string, string>[]) {
      const { status } = await ask(address, "/act", { method: "POST", headers, body: deed });
      expect([403, 415, 421]).toContain(status);
    }
    expect((await ask(address, "/events", { headers: { host: "evil.example" } })).status).toBe(421);
    expect((await snapshot(address)).messages).toEqual([]);
  });

  it("has nothing at an address that is none of its own, or none at all", async () => {
    const { address } = await startPageProcess();
    for (const path of ["//", "//evil.example/", "/../package.json", "/%2e%2e/package.json", "/main.ts"]) {
      expect((await ask(address, path)).status, path).toBe(404);
    }
    for (const path of ["http://evil.example/", "http://[/", "*"]) {
      expect((await ask(address, path)).status, path).toBe(400);
    }
    const asked = await ask(address, "/", { method: "HEAD" });
    expect([asked.status, asked.body]).toEqual([200, ""]);
  });

  it("refuses what is no act, and says why", async () => {
    const { address } = await startPageProcess();
    const headers = { origin: address.slice(0, -1), "content-type": "application/json" };
    for (const body of ["{", "[]", '{"act":"sing"}', '{"act":"post"}', "x".repeat(100_000)]) {
      const answer = await ask(address, "/act", { method: "POST", headers, body });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toEqual({ error: expect.stringMatching(/./u) });
    }
    const failed = async (deed: Deed, user?: string) =>
      JSON.parse((await act(address, deed, user)).body).error;
    expect(await failed({ act: "slash", command: "sing", options: {} })).toContain("isn't registered");
    expect(await failed({ act: "slash", command: "ask", options: {} })).toContain(
      'needs the option "question"',
    );
    expect(await failed({ act: "press", message: "1", customId: "x" })).toContain("no message");
    expect(await failed({ act: "post", content: " " })).toContain("empty");
    expect(await failed({ act: "post", content: "x" }, "1")).toContain("nobody");
  });

  it("shows a hidden reply, its payload and its receipts to whoever asked, and to nobody else", async () => {
    const { address } = await startPageProcess();
    await act(address, { act: "slash", command: "ask", options: { question, hide: true } });
    const mine = await snapshot(address);
    expect(mine.messages).toHaveLength(1);
    expect((await snapshot(address, bystander.id)).messages).toEqual([]);
    const id = mine.messages[0]?.id;
    const path = (user: string) => `/inspection?user=${user}&message=${id}`;
    expect((await ask(address, path(bystander.id))).status).toBe(404);
    const command = "Verify quote";
    const tried = await act(address, { act: "messageCommand", command, message: id ?? "" }, bystander.id);
    expect(JSON.parse(tried.body)).toEqual({ error: "There is no message of this id here." });
    const { exchanges, quotes }: Inspection = JSON.parse((await ask(address, path(reader.id))).body);
    expect(quotes.map(({ receipt }) => receipt?.statement)).toContain("4cv5-p8wa-a3g0");
    expect(quotes.every(({ whole }) => whole)).toBe(true);
    const [answer] = exchanges[0]?.answers ?? [];
    expect(answer).toMatchObject({ method: "POST", status: 204, path: expect.stringMatching(/callback$/u) });
    expect(answer?.body).toMatchObject({ type: 4, data: { flags: (1 << 15) | (1 << 6) } });
    expect(exchanges[0]?.interaction).toMatchObject({ type: 2, locale: "en-US", data: { name: "ask" } });
  });

  it("sends the language with what one does", async () => {
    const { address } = await startPageProcess();
    await act(address, { act: "slash", command: "interviews", options: {} }, reader.id, "pt-BR");
    const [message] = (await snapshot(address)).messages;
    const { body } = await ask(address, `/inspection?user=${reader.id}&message=${message?.id}`);
    expect(JSON.parse(body).exchanges[0].interaction.locale).toBe("pt-BR");
    expect((await act(address, { act: "post", content: "x" }, reader.id, "tlh")).status).toBe(400);
  });
});

describe("npm start without a token", () => {
  it("listens on this machine alone", async () => {
    const { address } = await startPageProcess();
    const port = Number(new URL(address).port);
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one && !one.internal && one.family === "IPv4");
    for (const one of outside) {
      const socket = connect(port, one?.address);
      const outcome = await Promise.race([
        new Promise((resolve) =>
          socket.on("connect", () => resolve("let in")).on("error", () => resolve("refused")),
        ),
        later(2000, "no answer"),
      ]);
      socket.destroy();
      expect(outcome).not.toBe("let in");
    }
  });

  it("ends at a signal with exit code 0, a page open or not", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const { address, bot } = await startPageProcess();
      await snapshot(address);
      const open = await fetch(`${address}events?user=${reader.id}`);
      expect(open.status).toBe(200);
      expect(await bot.stop(signal)).toBe(0);
      expect(bot.errors()).not.toContain("{");
      await open.body?.cancel().catch(() => undefined);
    }
  });

  it("takes another port when the usual one is taken, and the terminal when the one it is told is", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const told = startBotProcess({ PAGE_PORT: port });
    expect(await told.exited).toBe(0);
    expect(told.output()).toBe("");
    expect(told.errors()).toMatch(/No page can be served here \(.*EADDRINUSE.*\), so this is the terminal/u);

    // Whoever comes second; the first may be somebody else's.
    const usual = await Promise.all([
      startPageProcess({ PAGE_PORT: "" }),
      startPageProcess({ PAGE_PORT: "" }),
    ]);
    expect(new Set(usual.map((one) => one.address)).size).toBe(2);
  });

  it("is clear about a port that is none, and about interviews that can't be read", async () => {
    const wrong = startBotProcess({ PAGE_PORT: "http" });
    expect(await wrong.exited).toBe(2);
    expect(wrong.errors()).toContain("PAGE_PORT is no port");
    const folder = transcriptsFolder({ "broken.txt": Uint8Array.of(0xff, 0xff) });
    const broken = startBotProcess({ PAGE_PORT: "0", TRANSCRIPTS_DIR: folder });
    expect(await broken.exited).toBe(2);
    expect(broken.output()).toBe("");
    expect(broken.errors()).toContain("broken.txt:1:1");
    expect(broken.errors()).not.toContain("reconnecting");
  });
});
