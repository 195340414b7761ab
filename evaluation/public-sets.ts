import type { Outcome } from "../src/search/search.ts";
import { Archive } from "../src/transcript/archive.ts";
import type { Interview, Statement } from "../src/transcript/interview.ts";
import { type MeasuredSearch, measuredSearch } from "./measured-search.ts";
import {
  areaUnderCurve,
  meanReciprocalRank,
  quantile,
  type RankOfRight,
  recallAt,
  share,
} from "./measures.ts";
import { type PublicQuestion, readFriendsQa, readQmsum, readSquad } from "./public-questions.ts";
import { seededRandom, withTypo } from "./typos.ts";

/** A public set, with its questions as they are written and with a typo in each. */
export interface PublicFigures {
  readonly set: string;
  readonly answerable: number;
  /** Questions that nothing in the set answers. */
  readonly impossible: number;
  readonly statements: number;
  readonly clean: WayFigures;
  readonly typo: WayFigures;
  /** R@1 of the order alone that a typo costs. */
  readonly typoCost: number;
  /** Milliseconds. */
  readonly buildMs: number;
}

/** How questions put one way fare. */
export interface WayFigures {
  /** The order alone, as if no question were refused. */
  readonly ranked: RankFigures;
  /** What readers see: a question refused counts as one without a right match. */
  readonly shown: RankFigures;
  readonly answerableShownAsAnswer: number;
  readonly answerableRefused: number;
  /** By confidence, answerable against impossible; this and the next two are null in a set without impossible ones. */
  readonly auc: number | null;
  readonly impossibleShownAsAnswer: number | null;
  readonly impossibleRefused: number | null;
  /** Milliseconds a question. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

export interface RankFigures {
  readonly recallAt1: number;
  readonly recallAt3: number;
  /** Over the first ten. */
  readonly meanReciprocalRank: number;
}

const SEED = 20_240_613;
const LIMIT = 10;

/** @param every asks one question of so many, all of them with 1. QMSum is left out of a part: it has few. */
export async function evaluatePublicSets(folder: string, every = 1): Promise<readonly PublicFigures[]> {
  const friends = await readFriendsQa(folder);
  const squad = await readSquad(folder);
  const dialogues = built(friends.interviews);
  const some = (questions: readonly PublicQuestion[]) => questions.filter((_, at) => at % every === 0);
  const figures = [
    bothWays("FriendsQA, within its dialogue", dialogues, some(friends.questions), true),
    bothWays("FriendsQA, over all dialogues", dialogues, some(friends.questions), false),
    bothWays("SQuAD 2.0, over all articles", built(squad.interviews), some(squad.questions), false),
  ];
  if (every > 1) return figures;
  const qmsum = await readQmsum(folder);
  return [...figures, bothWays("QMSum, within its meeting", built(qmsum.interviews), qmsum.questions, true)];
}

interface Built extends MeasuredSearch {
  readonly statements: number;
}

function built(interviews: readonly Interview[]): Built {
  const archive = new Archive(interviews);
  return { ...measuredSearch(archive), statements: archive.statementCount };
}

function bothWays(
  set: string,
  subject: Built,
  questions: readonly PublicQuestion[],
  within: boolean,
): PublicFigures {
  const random = seededRandom(SEED);
  const misspelt = questions.map((question) => ({ ...question, text: withTypo(question.text, random) }));
  const clean = measured(subject, questions, within);
  const typo = measured(subject, misspelt, within);
  const impossible = questions.filter(({ right }) => right.size === 0).length;
  return {
    set,
    answerable: questions.length - impossible,
    impossible,
    statements: subject.statements,
    clean,
    typo,
    typoCost: clean.ranked.recallAt1 - typo.ranked.recallAt1,
    buildMs: subject.buildMs,
  };
}

function measured(
  { search, rank }: MeasuredSearch,
  questions: readonly PublicQuestion[],
  within: boolean,
): WayFigures {
  const times: number[] = [];
  const ranked: RankOfRight[] = [];
  const shown: RankOfRight[] = [];
  const answerable: Verdict[] = [];
  const impossible: Verdict[] = [];
  for (const question of questions) {
    const { text, interview, right } = question;
    const query = { text, limit: LIMIT, ...(within ? { interview } : {}) };
    const start = performance.now();
    const result = search.ask(query);
    times.push(performance.now() - start);
    if (right.size === 0) {
      impossible.push(result);
      continue;
    }
    answerable.push(result);
    ranked.push(rankOf(rank(query), question));
    shown.push(
      rankOf(
        result.matches.map(({ statement }) => statement),
        question,
      ),
    );
  }
  const ofImpossible = (figure: () => number): number | null => (impossible.length === 0 ? null : figure());
  return {
    ranked: rankFigures(ranked),
    shown: rankFigures(shown),
    answerableShownAsAnswer: share(answerable, isAnswer),
    answerableRefused: share(answerable, isNone),
    auc: ofImpossible(() => areaUnderCurve(answerable.map(confidenceOf), impossible.map(confidenceOf))),
    impossibleShownAsAnswer: ofImpossible(() => share(impossible, isAnswer)),
    impossibleRefused: ofImpossible(() => share(impossible, isNone)),
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

interface Verdict {
  readonly outcome: Outcome;
  readonly confidence: number;
}

const isAnswer = ({ outcome }: Verdict): boolean => outcome === "answer";
const isNone = ({ outcome }: Verdict): boolean => outcome === "none";
const confidenceOf = ({ confidence }: Verdict): number => confidence;

function rankFigures(ranks: readonly RankOfRight[]): RankFigures {
  return {
    recallAt1: recallAt(1, ranks),
    recallAt3: recallAt(3, ranks),
    meanReciprocalRank: meanReciprocalRank(ranks),
  };
}

function rankOf(found: readonly Statement[], { interview, right }: PublicQuestion): RankOfRight {
  const at = found.findIndex(
    (statement) => statement.interview.id === interview && right.has(statement.index),
  );
  return at < 0 ? null : at + 1;
}
