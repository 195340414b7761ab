import type { Match, Outcome } from "../search/search.ts";
import type { Verbatim } from "../transcript/source-text.ts";
import type { ClaimView, ListView, MatchView, TopicView, View } from "./view.ts";

/**
 * A piece of a reply. Only `quote` shows words from a source, and only a Verbatim makes one: every other text
 * is our own, and front doors must show it so that nobody takes it for a quote.
 */
export type Block =
  /** What the reader asked for, in the reader's own words. */
  | { readonly block: "asked"; readonly text: string }
  | { readonly block: "heading"; readonly text: string }
  | { readonly block: "note"; readonly text: string }
  /** Who says what follows: a name to stand out, and the rest of the line. */
  | { readonly block: "byline"; readonly name: string; readonly detail: string }
  | { readonly block: "quote"; readonly verbatim: Verbatim }
  /** Where the quote above stands; small print. */
  | { readonly block: "place"; readonly text: string }
  | { readonly block: "list"; readonly items: readonly string[] }
  /** A page elsewhere: an address in ASCII of at most 512 characters, and what to call it. */
  | { readonly block: "link"; readonly label: string; readonly url: string }
  | { readonly block: "divider" };

/** Something the reader can do next. Where it leads is a view, so it can be done again after a restart. */
export interface Action {
  readonly name:
    | "earlier"
    | "later"
    | "previous-part"
    | "next-part"
    | "previous"
    | "next"
    | "back"
    | "receipt";
  readonly label: string;
  /** Null where it leads nowhere from here. */
  readonly view: View | null;
}

/** Statements to choose from; choosing one opens it in its context. */
export interface Menu {
  /** `matches`: the choices are the carried matches, in order; the others are only ways to go. */
  readonly kind: "matches" | "page" | "exchange";
  readonly prompt: string;
  readonly choices: readonly MenuChoice[];
  /** Where the reader comes back to from a choice. */
  readonly back: MatchView | ListView | TopicView | ClaimView | null;
}

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** True for the statement on show. */
  readonly chosen: boolean;
}

/** What a message must hold for its buttons to go on working: it is all the memory there is. */
export interface Carried {
  /** The question, words or topic as the reader typed it; empty when there was none. */
  readonly asked: string;
  /** Ids of the statements that matched, best first. */
  readonly matches: readonly string[];
}

/** An answer as a document, the same for every front door. */
export interface Reply {
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  readonly menu: Menu | null;
  readonly carried: Carried;
  /** The view on show; null for replies that aren't about statements. */
  readonly view: View | null;
  /** True for what concerns the asker alone, such as a mistake in the request. */
  readonly quiet: boolean;
  /** The same for programs. */
  readonly record: ReplyRecord;
}

export interface ReplyRecord {
  readonly outcome: Outcome | "unusable";
  readonly confidence: number;
  readonly results: readonly Match[];
}
