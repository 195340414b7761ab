import { z } from "zod";
import { formats } from "../formats/formats.ts";
import { readPageAddress } from "./page-address.ts";

const lineNumber = z.number().int().positive();

const LINE_OR_RANGE = /^0*[1-9]\d*(?:\s*[-–]\s*0*[1-9]\d*)?$/;

/** "21-25" or 21: lines of the transcript, 1-based and inclusive. */
const lineRange = z
  .union(
    [z.number().meta({ type: "integer", minimum: 1 }), z.string().meta({ pattern: LINE_OR_RANGE.source })],
    'expected a line such as 21 or a range such as "21-25"',
  )
  .refine((range) => LINE_OR_RANGE.test(String(range)), {
    error: 'expected a line such as 21 or a range such as "21-25", counted from 1',
    abort: true,
  })
  .transform((range) => {
    const [first = 0, last = first] = String(range).split(/[-–]/).map(Number);
    return { first, last };
  })
  .refine(({ first, last }) => first <= last, "the range ends before it begins");

const speaker = z.strictObject({
  name: z.string().trim().min(1).max(100).describe("The name shown with every quote."),
  aliases: z.array(z.string().trim().min(1)).default([]).describe("Other names the text uses."),
  role: z.enum(["interviewer", "guest", "other"]).describe("Who asks, who answers, or who is only quoted."),
});

const topic = z.strictObject({
  name: z.string().trim().min(1).max(100).describe("What people will ask for."),
  aliases: z.array(z.string().trim().min(1)).default([]).describe("Other words people use for it."),
  lines: z.array(lineRange).min(1).describe("Where the interview speaks of it."),
});

const correction = z
  .strictObject({
    line: lineNumber.describe("A line of the statement to correct."),
    nth: z
      .number()
      .int()
      .positive()
      .optional()
      .describe(
        "Which statement on that line, from 1; where only one stands there, which of its quotations.",
      ),
    speaker: z.string().trim().min(1).optional().describe("Who said it: a name or alias from speakers."),
    kind: z
      .enum(["statement", "question", "narration"])
      .optional()
      .describe("What it is: narration is said by nobody."),
    answers: lineNumber
      .nullable()
      .optional()
      .describe("A line of what it answers, whether that reads as a question or not, or null."),
  })
  .refine(
    (one) => one.speaker !== undefined || one.kind !== undefined || one.answers !== undefined,
    "a correction sets at least one of speaker, kind or answers",
  )
  .refine(
    (one) => !(one.kind === "narration" && one.speaker !== undefined),
    "narration has no speaker: leave out one of the two",
  )
  .meta({
    anyOf: ["speaker", "kind", "answers"].map((one) => ({ required: [one] })),
    not: { required: ["kind", "speaker"], properties: { kind: { const: "narration" } } },
  });

/** Where the interview was published, as a browser would ask for it. */
const pageAddress = z
  .string()
  .trim()
  .transform((typed, context) => {
    const address = readPageAddress(typed);
    if (address.ok) return address.url;
    context.addIssue({ code: "custom", message: address.problem });
    return z.NEVER;
  })
  .meta({ pattern: "^\\s*[Hh][Tt][Tt][Pp][Ss]?:", examples: ["https://example.com/talk"] });

/** Two people, or two topics, of one name could not be told apart; an alias must not lead to two people either. */
function refuseSharedNames(
  entries: readonly { readonly name: string; readonly aliases: readonly string[]; readonly role?: string }[],
  context: z.RefinementCtx,
): void {
  const owners = new Map<string, number>();
  entries.forEach((entry, index) => {
    const names = entry.role === undefined ? [entry.name] : [entry.name, ...entry.aliases];
    names.forEach((name, at) => {
      const folded = name.normalize("NFKC").toLowerCase();
      const owner = owners.get(folded);
      owners.set(folded, owner ?? index);
      if (owner === undefined || owner === index) return;
      const path = at === 0 ? [index, "name"] : [index, "aliases", at - 1];
      context.addIssue({ code: "custom", path, message: `“${name}” is the name of another one already` });
    });
  });
}

export const sidecarSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe("What the interview is called; the file’s name unless you say."),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language tag such as "en"')
    .default("en")
    .describe("The language it is in, as a tag such as en or de-AT; en unless you say."),
  url: pageAddress.optional().describe("The page the interview can be read on."),
  media: z
    .strictObject({ url: pageAddress.describe("Where the recording can be heard or seen.") })
    .optional()
    .describe("The recording, for transcripts that have times."),
  grade: z
    .enum(["full", "clean", "automatic"])
    .optional()
    .describe(
      "How closely the transcript keeps to what was said: full has every word, clean leaves out stumbles, automatic was made by a machine.",
    ),
  format: z
    .enum(formats.map(({ key }) => key))
    .optional()
    .describe("How the transcript is written, where that isn't recognised by itself."),
  speakers: z
    .array(speaker)
    .max(1000)
    .default([])
    .superRefine(refuseSharedNames)
    .describe("The people in it, as the transcript names them."),
  topics: z
    .array(topic)
    .max(1000)
    .default([])
    .superRefine(refuseSharedNames)
    .describe("What it is about, and where."),
  corrections: z.array(correction).default([]).describe("What reading the transcript alone gets wrong."),
});

/** What someone wrote down about a transcript, in the yaml beside it. */
export type Sidecar = z.output<typeof sidecarSchema>;
export type Correction = Sidecar["corrections"][number];
