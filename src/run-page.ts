import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Config } from "./config.ts";
import type { LiveDesk } from "./live-desk.ts";
import { LoopbackDiscord } from "./loopback/loopback-discord.ts";
import type { OpenedDesk } from "./open-desk.ts";
import { DiscordWindow } from "./page/discord-window.ts";
import { inspectMessage } from "./page/inspect-message.ts";
import { PageServer } from "./page/page-server.ts";
import type { ReloadNote } from "./reload-notes.ts";
import { runDiscord } from "./run-discord.ts";

/** Where the page is, unless that is taken: the same each time, so that it can be bookmarked. */
const USUAL_PORT = 4850;

/** That no page can be served here; its message says why. */
export class NoPage extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "NoPage";
  }
}

/**
 * Runs the bot in a browser until it is told to end: the very bot that runs on Discord, on a Discord of this
 * process, with a page as the window on it.
 * @param open reads the interviews.
 * @param say is told where the page is, once the bot can be asked.
 * @param note is told what comes of a change to the transcripts: whoever serves the page reads lines, not JSON.
 * @returns the exit code, as `runDiscord` does.
 * @throws NoPage where none can be served, or what `open` throws.
 */
export async function runPage(
  config: Config,
  open: () => Promise<OpenedDesk>,
  say: (address: string) => void,
  note: (note: ReloadNote) => void,
): Promise<number> {
  // Nobody else on this machine can guess it, so nobody else's bot or page gets in.
  const token = `loopback.${randomBytes(24).toString("base64url")}`;
  let live: LiveDesk | undefined;
  const { discord, page } = await serve(config, token, () => live?.current);
  try {
    const registered = once(discord.events, "commands").then(() => say(page.address));
    const running = runDiscord(
      {
        ...config,
        token,
        guildId: undefined,
        apiUrl: discord.apiUrl,
        // That it runs is said in one line; what goes wrong is still told.
        logLevel: config.logLevel === "info" ? "warn" : config.logLevel,
      },
      open,
      (served) => {
        live = served;
      },
      note,
    );
    await Promise.race([registered, running]);
    return await running;
  } finally {
    await page.close();
    await discord.close();
  }
}

async function serve(
  { pagePort }: Config,
  token: string,
  opened: () => OpenedDesk | undefined,
): Promise<{ readonly discord: LoopbackDiscord; readonly page: PageServer }> {
  let discord: LoopbackDiscord | undefined;
  try {
    discord = await LoopbackDiscord.start({ token });
    const window = new DiscordWindow(discord);
    const inspect = (user: string, message: string) => {
      const present = opened();
      return present && inspectMessage(window, present, user, message);
    };
    const parts = { window, inspect };
    const page = await PageServer.start(pagePort ?? USUAL_PORT, parts).catch(
      (error: NodeJS.ErrnoException) => {
        if (pagePort !== undefined || error.code !== "EADDRINUSE") throw error;
        return PageServer.start(0, parts);
      },
    );
    return { discord, page };
  } catch (error) {
    await discord?.close();
    throw new NoPage(error);
  }
}
