import { z } from "zod";
import { Archive } from "../../src/transcript/archive.ts";
import type { Interview, Statement } from "../../src/transcript/interview.ts";
import { measuredSearch } from "../measured-search.ts";
import { meanReciprocalRank, type RankOfRight, recallAt } from "../measures.ts";
import {
  type PublicQuestion,
  type PublicSet,
  readFriendsQa,
  readQmsum,
  readSquad,
} from "../public-questions.ts";
import { seededRandom, withTypo } from "../typos.ts";
import type { Search } from "./engines/engine.ts";
import { OURS, OURS_RANKED, peerCalled } from "./engines/engines.ts";
import { passagesOf } from "./passages.ts";

/** R@1 and MRR over the first ten, of questions as they are written and with a typo in each. */
export const qualityCell = z.object({
  questions: z.number(),
  recallAt1: z.number(),
  recallAt1Typo: z.number(),
  meanReciprocalRank: z.number(),
  meanReciprocalRankTypo: z.number(),
});
export type QualityCell = z.infer<typeof qualityCell>;

export const QUALITY_SETS = ["SQuAD", "FriendsQA", "QMSum"] as const;
export type QualitySet = (typeof QUALITY_SETS)[number];

const READERS: Readonly<Record<QualitySet, (folder: string) => Promise<PublicSet>>> = {
  SQuAD: readSquad,
  FriendsQA: readFriendsQa,
  QMSum: readQmsum,
};

const RESULTS = 10;
const QUESTIONS_A_SET = 400;

/** All statements of SQuAD and of FriendsQA compete; those of QMSum within their meeting, each an index of its own. */
export async function measureQuality(folder: string, engine: string, set: QualitySet): Promise<QualityCell> {
  const { interviews, questions } = await READERS[set](folder);
  const answerable = questions.filter(({ right }) => right.size > 0);
  const step = Math.max(1, Math.floor(answerable.length / QUESTIONS_A_SET));
  const asked = answerable.filter((_, at) => at % step === 0);
  const random = seededRandom(7);
  const misspelt = asked.map((question) => ({ ...question, text: withTypo(question.text, random) }));
  const archives = set === "QMSum" ? interviews.map((interview) => [interview]) : [interviews];
  const clean: RankOfRight[] = [];
  const typo: RankOfRight[] = [];
  for (const archive of archives) {
    const search = await searchOver(engine, archive);
    clean.push(...(await ranksOf(search, archive, asked)));
    typo.push(...(await ranksOf(search, archive, misspelt)));
  }
  return {
    questions: asked.length,
    recallAt1: recallAt(1, clean),
    recallAt1Typo: recallAt(1, typo),
    meanReciprocalRank: meanReciprocalRank(clean),
    meanReciprocalRankTypo: meanReciprocalRank(typo),
  };
}

/** Of the questions that are asked of these interviews. */
async function ranksOf(
  search: Search,
  interviews: readonly Interview[],
  questions: readonly PublicQuestion[],
): Promise<readonly RankOfRight[]> {
  const bases = basesOf(interviews);
  const ranks: RankOfRight[] = [];
  for (const { text, interview, right } of questions) {
    const base = bases.get(interview);
    if (base === undefined) continue;
    const at = (await search(text, RESULTS)).findIndex((found) => right.has(found - base));
    ranks.push(at < 0 ? null : at + 1);
  }
  return ranks;
}

async function searchOver(engine: string, interviews: readonly Interview[]): Promise<Search> {
  if (engine !== OURS && engine !== OURS_RANKED)
    return peerCalled(engine).build(interviews.flatMap(passagesOf));
  const { search, rank } = measuredSearch(new Archive(interviews));
  // The archive keeps interviews in its own order; answers are compared by their place in ours.
  const bases = basesOf(interviews);
  const placeOf = (statement: Statement) => (bases.get(statement.interview.id) ?? 0) + statement.index;
  return engine === OURS
    ? (text, limit) => search.ask({ text, limit }).matches.map(({ statement }) => placeOf(statement))
    : (text, limit) => rank({ text, limit }).map(placeOf);
}

/** Where the statements of each interview begin when all stand in a row. */
function basesOf(interviews: readonly Interview[]): ReadonlyMap<string, number> {
  const bases = new Map<string, number>();
  let base = 0;
  for (const { id, statements } of interviews) {
    bases.set(id, base);
    base += statements.length;
  }
  return bases;
}
