import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildSearch } from "../src/search/statement-search.ts";
import { loadArchive } from "../src/transcript/load-archive.ts";
import { evaluateInterview, type InterviewFigures, type Miss } from "./interview-evaluation.ts";
import { readInterviewQuestions } from "./interview-questions.ts";
import { evaluateFriendsQa, evaluateSquad, type RetrievalFigures } from "./public-sets.ts";

/**
 * Measures search: `npm run eval -- [--misses] [--json]`, from the project's folder. The question set on the
 * bundled interview is the project's own; the public ones are read from the folder that EVAL_DATA names.
 */
const { values: options } = parseArgs({
  options: { misses: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { archive } = await loadArchive(process.env.TRANSCRIPTS_DIR ?? "transcripts");
const search = buildSearch(archive);
const questionsOf = (name: string) => readInterviewQuestions(join("evaluation", name));
const { figures, misses } = evaluateInterview(search, await questionsOf("interview-dev.json"));
/** For validation only: its totals are looked at, never its misses, and nothing is tuned to it. */
const fresh = evaluateInterview(search, await questionsOf("interview-fresh.json")).figures;

const folder = process.env.EVAL_DATA;
const publicFigures: readonly RetrievalFigures[] = folder
  ? [...(await evaluateFriendsQa(folder)), await evaluateSquad(folder)]
  : [];

if (options.json) {
  print(
    JSON.stringify({
      interview: figures,
      fresh,
      ...(options.misses ? { misses } : {}),
      public: folder ? publicFigures : null,
    }),
  );
} else {
  printInterview("evaluation/interview-dev.json", figures);
  printInterview("evaluation/interview-fresh.json, never tuned to", fresh);
  if (options.misses) printMisses(misses);
  if (folder) for (const one of publicFigures) printPublic(one);
  else
    print(
      "\nFriendsQA and SQuAD: not measured, EVAL_DATA is not set (the folder with the public question sets).",
    );
}

function printInterview(file: string, of: InterviewFigures): void {
  print(`\nQuestions on the bundled interview (${file})`);
  row("R@1", of.recallAt1, of.answerable, "answerable");
  row("R@3", of.recallAt3, of.answerable, "answerable");
  row("MRR", of.meanReciprocalRank, of.answerable, "answerable");
  row("shown as answer", of.answerableShownAsAnswer, of.answerable, "answerable");
  row("wrongly refused (none)", of.answerableRefused, of.answerable, "answerable");
  row("AUC by confidence", of.auc, of.answerable + of.offTopic + of.nearMisses, "answerable and not");
  row("off-topic refused (none)", of.offTopicRefused, of.offTopic, "off-topic");
  row("near miss shown as answer", of.nearMissesShownAsAnswer, of.nearMisses, "near misses");
  row("topic F1 over lines", of.topicF1, of.topics, "topics");
  print(`${"time a question".padEnd(28)}${of.medianMs.toFixed(3)} ms median, ${of.p99Ms.toFixed(3)} ms p99`);
}

function printMisses(all: readonly Miss[]): void {
  print("\nMisses");
  for (const { question, wanted, got } of all) print(`  [${wanted.join(", ")}] ${question}\n      ${got}`);
}

function printPublic(of: RetrievalFigures): void {
  print(`\n${of.set} (${of.questions} questions, ${of.statements} statements)`);
  row("R@1", of.recallAt1);
  row("R@3", of.recallAt3);
  row("MRR", of.meanReciprocalRank);
  if (of.auc !== null) row("AUC by confidence", of.auc);
  row("shown as answer", of.answerableShownAsAnswer);
  if (of.impossibleShownAsAnswer !== null) row("impossible shown as answer", of.impossibleShownAsAnswer);
  print(
    `${"time a question".padEnd(28)}${of.medianMs.toFixed(3)} ms median; index built in ${of.buildMs.toFixed(0)} ms`,
  );
}

function row(name: string, value: number, count?: number, unit?: string): void {
  print(`${name.padEnd(28)}${value.toFixed(3)}${count === undefined ? "" : `  of ${count} ${unit}`}`);
}
