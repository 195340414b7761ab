import { performance } from "node:perf_hooks";
import type { APIMessage, APIUser } from "discord-api-types/v10";
import { ApiError, apiErrors } from "./api-error.ts";
import {
  callbackResponse,
  callbackType,
  checkCallbackType,
  checkChoices,
  type SentCallback,
} from "./callback.ts";
import type { FieldPath } from "./form-errors.ts";
import {
  type InteractionPayload,
  interactionMetadata,
  interactionType,
  userOf,
} from "./interaction-payload.ts";
import {
  blankMessage,
  composeMessage,
  editMessage,
  type Messages,
  messageFlags,
  type SentMessage,
} from "./messages.ts";
import { Interaction, type OpenInteraction } from "./open-interaction.ts";
import type { Place } from "./place.ts";

interface InteractionRules {
  readonly applicationId: string;
  readonly bot: APIUser;
  readonly ackLimitMs: number;
  readonly tokenLifetimeMs: number;
  /** How many interactions to remember. */
  readonly limit: number;
}

/** An application that isn't in the server may follow up so often. */
const MAX_FOLLOW_UPS_OF_USER_APP = 5;

const MESSAGE_TYPE_REPLY = 19;
const MESSAGE_TYPE_CHAT_INPUT_COMMAND = 20;
const MESSAGE_TYPE_CONTEXT_MENU_COMMAND = 23;

/** Takes the bot's answers to interactions as Discord does, and keeps what came of each. */
export class Interactions {
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #messages: Messages;
  readonly #rules: InteractionRules;

  constructor(messages: Messages, rules: InteractionRules) {
    this.#messages = messages;
    this.#rules = rules;
  }

  /** Makes an interaction answerable. Its clock starts now. */
  open(payload: InteractionPayload, place: Place, focusedType = 0): OpenInteraction {
    const interaction = new Interaction(payload, place, focusedType);
    this.#byId.set(payload.id, interaction);
    this.#byToken.set(payload.token, interaction);
    if (this.#byId.size > this.#rules.limit) {
      for (const [id, oldest] of this.#byId) {
        this.#byId.delete(id);
        this.#byToken.delete(oldest.payload.token);
        break;
      }
    }
    return interaction;
  }

  get(id: string): OpenInteraction | undefined {
    return this.#byId.get(id);
  }

  /** Tells all who still wait that nothing will come. */
  close(error: Error): void {
    for (const interaction of this.#byId.values()) {
      if (!interaction.seen.isSettled) interaction.reject(error);
    }
  }

  /** POST /interactions/{id}/{token}/callback: the first answer. Returns the callback response object. */
  callback(id: string, token: string, body: unknown): unknown {
    const interaction = this.#byId.get(id);
    if (interaction === undefined || interaction.payload.token !== token)
      throw apiErrors.unknownInteraction();
    return this.#noteRefusal(interaction, () => this.#callback(interaction, (body ?? {}) as SentCallback));
  }

