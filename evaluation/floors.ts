import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { MeasuredSet } from "./evaluation-tables.ts";
import type { PublicFigures } from "./public-sets.ts";
import type { Totals } from "./transcripts/attribution.ts";

/** A figure that is watched. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  /** Whether more is better; otherwise less is. */
  readonly rising: boolean;
  /** Questions behind it, of the rarer kind where there are two. */
  readonly questions: number;
  /** Where not a single one more may go wrong: its floor is what was measured, without a margin. */
  readonly strict?: boolean;
}

const floors = z.object({
  about: z.string(),
  floors: z.record(
    z.string(),
    z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]),
  ),
});
export type Floors = z.output<typeof floors>;

const ABOUT =
  "How low each figure of `npm run eval -- --check` may fall, or how high it may rise where less is better, before " +
  "the check fails. Written by `npm run eval -- --check --record`: what was measured then, less a margin of one " +
  "question in the set, or of 0.01 where that is more; none where nothing more may go wrong.";
const LEAST_MARGIN = 0.01;

/** @throws ZodError when the file isn't a list of floors. */
export async function readFloors(path: string): Promise<Floors> {
  return floors.parse(JSON.parse(await readFile(path, "utf8")));
}

/** Floors for what is measured now. A section that isn't, for want of data, keeps the floors it has. */
export async function recordFloors(path: string, metrics: readonly Metric[], before: Floors): Promise<void> {
  const now = metrics.map(({ name, value, rising, questions, strict }) => {
    const margin = strict ? 0 : Math.max(LEAST_MARGIN, 1 / questions);
    // Rounded away from the figure, so that it never breaks its own floor.
    const floor = rising
      ? { atLeast: Math.max(0, Math.floor((value - margin) * 1000) / 1000) }
      : { atMost: Math.min(1, Math.ceil((value + margin) * 1000) / 1000) };
    return [name, floor] as const;
  });
  const sections = new Set(metrics.map(({ name }) => sectionOf(name)));
  const kept = Object.entries(before.floors).filter(([name]) => !sections.has(sectionOf(name)));
  const recorded = { about: ABOUT, floors: Object.fromEntries([...now, ...kept]) };
  await writeFile(path, `${JSON.stringify(recorded, null, 2)}\n`);
}

/**
 * What is under its floor, in words; empty when nothing is. A figure without a floor counts as under it, so that
 * nothing goes unwatched, and so does a floor without its figure where the rest of its section was measured.
 */
export function shortfalls(metrics: readonly Metric[], recorded: Floors): readonly string[] {
  const sections = new Set(metrics.map(({ name }) => sectionOf(name)));
  const measured = new Set(metrics.map(({ name }) => name));
  const under = metrics.flatMap(({ name, value }) => {
    const floor = recorded.floors[name];
    if (!floor) return [`${name}: ${value.toFixed(3)}, and no floor is recorded`];
    if ("atLeast" in floor && !(value >= floor.atLeast))
      return [`${name}: ${value.toFixed(3)}, must be at least ${floor.atLeast}`];
    if ("atMost" in floor && !(value <= floor.atMost))
      return [`${name}: ${value.toFixed(3)}, must be at most ${floor.atMost}`];
    return [];
  });
  const gone = Object.keys(recorded.floors)
    .filter((name) => sections.has(sectionOf(name)) && !measured.has(name))
    .map((name) => `${name}: has a floor, but isn't measured`);
  return [...under, ...gone];
}

function sectionOf(name: string): string {
  return name.slice(0, name.indexOf(":"));
}

export function interviewMetrics(sets: readonly MeasuredSet[]): readonly Metric[] {
  return sets.flatMap(({ name: set, figures }) => {
    const { answerable, offTopic, nearMisses, topics } = figures;
    const rarest = Math.min(offTopic + nearMisses, answerable);
    const rows: readonly (readonly [string, number, number, ("falling" | "rising")?])[] = [
      ["R@1", figures.recallAt1, answerable],
      ["R@3", figures.recallAt3, answerable],
      ["MRR", figures.meanReciprocalRank, answerable],
      ["R@1, none refused", figures.rankedRecallAt1, answerable],
      ["answerable shown as answer", figures.answerableShownAsAnswer, answerable],
      ["answerable refused", figures.answerableRefused, answerable, "falling"],
      ["AUC", figures.auc, rarest],
      ["AUC off-topic", figures.aucOffTopic, offTopic],
      ["AUC near misses", figures.aucNearMisses, nearMisses],
      ["off-topic refused", figures.offTopicRefused, offTopic],
      ["near misses shown as answer", figures.nearMissesShownAsAnswer, nearMisses, "falling"],
      ["topic F1", figures.topicF1, topics],
    ];
    return rows.map(([name, value, questions, way]) => ({
      name: `interview: ${set}: ${name}`,
      value,
      rising: way !== "falling",
      questions,
    }));
  });
}

/** How transcripts of every kind are read: these are examples, so not one may be read worse than it was. */
export function transcriptMetrics({ speakers, links, linked, roles }: Totals): readonly Metric[] {
  const rows = {
    "speakers right": speakers,
    "answers linked": links,
    "links right": linked,
    "roles right": roles,
  };
  return Object.entries(rows).map(([name, { right, of }]) => ({
    name: `transcripts: ${name}`,
    value: right / of,
    rising: true,
    questions: of,
    strict: true,
  }));
}

export function publicMetrics(sets: readonly PublicFigures[]): readonly Metric[] {
  return sets.flatMap(({ set, answerable, clean, typo }) =>
    [
      { way: clean, put: "" },
      { way: typo, put: ", typo" },
    ].flatMap(({ way, put }) => {
      const rows: readonly (readonly [string, number | null])[] = [
        ["R@1", way.ranked.recallAt1],
        ["R@3", way.ranked.recallAt3],
        ["MRR", way.ranked.meanReciprocalRank],
        ["R@1 as shown", way.shown.recallAt1],
        ["AUC", way.auc],
      ];
      return rows.flatMap(([name, value]) =>
        value === null
          ? []
          : [{ name: `public: ${set}${put}: ${name}`, value, rising: true, questions: answerable }],
      );
    }),
  );
}
