import type { Tool, Verb } from "./verbs.ts";

interface VerbUsage {
  readonly synopsis: string;
  readonly about: string;
  readonly options: readonly (readonly [name: string, meaning: string])[];
  readonly examples: readonly string[];
  /** What the exit codes mean, where that isn't the usual. */
  readonly codes?: readonly string[];
}

const jsonOption = ["--json", "Answer with one JSON object a line instead of text for people."] as const;
const helpOption = ["-h, --help", "Show this."] as const;
const explainOption = [
  "--explain",
  "Say how the first matches were found: what each word met, and what made score and confidence.",
] as const;
const streaming = [
  "",
  "Without a text it reads one query a line from standard input and answers each in turn.",
] as const;

function searchOptions(limit: string, ...more: VerbUsage["options"]): VerbUsage["options"] {
  return [
    jsonOption,
    streaming,
    ...more,
    ["--limit N", limit],
    ["--speaker NAME", "Only what this person said."],
    ["--interview ID", "Only this interview: its id or title, or a part of them."],
    helpOption,
  ];
}

const usages: Readonly<Record<Verb | Tool, VerbUsage>> = {
  ask: {
    synopsis: '[options] "question"',
    about: "Answers a question with what was said, exactly as transcribed.",
    options: searchOptions(
      "At most N statements, 1 to 1000 (10 with --json; else the best one).",
      explainOption,
    ),
    examples: [
      '"Did Putin ever ask for Belarusian troops?"',
      '--speaker Lukashenko --limit 3 "nuclear weapons"',
      '--explain "Did Putin ever ask for Belarusian troops?"',
      "--json < questions.txt",
    ],
  },
  quote: {
    synopsis: '[options] "words"',
    about: "Finds statements by words you half remember.",
    options: searchOptions("At most N statements, 1 to 1000 (10 unless you say)."),
    examples: ['"never use the weapons stationed"', '--json "a path to escalation"'],
  },
  topic: {
    synopsis: '[options] "subject"',
    about: "Shows everything the interviews say on a subject, in order.",
    options: searchOptions("At most N statements, 1 to 1000 (all unless you say)."),
    examples: ['"Nuclear weapons"', '--json --speaker Lukashenko "prisoners"'],
  },
  interviews: {
    synopsis: "[options]",
    about: "Lists the interviews: who speaks in them, and on what.",
    options: [jsonOption, ["--statements", "List every statement instead, in order."], helpOption],
    examples: ["", "--json --statements"],
  },
  verify: {
    synopsis: '[options] "words"',
    about: "Checks whether words someone is said to have said were said, word for word as transcribed.",
    options: [
      jsonOption,
      ["", "Without a text it reads one a line from standard input and answers each in turn."],
      ["--speaker NAME", "Whom the words are said to be from, where the text doesn’t say."],
      helpOption,
    ],
    examples: [
      '"Putin will use the weapons stationed in Belarus"',
      "'did he say \"But only if the boot of one soldier steps into Belarus\"?'",
      "--json < claims.txt",
    ],
  },
  receipt: {
    synopsis: "[options] ID",
    about: "Proves a quote: where its words stand in which file, with hashes anyone can check.",
    options: [
      ["--json", "Answer with one line of JSON, which evaluation/check-receipt.mjs can check."],
      ["", "Without an id it reads one a line from standard input and answers each in turn."],
      helpOption,
    ],
    examples: ["4cv5-p8wa-a3g0", "--json 4cv5-p8wa-a3g0 > receipt.json", "--json < ids.txt"],
  },
  check: {
    synopsis: "[options] [FILE…]",
    about:
      "Checks interviews, those in the folder or the files you name: every problem with its place, and what was found.",
    options: [
      ["FILE", "A transcript, its yaml, or a folder; all that TRANSCRIPTS_DIR holds unless you say."],
      ["--json", "One JSON object a line for each file: see the README."],
      helpOption,
    ],
    examples: ["", "transcripts/holm-ferry.txt", "--json ~/interviews"],
    codes: [
      "0  nothing is wrong, though there may be warnings",
      "1  there are errors: those interviews are left out until they are mended",
      "2  bad usage: a message on standard error, nothing on standard output",
    ],
  },
  add: {
    synopsis: "[options] FILE",
    about:
      "Adds an interview: copies the file as it is, writes its yaml, and checks both. Asks what you don’t say.",
    options: [
      ["FILE", "The transcript, or - for standard input."],
      [
        "--name NAME",
        "What to call it in the folder, such as holm-ferry.txt; the file’s own name unless you say.",
      ],
      ["--title TITLE", "What the interview is called."],
      ["--interviewer NAME", "Who asks, as the file names them; may be given more than once."],
      ["--language TAG", "The language it is in, such as en or de-AT."],
      ["--url ADDRESS", "The page it was published on."],
      ["--media ADDRESS", "The recording."],
      ["--grade GRADE", "full, clean or automatic: how closely it keeps to what was said."],
      ["--format FORMAT", "How it is written, where that isn’t recognised."],
      [
        "-y, --yes",
        "Ask nothing: take what is guessed for all that isn’t said. Goes without saying in a script.",
      ],
      ["--force", "Replace an interview of that name; without it nothing is ever overwritten unasked."],
      ["--json", "Answer with one line of JSON, in the shape of check’s, and ask nothing."],
      helpOption,
    ],
    examples: [
      "~/Downloads/talk.vtt",
      '--yes --title "Ada Reed on the Holm ferry" --interviewer "Tom Hale" talk.vtt',
      "--name talk.srt - < talk.srt",
    ],
    codes: [
      "0  it is added, though there may be warnings",
      "1  it can’t be read as it is, or you changed your mind: nothing was added",
      "2  bad usage: a message on standard error, nothing was added",
    ],
  },
};

/** What `--help` prints. */
export function usageOf(verb: Verb | Tool): string {
  const { synopsis, about, options, examples, codes } = usages[verb];
  const width = Math.max(...options.map(([name]) => name.length));
  const streams =
    verb === "interviews"
      ? ""
      : "\n     (what is read from standard input: always 0, once each line has been answered)";
  return [
    `Usage: npm run -s ${verb} -- ${synopsis}`,
    "",
    about,
    "",
    "Options:",
    ...options.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`),
    "",
    "Exit codes:",
    ...(
      codes ?? [
        `0  answered, or the closest there is${streams}`,
        `1  ${verb === "receipt" ? "the quote has changed or gone" : "nothing found"}`,
        "2  bad usage or bad input: a message on standard error, nothing on standard output",
      ]
    ).map((line) => `  ${line}`),
    "",
    "Examples:",
    ...examples.map((example) => `  npm run -s ${verb}${example === "" ? "" : ` -- ${example}`}`),
    "",
  ].join("\n");
}
