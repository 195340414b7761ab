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
import {
  commandData,
  type InteractionData,
  type InteractionPayload,
  interactionPayload,
  interactionType,
} from "./interaction-payload.ts";
import { Interactions } from "./interactions.ts";
import { blankMessage, type HeldMessage, type MessageEvent, Messages } from "./messages.ts";
import { commandType, offeredCommand } from "./offered-command.ts";
import { answerOf, type Seen } from "./open-interaction.ts";
import { type Invocation, type Place, placeOf } from "./place.ts";
import { Rest } from "./rest.ts";
import { autocompleteOptions, type OptionValues, slashOptions } from "./slash-options.ts";
import { findUsable } from "./stored-components.ts";

export type { Fault, FaultRule } from "./faults.ts";
export type { LoopbackApplication, LoopbackChannel } from "./fixtures.ts";
export { bystander, makeUser, newsroom, reader } from "./fixtures.ts";
export type { Drop, Identify } from "./gateway.ts";
export type { RecordedRequest } from "./http-door.ts";
export type { InteractionPayload } from "./interaction-payload.ts";
export { type HeldMessage, type MessageEvent, messageFlags } from "./messages.ts";
export type { Seen } from "./open-interaction.ts";
export type { Installation, InteractionContext, Invocation, Place } from "./place.ts";
export type { OptionValue, OptionValues } from "./slash-options.ts";
export { type Usable, usableComponents } from "./stored-components.ts";

/** A message to act on: itself, its id, or the record of the interaction it came of. */
export type Target = APIMessage | Seen | string;

/** How to set up a loopback; all of it has a default. */
export interface LoopbackOptions {
  /** The port to listen on; a free one if not given. */
  readonly port?: number;
  /** A loopback address, and no other. */
  readonly host?: "127.0.0.1" | "::1";
  /** The only token that is accepted. */
  readonly token?: string;
  /** How long a bot has for its first answer; 3,000 if not given, as on Discord. */
  readonly ackLimitMs?: number;
  /** How long an interaction can be answered after that; a quarter of an hour if not given. */
  readonly tokenLifetimeMs?: number;
  /** Whether to keep requests for inspection. */
  readonly record?: boolean;
  /** The servers the application is in; the `newsroom` alone if not given. */
  readonly guilds?: readonly APIPartialInteractionGuild[];
  /** Where the application can be installed: 0 servers, 1 persons; both if not given. */
  readonly integrationTypes?: readonly (0 | 1)[];
}

/** What a loopback tells as it happens. */
export interface LoopbackEvents {
  /** A client has identified itself; READY is on its way. */
  ready: [Identify];
  /** A client has resumed its session; so many events were replayed. */
  resumed: [number];
  /** An interaction was sent to the bot. */
  interaction: [InteractionPayload];
  message: [MessageEvent];
  /** A request was answered, or its connection ended. Not told with `record: false`. */
  request: [RecordedRequest];
  /** The registered commands have changed. */
  commands: [];
}

const DEFAULT_TIMEOUT_MS = 5000;
const REQUEST_LIMIT = 10_000;
const INTERACTION_LIMIT = 5000;
const QUARTER_OF_AN_HOUR_MS = 900_000;

