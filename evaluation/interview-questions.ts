import { readFile } from "node:fs/promises";
import { z } from "zod";
import { OFF_TOPIC } from "./off-topic.ts";

const question = z.object({
  q: z.string().min(1),
  kind: z.enum(["answerable", "unanswerable", "topic", "verify-exact", "verify-altered", "verify-absent"]),
  /** 1-based lines of lukashenko-brics.txt. Any one answers; for a topic all belong to it. */
  lines: z.array(z.number().int().positive()),
  /** For an unanswerable one: whether it has nothing to do with the interview. Without it {@link OFF_TOPIC} tells. */
  offTopic: z.boolean().optional(),
});

export type InterviewQuestion = z.output<typeof question>;

/** @throws ZodError when the file isn't a question set. */
export async function readInterviewQuestions(path: string): Promise<readonly InterviewQuestion[]> {
  return z.array(question).parse(JSON.parse(await readFile(path, "utf8")));
}

/** The other unanswerable ones are near misses: their topic is there, the fact asked for is not. */
export function isOffTopic({ q, offTopic }: InterviewQuestion): boolean {
  return offTopic ?? OFF_TOPIC.has(q);
}
