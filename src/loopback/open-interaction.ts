import { performance } from "node:perf_hooks";
import type { APIApplicationCommandOptionChoice, APIMessage } from "discord-api-types/v10";
import type { InteractionPayload } from "./interaction-payload.ts";
import type { Invocation, Place } from "./place.ts";

/** What came of an interaction. A live record: later edits and follow-ups show in it. */
export interface Seen {
  readonly interactionId: string;
  /** The token with which the bot answers. */
  readonly token: string;
  /** From the moment the interaction was sent to the moment its first answer came in. */
  readonly acknowledgedAfterMs: number;
  /** How it was answered first: 4 message, 5 and 6 deferred, 7 update, 8 choices, 9 modal. */
  readonly callbackType: number;
  /** The resulting message as Discord holds it now: a new one, or with types 6 and 7 the one that was used. */
  readonly message?: APIMessage;
  /** For an autocompletion: what is offered. */
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  /** For type 9: the form. */
  readonly modal?: unknown;
  readonly followUps: readonly APIMessage[];
  /** How many times the original was edited since it was acknowledged. */
  readonly edits: number;
  /** Whether the answer is there: not before a deferred one is edited, deleted or followed up. */
  readonly isSettled: boolean;
  /** Resolves to this record when the answer is there. */
  readonly settled: Promise<Seen>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** An interaction that was sent, and where it stands. */
export interface OpenInteraction {
  readonly payload: InteractionPayload;
  readonly seen: Seen;
  readonly acknowledged: Promise<Seen>;
  /** The latest answer that Discord refused, for whoever waits in vain. */
  readonly refusal: string | undefined;
  readonly isAcknowledged: boolean;
}

export class Interaction implements OpenInteraction {
  readonly payload: InteractionPayload;
  readonly place: Place;
  /** The type of the option being completed, for an autocompletion. */
  readonly focusedType: number;
  readonly seen: Writable<Seen> & { followUps: APIMessage[] };
  readonly acknowledged: Promise<Seen>;
  readonly sentAt = performance.now();
  refusal: string | undefined;
  isAcknowledged = false;
  originalId: string | null = null;
  followUpCount = 0;
  acknowledge!: (seen: Seen) => void;
  settle!: (seen: Seen) => void;
  reject!: (error: Error) => void;

  constructor(payload: InteractionPayload, place: Place, focusedType: number) {
    this.payload = payload;
    this.place = place;
    this.focusedType = focusedType;
    const settled = new Promise<Seen>((resolve, reject) => {
      this.settle = (seen) => {
        this.seen.isSettled = true;
        resolve(seen);
      };
      this.reject = reject;
    });
    // Nobody need be waiting when the loopback closes.
    settled.catch(() => {});
    this.acknowledged = new Promise((resolve) => {
      this.acknowledge = resolve;
    });
    this.seen = {
      interactionId: payload.id,
      token: payload.token,
      acknowledgedAfterMs: Number.NaN,
      callbackType: 0,
      followUps: [],
      edits: 0,
      isSettled: false,
      settled,
    };
  }
}

/** How long is waited for an answer unless told otherwise, in milliseconds. */
const DEFAULT_TIMEOUT_MS = 5000;

/** Resolves to the record when the answer is there (see `Invocation.until`), and rejects when there is none in time. */
export async function answerOf(
  interaction: OpenInteraction,
  what: string,
  invocation: Invocation,
): Promise<Seen> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, until = "settled" } = invocation;
  const { seen } = interaction;
  let timeout: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timeout = setTimeout(() => {
      const refused =
        interaction.refusal === undefined ? "" : `; the latest answer was refused: ${interaction.refusal}`;
      const state = interaction.isAcknowledged
        ? `acknowledged after ${Math.round(seen.acknowledgedAfterMs)} ms with callback type ${seen.callbackType}, then nothing`
        : "not even acknowledged";
      reject(new Error(`${what} was not answered within ${timeoutMs} ms: ${state}${refused}`));
    }, timeoutMs);
  });
  try {
    // Closing rejects `settled`, whichever of the two is waited for.
    const wanted =
      until === "settled" ? seen.settled : Promise.race([interaction.acknowledged, seen.settled]);
    return await Promise.race([wanted, tooLate]);
  } finally {
    clearTimeout(timeout);
  }
}
