import { randomBytes } from "node:crypto";
import type {
  APIApplicationCommand,
  APIMessage,
  APIPartialInteractionGuild,
  APIUser,
} from "discord-api-types/v10";
import { type LoopbackChannel, reader } from "./fixtures.ts";
import type { InteractionContext, Invocation, Place } from "./place.ts";
import { nextSnowflake } from "./snowflake.ts";

/** The kinds of interaction, by Discord's numbers. */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** What was used, and how: a command with its options or target, or a component with its values. */
export interface InteractionData {
  readonly id: string | number;
  readonly name?: string;
  readonly type?: number;
  readonly guild_id?: string;
  readonly options?: unknown;
  readonly resolved?: unknown;
  readonly target_id?: string;
  readonly component_type?: number;
  readonly custom_id?: string;
  readonly values?: readonly string[];
}

/** What INTERACTION_CREATE carries. */
export interface InteractionPayload {
  readonly id: string;
  readonly application_id: string;
  readonly type: number;
  readonly data: InteractionData;
  readonly guild?: APIPartialInteractionGuild;
  readonly guild_id?: string;
  readonly channel: LoopbackChannel;
  readonly channel_id: string;
  readonly member?: Readonly<Record<string, unknown>> & { readonly user: APIUser };
  readonly user?: APIUser;
  readonly token: string;
  readonly version: 1;
  readonly message?: APIMessage;
  readonly app_permissions: string;
  readonly locale: string;
  readonly guild_locale?: string;
  readonly entitlements: readonly unknown[];
  readonly authorizing_integration_owners: Readonly<Record<string, string>>;
  readonly context: InteractionContext;
  readonly attachment_size_limit: number;
}

/** All permissions that an ordinary member has. */
const MEMBER_PERMISSIONS = "2248473465835073";
const APP_PERMISSIONS = "2222085186637376";
const ATTACHMENT_SIZE_LIMIT = 10_485_760;

/** The complete payload of an interaction at `place`. */
export function interactionPayload(
  applicationId: string,
  type: number,
  data: InteractionData,
  place: Place,
  invocation: Invocation,
  message?: APIMessage,
): InteractionPayload {
  const id = nextSnowflake();
  const user = invocation.user ?? reader;
  const { guild, channel } = place;
  return {
    id,
    application_id: applicationId,
    type,
    data,
    ...(guild === null
      ? { user }
      : {
          guild,
          guild_id: guild.id,
          guild_locale: invocation.guildLocale ?? guild.locale,
          member: memberOf(user, String(invocation.memberPermissions ?? MEMBER_PERMISSIONS)),
        }),
    channel,
    channel_id: channel.id,
    token: Buffer.from(`interaction:${id}:${randomBytes(48).toString("base64url")}`).toString("base64url"),
    version: 1,
    ...(message === undefined ? {} : { message }),
    app_permissions: String(invocation.appPermissions ?? APP_PERMISSIONS),
    locale: invocation.locale ?? "en-US",
    entitlements: [],
    authorizing_integration_owners: owners(place, user),
    context: place.context,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  };
}

/** Who the person behind an interaction is. */
export function userOf(payload: InteractionPayload): APIUser {
  const user = payload.user ?? payload.member?.user;
  if (user === undefined) throw new Error(`interaction ${payload.id} has neither user nor member`);
  return user;
}

/** How a message tells the interaction it came of. */
export function interactionMetadata(
  payload: InteractionPayload,
  followsUp: string | null,
): NonNullable<APIMessage["interaction_metadata"]> {
  const { data, message } = payload;
  return {
    id: payload.id,
    type: payload.type,
    user: userOf(payload),
    authorizing_integration_owners: payload.authorizing_integration_owners,
    ...(followsUp === null ? {} : { original_response_message_id: followsUp }),
    ...(message === undefined ? {} : { interacted_message_id: message.id }),
    ...(data.target_id === undefined ? {} : { target_message_id: data.target_id }),
  } as NonNullable<APIMessage["interaction_metadata"]>;
}

/** The `data` of a command's interaction. */
export function commandData(command: APIApplicationCommand): InteractionData {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
  };
}

function owners(place: Place, user: APIUser): Record<string, string> {
  const found: Record<string, string> = {};
  // In a direct message with the bot there is no server to name: Discord says "0".
  if (place.installed !== "user") found["0"] = place.guild?.id ?? "0";
  if (place.installed !== "guild") found["1"] = user.id;
  return found;
}

function memberOf(user: APIUser, permissions: string): Record<string, unknown> & { user: APIUser } {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: "2024-01-01T00:00:00.000000+00:00",
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
    unusual_dm_activity_until: null,
    permissions,
  };
}
