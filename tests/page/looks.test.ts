import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { describeInChromium, openBot, use } from "./browser.ts";

async function boxOf(place: Locator): Promise<{ top: number; bottom: number; height: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error("it isn’t to be seen");
  return { top: box.y, bottom: box.y + box.height, height: box.height };
}

describeInChromium("how the page is laid out", () => {
  it("has the latest message at the bottom, and lists that open upwards in sight", async () => {
    const { page } = await openBot({}, { height: 900 });
    await page.locator("#text").fill("Hello.");
    await page.keyboard.press("Enter");
    const message = page.locator("article");
    await message.waitFor();
    const log = await boxOf(page.locator("#messages"));
    const lowest = async () => (await boxOf(message.last())).bottom;
    expect(log.bottom - (await lowest())).toBeLessThan(40);
    await message.getByRole("button", { name: /^More/u }).click();
    const menu = await boxOf(page.getByRole("menu"));
    expect(menu.top).toBeGreaterThanOrEqual(log.top);
    expect(menu.bottom).toBeLessThanOrEqual(log.bottom);
    await page.keyboard.press("Escape");
    const reply = await use(page, "ask", "did putin ever ask for belarusian troops");
    expect(log.bottom - (await lowest())).toBeLessThan(40);
    await reply.getByRole("combobox").click();
    const list = await boxOf(reply.getByRole("listbox"));
    expect(list.top).toBeGreaterThanOrEqual(log.top);
    expect(list.bottom).toBeLessThanOrEqual(log.bottom);
  });

  it("shows all of a question that takes more than a line", async () => {
    const { page } = await openBot({}, { width: 360, height: 740 });
    await page.locator("#text").focus();
    await page.keyboard.type("/ask ");
    const question = page.getByLabel("question", { exact: true });
    const one = (await boxOf(question)).height;
    await page.keyboard.insertText(
      "did putin ever ask for belarusian troops to be sent to the war in ukraine",
    );
    expect((await boxOf(question)).height).toBeGreaterThan(1.5 * one);
    expect(
      await page.evaluate("document.activeElement.scrollHeight - document.activeElement.clientHeight"),
    ).toBeLessThan(2);
  });
});
