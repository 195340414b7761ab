import { readFile } from "node:fs/promises";
import { z } from "zod";

const question = z.object({
  q: z.string().min(1),
  kind: z.enum(["answerable", "unanswerable", "topic", "verify-exact", "verify-altered", "verify-absent"]),
  /** 1-based lines of lukashenko-brics.txt. Any one answers; for a topic all belong to it. */
  lines: z.array(z.number().int().positive()),
});

export type InterviewQuestion = z.output<typeof question>;

/** @throws ZodError when the file isn't a question set. */
export async function readInterviewQuestions(path: string): Promise<readonly InterviewQuestion[]> {
  return z.array(question).parse(JSON.parse(await readFile(path, "utf8")));
}
