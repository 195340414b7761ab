import { describe, expect, it } from "vitest";
import { startOnLoopback } from "./bot-process.ts";

describe("the log", () => {
  it("tells why Discord refused a reply, without what was typed, what was quoted, or a token", async () => {
    const { discord, bot } = await startOnLoopback({ environment: { LOG_LEVEL: "trace" } });
    const body = { message: "Invalid Form Body", code: 50035 };
    discord.failNext({ method: "POST", path: "/callback", status: 400, body, times: 2 });
    const question = "did putin ever ask for belarusian troops, my secret is hunter2";
    await expect(discord.slash("ask", { question }, { timeoutMs: 1000 })).rejects.toThrow();
    await expect.poll(() => bot.errors()).toContain("Invalid Form Body");
    expect(bot.errors()).toContain("50035");
    const [request] = discord.requests.filter(({ path }) => path.endsWith("/callback"));
    const token = request?.path.split("/").at(-2) ?? "none";
    for (const secret of ["hunter2", "belarusian", "Shoigu", token, discord.token]) {
      expect(bot.errors()).not.toContain(secret);
    }
  });
});
