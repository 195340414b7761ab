import type { ConfidencePart } from "./confidence.ts";
import type { Place } from "./evidence.ts";
import type { WordClass } from "./language.ts";
import type { Likeness } from "./query-reading.ts";
import type { QuestionForm } from "./question-form.ts";
import type { ScorePart } from "./ranking.ts";
import type { Outcome } from "./search.ts";
import type { Share } from "./shares.ts";

/** Why a question is answered as it is: what reading, ranking and confidence worked out, and nothing worked out anew. */
export interface Explanation {
  readonly words: readonly ReadWord[];
  /** What the wording shows of the answer. */
  readonly form: QuestionForm;
  /** False where no language of the archive has word vectors: then words and their places are all there is. */
  readonly readsMeaning: boolean;
  /** The best few; where nothing is an answer, the one that comes nearest. */
  readonly matches: readonly ExplainedMatch[];
  readonly confidence: ExplainedConfidence;
}

/** A word of the question, each term once. */
export interface ReadWord {
  /** As typed: several words where they were joined. */
  readonly typed: string;
  /** Folded and spelled out. */
  readonly word: string;
  /** The word it was most likely meant for; null for one that was read as it stands. */
  readonly corrected: string | null;
  /** The form under which it is looked up. */
  readonly term: string;
  readonly class: WordClass;
  /** What matching it is worth. */
  readonly weight: number;
}

export interface ExplainedMatch {
  /** The statement's id. */
  readonly id: string;
  /** The sum of the shares; only differences within one question mean something. */
  readonly score: number;
  /** What moves the score most first. */
  readonly shares: readonly Share<ScorePart>[];
  /** False for a statement so far behind by its words that its meaning wasn't compared. */
  readonly meaningCompared: boolean;
  /** By word of the question. */
  readonly words: readonly MatchedWord[];
}

export interface MatchedWord {
  readonly word: string;
  /** The best match in each place where there is one, the nearest place first. */
  readonly found: readonly FoundWord[];
  /** The word that comes nearest in meaning; null where none does, or meaning isn't compared. */
  readonly nearest: NearWord | null;
}

/** A word that stands for one of the question's. */
export interface FoundWord {
  readonly place: Place;
  /** As its source spells it; of a label, as the yaml does. */
  readonly word: string;
  /** The id of the statement it stands in: of a label, the one it is put on. */
  readonly in: string;
  readonly likeness: Likeness;
  /** From 0 to 1: how much it counts beside the same word. */
  readonly strength: number;
}

export interface NearWord {
  readonly place: "own" | "question" | "before";
  /** As its source spells it. */
  readonly word: string;
  readonly in: string;
  /** From 0 to 1; less than the likeness of the words where it isn't among the statement's own. */
  readonly nearness: number;
}

export interface ExplainedConfidence {
  /** The logistic value of the sum. */
  readonly value: number;
  /** The sum of the shares; null where there is nothing to be sure of. */
  readonly sum: number | null;
  /** Why there is nothing to be sure of; null where there is something. */
  readonly nothing: "no match" | "only grammar" | null;
  /** What moves it most first. */
  readonly shares: readonly Share<ConfidencePart>[];
  /** From where on it is an answer, and from where on the closest there is. */
  readonly thresholds: { readonly answer: number; readonly closest: number };
  readonly outcome: Outcome;
}
