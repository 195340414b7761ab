/**
 * Takes the pictures of the README anew: `npm run screenshots`. They are of the page that the bot serves when it is
 * started without a token, and of nothing else. Needs Chromium: /usr/bin/chromium, or what CHROMIUM names.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "..");
const transcripts = join(root, "transcripts");
const source = readFileSync(join(transcripts, "lukashenko-brics.txt"), "utf8");

// Away from the project's folder, so that its .env doesn't count.
const folder = mkdtempSync(join(tmpdir(), "otr-screenshots-"));
const bot = spawn(process.execPath, [join(root, "dist", "src", "main.js")], {
  cwd: folder,
  env: { PATH: process.env.PATH, TRANSCRIPTS_DIR: transcripts, PAGE_PORT: "0", CACHE_DIR: "off" },
  stdio: ["ignore", "pipe", "inherit"],
});
// --no-sandbox: without it Chromium won't run as root, as in a container. The page is our own.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
});
try {
  const address = await addressOf(bot);
  const page = await browser.newPage({ viewport: { width: 900, height: 640 }, colorScheme: "dark" });
  await page.goto(address);

  await page.locator("#text").focus();
  await page.keyboard.type("/ask did putin ever ask for belarusian troops");
  await page.keyboard.press("Enter");
  const reply = page.locator("article").first();
  await reply.locator("blockquote").first().waitFor();
  await picture(page, "reply", reply);

  await page.emulateMedia({ colorScheme: "light" });
  await page.locator("#text").fill("He said: “Neither he nor Sergei Shoigu has ever raised that question.”");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "More: message of A Reader" }).click();
  await page.getByRole("menuitem", { name: "Verify quote" }).click();
  const verdict = page.locator("article").nth(2);
  await verdict.locator("blockquote").first().waitFor();
  await verdict.getByRole("button", { name: "Payload and receipts" }).click();
  await page.getByRole("complementary").waitFor();
  await page.setViewportSize({ width: 1200, height: 760 });
  await verdict.evaluate((view) => view.scrollIntoView({ block: "end" }));
  await page.locator("#text").focus();
  await picture(page, "page");
} finally {
  await browser.close();
  bot.kill();
  rmSync(folder, { recursive: true });
}

/** Where the bot says its page is. */
function addressOf({ stdout }) {
  return new Promise((found, missing) => {
    let printed = "";
    stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      const [address] = /http:\/\/\S+/u.exec(printed) ?? [];
      if (address) found(address);
    });
    stdout.on("end", () => missing(new Error("the bot ended before it served a page")));
  });
}

/** A picture of a quote keeps the promise too: what stands in one must be in the source. */
async function picture(page, name, part = page) {
  for (const quote of await page.locator("article blockquote").allInnerTexts()) {
    if (!source.includes(quote))
      throw new Error(`the picture would show what the source doesn't say: ${quote}`);
  }
  await part.screenshot({ path: join(root, "docs", `${name}.png`) });
}
