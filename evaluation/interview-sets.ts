import { join } from "node:path";
import { type InterviewQuestion, readInterviewQuestions } from "./interview-questions.ts";

/** A set of questions on the bundled interview. */
export interface InterviewSet {
  /** As tables and floors name it. */
  readonly name: string;
  /** In evaluation/. */
  readonly file: string;
}

/**
 * The search was developed with these at hand: their questions were read, and what they missed was looked into. So
 * their figures say whether a change helps or harms, not how well strangers fare.
 */
export const DEVELOPMENT_SETS: readonly InterviewSet[] = [
  /** Given with the project, and never changed. */
  { name: "dev", file: "interview-dev.json" },
  { name: "fresh", file: "interview-fresh.json" },
  { name: "crowd", file: "interview-crowd.json" },
];

/**
 * Written by someone who had seen neither the code nor the other sets. Its totals are all that may be looked at: no
 * command prints its questions or its misses, and nothing is ever chosen, learned or repaired by it. What is found
 * wrong with one of its questions makes it a development set, and calls for a new one to be written.
 */
export const HELD_OUT_SET: InterviewSet = { name: "held out", file: "interview-held-out.json" };

export function questionsOf({ file }: InterviewSet): Promise<readonly InterviewQuestion[]> {
  return readInterviewQuestions(join("evaluation", file));
}
