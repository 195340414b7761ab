import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Match, StatementSearch } from "../src/search/search.ts";
import { buildSearch } from "../src/search/statement-search.ts";
import { Archive } from "../src/transcript/archive.ts";
import type { Interview } from "../src/transcript/interview.ts";
import {
  areaUnderCurve,
  meanReciprocalRank,
  quantile,
  type RankOfRight,
  recallAt,
  share,
} from "./measures.ts";
import { interviewOfLines } from "./statements-of-lines.ts";

export interface RetrievalFigures {
  readonly set: string;
  readonly questions: number;
  readonly statements: number;
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly meanReciprocalRank: number;
  /** Answerable against impossible questions by confidence; null where the set has no impossible ones. */
  readonly auc: number | null;
  readonly answerableShownAsAnswer: number;
  readonly impossibleShownAsAnswer: number | null;
  readonly medianMs: number;
  readonly buildMs: number;
}

interface PublicQuestion {
  readonly text: string;
  readonly interview: string;
  /** Indices of the statements that answer; empty for an impossible question. */
  readonly right: ReadonlySet<number>;
}

const friendsQa = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          "utterances:": z.array(z.object({ speakers: z.array(z.string()), utterance: z.string() })),
          qas: z.array(
            z.object({
              question: z.string(),
              answers: z.array(z.object({ utterance_id: z.union([z.number(), z.string()]) })),
            }),
          ),
        }),
      ),
    }),
  ),
});

const squad = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              question: z.string(),
              is_impossible: z.boolean(),
              answers: z.array(z.object({ answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** FriendsQA: a question → the utterance that answers it, within its dialogue and over all dialogues. */
export async function evaluateFriendsQa(folder: string): Promise<readonly RetrievalFigures[]> {
  const { data } = friendsQa.parse(JSON.parse(await readFile(join(folder, "friendsqa-dev.json"), "utf8")));
  const questions: PublicQuestion[] = [];
  const interviews = data.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ "utterances:": utterances, qas }, at) => {
      const interview = `${title}-${at}`;
      for (const { question, answers } of qas) {
        const right = new Set(answers.map((answer) => Number(answer.utterance_id)));
        questions.push({ text: detokenised(question), interview, right });
      }
      const lines = utterances.map(({ speakers, utterance }) => ({
        speaker: speakers.join(", "),
        text: detokenised(utterance),
        exchange: 0,
      }));
      return interviewOfLines(interview, lines);
    }),
  );
  const built = build(interviews);
  return [
    measure("FriendsQA, within its dialogue", built, questions, true),
    measure("FriendsQA, over all dialogues", built, questions, false),
  ];
}

/** SQuAD 2.0: a question → the sentence that holds the answer, over all sentences of all articles. */
export async function evaluateSquad(folder: string): Promise<RetrievalFigures> {
  const { data } = squad.parse(JSON.parse(await readFile(join(folder, "squad2-dev-part.json"), "utf8")));
  const questions: PublicQuestion[] = [];
  const interviews = data.map(({ title, paragraphs }) => {
    const lines: { speaker: null; text: string; exchange: number }[] = [];
    paragraphs.forEach(({ context, qas }, exchange) => {
      const sentences = sentencesOf(context);
      const first = lines.length;
      for (const { text } of sentences) lines.push({ speaker: null, text, exchange });
      for (const { question, is_impossible, answers } of qas) {
        const right = new Set(
          is_impossible
            ? []
            : answers.map(
                ({ answer_start }) => first + sentences.findLastIndex(({ start }) => start <= answer_start),
              ),
        );
        questions.push({ text: question, interview: title, right });
      }
    });
    return interviewOfLines(title, lines);
  });
  return measure("SQuAD 2.0, over all articles", build(interviews), questions, false);
}

function build(interviews: readonly Interview[]) {
  const archive = new Archive(interviews);
  const start = performance.now();
  const search = buildSearch(archive);
  return { search, statements: archive.statementCount, buildMs: performance.now() - start };
}

function measure(
  set: string,
  { search, statements, buildMs }: { search: StatementSearch; statements: number; buildMs: number },
  questions: readonly PublicQuestion[],
  within: boolean,
): RetrievalFigures {
  const times: number[] = [];
  const ranks: RankOfRight[] = [];
  const answerable: { confidence: number; outcome: string }[] = [];
  const impossible: { confidence: number; outcome: string }[] = [];
  for (const { text, interview, right } of questions) {
    const start = performance.now();
    const result = search.ask({ text, limit: 10, ...(within ? { interview } : {}) });
    times.push(performance.now() - start);
    if (right.size === 0) {
      impossible.push(result);
      continue;
    }
    answerable.push(result);
    ranks.push(rankOf(result.matches, interview, right));
  }
  const answered = ({ outcome }: { outcome: string }): boolean => outcome === "answer";
  return {
    set,
    questions: questions.length,
    statements,
    recallAt1: recallAt(1, ranks),
    recallAt3: recallAt(3, ranks),
    meanReciprocalRank: meanReciprocalRank(ranks),
    auc:
      impossible.length === 0
        ? null
        : areaUnderCurve(
            answerable.map(({ confidence }) => confidence),
            impossible.map(({ confidence }) => confidence),
          ),
    answerableShownAsAnswer: share(answerable, answered),
    impossibleShownAsAnswer: impossible.length === 0 ? null : share(impossible, answered),
    medianMs: quantile(times, 0.5),
    buildMs,
  };
}

function rankOf(matches: readonly Match[], interview: string, right: ReadonlySet<number>): RankOfRight {
  const at = matches.findIndex(
    ({ statement }) => statement.interview.id === interview && right.has(statement.index),
  );
  return at < 0 ? null : at + 1;
}

/** FriendsQA writes "do n't" and "it 's". */
function detokenised(text: string): string {
  return text.replace(/ (n['’]t|['’](?:s|re|ve|ll|d|m))\b/giu, "$1").replace(/ ([.,!?;:])/gu, "$1");
}

function sentencesOf(context: string): readonly { readonly start: number; readonly text: string }[] {
  const sentences: { start: number; text: string }[] = [];
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  for (const { segment, index } of segmenter.segment(context))
    sentences.push({ start: index, text: segment });
  return sentences;
}
