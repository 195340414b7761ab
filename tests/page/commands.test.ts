import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { describeInChromium, openBot, openPage, use } from "./browser.ts";
import { startPageProcess } from "./page-process.ts";

const lines = readFileSync("transcripts/lukashenko-brics.txt", "utf8").split("\n");
const line = (number: number): string => lines[number - 1] ?? "";
const quotesOf = (reply: Locator): Promise<string[]> => reply.locator("blockquote").allInnerTexts();

describeInChromium("the page", () => {
  describe("has each command:", () => {
    it("/ask, with its matches in a menu, and buttons that lead on", async () => {
      const { page } = await openBot();
      const reply = await use(page, "ask", "did putin ever ask for belarusian troops");
      expect(await quotesOf(reply)).toContain(line(12));
      await reply.getByRole("combobox").click();
      const options = reply.getByRole("option");
      expect(await options.count()).toBeGreaterThan(1);
      const second = (await options.nth(1).locator(".label").innerText()).replace(/^2\. /u, "");
      expect(second).not.toBe("");
      await options.nth(1).click();
      await expect.poll(() => reply.innerText()).toContain("In context");
      await reply.getByRole("button", { name: "Back" }).click();
      await expect.poll(() => reply.innerText()).not.toContain("In context");
      await reply.getByRole("button", { name: "Next match" }).click();
      await expect.poll(() => quotesOf(reply)).not.toContain(line(12));
    });

    it("/ask with options: a speaker from what is offered, and an answer for oneself that can be shared", async () => {
      const { page } = await openBot();
      await page.locator("#text").focus();
      await page.keyboard.type("/ask nuclear weapons");
      await page.getByRole("button", { name: "+ speaker" }).click();
      const speaker = page.getByRole("combobox", { name: "speaker" });
      await speaker.fill("luk");
      await page.getByRole("option", { name: "Alexander Lukashenko" }).waitFor();
      await page.keyboard.press("Tab");
      await expect.poll(() => speaker.inputValue()).toBe("Alexander Lukashenko");
      await page.getByRole("button", { name: "+ hide" }).click();
      await page.keyboard.press("Enter");
      expect(await page.getByRole("combobox", { name: "hide" }).inputValue()).toBe("True");
      await page.keyboard.press("Enter");
      const hidden = page.locator("article").first();
      await hidden.getByText("Only you can see this").waitFor();
      await hidden.getByRole("button", { name: "Share" }).click();
      const shared = page.locator("article").nth(1);
      await shared.getByText("Shared by @A Reader").waitFor();
      expect(await shared.innerText()).not.toContain("Only you can see this");
      expect(await quotesOf(shared)).toEqual(await quotesOf(hidden));
      await hidden.getByRole("button", { name: "Dismiss message" }).click();
      await expect.poll(() => page.locator("article").count()).toBe(1);
    });

    it("/ask with a speaker typed quicker than the choices come: Enter picks of those that fit", async () => {
      const { page } = await openBot();
      await page.locator("#text").focus();
      await page.keyboard.type("/ask nuclear weapons");
      await page.getByRole("button", { name: "+ speaker" }).click();
      const speaker = page.getByRole("combobox", { name: "speaker" });
      // What stands first while nothing is typed.
      await page.getByRole("option", { name: "Alexander Lukashenko" }).waitFor();
      await page.keyboard.insertText("inter");
      await page.keyboard.press("Enter");
      await expect.poll(() => speaker.inputValue()).toBe("Interviewer");
      expect(await page.locator("article").count()).toBe(0);
    });

    it("/quote", async () => {
      const { page } = await openBot();
      const reply = await use(page, "quote", "nor the current defence minister");
      expect(await quotesOf(reply)).toContain(line(12));
    });

    it("/verify, with what is said to have been said beside what was", async () => {
      const { page } = await openBot();
      const said =
        "“Neither he nor the current Defence Minister Andrei Belousov has never raised that question.”";
      const reply = await use(page, "verify", said);
      expect(await quotesOf(reply)).toContain(line(12));
      expect(await reply.innerText()).toContain("never");
    });

    it("/topic, from the list that is offered, by the keyboard", async () => {
      const { page } = await openBot();
      await page.locator("#text").focus();
      await page.keyboard.type("/top");
      await page.keyboard.press("Tab");
      const field = page.getByRole("combobox", { name: "name" });
      await page.getByRole("option", { name: "Nuclear weapons" }).waitFor();
      await page.keyboard.type("nucl");
      await expect.poll(() => page.locator(".option [role=option]").count()).toBe(1);
      expect(await field.getAttribute("aria-expanded")).toBe("true");
      const meant = await field.getAttribute("aria-activedescendant");
      expect(await page.locator(`#${meant}`).innerText()).toBe("Nuclear weapons");
      await page.keyboard.press("Enter");
      expect(await field.inputValue()).toBe("Nuclear weapons");
      await page.keyboard.press("Enter");
      const reply = page.locator("article").first();
      await expect.poll(() => reply.locator("blockquote").count()).toBeGreaterThan(1);
      const before = await quotesOf(reply);
      await reply.getByRole("button", { name: "Next page" }).click();
      await expect.poll(() => quotesOf(reply)).not.toEqual(before);
    });

    it("/context, by an id", async () => {
      const { page } = await openBot();
      const reply = await use(page, "context", "4cv5-p8wa-a3g0");
      expect(await quotesOf(reply)).toContain(line(12));
    });

    it("/interviews", async () => {
      const { page } = await openBot();
      const reply = await use(page, "interviews");
      expect(await reply.innerText()).toContain("Alexander Lukashenko");
    });

    it("Verify quote, in the menu that the right button opens on anybody's message", async () => {
      const { page } = await openBot();
      await page.locator("#text").fill("“Never. Neither he, nor Sergei Shoigu.” – he said");
      await page.keyboard.press("Enter");
      const message = page.locator("article").first();
      await message.click({ button: "right", position: { x: 200, y: 30 } });
      await page.getByRole("menuitem", { name: "Verify quote" }).click();
      const reply = page.locator("article").nth(1);
      await reply.getByText("Only you can see this").waitFor();
      expect(await quotesOf(reply)).toContain(line(12));
    });
  });

  it("says what is missing, and leaves a command by Escape or by taking everything back", async () => {
    const { page } = await openBot();
    await page.locator("#text").focus();
    await page.keyboard.type("/ask ");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#trouble").innerText()).toContain("question");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.id")).toBe("text");
    await page.keyboard.type("/ask ");
    await page.getByRole("button", { name: "+ hide" }).click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Backspace");
    expect(await page.getByRole("combobox", { name: "hide" }).count()).toBe(0);
    await page.keyboard.press("Backspace");
    expect(await page.evaluate("document.activeElement.id")).toBe("text");
  });

  it("lets one be somebody else: hidden replies are gone, and buttons of others say so", async () => {
    const { page } = await openBot();
    const asked = await use(page, "ask", "did putin ever ask for belarusian troops");
    await asked.getByRole("button", { name: "Receipt", exact: true }).click();
    await expect.poll(() => page.locator("article").count()).toBe(2);
    const before = await quotesOf(asked);
    await page.getByLabel("You are").selectOption({ label: "A Bystander" });
    await expect.poll(() => page.locator("article").count()).toBe(1);
    await page.locator("article").first().getByRole("button", { name: "Earlier" }).click();
    const told = page.locator("article").nth(1);
    await told.getByText("Only the person who asked can turn these pages").waitFor();
    expect(await told.innerText()).toContain("Only you can see this");
    expect(await quotesOf(page.locator("article").first())).toEqual(before);
    await page.getByLabel("You are").selectOption({ label: "A Reader" });
    await page.locator("article").nth(1).getByText("SHA-256 of the file").waitFor();
    expect(await page.locator("article").count()).toBe(2);
  });

  it("sends the language one has chosen, and keeps it", async () => {
    const { page } = await openBot();
    await page.getByLabel("Language").selectOption("de");
    await use(page, "interviews");
    await page.getByRole("button", { name: "Payload and receipts" }).click();
    const panel = page.getByRole("complementary");
    await panel.getByText("What the bot was sent").click();
    expect(await panel.innerText()).toContain('"locale": "de"');
    await page.reload();
    await expect.poll(() => page.getByLabel("Language").inputValue()).toBe("de");
  });

  it("is light or dark as the system is, until one chooses", async () => {
    const { page } = await openBot();
    const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(await ground()).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ground()).toBe("rgb(49, 51, 56)");
    await page.getByLabel("Theme").selectOption("light");
    expect(await ground()).toBe("rgb(255, 255, 255)");
    await page.reload();
    expect(await ground()).toBe("rgb(255, 255, 255)");
  });

  it("fits a phone: nothing is wider than the screen, the panel covers it and closes", async () => {
    const { page } = await openBot({}, { width: 360, height: 640 });
    const width = () => page.evaluate("document.documentElement.scrollWidth");
    const log = () => page.evaluate("document.getElementById('messages').scrollWidth");
    const reply = await use(page, "ask", "did putin ever ask for belarusian troops");
    expect(await width()).toBe(360);
    expect(await log()).toBeLessThanOrEqual(360);
    await reply.getByRole("button", { name: "Payload and receipts" }).click();
    await expect.poll(() => page.evaluate("document.getElementById('panel').offsetWidth")).toBe(360);
    expect(await width()).toBe(360);
    const heightOf = (id: string) => page.evaluate(`document.getElementById('${id}').offsetHeight`);
    expect(await heightOf("panel")).toBeGreaterThan(400);
    await page.getByRole("button", { name: "Close" }).click();
    await use(page, "topic", "Nuclear weapons");
    expect(await log()).toBeLessThanOrEqual(360);
  });

  it("keeps the latest reply in sight when a command takes its room, and leaves alone who reads further up", async () => {
    const { page } = await openBot({}, { height: 500 });
    await use(page, "ask", "did putin ever ask for belarusian troops");
    await use(page, "topic", "Nuclear weapons");
    const toEnd = () =>
      page.evaluate<number>(
        "(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.getElementById('messages'))",
      );
    await page.locator("#text").focus();
    await page.keyboard.type("/ask ");
    await page.locator(".command-form").waitFor();
    await expect.poll(toEnd).toBeLessThan(2);
    await page.keyboard.press("Escape");
    await page.evaluate("document.getElementById('messages').scrollTop = 40");
    await page.keyboard.type("/ask ");
    await page.locator(".command-form").waitFor();
    expect(await page.evaluate("document.getElementById('messages').scrollTop")).toBe(40);
  });

  it("says when the bot has ended, and finds it when it is started again", async () => {
    const { address, bot } = await startPageProcess();
    const page = await openPage(address, { forgiven: /ERR_|Failed to load/u });
    expect(await bot.stop("SIGINT")).toBe(0);
    await expect.poll(() => page.locator("#trouble").innerText()).toContain("npm start");
    await startPageProcess({ PAGE_PORT: new URL(address).port });
    await expect.poll(() => page.locator("#trouble").innerText(), { timeout: 15_000 }).toBe("");
    await use(page, "interviews");
  });

  it("lets no other page in the browser use it", async () => {
    const { page, address } = await openBot();
    await use(page, "interviews");
    const other = await page.context().newPage();
    // A page of another origin: what it asks for is refused before anything is done, or can't be read.
    await other.goto("data:text/html,<p>elsewhere</p>");
    const tried = (await other.evaluate(`Promise.all([
      fetch("${address}act", { method: "POST", body: JSON.stringify({ act: "post", content: "x" }) }),
      fetch("${address}act", { method: "POST", mode: "no-cors", body: "{}" }).then(({ type }) => type),
      fetch("${address}events?user="),
      fetch("${address}"),
    ].map((one) => one.then((answer) => answer === "opaque" ? "sent" : "read", () => "refused")))`)) as string[];
    expect(new Set(tried)).toEqual(new Set(["refused"]));
    expect(await page.locator("article").count()).toBe(1);
  });

  it("runs no script and no style but its own", async () => {
    const { page } = await openBot({}, { forgiven: /Trusted/u });
    await page
      .locator("#text")
      .fill("<img src=x onerror=alert(1)> <b>bold</b> &amp; <script>alert(1)</script>");
    await page.keyboard.press("Enter");
    const message = page.locator("article").first();
    await message.waitFor();
    expect(await message.locator(".markdown").innerText()).toBe(
      "<img src=x onerror=alert(1)> <b>bold</b> &amp; <script>alert(1)</script>",
    );
    expect(await message.locator("img, script, .markdown b").count()).toBe(0);
    const refused = await page.evaluate(`(() => {
      try { document.body.innerHTML = "<p>x</p>"; return false; } catch { return true; }
    })()`);
    expect(refused).toBe(true);
  });
});
