import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { bystander } from "../../../src/loopback/loopback-discord.ts";
import { startOnLoopback } from "./bot-process.ts";
import { shownIn } from "./shown-message.ts";

const WITHIN = { timeout: 2000, interval: 50 };
const question = "will the bridge stand";

const saying = (words: string) => `“Will the bridge stand?” I asked.\n“${words},” Anna Lund replied.\n`;

async function startWith(text: string) {
  const folder = await mkdtemp(join(tmpdir(), "living-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "bridge.txt");
  await writeFile(path, text);
  const running = await startOnLoopback({ environment: { TRANSCRIPTS_DIR: folder, CACHE_DIR: "off" } });
  let users = 0;
  /** Each time somebody else asks: one may not ask again and again so soon. */
  const ask = async () => {
    users += 1;
    const user = { ...bystander, id: `110000000000000${1000 + users}` };
    return shownIn(await running.discord.slash("ask", { question }, { user }));
  };
  const logged = () =>
    `${running.bot.output()}${running.bot.errors()}`
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as { level: number; msg: string });
  return { ...running, folder, path, ask, logged };
}

describe("a bot whose transcripts change", () => {
  it("answers from the new words within two seconds, and says of an old quote that it is gone", async () => {
    const { discord, path, ask, logged } = await startWith(saying("The bridge will stand"));
    const asked = await discord.slash("ask", { question });
    expect(shownIn(asked).quotes.join()).toContain("The bridge will stand");

    await writeFile(`${path}.tmp`, saying("The bridge has fallen"));
    await rename(`${path}.tmp`, path);
    await expect.poll(async () => (await ask()).quotes.join(), WITHIN).toContain("The bridge has fallen");

    const pressed = shownIn(await discord.press(asked.message ?? "", "Receipt"));
    expect(pressed.notes).toContain("This quote has changed or gone");
    expect(pressed.quotes).toEqual([]);
    expect(logged().map(({ msg }) => msg)).toContain("Changed: bridge.txt. 1 interview is served now.");
  });

  it("keeps the last good version of a broken one, and logs it once without its words", async () => {
    const { path, ask, logged, bot } = await startWith(saying("The bridge will stand"));
    const broken = () => logged().filter(({ msg }) => msg.includes("not valid UTF-8"));
    await writeFile(path, Buffer.concat([Buffer.from("Secret words"), Buffer.from([0xff])]));
    await expect.poll(() => broken().length, WITHIN).toBe(1);
    expect(broken()[0]?.level).toBe(50);
    expect((await ask()).quotes.join()).toContain("The bridge will stand");
    await new Promise((done) => setTimeout(done, 1500));
    expect(broken()).toHaveLength(1);
    expect(bot.errors() + bot.output()).not.toContain("Secret");
    await writeFile(path, saying("The bridge was mended"));
    await expect.poll(async () => (await ask()).quotes.join(), WITHIN).toContain("The bridge was mended");
  });

  it("answers while a thousand interviews are taken up", async () => {
    const { discord, folder, ask } = await startWith(saying("The bridge will stand"));
    const names = Array.from({ length: 1000 }, (_, at) => `town-${1000 + at}`);
    await Promise.all(
      names.map((name) =>
        writeFile(
          join(folder, `${name}.txt`),
          `${saying(`${name} has no river`)}${"It rained.\n".repeat(80)}`,
        ),
      ),
    );
    let slowest = 0;
    for (let at = 0; at < 30; at += 1) {
      const begun = performance.now();
      await discord.autocomplete("ask", { question, interview: "town-1" }, { focused: "interview" });
      slowest = Math.max(slowest, performance.now() - begun);
      await new Promise((done) => setTimeout(done, 50));
    }
    // Discord gives up on completions after three seconds.
    expect(slowest).toBeLessThan(1000);
    await expect.poll(async () => (await ask()).notes.length, WITHIN).toBeGreaterThan(0);
  });
});
