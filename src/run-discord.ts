import { pino } from "pino";
import { commands, messageCommands } from "../commands/index.ts";
import type { Config } from "./config.ts";
import { DiscordBot } from "./discord/discord-bot.ts";
import { loggableError } from "./discord/loggable-error.ts";
import type { StartFailure } from "./discord/start-failure.ts";
import { LiveDesk } from "./live-desk.ts";
import type { OpenedDesk } from "./open-desk.ts";
import type { ReloadNote } from "./reload-notes.ts";

/**
 * Runs the bot until it is told to end or Discord ends it.
 * @param open reads the interviews; that is done while Discord shakes hands, which takes about as long.
 * @param present is given what is served, once it is: it changes with the interviews’ files.
 * @param note is told what comes of a change to the transcripts; unless there is one, the log is.
 * @returns the exit code: 0 after a signal, 2 when Discord will not have it any more.
 * @throws StartFailure when it can't get onto Discord in the first place, or what `open` throws.
 */
export async function runDiscord(
  config: Config & { readonly token: string },
  open: () => Promise<OpenedDesk>,
  present: (live: LiveDesk) => void = () => {},
  note?: (note: ReloadNote) => void,
): Promise<number> {
  const log = pino(
    { level: config.logLevel, base: null, serializers: { err: loggableError } },
    pino.destination({ dest: 2, sync: true }),
  );
  let live: LiveDesk | undefined;
  const current = (): OpenedDesk => {
    if (!live) throw new Error("the interviews are asked before they are read");
    return live.current;
  };
  const bot = new DiscordBot(config, {
    commands,
    messageCommands,
    desk: () => current().desk,
    evidence: () => current().evidence,
    log,
  });

  return new Promise<number>((resolve, reject) => {
    let signalled = false;
    const onSignal = (signal: NodeJS.Signals) => {
      // Told twice, the process ends at once.
      if (signalled) process.exit(1);
      signalled = true;
      log.info({ signal }, "finishing replies under way, then leaving");
      live?.close();
      void bot.stop().then(() => resolve(0));
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
    const prepare = async () => {
      const opened = await open();
      const tell = note ?? (({ level, message }: ReloadNote) => log[level](message));
      live = new LiveDesk(config.transcriptsFolder, opened, tell);
      present(live);
    };
    const onLost = (failure: StartFailure) => {
      log.fatal({}, failure.message);
      void bot.stop().then(() => resolve(2));
    };
    bot.start(prepare, onLost).catch((error: unknown) => {
      if (!signalled) reject(error);
    });
  });
}