const BUTTON = 2;
const STRING_SELECT = 3;

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
  async slash(path: string, options: OptionValues = {}, invocation: Invocation = {}): Promise<Seen> {
    const place = placeOf(invocation);
    const command = offeredCommand(this.commands, commandType.chatInput, path.split(" ")[0] ?? "", place);
    const data = { ...commandData(command), ...slashOptions(command, path, options) };
    return this.#invoke(`/${path}`, interactionType.command, data, place, invocation);
  }

  /** Types into an option of a slash command; resolves to what is offered. */
  async autocomplete(
    path: string,
    options: OptionValues = {},
    { focused, ...invocation }: Invocation & { readonly focused?: string } = {},
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const place = placeOf(invocation);
    const command = offeredCommand(this.commands, commandType.chatInput, path.split(" ")[0] ?? "", place);
    const { options: typed, focusedType } = autocompleteOptions(command, path, options, focused);
    const data = { ...commandData(command), options: typed };
    const seen = await this.#invoke(
      `autocomplete of /${path}`,
      interactionType.autocomplete,
      data,
      place,
      invocation,
      undefined,
      focusedType,
    );
    return seen.choices ?? [];
  }

  /** Presses a button, named by its `custom_id` or its label, on a message as it is now. */
  async press(target: Target, customIdOrLabel: string, invocation: Invocation = {}): Promise<Seen> {
    const held = this.#visible(target, invocation);
    const button = findUsable(held.message, BUTTON, customIdOrLabel);
    if (button.custom_id === undefined) {
      throw new Error(`the button "${customIdOrLabel}" opens ${button.url}; it sends nothing to the bot`);
    }
    const { id, custom_id } = button;
    const data = { id, component_type: BUTTON, custom_id };
    return this.#use(`the button "${customIdOrLabel}"`, data, held, invocation);
  }

  /** Chooses from a select, named by its `custom_id`. Values can be given by value or by label. */
  async choose(
    target: Target,
    customId: string,
    values: string | readonly string[],
    invocation: Invocation = {},
  ): Promise<Seen> {
    const held = this.#visible(target, invocation);
    const select = findUsable(held.message, STRING_SELECT, customId);
    const options = select.options ?? [];
    const chosen = (typeof values === "string" ? [values] : values).map((wanted) => {
      const option =
        options.find(({ value }) => value === wanted) ?? options.find(({ label }) => label === wanted);
      if (option !== undefined) return option.value;
      const offered = options.map(({ label, value }) => `${label} (${value})`).join(", ");
      throw new Error(`the select "${customId}" offers no "${wanted}", only: ${offered}`);
    });
    const { min_values = 1, max_values = 1 } = select;
    if (chosen.length < min_values || chosen.length > max_values) {
      throw new Error(
        `the select "${customId}" takes ${min_values} to ${max_values} values, not ${chosen.length}`,
      );
    }
    const data = { id: select.id, component_type: select.type, custom_id: customId, values: chosen };
    return this.#use(`the select "${customId}"`, data, held, invocation);
  }

  /** Uses a command of a message's context menu. The target can be a message, its id, or just its contents. */
  async messageCommand(
    name: string,
    target: APIMessage | string | Partial<APIMessage>,
    invocation: Invocation = {},
  ): Promise<Seen> {
    const known = typeof target === "string" ? target : target.id;
    const held =
      known === undefined
        ? this.#post(target as Partial<APIMessage>, invocation)
        : this.#visible(known, invocation);
    const place = placeOf(invocation, held.place);
    const command = offeredCommand(this.commands, commandType.message, name, place);
    const { message } = held;
    const data = {
      ...commandData(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    };
    return this.#invoke(`"${name}"`, interactionType.command, data, place, invocation);
  }

  /** A message by a person, for the bot to be used on. */
  postMessage(fields: Partial<APIMessage>, invocation: Invocation = {}): APIMessage {
    return this.#post(fields, invocation).message;
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

  #post(fields: Partial<APIMessage>, invocation: Invocation): HeldMessage {
    const place = placeOf(invocation);
    const message = blankMessage({ author: fixtures.bystander, channel_id: place.channel.id, ...fields });
    const held = { message, place, visibleTo: null };
    this.#messages.create(held);
    return held;
  }

  /** The message as it is now, if the person can see it. */
  #visible(target: Target, { user = fixtures.reader }: Invocation): HeldMessage {
    const id = idOf(target);
    const held = this.#messages.get(id);
    if (held === undefined) throw new Error(`there is no message ${id}: it was deleted, or never sent`);
    if (held.visibleTo !== null && held.visibleTo !== user.id) {
      throw new Error(
        `${user.username} can't see message ${id}: it is ephemeral, for ${held.visibleTo} alone`,
      );
    }
    return held;
  }

  async #use(what: string, data: InteractionData, held: HeldMessage, invocation: Invocation): Promise<Seen> {
    const place = placeOf(invocation, held.place);
    return this.#invoke(what, interactionType.component, data, place, invocation, held.message);
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

function idOf(target: Target): string {
  if (typeof target === "string") return target;
  if (!("interactionId" in target)) return target.id;
  if (target.message === undefined)
    throw new Error(`interaction ${target.interactionId} has left no message`);
  return target.message.id;
}
