import { EventEmitter } from "node:events";
import type { APIMessage, APIUser } from "discord-api-types/v10";
import {
  bystander,
  type HeldMessage,
  type InteractionPayload,
  type Invocation,
  type LoopbackDiscord,
  type MessageEvent,
  reader,
  type Seen,
} from "../loopback/loopback-discord.ts";
import { LOCALES } from "./locales.ts";
import type { Act, Exchange, Outcome, PageEvents, Snapshot } from "./wire.ts";

/** Whom one can be in the page. */
const PEOPLE: readonly APIUser[] = [reader, bystander];

/** Of so many messages it is remembered how they came to be. */
const MOST_REMEMBERED = 500;

/** Something a page is told, and who may be told: everybody, or the one person a message is for. */
interface Told<K extends keyof PageEvents = keyof PageEvents> {
  readonly event: K;
  readonly data: PageEvents[K];
  readonly onlyFor: string | null;
}

/**
 * A loopback Discord as one person's client sees it: the messages meant for them, and what they can do. It decides
 * nothing about the bot; all it shows was sent over the loopback's REST interface.
 */
export class DiscordWindow {
  readonly #discord: LoopbackDiscord;
  readonly #told = new EventEmitter<{ told: [Told] }>();
  readonly #interactions = new Map<string, InteractionPayload>();
  readonly #exchanges = new Map<string, Exchange[]>();

  constructor(discord: LoopbackDiscord) {
    this.#discord = discord;
    this.#told.setMaxListeners(0);
    discord.events.on("message", (event) => this.#tellMessage(event));
    discord.events.on("commands", () => this.#tell("commands", discord.commands.global, null));
    discord.events.on("interaction", (payload) => {
      remember(this.#interactions, payload.id, payload);
    });
  }

  /** What a person sees now, the first one when nobody is named; `undefined` for someone there isn't. */
  snapshotFor(named: string): Snapshot | undefined {
    const user = named === "" ? reader.id : named;
    if (!isPerson(user)) return undefined;
    const { bot, commands, messages } = this.#discord;
    return {
      you: user,
      bot,
      people: PEOPLE,
      locales: LOCALES,
      commands: commands.global,
      messages: messages.filter((held) => isVisible(held, user)).map(({ message }) => message),
    };
  }

  /** Calls `tell` with whatever a person is to be told from now on. @returns how to stop it. */
  follow(user: string, tell: (event: keyof PageEvents, data: unknown) => void): () => void {
    const listener = ({ event, data, onlyFor }: Told): void => {
      if (onlyFor === null || onlyFor === user) tell(event, data);
    };
    this.#told.on("told", listener);
    return () => this.#told.off("told", listener);
  }

  /** The message a person sees under this id, and how it came to be. */
  look(user: string, id: string): { message: APIMessage; exchanges: readonly Exchange[] } | undefined {
    const held = this.#discord.messages.find(({ message }) => message.id === id);
    if (!held || !isPerson(user) || !isVisible(held, user)) return undefined;
    return { message: held.message, exchanges: this.#exchanges.get(id) ?? [] };
  }

  /** Does what a Discord client would do; says what came of it, and never throws. */
  async carryOut(act: Act): Promise<Outcome> {
    const user = PEOPLE.find(({ id }) => id === act.user);
    if (!user) return { error: "There is nobody of this id here." };
    // Not even that there is one, and whose, is for anybody else.
    if ("message" in act && !this.look(user.id, act.message)) {
      return { error: "There is no message of this id here." };
    }
    const invocation: Invocation = { user, locale: act.locale };
    const discord = this.#discord;
    try {
      switch (act.act) {
        case "complete": {
          const { command, options, focused } = act;
          return { choices: await discord.autocomplete(command, options, { ...invocation, focused }) };
        }
        case "slash":
          return this.#answered(await discord.slash(act.command, act.options, invocation));
        case "press":
          return this.#answered(await discord.press(act.message, act.customId, invocation));
        case "choose":
          return this.#answered(await discord.choose(act.message, act.customId, act.values, invocation));
        case "messageCommand":
          return this.#answered(await discord.messageCommand(act.command, act.message, invocation));
        case "post":
          if (act.content.trim() === "") return { error: "An empty message can’t be sent." };
          discord.postMessage({ author: user, content: act.content.trim() }, invocation);
          return {};
      }
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Notes how a message came to be, once the bot has answered. */
  #answered({ interactionId, token, message, followUps, modal }: Seen): Outcome {
    if (modal !== undefined) return { error: "The bot opened a form, which this page can’t show." };
    const answers = this.#discord.requests
      .filter(({ path }) => path.includes(token))
      .map(({ method, path, status, body }) => ({
        method,
        path: path.replace(token, "TOKEN"),
        status,
        body,
      }));
    const exchange: Exchange = { interaction: this.#interactions.get(interactionId), answers };
    for (const { id } of [...(message ? [message] : []), ...followUps]) {
      remember(this.#exchanges, id, [...(this.#exchanges.get(id) ?? []), exchange]);
    }
    return {};
  }

  #tellMessage({ kind, message, visibleTo }: MessageEvent): void {
    if (kind === "deleted") this.#tell("deleted", { id: message.id }, visibleTo);
    else this.#tell("message", message, visibleTo);
  }

  #tell<K extends keyof PageEvents>(event: K, data: PageEvents[K], onlyFor: string | null): void {
    this.#told.emit("told", { event, data, onlyFor });
  }
}

function isPerson(user: string): boolean {
  return PEOPLE.some(({ id }) => id === user);
}

function isVisible({ visibleTo }: HeldMessage, user: string): boolean {
  return visibleTo === null || visibleTo === user;
}

/** The oldest go when there are too many. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  if (map.size <= MOST_REMEMBERED) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
