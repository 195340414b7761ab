import {
  type APIMessageTopLevelComponent,
  DiscordAPIError,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
  type MessageComponentInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from "discord.js";
import { auditMessage } from "../audit/audit-message.ts";
import type { Evidence } from "../audit/evidence.ts";
import type { Reply } from "../reply/reply.ts";
import { isShared } from "./carried-state.ts";
import { checkMessageLimits } from "./message-limits.ts";
import { type Presentation, renderMessage } from "./render-message.ts";

/** Whatever a reply can be sent to. */
export type Answerable = RepliableInteraction | MessageComponentInteraction;

/** Sends replies, each past the audit: what fails it doesn't leave. */
export class Answer {
  readonly #evidence: () => Evidence;

  constructor(evidence: () => Evidence) {
    this.#evidence = evidence;
  }

  /** A new message in answer to a command or a button. */
  async send(
    interaction: Answerable,
    reply: Reply,
    how: { hidden: boolean; shared?: boolean },
  ): Promise<void> {
    const hidden = how.hidden || reply.quiet;
    const components = this.#render(reply, {
      asker: interaction.user.id,
      hidden,
      shared: how.shared === true && !hidden,
    });
    const flags = hidden ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral : MessageFlags.IsComponentsV2;
    const options: InteractionReplyOptions = { components, flags };
    await acknowledged(interaction.reply(options));
  }

  /** The message with the button shows something else now. */
  async update(interaction: MessageComponentInteraction, reply: Reply): Promise<void> {
    const hidden = interaction.message.flags.has(MessageFlags.Ephemeral);
    const shared = isShared(interaction.message.components);
    const components = this.#render(reply, { asker: interaction.user.id, hidden, shared });
    const options: InteractionUpdateOptions = { components, flags: MessageFlags.IsComponentsV2 };
    await acknowledged(interaction.update(options));
  }

  #render(reply: Reply, presentation: Presentation): APIMessageTopLevelComponent[] {
    const { components, claims } = renderMessage(reply, presentation);
    checkMessageLimits(components);
    auditMessage(components, claims, this.#evidence());
    return [...components];
  }
}

/**
 * discord.js repeats a request whose answer was lost on the way back, and Discord then says that the interaction
 * has been acknowledged already: for a first reply that means it arrived.
 */
async function acknowledged(sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    const repeated =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    if (!repeated) throw error;
  }
}
