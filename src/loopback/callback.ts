import type { APIApplicationCommandOptionChoice, APIMessage } from "discord-api-types/v10";
import { checkChoice } from "./command-limits.ts";
import { FormErrors } from "./form-errors.ts";
import { interactionType } from "./interaction-payload.ts";
import { messageFlags } from "./messages.ts";
import type { Interaction } from "./open-interaction.ts";

/** The ways to answer an interaction, by Discord's numbers. */
export const callbackType = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** A first answer as sent, before anything is known of it. */
export interface SentCallback {
  readonly type?: unknown;
  readonly data?: unknown;
}

/** Not every answer fits every interaction. */
export function checkCallbackType(type: number, sent: unknown): void {
  const { message, deferredMessage, deferredUpdate, update, choices, modal } = callbackType;
  const onCommand: readonly number[] = [message, deferredMessage, modal];
  const onComponent: readonly number[] = [message, deferredMessage, deferredUpdate, update, modal];
  const allowed =
    type === interactionType.autocomplete
      ? [choices]
      : type === interactionType.component
        ? onComponent
        : onCommand;
  if (allowed.includes(sent as 4)) return;
  const errors = new FormErrors();
  if (sent === undefined || sent === null) errors.required(["type"]);
  else errors.unionType([], allowed);
  errors.throwIfAny();
}

export function checkChoices(data: unknown, type: number): readonly APIApplicationCommandOptionChoice[] {
  const choices = (data as { choices?: unknown } | null | undefined)?.choices ?? [];
  const errors = new FormErrors();
  const at = ["data", "choices"];
  if (errors.checkList(at, choices, 0, 25)) {
    choices.forEach((choice, index) => {
      checkChoice(choice, type, [...at, index], errors);
    });
  }
  errors.throwIfAny();
  return choices as readonly APIApplicationCommandOptionChoice[];
}

export function callbackResponse(interaction: Interaction, message: APIMessage | undefined): unknown {
  const { payload, seen } = interaction;
  const flags = message?.flags ?? 0;
  // A deferred answer has no message to show yet, although the loading one has an id.
  const hasMessage = seen.callbackType === callbackType.message || seen.callbackType === callbackType.update;
  return {
    interaction: {
      id: payload.id,
      type: payload.type,
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: (flags & messageFlags.loading) !== 0,
            response_message_ephemeral: (flags & messageFlags.ephemeral) !== 0,
          }),
      channel_id: payload.channel_id,
      ...(payload.guild_id === undefined ? {} : { guild_id: payload.guild_id }),
    },
    ...(hasMessage ? { resource: { type: seen.callbackType, message } } : {}),
  };
}
