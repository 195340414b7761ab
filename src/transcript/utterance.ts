import type { AttributionBasis, Speaker, StatementKind, TimeSpan } from "./interview.ts";
import type { Span } from "./source-text.ts";

/** One quotation of an utterance, with the narration that leads into it and follows it. */
export interface Part {
  /** Where it begins in the source; the next one begins where it ends. */
  readonly start: number;
  readonly spoken: readonly Span[];
  readonly asks: boolean;
}

/** What a format finds in one paragraph: someone's speech, or narration. Turns are made from these. */
export interface Utterance {
  /** The paragraph, or the part of it that belongs to this speaker. */
  readonly span: Span;
  /** The words inside the marks, without [editorial insertions]; empty for narration. */
  readonly spoken: readonly Span[];
  /** What stands in quotation marks within narration, in case a correction makes speech of it. */
  readonly quoted: readonly Span[];
  readonly kind: "speech" | "narration";
  /** The quotations in it, which a correction may give to different speakers. */
  readonly parts: readonly Part[];
  /** Who said it, where the text tells; turn-taking fills in the rest. */
  readonly speaker: Speaker | null;
  readonly basis: AttributionBasis | null;
  /** True when the text says "he" or "she" of its speaker, but not who that is: it is not the author. */
  readonly notAuthor?: boolean;
  /** True when the quotation runs on from the paragraph before. */
  readonly runsOn: boolean;
  /** True when a turn of its own begins here, although the same speaker may have spoken before. */
  readonly startsTurn?: boolean;
  /** When it was said, where the file tells. */
  readonly time?: TimeSpan | null;
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
