import { parseArgs } from "node:util";
import { asksForHelp, problemIn } from "./argument-problems.ts";
import type { SearchVerb, Verb } from "./verbs.ts";

/** Far beyond what anyone asks, and short enough to answer at once. */
export const LONGEST_TEXT = 10_000;

export interface SearchArguments {
  readonly verb: SearchVerb;
  readonly json: boolean;
  /** Whether to say how the matches were found; ask alone can. */
  readonly explain: boolean;
  /** Undefined where none was typed: the queries then come from standard input. */
  readonly text: string | undefined;
  readonly limit: number | undefined;
  readonly speaker: string | undefined;
  readonly interview: string | undefined;
}

export interface InterviewsArguments {
  readonly verb: "interviews";
  readonly json: boolean;
  readonly statements: boolean;
}

export interface ReceiptArguments {
  /** As typed; undefined where none was: the ids then come from standard input. */
  readonly id: string | undefined;
  readonly json: boolean;
}

export interface VerifyArguments {
  /** Undefined where none was typed: the texts then come from standard input. */
  readonly text: string | undefined;
  readonly json: boolean;
  readonly speaker: string | undefined;
}

/** `problem` is a sentence for the person who typed. */
export type Arguments =
  | { readonly read: "help" }
  | { readonly read: "problem"; readonly problem: string }
  | { readonly read: "search"; readonly search: SearchArguments }
  | { readonly read: "interviews"; readonly interviews: InterviewsArguments }
  | { readonly read: "verify"; readonly verify: VerifyArguments }
  | { readonly read: "receipt"; readonly receipt: ReceiptArguments };

const common = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

/** Reads what stands after `npm run -s VERB --`. */
export function parseArguments(verb: Verb, argv: readonly string[]): Arguments {
  if (asksForHelp(argv)) return { read: "help" };
  return problemIn(() => {
    if (verb === "verify") return readVerify(argv);
    if (verb === "receipt") return readReceipt(argv);
    return verb === "interviews" ? readInterviews(argv) : readSearch(verb, argv);
  });
}

/** What is wrong with a query, or null. */
export function textProblem(text: string): string | null {
  if (text.trim() === "") return "There is nothing to look for: the text is empty.";
  if (text.length > LONGEST_TEXT) {
    return `The text has ${text.length} characters; at most ${LONGEST_TEXT} can be looked for.`;
  }
  return null;
}

function readSearch(verb: SearchVerb, argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      ...common,
      explain: { type: "boolean" },
      limit: { type: "string" },
      speaker: { type: "string" },
      interview: { type: "string" },
    },
  });
  const { json = false, explain = false, limit, speaker, interview } = values;
  const text = positionals.length > 0 ? positionals.join(" ") : undefined;
  if (explain && verb !== "ask") return problem(`--explain explains how ask finds its answer, not ${verb}.`);
  if (limit !== undefined && !(/^\d{1,4}$/u.test(limit) && Number(limit) >= 1 && Number(limit) <= 1000)) {
    return problem("--limit takes a whole number from 1 to 1000.");
  }
  if (speaker?.trim() === "") return problem("--speaker takes a name.");
  if (interview?.trim() === "") return problem("--interview takes an interview’s id or title.");
  if (text === undefined && !json) return problem(`There is nothing to look for: type it after ${verb} --.`);
  const wrong = text === undefined ? null : textProblem(text);
  if (wrong !== null) return problem(wrong);
  const search = { verb, json, explain, text, limit: limit === undefined ? undefined : Number(limit) };
  return { read: "search", search: { ...search, speaker, interview } };
}

function readVerify(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { ...common, speaker: { type: "string" } },
  });
  const { json = false, speaker } = values;
  const text = positionals.length > 0 ? positionals.join(" ") : undefined;
  if (speaker?.trim() === "") return problem("--speaker takes a name.");
  if (text === undefined && !json)
    return problem("There is nothing to verify: type the words after verify --.");
  const wrong = text === undefined ? null : textProblem(text);
  return wrong === null ? { read: "verify", verify: { text, json, speaker } } : problem(wrong);
}

function readInterviews(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { ...common, statements: { type: "boolean" } },
  });
  if (positionals.length > 0) return problem(`interviews takes no text, and this is some: ${positionals[0]}`);
  const { json = false, statements = false } = values;
  return { read: "interviews", interviews: { verb: "interviews", json, statements } };
}

function readReceipt(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: common });
  const { json = false } = values;
  // An id may be typed with spaces for dashes.
  const id = positionals.length > 0 ? positionals.join(" ") : undefined;
  if (id === undefined && !json) return problem("There is no id: type one after receipt --.");
  return { read: "receipt", receipt: { id, json } };
}

function problem(text: string): Arguments {
  return { read: "problem", problem: text };
}
