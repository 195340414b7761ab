import { z } from "zod";

/** The shapes that programs rely on, written down here anew: strict, so that a field more is noticed too. */
const span = z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() });

const id = z.string().regex(/^[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$/u);

export const statement = z.strictObject({
  id,
  interview: z.string().min(1),
  file: z.string().min(1),
  speaker: z.string().min(1).nullable(),
  kind: z.enum(["statement", "question", "narration"]),
  text: z.string().min(1),
  spans: z.array(span).min(1),
  spoken: z.array(span),
  lines: z.tuple([z.int().positive(), z.int().positive()]),
  answers: id.nullable(),
  score: z.number().min(0).max(1),
});

export const answer = z.strictObject({
  query: z.string(),
  outcome: z.enum(["answer", "closest", "none"]),
  confidence: z.number().min(0).max(1),
  results: z.array(statement),
  ms: z.number().nonnegative(),
});

/** A line of standard input that can't be a query says why. */
export const refusedAnswer = answer.extend({ error: z.string().min(1) });

export const interview = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  speakers: z.array(z.string().min(1)),
  statements: z.int().positive(),
});
