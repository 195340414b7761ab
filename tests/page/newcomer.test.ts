import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { describeInChromium, openBot, tabTo } from "./browser.ts";

const lines = readFileSync("transcripts/lukashenko-brics.txt", "utf8").split("\n");
const line = (number: number): string => lines[number - 1] ?? "";

describeInChromium("a newcomer", () => {
  it("asks, walks the context, verifies a pasted quote and sees a receipt by the keyboard alone, within a minute", async () => {
    const began = Date.now();
    const { page } = await openBot();
    const article = page.locator("article");

    // The box to type in has the focus; a slash lists the commands.
    await page.keyboard.type("/");
    const list = page.getByRole("listbox", { name: "Commands" });
    await expect.poll(() => list.getByRole("option").count()).toBeGreaterThanOrEqual(6);
    expect(await list.getByRole("option", { selected: true }).innerText()).toContain("/ask");
    expect(await list.innerText()).toContain("Check whether someone said that, word for word as transcribed");
    await page.keyboard.press("Enter");
    await page.keyboard.type("did putin ever ask for belarusian troops");
    await page.keyboard.press("Enter");
    await expect.poll(() => article.nth(0).locator("blockquote").allInnerTexts()).toContain(line(12));

    // Back to the reply, and a step earlier in the interview. The focus stays on what was pressed.
    await tabTo(page, "Earlier", { back: true });
    await page.keyboard.press("Enter");
    await expect.poll(() => article.nth(0).innerText()).toContain("In context");
    expect(await article.nth(0).locator("blockquote").allInnerTexts()).toContain(line(11));
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Earlier");
    await page.keyboard.press("Enter");
    await expect.poll(() => article.nth(0).locator("blockquote").allInnerTexts()).not.toContain(line(12));

    // A quote, pasted as a message, is verified by the message's menu.
    await tabTo(page, "Message, or / for commands");
    await page.keyboard.insertText("He said: “Neither he nor Sergei Shoigu has ever raised that question.”");
    await page.keyboard.press("Enter");
    await expect.poll(() => article.count()).toBe(2);
    await tabTo(page, "More: message of A Reader", { back: true });
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Apps Verify quote");
    await page.keyboard.press("Enter");
    await expect.poll(() => article.count()).toBe(3);
    const verdict = article.nth(2);
    expect(await verdict.innerText()).toContain("Only you can see this");
    expect(await verdict.locator("blockquote").allInnerTexts()).toContain(line(12));

    // What proves the words: the bot's receipt, and the page's own panel.
    await tabTo(page, "Receipt");
    await page.keyboard.press("Enter");
    await expect.poll(() => article.count()).toBe(4);
    expect(await article.nth(3).innerText()).toContain(
      "SHA-256 of the file: 850e53b3754729a87b078c0add02d97fcd726d4683751f3ec68c71e0f623ae75",
    );
    await tabTo(page, "Payload and receipts");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: "Payload and receipts" });
    await panel.getByText("4cv5-p8wa-a3g0", { exact: true }).first().waitFor();
    expect(await panel.innerText()).toContain("POST /interactions/");
    await page.keyboard.press("Escape");
    await expect.poll(() => panel.isVisible()).toBe(false);
    expect(Date.now() - began).toBeLessThan(60_000);
  });
});
