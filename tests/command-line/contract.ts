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
  needs: z.array(id),
  score: z.number().min(0).max(1),
});

export const answer = z.strictObject({
  query: z.string(),
  outcome: z.enum(["answer", "closest", "none"]),
  confidence: z.number().min(0).max(1),
  results: z.array(statement),
  ms: z.number().nonnegative(),
});

const share = z.strictObject({ name: z.string(), value: z.number(), weight: z.number(), share: z.number() });
const strength = z.number().min(0).max(1);

/** With --explain. The names of shares may change with the ranking. */
export const explainedAnswer = answer.extend({
  explanation: z.strictObject({
    words: z.array(
      z.strictObject({
        typed: z.string(),
        word: z.string(),
        corrected: z.string().nullable(),
        term: z.string(),
        class: z.enum(["function", "common", "content"]),
        weight: z.number().nonnegative(),
      }),
    ),
    form: z.strictObject({
      seeks: z.enum(["question", "asker", "anything"]),
      expects: z.string().nullable(),
      askedFor: z.string().nullable(),
      guest: z.enum(["addressed", "quoted", "mentioned", "absent"]),
    }),
    readsMeaning: z.boolean(),
    matches: z
      .array(
        z.strictObject({
          id,
          score: z.number(),
          shares: z.array(share),
          meaningCompared: z.boolean(),
          words: z.array(
            z.strictObject({
              word: z.string(),
              found: z.array(
                z.strictObject({
                  place: z.enum(["own", "question", "before", "after", "near", "label"]),
                  word: z.string(),
                  in: id,
                  likeness: z.enum(["exact", "family", "synonym", "beginning", "repaired", "related"]),
                  strength,
                }),
              ),
              nearest: z
                .strictObject({
                  place: z.enum(["own", "question", "before"]),
                  word: z.string(),
                  in: id,
                  nearness: strength,
                })
                .nullable(),
            }),
          ),
        }),
      )
      .max(3),
    confidence: z.strictObject({
      value: z.number().min(0).max(1),
      sum: z.number().nullable(),
      nothing: z.enum(["no match", "only grammar"]).nullable(),
      shares: z.array(share),
      thresholds: z.strictObject({ answer: z.number(), closest: z.number() }),
      outcome: z.enum(["answer", "closest", "none"]),
    }),
  }),
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
  format: z.string().min(1).optional(),
  grade: z.enum(["full", "clean", "automatic"]).optional(),
  url: z.url().optional(),
  media: z.url().optional(),
});
