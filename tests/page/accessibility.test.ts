import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInChromium, type Opening, openBot, use } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it is now, by all its rules, best practice among them. */
async function violations(page: Page): Promise<readonly string[]> {
  // As the browser's own tools would, past the page's policy.
  await page.evaluate(`window.axe ?? (() => { ${axe} })()`);
  return page.evaluate(`axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + ": " + target.join(" ") + ": " + failureSummary)))`);
}

const LOOKS: readonly (readonly [string, Opening])[] = [
  ["light", {}],
  ["dark", { dark: true }],
  ["on a phone", { width: 360, height: 640 }],
  ["on a phone, dark", { width: 360, height: 640, dark: true }],
];

describeInChromium("axe finds nothing wrong with the page", () => {
  it.each(LOOKS)("%s", async (_look, opening) => {
    const { page } = await openBot({}, opening);
    const expectNothing = async (where: string) => expect(await violations(page), where).toEqual([]);
    await expectNothing("empty");

    await page.locator("#text").focus();
    await page.keyboard.type("/");
    await page.getByRole("listbox", { name: "Commands" }).waitFor();
    await expectNothing("the list of commands");
    await page.keyboard.type("topic ");
    await page.locator(".option [role=option]").first().waitFor();
    await page.getByRole("button", { name: "+ hide" }).click();
    await expectNothing("a command with its choices");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    const reply = await use(page, "ask", "did putin ever ask for belarusian troops");
    await reply.getByRole("button", { name: "Earlier" }).click();
    await page
      .locator("#text")
      .fill(
        "# one\n-# two\n> **three**\n- four\n`five` ||six|| <@1100000000000000101> <t:1> [seven](https://example.org) :smile: https://example.org\n```\neight\n```",
      );
    await page.keyboard.press("Enter");
    await page.locator("article").nth(1).waitFor();
    await reply.getByRole("button", { name: "Receipt", exact: true }).click();
    await page.getByText("Only you can see this").waitFor();
    await expectNothing("messages");

    await page.getByRole("button", { name: /^More/u }).nth(1).click();
    await page.getByRole("menu").waitFor();
    await expectNothing("a message's menu");
    await page.keyboard.press("Escape");
    await reply.getByRole("combobox").click();
    await expectNothing("a menu in a reply");
    await page.keyboard.press("Escape");

    await reply.getByRole("button", { name: "Payload and receipts" }).click();
    await page.getByRole("complementary").waitFor();
    await expectNothing("the panel");
  });
});
