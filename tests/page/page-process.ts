import { expect } from "vitest";
import { type BotProcess, startBotProcess } from "../discord/end-to-end/bot-process.ts";

/** The program without a token, as a newcomer starts it: it serves the page. */
export async function startPageProcess(
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly address: string; readonly bot: BotProcess }> {
  const bot = startBotProcess({ PAGE_PORT: "0", CACHE_DIR: "off", ...environment });
  const ADDRESS = /^On the Record is at (http:\/\/127\.0\.0\.1:\d+\/)$/mu;
  await expect.poll(bot.output, { timeout: 15_000 }).toMatch(ADDRESS);
  return { address: ADDRESS.exec(bot.output())?.[1] ?? "", bot };
}
