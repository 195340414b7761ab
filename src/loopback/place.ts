import type { APIPartialInteractionGuild, APIUser } from "discord-api-types/v10";
import { deskChannel, directChannel, type LoopbackChannel, newsroom, reader } from "./fixtures.ts";

/** Where an interaction happens: 0 in a server, 1 in a direct message with the bot, 2 in another private channel. */
export type InteractionContext = 0 | 1 | 2;

/** How the application came to be there: with the server, with the person, or both. */
export type Installation = "guild" | "user" | "both";

/** The surroundings of an interaction, and of the messages that come of it. */
export interface Place {
  readonly context: InteractionContext;
  readonly guild: APIPartialInteractionGuild | null;
  readonly channel: LoopbackChannel;
  readonly installed: Installation;
}

/** Who does something, and where; all of it has a default. */
export interface Invocation {
  /** Who does it; the `reader` if not given. */
  readonly user?: APIUser;
  /** The server, or `null` for a direct message; the `newsroom` if not given. */
  readonly guild?: APIPartialInteractionGuild | null;
  readonly channel?: LoopbackChannel;
  readonly context?: InteractionContext;
  /** `user`: the application isn't in the server, only with the person. */
  readonly installed?: Installation;
  /** The person's own language; `en-US` if not given. */
  readonly locale?: string;
  /** The server's language; the server's own `locale` if not given. */
  readonly guildLocale?: string;
  /** What the person may do in the channel, as a bit set in decimal. */
  readonly memberPermissions?: string | bigint;
  /** What the bot may do in the channel, as a bit set in decimal. */
  readonly appPermissions?: string | bigint;
  /** How long to wait for the answer; 5,000 if not given. */
  readonly timeoutMs?: number;
  /** What to wait for: the first sign of life, or (if not given) the answer itself. */
  readonly until?: "acknowledged" | "settled";
}

/** The surroundings an invocation describes. `from` is where the message it uses stands. */
export function placeOf(invocation: Invocation, from?: Place): Place {
  const user = invocation.user ?? reader;
  if (from !== undefined && invocation.guild === undefined && invocation.channel === undefined) {
    return invocation.installed === undefined ? from : { ...from, installed: invocation.installed };
  }
  const context = invocation.context ?? (invocation.guild === null ? 1 : 0);
  const guild = context === 0 ? (invocation.guild ?? newsroom) : null;
  return {
    context,
    guild,
    channel:
      invocation.channel ??
      (context === 0 && guild !== null ? { ...deskChannel, guild_id: guild.id } : directChannel(user)),
    // Nobody can install an application in a conversation between others.
    installed: invocation.installed ?? (context === 2 ? "user" : "guild"),
  };
}
