import { Client, Events } from "discord.js";
import type { Evidence } from "../audit/evidence.ts";
import type { Command, MessageCommand } from "../command/definition.ts";
import type { Desk } from "../command/desk.ts";
import { Answer } from "./answer.ts";
import { registerCommands } from "./command-registration.ts";
import { Cooldown } from "./cooldown.ts";
import { guardedGateway } from "./guarded-gateway.ts";
import { InFlight } from "./in-flight.ts";
import { InteractionRouter } from "./interaction-router.ts";
import type { Log } from "./log.ts";
import { explainStartFailure, type StartFailure, unrecoverableClose } from "./start-failure.ts";
import { warmUp } from "./warm-up.ts";

export interface BotSettings {
  readonly token: string;
  readonly guildId: string | undefined;
  /** Where Discord's API is, without a version and a trailing slash. */
  readonly apiUrl: string;
}

export interface BotParts {
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
  readonly desk: () => Desk;
  readonly evidence: () => Evidence;
  readonly log: Log;
}

/** How long replies that are under way may take once the process is told to end, in milliseconds. */
const GRACE = 5000;

/** How long Discord may take to let the bot in before the log says so, in milliseconds. */
const PATIENCE = 10_000;

/** The bot on Discord: one client without privileged intents – without any, for interactions need none. */
export class DiscordBot {
  readonly #settings: BotSettings;
  readonly #parts: BotParts;
  readonly #client: Client;
  readonly #inFlight = new InFlight();
  #stopping = false;

  constructor(settings: BotSettings, parts: BotParts) {
    this.#settings = settings;
    this.#parts = parts;
    this.#client = new Client({
      intents: [],
      allowedMentions: { parse: [] },
      rest: { api: settings.apiUrl },
      // What we send is in the API's own form already; the default would walk through every component again.
      jsonTransformer: (json) => json,
      ws: { buildStrategy: guardedGateway(parts.log) },
    });
  }

  /**
   * Logs in and answers from then on.
   * @param prepare makes the desk and the evidence ready to be asked; it begins once the login is under way, and
   *   interactions that come before it is done wait for it.
   * @param onLost called when Discord ends the session for good, e.g. because the token was revoked.
   * @throws StartFailure with one line that says what is wrong and what to do, or what `prepare` throws.
   */
  async start(prepare: () => Promise<void>, onLost: (failure: StartFailure) => void): Promise<void> {
    const { commands, messageCommands, desk, evidence, log } = this.#parts;
    const router = new InteractionRouter({
      commands,
      messageCommands,
      desk,
      answer: new Answer(evidence),
      cooldown: new Cooldown(),
      log,
    });
    const client = this.#client;
    let prepared: Promise<void> = Promise.resolve();
    client.on(Events.InteractionCreate, (interaction) => {
      if (!this.#stopping) this.#inFlight.track(prepared.then(() => router.handle(interaction)));
    });
    client.on(Events.Error, (error) => log.error({ err: error }, "the Discord client reports an error"));
    let running = false;
    const refused = new Promise<never>((_resolve, reject) => {
      client.on(Events.ShardDisconnect, ({ code }) => {
        const failure = unrecoverableClose(code);
        if (!failure || this.#stopping) return;
        if (running) onLost(failure);
        else reject(failure);
      });
    });
    // It may come before anyone waits for it.
    refused.catch(() => undefined);
    client.on(Events.ShardReconnecting, (shard) => {
      if (!this.#stopping) log.warn({ shard }, "reconnecting to Discord");
    });
    client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, "connection resumed"));
    const ready = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, ({ application, user }) => {
        log.info({ user: user.tag, application: application.id }, "ready");
        resolve();
      });
    });
    const waiting = setTimeout(() => {
      log.warn({ api: this.#settings.apiUrl }, "Discord has not answered yet; still trying");
    }, PATIENCE);
    try {
      const online = client.login(this.#settings.token).then(() => ready);
      prepared = prepare();
      await Promise.race([Promise.all([online, prepared]), refused]);
    } catch (error) {
      this.#stopping = true;
      await client.destroy();
      // What is wrong on this machine comes first, for it would still be wrong with Discord in reach.
      await prepared;
      throw explainStartFailure(error, this.#settings.apiUrl);
    } finally {
      clearTimeout(waiting);
    }
    running = true;
    this.#inFlight.track(this.#register());
    warmUp(commands, desk(), evidence(), () => !this.#stopping).catch((error: unknown) => {
      log.error({ err: error }, "a reply made to warm up failed");
    });
  }

  /** Takes no more interactions, lets those under way finish, and leaves Discord. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#inFlight.drain(GRACE);
    await this.#client.destroy();
  }

  async #register(): Promise<void> {
    const { commands, messageCommands, log } = this.#parts;
    const applicationId = this.#client.application?.id;
    if (!applicationId) return;
    const { guildId } = this.#settings;
    try {
      const definitions = [...commands, ...messageCommands].map(({ definition }) => definition);
      const written = await registerCommands(this.#client.rest, definitions, { applicationId, guildId });
      log.info({ guild: guildId ?? "all" }, written ? "commands registered" : "commands unchanged");
    } catch (error) {
      if (this.#stopping) return;
      const advice = guildId
        ? "Check that DISCORD_GUILD_ID is right and that the bot was invited there with applications.commands."
        : "Commands registered before go on working; the next start tries again.";
      log.error({ guild: guildId ?? "all", err: error }, `the commands could not be registered. ${advice}`);
    }
  }
}
