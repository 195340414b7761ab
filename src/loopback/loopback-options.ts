import type { APIPartialInteractionGuild } from "discord-api-types/v10";
import type { Identify } from "./gateway.ts";
import type { RecordedRequest } from "./http-door.ts";
import type { InteractionPayload } from "./interaction-payload.ts";
import type { MessageEvent } from "./messages.ts";

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
