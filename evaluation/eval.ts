import { parseArgs } from "node:util";
import { ZodError } from "zod";
import { loadArchive } from "../src/transcript/load-archive.ts";
import { printed } from "./bench/report.ts";
import {
  curveTable,
  impossibleTable,
  interviewTable,
  missesList,
  publicTable,
  sizesOf,
} from "./evaluation-tables.ts";
import {
  interviewMetrics,
  publicMetrics,
  readFloors,
  recordFloors,
  shortfalls,
  transcriptMetrics,
} from "./floors.ts";
import { askAll, figuresOf, missesOf } from "./interview-evaluation.ts";
import { DEVELOPMENT_SETS, HELD_OUT_SET, questionsOf } from "./interview-sets.ts";
import { measuredSearch } from "./measured-search.ts";
import { printedMisquotes } from "./misquotes/misquote-tables.ts";
import {
  checkMisquotes,
  evaluateMisquotes,
  type MeasuredMisquotes,
  misquoteMetrics,
} from "./misquotes/misquotes.ts";
import { evaluatePublicSets } from "./public-sets.ts";
import { archiveScale } from "./transcripts/archive-scale.ts";
import { measureAttribution, totalsOf } from "./transcripts/attribution.ts";
import { measureParseSpeed } from "./transcripts/parse-speed.ts";
import { attributionTable, speedTable } from "./transcripts/transcript-tables.ts";

const HELP = `npm run eval -- [interview] [public] [misquotes] [transcripts] [--misses] [--json]
npm run eval -- --check [--record] [--floors FILE] [--json]

Measures how well search finds and how well quotes are verified, from the project's folder. All sections without a
name.

  interview  four sets of questions on the bundled interview
  public     FriendsQA, SQuAD 2.0 and QMSum; needs EVAL_DATA, the folder they are in
  misquotes  true quotes mutated and damaged, held against the verifier, and the dev set's questions about quotes;
             of the bundled interview alone where EVAL_DATA isn't set
  transcripts  transcripts of every kind, written for this: who speaks, what answers what, who asks; how fast
             each kind is read; what a folder of 1,000 costs. Two to three minutes

  --misses   list what went wrong in the development sets; never of the held-out one
  --check    the interview, misquotes of it, who speaks in the transcripts, and every fifth question of FriendsQA
             and SQuAD where EVAL_DATA is set, held against the floors on record: some seconds
  --record   with --check: write down what is measured as the new floors
  --floors   another file of floors than evaluation/floors.json
  --json     one line of JSON

Ends with 0; with 1 when --check finds a figure under its floor; with 2 when it can't do what was asked.
`;

const SECTIONS = ["interview", "public", "misquotes", "transcripts"];
const EVERY_IN_CHECK = 5;
const FLOORS = "evaluation/floors.json";

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

class WrongUse extends Error {}

/** A file that is missing, or isn't what it should be. */
function isUnreadable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return "syscall" in error || error instanceof SyntaxError || error instanceof ZodError;
}

// Whoever reads along may stop: `| head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof WrongUse) process.stderr.write(`${error.message}\n\n${HELP}`);
  else if (isUnreadable(error))
    process.stderr.write(
      `the question sets can't be read (EVAL_DATA names their folder): ${error.message}\n`,
    );
  else throw error;
  process.exitCode = 2;
}

async function run(words: readonly string[]): Promise<number> {
  const { sections, options } = understood(words);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  return options.check ? check(options) : measure(sections, options);
}

function understood(words: readonly string[]) {
  const { values: options, positionals: sections } = parsed(words);
  const unknown = sections.find((name) => !SECTIONS.includes(name));
  if (unknown !== undefined) throw new WrongUse(`there is no section called ${unknown}`);
  if (options.check && sections.length > 0) throw new WrongUse("--check takes no section");
  if (options.check && options.misses) throw new WrongUse("--check lists no misses");
  if (options.floors !== FLOORS && !options.check) throw new WrongUse("--floors goes with --check");
  if (options.record && !options.check) throw new WrongUse("--record goes with --check");
  if (sections.includes("public") && !process.env.EVAL_DATA)
    throw new WrongUse("EVAL_DATA is not set (the folder of the public question sets)");
  return { sections, options };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        misses: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        record: { type: "boolean", default: false },
        floors: { type: "string", default: FLOORS },
      },
    });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** The four sets, and the three of development as one. */
async function measureInterview() {
  const { archive } = await loadArchive("transcripts");
  const search = measuredSearch(archive);
  const development = [];
  for (const set of DEVELOPMENT_SETS)
    development.push({ ...set, asked: askAll(search, await questionsOf(set)) });
  const heldOut = askAll(search, await questionsOf(HELD_OUT_SET));
  const pooled = figuresOf(development.flatMap(({ asked }) => asked));
  return {
    sets: [
      ...development.map(({ name, asked }) => ({ name, figures: figuresOf(asked) })),
      { name: "pooled", figures: pooled },
      { name: HELD_OUT_SET.name, figures: figuresOf(heldOut) },
    ],
    pooled,
    misses: development.map(({ name, asked }) => ({ name, misses: missesOf(asked) })),
  };
}

