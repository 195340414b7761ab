import { pino } from "pino";
import { commands } from "../commands/index.ts";
import type { Config } from "./config.ts";
import { DiscordBot } from "./discord/discord-bot.ts";
import type { StartFailure } from "./discord/start-failure.ts";
import type { OpenedDesk } from "./open-desk.ts";

/**
 * Runs the bot until it is told to end or Discord ends it.
 * @returns the exit code: 0 after a signal, 2 when Discord will not have it any more.
 * @throws StartFailure when it can't get onto Discord in the first place.
 */
export async function runDiscord(
  config: Config & { readonly token: string },
  opened: OpenedDesk,
): Promise<number> {
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const bot = new DiscordBot(config, {
    commands,
    desk: () => opened.desk,
    evidence: () => opened.evidence,
    log,
  });
  let signalled = false;
  const ended = new Promise<number>((resolve) => {
    const onSignal = (signal: NodeJS.Signals) => {
      // Told twice, the process ends at once.
      if (signalled) process.exit(1);
      signalled = true;
      log.info({ signal }, "finishing replies under way, then leaving");
      void bot.stop().then(() => resolve(0));
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
    void bot
      .start((failure: StartFailure) => {
        log.fatal({}, failure.message);
        void bot.stop().then(() => resolve(2));
      })
      .catch((error: unknown) => {
        if (!signalled) resolve(Promise.reject(error));
      });
  });
  return ended;
}
