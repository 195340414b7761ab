import type { APIApplicationCommandOptionChoice, APIMessage } from "discord-api-types/v10";
import type { Commands } from "./commands.ts";
import { bystander, reader } from "./fixtures.ts";
import { commandData, type InteractionData, interactionType } from "./interaction-payload.ts";
import { blankMessage, type HeldMessage, type Messages } from "./messages.ts";
import { commandType, offeredCommand } from "./offered-command.ts";
import type { Seen } from "./open-interaction.ts";
import { type Invocation, type Place, placeOf } from "./place.ts";
import { autocompleteOptions, type OptionValues, slashOptions } from "./slash-options.ts";
import { findUsable } from "./stored-components.ts";

/** A message to act on: itself, its id, or the record of the interaction it came of. */
export type Target = APIMessage | Seen | string;

/** What people's doings are made from, and where they lead. */
export interface PeopleParts {
  readonly commands: Commands;
  readonly messages: Messages;
  /** Sends an interaction to the bot; resolves when its answer is there. `what` names it for whoever waits in vain. */
  send(
    what: string,
    type: number,
    data: InteractionData,
    place: Place,
    invocation: Invocation,
    message?: APIMessage,
    focusedType?: number,
  ): Promise<Seen>;
}

const BUTTON = 2;
const STRING_SELECT = 3;

/** What people do in Discord's own client: it sends what that would, and refuses what that wouldn't let them send. */
export class People {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /**
   * Uses a slash command. A subcommand is named after a space: `"config set"`. Resolves when the answer is
   * there (see `Invocation.until`), and rejects when there is none in time.
   */
  async slash(path: string, options: OptionValues = {}, invocation: Invocation = {}): Promise<Seen> {
    const place = placeOf(invocation);
    const command = this.#offered(path, place);
    const data = { ...commandData(command), ...slashOptions(command, path, options) };
    return this.#parts.send(`/${path}`, interactionType.command, data, place, invocation);
  }

  /** Types into an option of a slash command; resolves to what is offered. */
  async autocomplete(
    path: string,
    options: OptionValues = {},
    { focused, ...invocation }: Invocation & { readonly focused?: string } = {},
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const place = placeOf(invocation);
    const command = this.#offered(path, place);
    const { options: typed, focusedType } = autocompleteOptions(command, path, options, focused);
    const data = { ...commandData(command), options: typed };
    const seen = await this.#parts.send(
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
    const command = offeredCommand(this.#parts.commands, commandType.message, name, place);
    const { message } = held;
    const data = {
      ...commandData(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    };
    return this.#parts.send(`"${name}"`, interactionType.command, data, place, invocation);
  }

  /** A message by a person, for the bot to be used on. */
  postMessage(fields: Partial<APIMessage>, invocation: Invocation = {}): APIMessage {
    return this.#post(fields, invocation).message;
  }

  #post(fields: Partial<APIMessage>, invocation: Invocation): HeldMessage {
    const place = placeOf(invocation);
    const message = blankMessage({ author: bystander, channel_id: place.channel.id, ...fields });
    const held = { message, place, visibleTo: null };
    this.#parts.messages.create(held);
    return held;
  }

  /** The message as it is now, if the person can see it. */
  #visible(target: Target, { user = reader }: Invocation): HeldMessage {
    const id = idOf(target);
    const held = this.#parts.messages.get(id);
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
    return this.#parts.send(what, interactionType.component, data, place, invocation, held.message);
  }

  /** The slash command that a path begins with, as the bot registered it. */
  #offered(path: string, place: Place) {
    return offeredCommand(this.#parts.commands, commandType.chatInput, path.split(" ")[0] ?? "", place);
  }
}

function idOf(target: Target): string {
  if (typeof target === "string") return target;
  if (!("interactionId" in target)) return target.id;
  if (target.message === undefined)
    throw new Error(`interaction ${target.interactionId} has left no message`);
  return target.message.id;
}