async function measure(
  sections: readonly string[],
  options: { readonly misses: boolean; readonly json: boolean },
): Promise<number> {
  const wants = (section: string): boolean => sections.length === 0 || sections.includes(section);
  const { EVAL_DATA: folder } = process.env;
  const interview = wants("interview") ? await measureInterview() : null;
  const publicSets = wants("public") && folder ? await evaluatePublicSets(folder) : null;
  const misquotes = wants("misquotes") ? await evaluateMisquotes(folder) : null;
  const transcripts = wants("transcripts") ? await measureTranscripts() : null;
  if (options.json) {
    const figures = interview?.sets ?? null;
    const misses = options.misses ? { misses: interview?.misses ?? null } : {};
    const quotes = misquotes && withMisses(misquotes, options.misses);
    print(
      JSON.stringify({ interview: figures, ...misses, public: publicSets, misquotes: quotes, transcripts }),
    );
    return 0;
  }
  if (interview) {
    print(
      "Questions on the bundled interview. The search was developed with dev, fresh and crowd at hand, and",
    );
    print("pooled is those three. Of the held-out set the totals are all that is ever looked at.\n");
    print(interviewTable(interview.sets));
    print("\nWhat is answered from a confidence on, and how much of it is right, in the pooled sets\n");
    print(curveTable(interview.pooled));
    if (options.misses)
      for (const { name, misses } of interview.misses) print(`\nMisses of ${name}\n${missesList(misses)}`);
  }
  if (publicSets) {
    print(
      "\nPublic sets. The weights of the ranking were learned on these very questions, so the figures are",
    );
    print(
      "in-sample; `learn-ranking --check` says what they are on questions not learned from (RESULTS.md).",
    );
    print(
      "R@1, R@3, MRR: the order alone, as if nothing were refused; shown: a refused question is a miss.\n",
    );
    print(publicTable(publicSets));
    print(`\n${impossibleTable(publicSets)}`);
    print(`\n${sizesOf(publicSets)}`);
  } else if (wants("public")) {
    print("\nFriendsQA, SQuAD and QMSum: not measured, EVAL_DATA is not set (the folder they are in).");
  }
  if (misquotes) print(`\n${printedMisquotes(misquotes.report, misquotes.dev, options)}`);
  if (transcripts) {
    print("\nTranscripts written for this, most of them with the rules at hand, read without a yaml\n");
    print(attributionTable(transcripts.attribution));
    print(
      "\nReading a file, places, speakers and roles included, beside a parser that does less, in turns\n",
    );
    print(speedTable(transcripts.speed));
    print(`\n${printed(transcripts.scale)}`);
    if (options.misses) print(`\n${transcripts.attribution.flatMap(({ misses }) => misses).join("\n")}`);
  }
  return 0;
}

async function measureTranscripts() {
  return {
    attribution: await measureAttribution(),
    speed: await measureParseSpeed(),
    scale: await archiveScale(),
  };
}

/** The misses only where they are asked for: there may be thousands. */
function withMisses({ report, dev }: MeasuredMisquotes, isWanted: boolean) {
  if (isWanted) return { report, dev };
  const { misses: _, ...figures } = report;
  const { misses: __, ...devFigures } = dev;
  return { report: figures, dev: devFigures };
}

async function check(options: {
  readonly record: boolean;
  readonly floors: string;
  readonly json: boolean;
}): Promise<number> {
  const recorded = await readFloors(options.floors).catch((error: unknown) => {
    if (options.record && isMissing(error)) return { about: "", floors: {} };
    throw new WrongUse(`${options.floors} can't be read as floors: ${error}`);
  });
  const { EVAL_DATA: folder } = process.env;
  const { sets } = await measureInterview();
  const misquotes = await checkMisquotes();
  const metrics = [
    ...interviewMetrics(sets),
    ...misquoteMetrics(misquotes),
    ...transcriptMetrics(totalsOf(await measureAttribution())),
    ...(folder ? publicMetrics(await evaluatePublicSets(folder, EVERY_IN_CHECK)) : []),
  ];
  if (options.record) await recordFloors(options.floors, metrics, recorded);
  const under = options.record ? [] : shortfalls(metrics, recorded);
  if (options.json) print(JSON.stringify({ metrics, under }));
  else {
    for (const line of under) print(`under its floor: ${line}`);
    if (!folder) print("FriendsQA and SQuAD: not checked, EVAL_DATA is not set.");
    const done = options.record ? `recorded in ${options.floors}` : `${under.length} under their floors`;
    print(`evaluation: ${metrics.length} figures, ${done}`);
  }
  return under.length > 0 ? 1 : 0;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
