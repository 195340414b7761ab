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
 * What the words that differ are. `spelling` and `typography` change nothing that was said: a slip of the pen, or
 * the same words printed in another way.
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
  | "spelling"
  | "typography";

/** How what is claimed differs from what was said, at one place. */
export interface Difference {
  readonly change: "changed" | "left-out" | "added" | "moved" | "misspelt" | "typography";
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

/** Whom a claim says the words are from. */
export interface ClaimedSpeaker {
  /** As typed. */
  readonly name: string;
}

/** What goes on right after, or stands right before, the words claimed, and turns them around. */
export interface Caution {
  readonly kind: "negation" | "condition" | "contrast";
  readonly where: "before" | "after";
  /** In the source of the statement. */
  readonly said: Span;
}

/** What verification says of one claim. */
export interface Verification {
  /** The words that were checked: a slice of what was typed. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** True where so few words are claimed that they mean nothing: anybody may have said them. */
  readonly isTooShort: boolean;
  readonly claimedSpeaker: ClaimedSpeaker | null;
  /** The statement the claim comes from, or most of it; null when the claim is absent. */
  readonly statement: Statement | null;
  /** Where each part of the claim was said, in the order of the claim. */
  readonly pieces: readonly Piece[];
  /** Other statements with the same words, best first. */
  readonly alsoIn: readonly Statement[];
  readonly differences: readonly Difference[];
  readonly cautions: readonly Caution[];
}

/** Holds what someone claims was said against an archive. Built once for it and never changed. */
export interface Verifier {
  /**
   * One verification for each claim in the text, in its order: for each passage in quotation marks or in a block
   * quote; for the whole text where it has none. Never empty.
   */
  verify(text: string, options?: VerifyOptions): readonly Verification[];
}

export interface VerifyOptions {
  /** Whom the words are said to be from, where the text doesn't say. */
  readonly speaker?: string;
}
