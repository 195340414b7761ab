import type { Match, SearchResult } from "../src/search/search.ts";
import { type InterviewQuestion, isOffTopic } from "./interview-questions.ts";
import type { MeasuredSearch } from "./measured-search.ts";
import {
  areaUnderCurve,
  type CurvePoint,
  coverageCurve,
  f1,
  mean,
  meanReciprocalRank,
  quantile,
  type RankOfRight,
  recallAt,
  share,
} from "./measures.ts";

export interface InterviewFigures {
  readonly answerable: number;
  /** As shown: a question refused counts as one without a right match. */
  readonly recallAt1: number;
  readonly recallAt3: number;
  /** Over the first ten. */
  readonly meanReciprocalRank: number;
  /** The order alone, as if no question were refused. */
  readonly rankedRecallAt1: number;
  /** By confidence, answerable against unanswerable. */
  readonly auc: number;
  /** The same against off-topic questions and near misses alone. */
  readonly aucOffTopic: number;
  readonly aucNearMisses: number;
  readonly answerableShownAsAnswer: number;
  readonly answerableRefused: number;
  readonly curve: readonly CurvePoint[];
  readonly offTopic: number;
  readonly offTopicRefused: number;
  readonly nearMisses: number;
  readonly nearMissesShownAsAnswer: number;
  readonly topics: number;
  /** Mean F1 over lines. */
  readonly topicF1: number;
  /** Milliseconds per question, all kinds, warmed up. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** A question and what came of it. */
export interface Asked {
  readonly question: InterviewQuestion;
  readonly result: SearchResult;
  /** Of the first right match; null for questions of other kinds than "answerable" too. */
  readonly rank: RankOfRight;
  /** The same in the order alone, as if nothing were refused. */
  readonly ranked: RankOfRight;
  /** Milliseconds. */
  readonly took: number;
}

/** A question that went wrong, and how. */
export interface Miss {
  readonly question: string;
  readonly wanted: readonly number[];
  readonly got: string;
}

const LIMIT = 10;
/** Questions that check quotes word by word are for the verification, not for the search. */
const KINDS: readonly InterviewQuestion["kind"][] = ["answerable", "unanswerable", "topic"];

/** Asks every question of a set, once to warm up and once for the record. */
export function askAll(
  { search, rank }: MeasuredSearch,
  questions: readonly InterviewQuestion[],
): readonly Asked[] {
  for (const { q } of questions) search.ask({ text: q, limit: LIMIT });
  return questions
    .filter(({ kind }) => KINDS.includes(kind))
    .map((question) => {
      const { q: text, kind, lines } = question;
      const start = performance.now();
      const result =
        kind === "topic"
          ? search.topic({ text, limit: Number.POSITIVE_INFINITY })
          : search.ask({ text, limit: LIMIT });
      const took = performance.now() - start;
      const isRight = ({ lines: [first, last] }: Match["statement"]): boolean =>
        lines.some((line) => first <= line && line <= last);
      const answerable = kind === "answerable";
      return {
        question,
        result,
        rank: answerable
          ? rankOf(
              result.matches.map(({ statement }) => statement),
              isRight,
            )
          : null,
        ranked: answerable ? rankOf(rank({ text, limit: LIMIT }), isRight) : null,
        took,
      };
    });
}

export function figuresOf(asked: readonly Asked[]): InterviewFigures {
  const of = (kind: InterviewQuestion["kind"]) => asked.filter(({ question }) => question.kind === kind);
  const answered = of("answerable");
  const refused = of("unanswerable");
  const offTopic = refused.filter(({ question }) => isOffTopic(question));
  const nearMisses = refused.filter(({ question }) => !isOffTopic(question));
  const topics = of("topic");
  const ranks = answered.map(({ rank }) => rank);
  const times = asked.map(({ took }) => took);
  const confidences = (some: readonly Asked[]) => some.map(({ result }) => result.confidence);
  const aucAgainst = (others: readonly Asked[]) => areaUnderCurve(confidences(answered), confidences(others));
  const isAnswer = ({ result }: Asked): boolean => result.outcome === "answer";
  const isNone = ({ result }: Asked): boolean => result.outcome === "none";
  return {
    answerable: ranks.length,
    recallAt1: recallAt(1, ranks),
    recallAt3: recallAt(3, ranks),
    meanReciprocalRank: meanReciprocalRank(ranks),
    rankedRecallAt1: recallAt(
      1,
      answered.map(({ ranked }) => ranked),
    ),
    auc: aucAgainst(refused),
    aucOffTopic: aucAgainst(offTopic),
    aucNearMisses: aucAgainst(nearMisses),
    answerableShownAsAnswer: share(answered, isAnswer),
    answerableRefused: share(answered, isNone),
    curve: coverageCurve(
      [...answered, ...refused].map(({ result, rank }) => ({
        confidence: result.confidence,
        isRight: rank === 1,
      })),
    ),
    offTopic: offTopic.length,
    offTopicRefused: share(offTopic, isNone),
    nearMisses: nearMisses.length,
    nearMissesShownAsAnswer: share(nearMisses, isAnswer),
    topics: topics.length,
    topicF1: mean(topics.map(topicScore)),
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

/** Only ever for a development set: see HELD_OUT_SET. */
export function missesOf(asked: readonly Asked[]): readonly Miss[] {
  return asked.filter(isMiss).map(({ question, result }) => ({
    question: question.q,
    wanted: question.lines,
    got: describe(result),
  }));
}

function isMiss(one: Asked): boolean {
  const { question, result, rank } = one;
  if (question.kind === "answerable") return rank !== 1;
  if (question.kind === "topic") return topicScore(one) < 0.999;
  return isOffTopic(question) ? result.outcome !== "none" : result.outcome === "answer";
}

function topicScore({ question, result }: Asked): number {
  return f1(linesOf(result.matches), new Set(question.lines));
}

function rankOf<T>(found: readonly T[], isRight: (one: T) => boolean): RankOfRight {
  const at = found.findIndex(isRight);
  return at < 0 ? null : at + 1;
}

function linesOf(matches: readonly Match[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { statement } of matches) {
    const [first, last] = statement.lines;
    for (let line = first; line <= last; line += 1) lines.add(line);
  }
  return lines;
}

function describe({ outcome, confidence, matches }: SearchResult): string {
  const shown = matches.map(({ statement, score }) => `${statement.lines.join("-")} (${score.toFixed(2)})`);
  return `${outcome} ${confidence.toFixed(2)}: ${shown.slice(0, 4).join(", ") || "nothing"}`;
}
