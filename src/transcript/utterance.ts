import type { AttributionBasis, Speaker, StatementKind } from "./interview.ts";
import type { Span } from "./source-text.ts";

/** What a format finds in one paragraph: someone's speech, or narration. Turns are made from these. */
export interface Utterance {
  /** The paragraph, or the part of it that belongs to this speaker. */
  readonly span: Span;
  /** The words inside the marks, without [editorial insertions]; empty for narration. */
  readonly spoken: readonly Span[];
  /** What stands in quotation marks within narration, in case a correction makes speech of it. */
  readonly quoted: readonly Span[];
  readonly kind: "speech" | "narration";
  /** Who said it, where the text tells; turn-taking fills in the rest. */
  readonly speaker: Speaker | null;
  readonly basis: AttributionBasis | null;
  /** True when the quotation runs on from the paragraph before. */
  readonly runsOn: boolean;
  /** True when it asks something; for narration, when it reports or poses a question. */
  readonly asks: boolean;
  /** True when the paragraph ends with an attribution, so that the same speaker may go on without one. */
  readonly endsWithAttribution: boolean;
  /** Set by a correction. */
  readonly corrected?: {
    readonly kind?: StatementKind;
    /** Line of the question this answers; null when it answers none. */
    readonly answersLine?: number | null;
  };
}
