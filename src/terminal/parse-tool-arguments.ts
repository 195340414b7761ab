import { parseArgs } from "node:util";
import { asksForHelp, problemIn } from "./argument-problems.ts";

export interface CheckArguments {
  /** Transcripts, yaml files or folders, as typed; empty for the folder of interviews. */
  readonly files: readonly string[];
  readonly json: boolean;
}

export interface AddArguments {
  /** As typed; `-` is standard input. */
  readonly file: string;
  /** What it will be called in the folder of interviews. */
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly interviewer: readonly string[];
  readonly language: string | undefined;
  readonly url: string | undefined;
  readonly media: string | undefined;
  readonly grade: string | undefined;
  readonly format: string | undefined;
  /** Take the guesses and ask nothing. */
  readonly yes: boolean;
  /** Replace an interview of that name. */
  readonly force: boolean;
  readonly json: boolean;
}

type Parsed<Kind extends string, Value> =
  | { readonly read: "help" }
  | { readonly read: "problem"; readonly problem: string }
  | ({ readonly read: Kind } & { readonly [key in Kind]: Value });

export function parseCheckArguments(argv: readonly string[]): Parsed<"check", CheckArguments> {
  if (asksForHelp(argv)) return { read: "help" };
  return problemIn(() => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: "boolean" } },
    });
    if (positionals.includes("")) return problem("One of the files has no name.");
    return { read: "check", check: { files: positionals, json: values.json ?? false } };
  });
}

export function parseAddArguments(argv: readonly string[]): Parsed<"add", AddArguments> {
  if (asksForHelp(argv)) return { read: "help" };
  return problemIn(() => {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        name: text,
        title: text,
        interviewer: { type: "string", multiple: true },
        language: text,
        url: text,
        media: text,
        grade: text,
        format: text,
        yes: { type: "boolean", short: "y" },
        force: flag,
        json: flag,
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || file === "") return problem("There is no file to add: name it after add --.");
    if (others.length > 0) return problem(`Add one file at a time; this is another: ${others[0]}`);
    const { name, title, interviewer = [], language, url, media, grade, format } = values;
    const { yes = false, force = false, json = false } = values;
    const asked = { name, title, interviewer, language, url, media, grade, format };
    const blank = Object.entries(asked).find(([, value]) => [value].flat().some((one) => one?.trim() === ""));
    if (blank) return problem(`--${blank[0]} takes a value; leave it out for none.`);
    return { read: "add", add: { file, ...asked, yes, force, json } };
  });
}

function problem(text: string): { readonly read: "problem"; readonly problem: string } {
  return { read: "problem", problem: text };
}