  /** POST /webhooks/{application}/{token}: a follow-up. */
  followUp(token: string, body: unknown): APIMessage {
    const interaction = this.#acknowledged(token);
    return this.#noteRefusal(interaction, () => {
      const sent = (body ?? {}) as SentMessage;
      const original = this.#original(interaction);
      // The first follow-up of a deferred answer is that answer, whatever flags it has.
      if (original !== undefined && isLoading(original)) return this.#edit(interaction, original, sent);
      if (interaction.place.installed === "user" && interaction.followUpCount >= MAX_FOLLOW_UPS_OF_USER_APP) {
        throw apiErrors.tooManyFollowUps();
      }
      const message = composeMessage(sent, this.#fields(interaction, interaction.originalId), []);
      this.#create(interaction, message);
      interaction.followUpCount += 1;
      interaction.seen.followUps.push(message);
      interaction.settle(interaction.seen);
      return message;
    });
  }

  /** GET …/messages/{id}: the original (`@original`) or a follow-up. */
  getMessage(token: string, id: string): APIMessage {
    return this.#find(this.#acknowledged(token), id);
  }

  /** PATCH …/messages/{id}. */
  editMessage(token: string, id: string, body: unknown): APIMessage {
    const interaction = this.#acknowledged(token);
    return this.#noteRefusal(interaction, () =>
      this.#edit(interaction, this.#find(interaction, id), (body ?? {}) as SentMessage),
    );
  }

  /** DELETE …/messages/{id}. */
  deleteMessage(token: string, id: string): void {
    const interaction = this.#acknowledged(token);
    const message = this.#find(interaction, id);
    this.#messages.delete(message.id);
    const { seen } = interaction;
    if (message.id === interaction.originalId) {
      delete seen.message;
      interaction.settle(seen);
    } else {
      seen.followUps = seen.followUps.filter((followUp) => followUp.id !== message.id);
    }
  }

  #callback(interaction: Interaction, sent: SentCallback): unknown {
    const elapsed = performance.now() - interaction.sentAt;
    if (interaction.isAcknowledged) throw apiErrors.alreadyAcknowledged();
    if (elapsed > this.#rules.ackLimitMs) throw apiErrors.unknownInteraction();
    const { seen, payload } = interaction;
    const at: FieldPath = ["data"];
    let message: APIMessage | undefined;
    checkCallbackType(payload.type, sent.type);
    switch (sent.type) {
      case callbackType.message: {
        const fields = this.#fields(interaction, null);
        message = this.#create(interaction, composeMessage((sent.data ?? {}) as SentMessage, fields, at));
        break;
      }
      case callbackType.deferredMessage: {
        const { flags } = (sent.data ?? {}) as SentMessage;
        // Of the flags only this one can be set already now; Components V2 comes with the answer itself.
        const ephemeral = typeof flags === "number" ? flags & messageFlags.ephemeral : 0;
        const fields = this.#fields(interaction, null);
        message = this.#create(
          interaction,
          blankMessage({ ...fields, flags: ephemeral | messageFlags.loading }),
        );
        break;
      }
      case callbackType.deferredUpdate:
        message = this.#source(payload);
        break;
      case callbackType.update: {
        const data = (sent.data ?? {}) as SentMessage;
        message = this.#messages.replace(editMessage(this.#source(payload), data, at));
        break;
      }
      case callbackType.choices:
        seen.choices = checkChoices(sent.data, interaction.focusedType);
        break;
      case callbackType.modal:
        seen.modal = sent.data;
        break;
      default:
    }
    interaction.isAcknowledged = true;
    interaction.originalId = message?.id ?? null;
    seen.acknowledgedAfterMs = elapsed;
    seen.callbackType = sent.type as number;
    if (message !== undefined) seen.message = message;
    const deferred = sent.type === callbackType.deferredMessage || sent.type === callbackType.deferredUpdate;
    if (!deferred) interaction.settle(seen);
    interaction.acknowledge(seen);
    return callbackResponse(interaction, message);
  }

  #edit(interaction: Interaction, message: APIMessage, sent: SentMessage): APIMessage {
    const edited = this.#messages.replace(editMessage(message, sent, []));
    const { seen } = interaction;
    if (edited.id === interaction.originalId) {
      seen.message = edited;
      seen.edits += 1;
      interaction.settle(seen);
    } else {
      seen.followUps = seen.followUps.map((followUp) => (followUp.id === edited.id ? edited : followUp));
    }
    return edited;
  }

  #create(interaction: Interaction, message: APIMessage): APIMessage {
    const ephemeral = ((message.flags ?? 0) & messageFlags.ephemeral) !== 0;
    const visibleTo = ephemeral ? userOf(interaction.payload).id : null;
    return this.#messages.create({ message, place: interaction.place, visibleTo });
  }

  /** The fields of a message that are set by whoever answers, not by what is said. */
  #fields(
    interaction: Interaction,
    followsUp: string | null,
  ): Partial<APIMessage> & Pick<APIMessage, "author" | "channel_id"> {
    const { payload } = interaction;
    const user = userOf(payload);
    const { data } = payload;
    const target = followsUp ?? payload.message?.id ?? data.target_id;
    const isCommand = payload.type === interactionType.command;
    const commandType = data.type === 1 ? MESSAGE_TYPE_CHAT_INPUT_COMMAND : MESSAGE_TYPE_CONTEXT_MENU_COMMAND;
    return {
      type: isCommand && followsUp === null ? commandType : MESSAGE_TYPE_REPLY,
      author: this.#rules.bot,
      application_id: this.#rules.applicationId,
      webhook_id: this.#rules.applicationId,
      channel_id: payload.channel_id,
      interaction_metadata: interactionMetadata(payload, followsUp),
      ...(isCommand && followsUp === null
        ? { interaction: { id: payload.id, type: payload.type, name: data.name ?? "", user } }
        : {}),
      ...(target === undefined
        ? {}
        : {
            message_reference: {
              type: 0,
              channel_id: payload.channel_id,
              message_id: target,
              ...(payload.guild_id === undefined ? {} : { guild_id: payload.guild_id }),
            },
          }),
    };
  }

  /** The message a component was used on, as it is now. */
  #source(payload: InteractionPayload): APIMessage {
    const held = payload.message === undefined ? undefined : this.#messages.get(payload.message.id);
    if (held === undefined) throw apiErrors.unknownMessage();
    return held.message;
  }

  #original(interaction: Interaction): APIMessage | undefined {
    return interaction.originalId === null ? undefined : this.#messages.get(interaction.originalId)?.message;
  }

  #find(interaction: Interaction, id: string): APIMessage {
    const { originalId, seen } = interaction;
    const wanted = id === "@original" ? originalId : id;
    const known =
      wanted !== null && (wanted === originalId || seen.followUps.some((one) => one.id === wanted));
    const held = known ? this.#messages.get(wanted) : undefined;
    if (held === undefined) throw apiErrors.unknownMessage();
    return held.message;
  }

  /** A token works as a webhook's only once its interaction is acknowledged, and for a quarter of an hour. */
  #acknowledged(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || !interaction.isAcknowledged) throw apiErrors.unknownWebhook();
    if (performance.now() - interaction.sentAt > this.#rules.tokenLifetimeMs) throw apiErrors.expiredToken();
    return interaction;
  }

  #noteRefusal<T>(interaction: Interaction, answer: () => T): T {
    try {
      return answer();
    } catch (error) {
      if (error instanceof ApiError) {
        interaction.refusal = `${error.status} ${JSON.stringify(error.toBody())}`;
      }
      throw error;
    }
  }
}

function isLoading(message: APIMessage): boolean {
  return ((message.flags ?? 0) & messageFlags.loading) !== 0;
}
