import type { InterviewFigures, Miss } from "./interview-evaluation.ts";
import type { PublicFigures, RankFigures, WayFigures } from "./public-sets.ts";
import { table } from "./table.ts";

/** A set with what was measured on it. */
export interface MeasuredSet {
  readonly name: string;
  readonly figures: InterviewFigures;
}

/** A line of the table: its name, the figure by set, and what issue 3 aims at. */
const INTERVIEW_ROWS: readonly (readonly [
  name: string,
  of: (figures: InterviewFigures) => string,
  aim?: string,
])[] = [
  ["answerable questions", ({ answerable }) => String(answerable)],
  ["R@1", ({ recallAt1 }) => share(recallAt1), "≥ 0.75"],
  ["R@3", ({ recallAt3 }) => share(recallAt3), "≥ 0.90"],
  ["MRR", ({ meanReciprocalRank }) => share(meanReciprocalRank)],
  ["R@1, none refused", ({ rankedRecallAt1 }) => share(rankedRecallAt1)],
  ["answerable shown as answer", ({ answerableShownAsAnswer }) => share(answerableShownAsAnswer)],
  ["answerable refused", ({ answerableRefused }) => share(answerableRefused), "≤ 0.08"],
  ["AUC by confidence", ({ auc }) => share(auc), "≥ 0.92"],
  ["AUC, off-topic alone", ({ aucOffTopic }) => share(aucOffTopic)],
  ["AUC, near misses alone", ({ aucNearMisses }) => share(aucNearMisses)],
  ["off-topic questions", ({ offTopic }) => String(offTopic)],
  ["off-topic refused", ({ offTopicRefused }) => share(offTopicRefused), "≥ 0.95"],
  ["near misses", ({ nearMisses }) => String(nearMisses)],
  ["near misses shown as answer", ({ nearMissesShownAsAnswer }) => share(nearMissesShownAsAnswer), "≤ 0.15"],
  ["topics", ({ topics }) => String(topics)],
  ["topic F1 over lines", ({ topicF1 }) => share(topicF1), "≥ 0.80"],
  ["ms a question, median", ({ medianMs }) => milliseconds(medianMs)],
  ["ms a question, p99", ({ p99Ms }) => milliseconds(p99Ms)],
];

export function interviewTable(sets: readonly MeasuredSet[]): string {
  const rows = INTERVIEW_ROWS.map(([name, of, aim = ""]) => ({
    name,
    cells: [aim, ...sets.map(({ figures }) => of(figures))],
  }));
  return table(["aim", ...sets.map(({ name }) => name)], rows);
}

export function curveTable({ curve }: InterviewFigures): string {
  const rows = curve.map(({ from, coverage, precision }) => ({
    name: `from ${from.toFixed(1)}`,
    cells: [share(coverage), share(precision)],
  }));
  return table(["of all questions", "first match right"], rows);
}

export function missesList(misses: readonly Miss[]): string {
  return misses
    .map(({ question, wanted, got }) => `  [${wanted.join(", ")}] ${question}\n      ${got}`)
    .join("\n");
}

const PUBLIC_COLUMNS = [
  "R@1",
  "R@3",
  "MRR",
  "R@1 shown",
  "R@3 shown",
  "MRR shown",
  "answer",
  "refused",
  "ms",
];

export function publicTable(sets: readonly PublicFigures[]): string {
  const rows = sets.flatMap(({ set, clean, typo, typoCost }) => [
    { name: set, cells: wayCells(clean) },
    { name: "… a typo in each", cells: wayCells(typo) },
    { name: "… cost of the typo", cells: [share(typoCost)] },
  ]);
  return table(PUBLIC_COLUMNS, rows);
}

/** For sets with impossible questions, how these are told apart. */
export function impossibleTable(sets: readonly PublicFigures[]): string {
  const rows = sets
    .filter(({ impossible }) => impossible > 0)
    .flatMap(({ set, clean, typo }) =>
      [
        { name: set, way: clean },
        { name: "… a typo in each", way: typo },
      ].map(({ name, way }) => ({
        name,
        cells: [way.auc, way.impossibleShownAsAnswer, way.impossibleRefused].map((value) =>
          value === null ? "—" : share(value),
        ),
      })),
    );
  return table(["AUC", "impossible shown as answer", "impossible refused"], rows);
}

export function sizesOf(sets: readonly PublicFigures[]): string {
  return sets
    .map(
      ({ set, answerable, impossible, statements, buildMs }) =>
        `- ${set}: ${answerable} answerable questions and ${impossible} impossible ones over ${statements} statements, ` +
        `indexed in ${buildMs.toFixed(0)} ms`,
    )
    .join("\n");
}

function wayCells({ ranked, shown, ...way }: WayFigures): readonly string[] {
  const ranks = ({ recallAt1, recallAt3, meanReciprocalRank }: RankFigures) =>
    [recallAt1, recallAt3, meanReciprocalRank].map(share);
  return [
    ...ranks(ranked),
    ...ranks(shown),
    share(way.answerableShownAsAnswer),
    share(way.answerableRefused),
    milliseconds(way.medianMs),
  ];
}

function share(value: number): string {
  return value.toFixed(3);
}

function milliseconds(value: number): string {
  return value.toFixed(2);
}
