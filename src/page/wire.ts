import type { APIApplicationCommand, APIMessage, APIUser } from "discord-api-types/v10";

/** What the page and its server tell each other; types only, so that the browser loads nothing of it. */

/** Everything one person sees, sent when their page connects. */
export interface Snapshot {
  /** Whose view this is. */
  readonly you: string;
  readonly bot: APIUser;
  /** Whom one can be; the first is who one is to begin with. */
  readonly people: readonly APIUser[];
  /** The languages Discord has, as tags. */
  readonly locales: readonly string[];
  /** The registered commands, slash commands and those in a message's menu. */
  readonly commands: readonly APIApplicationCommand[];
  /** The messages this person can see, oldest first. */
  readonly messages: readonly APIMessage[];
}

/** Something that happened since: the names of the server-sent events, and what they carry. */
export interface PageEvents {
  readonly snapshot: Snapshot;
  readonly message: APIMessage;
  readonly deleted: { readonly id: string };
  readonly commands: readonly APIApplicationCommand[];
}

export type OptionInput = string | boolean | number;

/** What a person does in the page; what a Discord client would send for it. */
export type Act = { readonly user: string; readonly locale: string } & (
  | {
      readonly act: "slash";
      readonly command: string;
      readonly options: Readonly<Record<string, OptionInput>>;
    }
  | {
      readonly act: "complete";
      readonly command: string;
      readonly options: Readonly<Record<string, OptionInput>>;
      readonly focused: string;
    }
  | { readonly act: "press"; readonly message: string; readonly customId: string }
  | {
      readonly act: "choose";
      readonly message: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | { readonly act: "messageCommand"; readonly command: string; readonly message: string }
  | { readonly act: "post"; readonly content: string }
);

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** What came of an act: for an autocompletion the choices, for anything that failed why. */
export type Outcome = { readonly choices?: readonly Choice[] } | { readonly error: string };

/** One interaction that made a message what it is, and how the bot answered it. */
export interface Exchange {
  /** What Discord would have sent to the bot. */
  readonly interaction: unknown;
  readonly answers: readonly {
    readonly method: string;
    readonly path: string;
    readonly status: number | null;
    readonly body: unknown;
  }[];
}

/** The words of one quote in a message, and the receipt of the statement they are from. */
export interface QuoteReceipt {
  readonly words: string;
  /** Whether these are all of the statement's words. */
  readonly whole: boolean;
  /** As `npm run receipt -- --json` prints it; null where `problem` says why there is none. */
  readonly receipt: ReceiptFacts | null;
  readonly problem?: string;
}

/** As much of a receipt as the panel shows in words; it shows the whole as JSON besides. */
export interface ReceiptFacts {
  readonly file: string;
  readonly sha256: string;
  readonly statement: string;
  readonly speaker: string | null;
  readonly lines: readonly [first: number, last: number];
  readonly wordsSha256: string;
  readonly place: { readonly codePoints: { readonly start: number; readonly end: number } };
}

/** What the panel shows of a message. */
export interface Inspection {
  readonly exchanges: readonly Exchange[];
  readonly quotes: readonly QuoteReceipt[];
}
