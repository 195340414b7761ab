import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { LoopbackDiscord } from "../../src/loopback/loopback-discord.ts";
import { type OpenedDesk, openDesk } from "../../src/open-desk.ts";
import { DiscordWindow } from "../../src/page/discord-window.ts";
import { inspectMessage } from "../../src/page/inspect-message.ts";
import { PageServer } from "../../src/page/page-server.ts";
import { COMMAND_NAMES, environmentFor, startBotProcess } from "../discord/end-to-end/bot-process.ts";
import { openPage } from "./browser.ts";

/** A loopback with the bot on it and a page as its window, all of which the test holds in its hand. */
export async function openWindow(
  transcripts: string,
): Promise<{ discord: LoopbackDiscord; page: Page; opened: OpenedDesk }> {
  const opened = await openDesk(transcripts);
  const discord = await LoopbackDiscord.start();
  const window = new DiscordWindow(discord);
  const server = await PageServer.start(0, {
    window,
    inspect: (user, message) => inspectMessage(window, opened, user, message),
  });
  onTestFinished(async () => {
    await server.close();
    await discord.close();
  });
  startBotProcess({ ...environmentFor(discord), TRANSCRIPTS_DIR: transcripts });
  await discord.ready({ timeoutMs: 15_000 });
  await discord.registered(COMMAND_NAMES, { timeoutMs: 15_000 });
  return { discord, page: await openPage(server.address), opened };
}
