import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";

/**
 * What becomes of a claim, the words someone says were said:
 *
 * - `exact`: the speaker's words, in order and without a gap in what was spoken;
 * - `cut`: their words, with some left out in between;
 * - `spliced`: pieces of two or more statements, joined;
 * - `altered`: words changed, added or put in another order;
 * - `misattributed`: said, but by the interviewer, in the narration, or by someone other than claimed;
 * - `absent`: not found in these interviews, which is not the same as never said.
 */
export type Verdict = "exact" | "cut" | "spliced" | "altered" | "misattributed" | "absent";

/**
 * What the words that differ are. `spelling` changes nothing that was said: it is a slip of the pen, the other side
 * of the Atlantic, or a number in figures.
 */
export type DifferenceKind =
  | "negation"
  | "number"
  | "condition"
  | "modal"
  | "hedge"
  | "quantifier"
  | "person"
  | "name"
  | "order"
  | "other"
  | "spelling";

/** In what else the claim may differ from the print, though every word is the same. */
export type Typography =
  | "capitals"
  | "punctuation"
  | "apostrophes"
  | "spacing"
  | "invisible characters"
  | "look-alike letters"
  | "insertion left out" // an editor's [insertion]
  | "insertion kept"
  | "attribution kept"; // "he said", between the words spoken

/** How what is claimed differs from what was said, at one place. */
export interface Difference {
  readonly change: "changed" | "left-out" | "added" | "moved" | "misspelt";
  readonly kind: DifferenceKind;
  /** Where in the claim, in its UTF-16 code units; null where words were left out. */
  readonly claimed: Span | null;
  /** The words said, in the source of `statement`, in order; empty where words were added. */
  readonly said: readonly Span[];
  /** Whose words `said` are. */
  readonly statement: Statement | null;
}

/** A stretch of the claim and where it was said. */
export interface Piece {
  readonly statement: Statement;
  /** In the claim's UTF-16 code units. */
  readonly claimed: Span;
  /** The words in the statement's source: one span for each stretch without a gap, in the order of the claim. */
  readonly said: readonly Span[];
}

/** What goes on right after, or stands right before, the words claimed, and turns them around. */
export interface Caution {
  readonly kind: "negation" | "condition" | "contrast";
  readonly where: "before" | "after";
  /** In the source of the statement, to the end of the sentence. */
  readonly said: readonly Span[];
}

/** What verification says of one claim. */
export interface Verification {
  /** The words that were checked: a slice of what was typed. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** True where so few words are claimed that they mean nothing: anybody may have said them. */
  readonly isTooShort: boolean;
  /** Whom the words are claimed to be from, as typed; null where nobody is named. */
  readonly claimedSpeaker: string | null;
  /** The statement the claim comes from, or most of it; null when the claim is absent. */
  readonly statement: Statement | null;
  /** Where each part of the claim was said, in the order of the claim. */
  readonly pieces: readonly Piece[];
  /** Other statements with the same words, best first. */
  readonly alsoIn: readonly Statement[];
  readonly differences: readonly Difference[];
  readonly typography: readonly Typography[];
  readonly cautions: readonly Caution[];
}

/** What verification says of a text. */
export interface VerifiedText {
  /** One for each claim, in its order; never empty. */
  readonly verifications: readonly Verification[];
  /** How many more claims the text has: nobody waits for a thousand. */
  readonly unchecked: number;
}

export interface VerifyOptions {
  /** Whom the words are said to be from, where the text itself names nobody. */
  readonly speaker?: string | undefined;
}

/** Holds what someone claims was said against an archive. Built once for it and never changed. */
export interface Verifier {
  /**
   * Checks each passage of a text in quotation marks or a block quote; the whole text where it has none, or where
   * all of it was said, marks and all. What only asks ("did he say …") is no part of a claim.
   */
  verify(text: string, options?: VerifyOptions): VerifiedText;
}
