import { EventEmitter } from "node:events";
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIPartialInteractionGuild,
  APIUser,
} from "discord-api-types/v10";
import { Commands } from "./commands.ts";
import { type Fault, type FaultRule, Faults } from "./faults.ts";
import * as fixtures from "./fixtures.ts";
import { type Drop, Gateway, type Identify } from "./gateway.ts";
import { HttpDoor, type RecordedRequest } from "./http-door.ts";
import { type InteractionData, interactionPayload } from "./interaction-payload.ts";
import { Interactions } from "./interactions.ts";
import type { LoopbackEvents, LoopbackOptions } from "./loopback-options.ts";
import { type HeldMessage, Messages } from "./messages.ts";
import { answerOf, type Seen } from "./open-interaction.ts";
import { People, type Target } from "./people.ts";
import type { Invocation, Place } from "./place.ts";
import { Rest } from "./rest.ts";
import type { OptionValues } from "./slash-options.ts";

export type { Fault, FaultRule } from "./faults.ts";
export type { LoopbackApplication, LoopbackChannel } from "./fixtures.ts";
export { bystander, makeUser, newsroom, reader } from "./fixtures.ts";
export type { Drop, Identify } from "./gateway.ts";
export type { RecordedRequest } from "./http-door.ts";
export type { InteractionPayload } from "./interaction-payload.ts";
export type { LoopbackEvents, LoopbackOptions } from "./loopback-options.ts";
export { type HeldMessage, type MessageEvent, messageFlags } from "./messages.ts";
export type { Seen } from "./open-interaction.ts";
export type { Target } from "./people.ts";
export type { Installation, InteractionContext, Invocation, Place } from "./place.ts";
export type { OptionValue, OptionValues } from "./slash-options.ts";
export { type Usable, usableComponents } from "./stored-components.ts";

const DEFAULT_TIMEOUT_MS = 5000;
const REQUEST_LIMIT = 10_000;
const INTERACTION_LIMIT = 5000;
const QUARTER_OF_AN_HOUR_MS = 900_000;

/**
 * A Discord on this machine: enough of the HTTP API and of the gateway for a bot's own client to log in,
 * register commands, and be used. It refuses what Discord refuses, and fails when told to.
 */
export class LoopbackDiscord {
  readonly token: string;
  readonly application: fixtures.LoopbackApplication;
  readonly bot: APIUser = fixtures.botUser;
  /** The registered commands, as GET returns them with localisations. */
  readonly commands: Commands;
  readonly events = new EventEmitter<LoopbackEvents>();

  readonly #options: LoopbackOptions;
  readonly #guilds: readonly APIPartialInteractionGuild[];
  readonly #requests: RecordedRequest[] = [];
  readonly #faults = new Faults();
  readonly #messages: Messages;
  readonly #interactions: Interactions;
  readonly #people: People;
  readonly #gateway: Gateway;
  readonly #door: HttpDoor;
  #port = 0;
  #closed = false;

