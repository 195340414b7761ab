import type { Match, SearchResult, StatementSearch } from "../src/search/search.ts";
import { type InterviewQuestion, isOffTopic } from "./interview-questions.ts";
import {
  areaUnderCurve,
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
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly meanReciprocalRank: number;
  /** By confidence, answerable against unanswerable. */
  readonly auc: number;
  readonly answerableShownAsAnswer: number;
  readonly answerableRefused: number;
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

/** A question that went wrong, and how. */
export interface Miss {
  readonly question: string;
  readonly wanted: readonly number[];
  readonly got: string;
}

const LIMIT = 10;

/** Asks every question of the set. */
export function evaluateInterview(
  search: StatementSearch,
  questions: readonly InterviewQuestion[],
): { readonly figures: InterviewFigures; readonly misses: readonly Miss[] } {
  const of = (kind: InterviewQuestion["kind"]) => questions.filter((question) => question.kind === kind);
  const misses: Miss[] = [];
  const miss = ({ q, lines }: InterviewQuestion, result: SearchResult): void => {
    misses.push({ question: q, wanted: lines, got: describe(result) });
  };
  for (const { q } of questions) search.ask({ text: q, limit: LIMIT });

  const times: number[] = [];
  const ask = ({ q }: InterviewQuestion): SearchResult => {
    const start = performance.now();
    const result = search.ask({ text: q, limit: LIMIT });
    times.push(performance.now() - start);
    return result;
  };

  const ranks: RankOfRight[] = [];
  const answered = of("answerable").map((question) => {
    const result = ask(question);
    const rank = rankOf(result.matches, question.lines);
    ranks.push(rank);
    if (rank !== 1) miss(question, result);
    return result;
  });
  const refused = of("unanswerable").map((question) => ({ question, result: ask(question) }));
  const offTopic = refused.filter(({ question }) => isOffTopic(question));
  const nearMisses = refused.filter(({ question }) => !isOffTopic(question));
  for (const { question, result } of offTopic) if (result.outcome !== "none") miss(question, result);
  for (const { question, result } of nearMisses) if (result.outcome === "answer") miss(question, result);

  const topicScores = of("topic").map((question) => {
    const start = performance.now();
    const result = search.topic({ text: question.q, limit: Number.POSITIVE_INFINITY });
    times.push(performance.now() - start);
    const score = f1(linesOf(result.matches), new Set(question.lines));
    if (score < 0.999) miss(question, result);
    return score;
  });

  return {
    figures: {
      answerable: ranks.length,
      recallAt1: recallAt(1, ranks),
      recallAt3: recallAt(3, ranks),
      meanReciprocalRank: meanReciprocalRank(ranks),
      auc: areaUnderCurve(
        answered.map(({ confidence }) => confidence),
        refused.map(({ result }) => result.confidence),
      ),
      answerableShownAsAnswer: share(answered, ({ outcome }) => outcome === "answer"),
      answerableRefused: share(answered, ({ outcome }) => outcome === "none"),
      offTopic: offTopic.length,
      offTopicRefused: share(offTopic, ({ result }) => result.outcome === "none"),
      nearMisses: nearMisses.length,
      nearMissesShownAsAnswer: share(nearMisses, ({ result }) => result.outcome === "answer"),
      topics: topicScores.length,
      topicF1: mean(topicScores),
      medianMs: quantile(times, 0.5),
      p99Ms: quantile(times, 0.99),
    },
    misses,
  };
}

/** A result is right when its lines intersect the wanted ones. */
function rankOf(matches: readonly Match[], lines: readonly number[]): RankOfRight {
  const at = matches.findIndex(({ statement }) => {
    const [first, last] = statement.lines;
    return lines.some((line) => first <= line && line <= last);
  });
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
