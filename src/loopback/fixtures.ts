import type { APIPartialInteractionGuild, APIUser, Locale } from "discord-api-types/v10";

/** A channel as an interaction carries it. */
export interface LoopbackChannel {
  readonly id: string;
  readonly type: number;
  readonly [field: string]: unknown;
}

/** The application under test, as far as Discord tells it about itself. */
export interface LoopbackApplication {
  readonly id: string;
  readonly name: string;
  readonly icon: null;
  readonly description: string;
  readonly flags: number;
  readonly [field: string]: unknown;
}

/** The token a loopback accepts unless told otherwise. It has a token's three parts and opens nothing. */
export const defaultToken = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.loopback.only-good-on-this-machine";

/** A complete user object; any field can be given. */
export function makeUser(fields: Partial<APIUser> & Pick<APIUser, "id" | "username">): APIUser {
  return {
    discriminator: "0",
    global_name: null,
    avatar: null,
    public_flags: 0 as NonNullable<APIUser["public_flags"]>,
    flags: 0 as NonNullable<APIUser["flags"]>,
    primary_guild: null,
    ...fields,
  };
}

/** The person who uses commands when a test names nobody. */
export const reader: APIUser = makeUser({
  id: "1100000000000000101",
  username: "reader",
  global_name: "A Reader",
});

/** Somebody else, to look over the reader's shoulder. */
export const bystander: APIUser = makeUser({
  id: "1100000000000000102",
  username: "bystander",
  global_name: "A Bystander",
});

/** The bot's own account; its id is the application's, as for every application made since 2016. */
export const botUser: APIUser = makeUser({
  id: "1100000000000000001",
  username: "On the Record",
  discriminator: "0001",
  bot: true,
});

/** The server the application is installed in. */
export const newsroom: APIPartialInteractionGuild = {
  id: "1100000000000000201",
  features: [],
  locale: "en-US" as Locale,
};

/** A text channel in that server. */
export const deskChannel: LoopbackChannel = {
  id: "1100000000000000301",
  type: 0,
  guild_id: newsroom.id,
  name: "desk",
  position: 0,
  flags: 0,
  nsfw: false,
  parent_id: null,
  topic: null,
  rate_limit_per_user: 0,
  last_message_id: null,
  permissions: "2248473465835073",
};

/** A conversation between one person and the bot. */
export function directChannel(user: APIUser): LoopbackChannel {
  return {
    id: (BigInt(user.id) + 300n).toString(),
    type: 1,
    flags: 0,
    last_message_id: null,
    recipients: [botUser],
  };
}

/** The application, open to servers and to single users alike. */
export const application: LoopbackApplication = {
  id: botUser.id,
  name: botUser.username,
  icon: null,
  description: "",
  summary: "",
  type: null,
  bot: botUser,
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: "0".repeat(64),
  flags: 0,
  flags_new: "0",
  hook: true,
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner: makeUser({ id: "1100000000000000100", username: "editor" }),
  team: null,
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  eligible_oauth2_scopes: ["applications.commands", "bot"],
  integration_types_config: { 0: {}, 1: {} },
};