  private constructor(options: LoopbackOptions) {
    this.#options = options;
    this.token = options.token ?? fixtures.defaultToken;
    this.#guilds = options.guilds ?? [fixtures.newsroom];
    const integrationTypes = options.integrationTypes ?? [0, 1];
    this.application = {
      ...fixtures.application,
      integration_types_config: Object.fromEntries(integrationTypes.map((type) => [type, {}])),
    };
    // Many may listen: every wait is a listener for as long as it lasts.
    this.events.setMaxListeners(0);
    this.commands = new Commands({ applicationId: this.application.id, integrationTypes }, () => {
      this.events.emit("commands");
    });
    this.#messages = new Messages((event) => {
      this.events.emit("message", event);
    }, INTERACTION_LIMIT);
    this.#interactions = new Interactions(this.#messages, {
      applicationId: this.application.id,
      bot: this.bot,
      ackLimitMs: options.ackLimitMs ?? 3000,
      tokenLifetimeMs: options.tokenLifetimeMs ?? QUARTER_OF_AN_HOUR_MS,
      limit: INTERACTION_LIMIT,
    });
    this.#people = new People({
      commands: this.commands,
      messages: this.#messages,
      send: (...sent) => this.#invoke(...sent),
    });
    this.#gateway = new Gateway({
      token: this.token,
      ready: () => ({
        v: 10,
        user: this.bot,
        guilds: this.#guilds.map(({ id }) => ({ id, unavailable: true })),
        resume_gateway_url: this.#gatewayUrl,
        application: { id: this.application.id, flags: this.application.flags },
        _trace: ["loopback"],
      }),
      onReady: (identify) => {
        this.events.emit("ready", identify);
      },
      onResumed: (replayed) => {
        this.events.emit("resumed", replayed);
      },
    });
    this.#door = new HttpDoor({
      token: this.token,
      faults: this.#faults,
      rest: new Rest({
        applicationId: this.application.id,
        application: this.application,
        bot: this.bot,
        gatewayUrl: () => this.#gatewayUrl,
        isMemberOf: (guildId) => this.#guilds.some((guild) => guild.id === guildId),
        commands: this.commands,
        interactions: this.#interactions,
      }),
      onConnection: (socket) => {
        this.#gateway.accept(socket);
      },
      onRequest: options.record === false ? null : (request) => this.#record(request),
      onAnswered: (request) => {
        this.events.emit("request", request);
      },
    });
  }

  /** Starts a loopback. It is ready for a client when this resolves. */
  static async start(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
    const host: string = options.host ?? "127.0.0.1";
    if (host !== "127.0.0.1" && host !== "::1") {
      throw new Error(`a loopback listens on a loopback address only, not on ${host}`);
    }
    const discord = new LoopbackDiscord(options);
    discord.#port = await discord.#door.open(host, options.port ?? 0);
    return discord;
  }

  /** What to give discord.js as `rest.api`, or the bot as DISCORD_API_URL. */
  get apiUrl(): string {
    return `http://${this.#authority}/api`;
  }

  /** The requests that came in, oldest first. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** What clients sent to identify themselves, in order. */
  get identified(): readonly Identify[] {
    return this.#gateway.identified;
  }

  /** The messages there are, oldest first. */
  get messages(): readonly HeldMessage[] {
    return [...this.#messages];
  }

  /** Forgets the requests so far. */
  clearRequests(): void {
    this.#requests.length = 0;
  }

  /** Registers commands as if a bot had done so before. */
  preloadCommands(definitions: readonly object[], guildId: string | null = null): APIApplicationCommand[] {
    return this.commands.overwrite(guildId, definitions);
  }

  /** Resolves once a client has logged in and is connected. */
  async ready({ timeoutMs = DEFAULT_TIMEOUT_MS }: { timeoutMs?: number } = {}): Promise<void> {
    await this.#until(
      ["ready", "resumed"],
      () => this.#gateway.isConnected,
      timeoutMs,
      () => {
        const requests = this.#requests.map(({ method, path, status }) => `${method} ${path} → ${status}`);
        return `no client has logged in within ${timeoutMs} ms; requests so far: ${requests.join(", ") || "none"}`;
      },
    );
  }

  /** Resolves once commands of these names are registered, for all servers or for one. */
  async registered(
    names: string | readonly string[],
    { timeoutMs = DEFAULT_TIMEOUT_MS, guildId = null }: { timeoutMs?: number; guildId?: string | null } = {},
  ): Promise<void> {
    const wanted = typeof names === "string" ? [names] : names;
    const missing = (): string[] =>
      wanted.filter((name) => !this.commands.list(guildId).some((command) => command.name === name));
    await this.#until(
      ["commands"],
      () => missing().length === 0,
      timeoutMs,
      () => {
        return `not registered within ${timeoutMs} ms: ${missing().join(", ")}`;
      },
    );
  }

  /**
   * Uses a slash command. A subcommand is named after a space: `"config set"`. Resolves when the answer is
   * there (see `Invocation.until`), and rejects when there is none in time.
   */
  slash(path: string, options: OptionValues = {}, invocation: Invocation = {}): Promise<Seen> {
    return this.#people.slash(path, options, invocation);
  }

  /** Types into an option of a slash command; resolves to what is offered. */
  autocomplete(
    path: string,
    options: OptionValues = {},
    invocation: Invocation & { readonly focused?: string } = {},
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    return this.#people.autocomplete(path, options, invocation);
  }

  /** Presses a button, named by its `custom_id` or its label, on a message as it is now. */
  press(target: Target, customIdOrLabel: string, invocation: Invocation = {}): Promise<Seen> {
    return this.#people.press(target, customIdOrLabel, invocation);
  }

  /** Chooses from a select, named by its `custom_id`. Values can be given by value or by label. */
  choose(
    target: Target,
    customId: string,
    values: string | readonly string[],
    invocation: Invocation = {},
  ): Promise<Seen> {
    return this.#people.choose(target, customId, values, invocation);
  }

  /** Uses a command of a message's context menu. The target can be a message, its id, or just its contents. */
  messageCommand(
    name: string,
    target: APIMessage | string | Partial<APIMessage>,
    invocation: Invocation = {},
  ): Promise<Seen> {
    return this.#people.messageCommand(name, target, invocation);
  }

  /** A message by a person, for the bot to be used on. */
  postMessage(fields: Partial<APIMessage>, invocation: Invocation = {}): APIMessage {
    return this.#people.postMessage(fields, invocation);
  }

  /** Sends any gateway event with any data, sound or not. */
  dispatch(event: string, data: unknown): void {
    this.#requireSession();
    this.#gateway.dispatch(event, data);
  }

  /** Sends the same INTERACTION_CREATE once more, as happens after a RESUME. */
  redeliver(interactionId: string): void {
    const interaction = this.#interactions.get(interactionId);
    if (interaction === undefined) throw new Error(`there was no interaction ${interactionId}`);
    this.dispatch("INTERACTION_CREATE", interaction.payload);
  }

  /** Lets the next matching requests fail. */
  failNext(rule: FaultRule): Fault {
    return this.#faults.add(rule);
  }

  /** Ends the gateway's connections. */
  dropSockets(drop: Drop = {}): void {
    this.#gateway.drop(drop);
  }

  /** Asks the clients to reconnect and resume. */
  requestReconnect(): void {
    this.#gateway.requestReconnect();
  }

  /** Tells the clients that their session is invalid. */
  invalidateSession(resumable = false): void {
    this.#gateway.invalidateSession(resumable);
  }

  /** Ends everything; waits that are still open are rejected. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#interactions.close(new Error("the loopback was closed"));
    this.#gateway.close();
    await this.#door.close();
  }

  get #authority(): string {
    return this.#options.host === "::1" ? `[::1]:${this.#port}` : `127.0.0.1:${this.#port}`;
  }

  get #gatewayUrl(): string {
    return `ws://${this.#authority}/gateway`;
  }

  #record(request: RecordedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > REQUEST_LIMIT) this.#requests.splice(0, REQUEST_LIMIT / 10);
  }

  #requireSession(): void {
    if (!this.#gateway.hasSession) throw new Error("no client is logged in: wait for ready() first");
  }

  async #invoke(
    what: string,
    type: number,
    data: InteractionData,
    place: Place,
    invocation: Invocation,
    message?: APIMessage,
    focusedType = 0,
  ): Promise<Seen> {
    this.#requireSession();
    const payload = interactionPayload(this.application.id, type, data, place, invocation, message);
    const interaction = this.#interactions.open(payload, place, focusedType);
    this.events.emit("interaction", payload);
    this.#gateway.dispatch("INTERACTION_CREATE", payload);
    return await answerOf(interaction, what, invocation);
  }

  async #until(
    events: readonly ("ready" | "resumed" | "commands")[],
    isDone: () => boolean,
    timeoutMs: number,
    complaint: () => string,
  ): Promise<void> {
    if (isDone()) return;
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timeout);
        for (const event of events) this.events.off(event, check);
      };
      const check = (): void => {
        if (!isDone()) return;
        stop();
        resolve();
      };
      const timeout = setTimeout(() => {
        stop();
        reject(new Error(complaint()));
      }, timeoutMs);
      for (const event of events) this.events.on(event, check);
    });
  }
}
