/** The kind of information a question asks for, as far as its wording shows. */
export type Expectation = "number" | "age" | "time" | "duration" | "reason" | "name" | "person" | "verdict";

/** What the wording of a question shows about its answer, apart from the subject. */
export interface QuestionForm {
  /**
   * - `question`: what the interviewer asked;
   * - `asker`: what the interviewer said or the author writes;
   * - `anything`: no such wording.
   */
  readonly seeks: "question" | "asker" | "anything";
  readonly expects: Expectation | null;
  /** The word that names what is asked for, as "city" in "which city …"; null where none does. */
  readonly askedFor: string | null;
  /**
   * How the guest comes into it:
   * - `addressed`: as "you", so that nobody else's words will do;
   * - `quoted`: as one who says or thinks something;
   * - `mentioned`: as "he" or "she";
   * - `absent`.
   */
  readonly guest: "addressed" | "quoted" | "mentioned" | "absent";
}

export const PLAIN_FORM: QuestionForm = {
  seeks: "anything",
  expects: null,
  askedFor: null,
  guest: "absent",
};
