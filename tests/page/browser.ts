import { existsSync } from "node:fs";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";
import { startPageProcess } from "./page-process.ts";

/** Debian's; CHROMIUM names another. */
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const hasChromium = existsSync(CHROMIUM);

/** --no-sandbox: without it Chromium won't run as root, as in a container. The page is our own. */
const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking " +
  "--disable-component-update --disable-sync";

let browser: Browser | undefined;

/** Tests in a real browser, one for all of them; skipped, and said to be, where there is none. */
export function describeInChromium(what: string, tests: () => void): void {
  const name = hasChromium ? what : `${what} (skipped: there is no ${CHROMIUM}; apt-get install chromium)`;
  describe.skipIf(!hasChromium)(name, { timeout: 60_000 }, () => {
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(" ") });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      browser = undefined;
    });
    tests();
  });
}

/** How a page is opened. */
export interface Opening {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** What the browser may complain about, where that is what is tested. */
  readonly forgiven?: RegExp;
}

/** A page in a browser of its own, at this address. Whatever it complains about fails the test. */
export async function openPage(address: string, opening: Opening = {}): Promise<Page> {
  if (!browser) throw new Error("there is no browser: use describeInChromium");
  const { width = 1000, height = 800, dark = false, forgiven = /^$/u } = opening;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) elsewhere.push(request.url());
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints.filter((complaint) => !forgiven.test(complaint))).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
  await page.goto(address);
  await page.locator("#person option").first().waitFor({ state: "attached" });
  return page;
}

/** The program as a newcomer starts it, and its page. */
export async function openBot(
  environment: Readonly<Record<string, string>> = {},
  opening: Opening = {},
): Promise<{ readonly page: Page; readonly address: string }> {
  const { address } = await startPageProcess(environment);
  return { page: await openPage(address, opening), address };
}

/** Types a slash command with its required option, as one does: the name, the words, Enter. */
export async function use(page: Page, command: string, words = ""): Promise<Locator> {
  const before = await page.locator("article").count();
  await page.locator("#text").focus();
  await page.keyboard.type(`/${command} `);
  if (words !== "") {
    await page.keyboard.insertText(words);
    // A list of choices that opens would take the Enter.
    if ((await page.locator(".option input").count()) > 0) {
      await page
        .locator(".option [role=option]")
        .first()
        .waitFor({ timeout: 1000 })
        .catch(() => undefined);
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("Enter");
  } else {
    await page.getByRole("button", { name: "Send" }).click();
  }
  const reply = page.locator("article").nth(before);
  await reply.locator(".container").waitFor();
  return reply;
}

/** Goes from where the focus is by the Tab key until it is on this. @throws Error when it never is. */
export async function tabTo(page: Page, wanted: string, { back = false } = {}): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const name = await page.evaluate(
      "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent",
    );
    if (name === wanted) return;
  }
  throw new Error(`Tab leads to no “${wanted}”`);
}
