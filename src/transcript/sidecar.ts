import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type Diagnostic, DiagnosticError } from "./diagnostic.ts";
import type { SourceFile } from "./source-file.ts";
import { decodeUtf8 } from "./utf8.ts";

const lineNumber = z.number().int().positive();

/** "21-25" or 21: lines of the transcript, 1-based and inclusive. */
const lineRange = z.union([
  lineNumber.transform((line) => ({ first: line, last: line })),
  z
    .string()
    .regex(/^\d+\s*[-–]\s*\d+$/, 'expected a line such as 21 or a range such as "21-25"')
    .transform((range) => {
      const [first = 0, last = 0] = range.split(/[-–]/).map(Number);
      return { first, last };
    })
    .refine(({ first, last }) => first >= 1 && first <= last, "the range ends before it begins"),
]);

const speaker = z.strictObject({
  name: z.string().trim().min(1).max(100).describe("The name shown with every quote."),
  aliases: z.array(z.string().trim().min(1)).default([]).describe("Other names the text uses."),
  role: z.enum(["interviewer", "guest", "other"]).describe("Who asks, who answers, or who is only quoted."),
});

const topic = z.strictObject({
  name: z.string().trim().min(1).max(100),
  aliases: z.array(z.string().trim().min(1)).default([]).describe("Other words people use for it."),
  lines: z.array(lineRange).min(1).describe("Where the interview speaks of it."),
});

const correction = z
  .strictObject({
    line: lineNumber.describe("A line of the statement to correct."),
    nth: z.number().int().positive().default(1).describe("Which statement on that line, from 1."),
    speaker: z.string().trim().min(1).optional().describe("Who said it: a name or alias from speakers."),
    kind: z.enum(["statement", "question", "narration"]).optional(),
    answers: lineNumber.nullable().optional().describe("The line of the question it answers, or null."),
  })
  .refine(
    (one) => one.speaker !== undefined || one.kind !== undefined || one.answers !== undefined,
    "a correction sets at least one of speaker, kind or answers",
  )
  .refine(
    (one) => !(one.kind === "narration" && one.speaker !== undefined),
    "narration has no speaker: leave out one of the two",
  );

export const sidecarSchema = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language tag such as "en"')
    .default("en"),
  speakers: z.array(speaker).max(1000).default([]),
  topics: z.array(topic).max(1000).default([]),
  corrections: z.array(correction).default([]),
});

/** What someone wrote down about a transcript, in the yaml beside it. */
export type Sidecar = z.output<typeof sidecarSchema>;
export type Correction = Sidecar["corrections"][number];

/** A sidecar with the means to point at the place in the yaml that a problem is about. */
export interface LocatedSidecar {
  readonly sidecar: Sidecar;
  /** An error about the value at `path`, e.g. `["corrections", 0, "line"]`. */
  problem(path: readonly (string | number)[], message: string, advice: string): Diagnostic;
}

/** What a transcript without a yaml gets. */
export function emptySidecar(file: string): LocatedSidecar {
  return {
    sidecar: sidecarSchema.parse({}),
    problem: (_path, message, advice) => ({ severity: "error", file, message, advice }),
  };
}

/**
 * Reads and validates a sidecar.
 * @throws DiagnosticError with every problem found, each with its line and column.
 */
export function parseSidecar(file: SourceFile): LocatedSidecar {
  const lineCounter = new LineCounter();
  const document = parseDocument(decodeUtf8(file), { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new DiagnosticError(
      document.errors.map((error) => ({
        severity: "error",
        file: file.name,
        ...placeOf(lineCounter, error.pos[0]),
        message: `not valid YAML: ${error.message}.`,
        advice: "Correct the line; a name or text with “:” or “#” in it needs quotation marks.",
      })),
    );
  }

  const problem = (path: readonly (string | number)[], message: string, advice: string): Diagnostic => {
    const node = deepestNode(path, (prefix) => document.getIn(prefix, true));
    return {
      severity: "error",
      file: file.name,
      ...(node?.range ? placeOf(lineCounter, node.range[0]) : {}),
      message,
      advice,
    };
  };

  const result = sidecarSchema.safeParse(toPlain(document, file));
  if (!result.success) {
    throw new DiagnosticError(
      result.error.issues.map((issue) => {
        const path = issue.path.filter((part) => typeof part !== "symbol");
        const where = path.length > 0 ? `${path.join(".")}: ` : "";
        return problem(path, `${where}${issue.message}.`, "See “Adding an interview” in the README.");
      }),
    );
  }
  return { sidecar: result.data, problem };
}

function toPlain(document: ReturnType<typeof parseDocument>, file: SourceFile): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    // The yaml library refuses aliases that multiply into more than they are worth ("billion laughs").
    throw new DiagnosticError([
      {
        severity: "error",
        file: file.name,
        message: `not usable YAML: ${error instanceof Error ? error.message : String(error)}.`,
        advice: "Write the values out instead of using aliases.",
      },
    ]);
  }
}

/** The node at `path`, or the nearest one above it that exists. */
function deepestNode(path: readonly (string | number)[], find: (prefix: readonly unknown[]) => unknown) {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? undefined : find(path.slice(0, length));
    if (isNode(node)) return node;
  }
  return undefined;
}

function placeOf(lineCounter: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lineCounter.linePos(offset);
  return { line, column: col };
}
