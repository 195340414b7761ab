import type { APIMessage } from "discord-api-types/v10";
import { apiErrors } from "./api-error.ts";
import { checkComponents } from "./component-limits.ts";
import { type FieldPath, FormErrors } from "./form-errors.ts";
import type { Place } from "./place.ts";
import { nextSnowflake } from "./snowflake.ts";
import { storeComponents } from "./stored-components.ts";

/** The bits of a message's `flags` that matter here. */
export const messageFlags = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

const SETTABLE_ON_CREATE =
  messageFlags.suppressEmbeds |
  messageFlags.ephemeral |
  messageFlags.suppressNotifications |
  messageFlags.componentsV2;
const SETTABLE_ON_EDIT = messageFlags.suppressEmbeds | messageFlags.componentsV2;

/** A message's contents as sent, before anything is known of them. */
export interface SentMessage {
  readonly content?: unknown;
  readonly embeds?: unknown;
  readonly components?: unknown;
  readonly flags?: unknown;
  readonly tts?: unknown;
  readonly attachments?: unknown;
  readonly poll?: unknown;
}

/** A message and what only Discord knows about it. */
export interface HeldMessage {
  readonly message: APIMessage;
  /** Where it stands, which is where its buttons are pressed. */
  readonly place: Place;
  /** The only person who sees it, if it is ephemeral. */
  readonly visibleTo: string | null;
}

/** What happened to a message. */
export interface MessageEvent extends HeldMessage {
  readonly kind: "created" | "updated" | "deleted";
}

/**
 * The messages Discord holds. A message never changes: an edit puts a new object in its place, so one
 * that a test has in hand stays as it was then.
 */
export class Messages implements Iterable<HeldMessage> {
  readonly #held = new Map<string, HeldMessage>();
  readonly #onEvent: (event: MessageEvent) => void;
  readonly #limit: number;

  constructor(onEvent: (event: MessageEvent) => void, limit: number) {
    this.#onEvent = onEvent;
    this.#limit = limit;
  }

  get(id: string): HeldMessage | undefined {
    return this.#held.get(id);
  }

  [Symbol.iterator](): Iterator<HeldMessage> {
    return this.#held.values();
  }

  create(held: HeldMessage): APIMessage {
    this.#held.set(held.message.id, held);
    // A long benchmark must not run out of memory: the oldest messages go.
    if (this.#held.size > this.#limit) {
      for (const oldest of this.#held.keys()) {
        this.#held.delete(oldest);
        break;
      }
    }
    this.#onEvent({ ...held, kind: "created" });
    return held.message;
  }

  replace(message: APIMessage): APIMessage {
    const held = this.#held.get(message.id);
    if (held === undefined) throw apiErrors.unknownMessage();
    const replaced = { ...held, message };
    this.#held.set(message.id, replaced);
    this.#onEvent({ ...replaced, kind: "updated" });
    return message;
  }

  delete(id: string): void {
    const held = this.#held.get(id);
    if (held === undefined) throw apiErrors.unknownMessage();
    this.#held.delete(id);
    this.#onEvent({ ...held, kind: "deleted" });
  }
}

/** A new message with these contents, everything else as in `fields`. Refuses what Discord refuses. */
export function composeMessage(
  sent: SentMessage,
  fields: Partial<APIMessage> & Pick<APIMessage, "author" | "channel_id">,
  at: FieldPath,
): APIMessage {
  const blank = blankMessage(fields);
  const flags = blank.flags ?? 0;
  return merge({ ...blank, flags: flags | (toFlags(sent.flags, at) & SETTABLE_ON_CREATE) }, sent, at);
}

/** The message after an edit with these contents; what isn't given stays. Refuses what Discord refuses. */
export function editMessage(message: APIMessage, sent: SentMessage, at: FieldPath): APIMessage {
  const kept = (message.flags ?? 0) & ~messageFlags.loading;
  const edited = {
    ...message,
    // The flag for Components V2 can be added by an edit, and never taken away.
    flags: kept | (toFlags(sent.flags, at) & SETTABLE_ON_EDIT),
    edited_timestamp: new Date().toISOString(),
  };
  return merge(edited, sent, at);
}

/** A message without contents: what is shown while a deferred answer is awaited. */
export function blankMessage(
  fields: Partial<APIMessage> & Pick<APIMessage, "author" | "channel_id">,
): APIMessage {
  return {
    id: nextSnowflake(),
    type: 0,
    content: "",
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    flags: 0 as NonNullable<APIMessage["flags"]>,
    pinned: false,
    tts: false,
    ...fields,
  };
}

function toFlags(sent: unknown, at: FieldPath): number {
  if (sent === undefined || sent === null) return 0;
  if (typeof sent === "number" && Number.isInteger(sent)) return sent;
  const errors = new FormErrors();
  errors.add([...at, "flags"], "NUMBER_TYPE_COERCE", `Value "${String(sent)}" is not int.`);
  errors.throwIfAny();
  return 0;
}

function merge(message: APIMessage, sent: SentMessage, at: FieldPath): APIMessage {
  const v2 = ((message.flags ?? 0) & messageFlags.componentsV2) !== 0;
  const errors = new FormErrors();
  errors.checkString([...at, "content"], sent.content, 0, 2000);
  errors.checkList([...at, "embeds"], sent.embeds, 0, 10);
  if (sent.components !== undefined && sent.components !== null) {
    checkComponents(sent.components, v2, [...at, "components"], errors);
  }
  errors.throwIfAny();
  const merged: APIMessage = {
    ...message,
    content: sent.content === undefined ? message.content : ((sent.content as string | null) ?? "").trim(),
    embeds: sent.embeds === undefined ? message.embeds : ((sent.embeds ?? []) as APIMessage["embeds"]),
    components: sent.components === undefined ? (message.components ?? []) : storeComponents(sent.components),
    tts: sent.tts === true,
  };
  if (v2) {
    for (const field of ["content", "embeds"] as const) {
      if (merged[field].length > 0) legacyField(errors, field, at);
    }
    if (sent.poll !== undefined && sent.poll !== null) legacyField(errors, "poll", at);
    errors.throwIfAny();
  }
  const empty = merged.components?.length === 0 && merged.content === "" && merged.embeds.length === 0;
  if (empty && (sent.poll === undefined || sent.poll === null)) throw apiErrors.emptyMessage();
  return merged;
}

function legacyField(errors: FormErrors, field: string, at: FieldPath): void {
  errors.add(
    [...at, field],
    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  );
}
