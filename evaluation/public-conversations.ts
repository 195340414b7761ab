import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** A meeting, a dialogue or an article, with the questions that people asked of it. */
export interface Conversation {
  readonly id: string;
  readonly said: readonly Said[];
  readonly questions: readonly ConversationQuestion[];
}

/** Something someone said or, in an article, a sentence. One line. */
export interface Said {
  /** Null in an article. */
  readonly speaker: string | null;
  readonly text: string;
  /** Which paragraph of its article it stands in; 0 where there are none. */
  readonly paragraph: number;
}

export interface ConversationQuestion {
  readonly text: string;
  /** Places in {@link Conversation.said} that answer; empty for an impossible question. */
  readonly right: readonly number[];
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

const meeting = z.object({
  specific_query_list: z.array(
    z.object({
      query: z.string(),
      relevant_text_span: z.array(z.tuple([z.coerce.number(), z.coerce.number()])),
    }),
  ),
  meeting_transcripts: z.array(z.object({ speaker: z.string(), content: z.string() })),
});

/** FriendsQA (emorynlp, Apache-2.0): scenes of several people. */
export async function readDialogues(folder: string): Promise<readonly Conversation[]> {
  const { data } = friendsQa.parse(JSON.parse(await readFile(join(folder, "friendsqa-dev.json"), "utf8")));
  return data.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ "utterances:": utterances, qas }, at) => ({
      id: `${title}-${at}`,
      said: utterances.map(({ speakers, utterance }) => ({
        speaker: speakers.join(", "),
        text: oneLine(detokenised(utterance)),
        paragraph: 0,
      })),
      questions: qas.map(({ question, answers }) => ({
        text: detokenised(question),
        right: answers.map(({ utterance_id }) => Number(utterance_id)),
      })),
    })),
  );
}

/** SQuAD 2.0 (CC BY-SA 4.0): sentences of articles, and impossible questions beside the others. */
export async function readArticles(folder: string): Promise<readonly Conversation[]> {
  const { data } = squad.parse(JSON.parse(await readFile(join(folder, "squad2-dev-part.json"), "utf8")));
  return data.map(({ title, paragraphs }) => {
    const said: Said[] = [];
    const questions: ConversationQuestion[] = [];
    for (const [paragraph, { context, qas }] of paragraphs.entries()) {
      const sentences = sentencesOf(context);
      const first = said.length;
      for (const { text } of sentences) said.push({ speaker: null, text: oneLine(text), paragraph });
      for (const { question, is_impossible, answers } of qas) {
        const right = answers.map(
          ({ answer_start }) => first + sentences.findLastIndex(({ start }) => start <= answer_start),
        );
        questions.push({ text: question, right: is_impossible ? [] : right });
      }
    }
    return { id: title, said, questions };
  });
}

/** QMSum (Yale-LILY, MIT): meetings, hesitations and all. */
export async function readMeetings(folder: string): Promise<readonly Conversation[]> {
  const lines = (await readFile(join(folder, "qmsum-val.jsonl"), "utf8"))
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line, at) => {
    const { specific_query_list, meeting_transcripts } = meeting.parse(JSON.parse(line));
    return {
      id: `meeting-${at}`,
      said: meeting_transcripts.map(({ speaker, content }) => ({
        speaker,
        text: oneLine(detokenised(content.replace(NOISE, " "))),
        paragraph: 0,
      })),
      questions: specific_query_list.map(({ query, relevant_text_span }) => ({
        text: query,
        right: relevant_text_span.flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, turn) => first + turn),
        ),
      })),
    };
  });
}

/** As in "{disfmarker}". */
const NOISE = /\{\w+\}/gu;

/** FriendsQA writes "do n't" and "it 's". */
function detokenised(text: string): string {
  return text.replace(/ (n['’]t|['’](?:s|re|ve|ll|d|m))\b/giu, "$1").replace(/ ([.,!?;:])/gu, "$1");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim() || "…";
}

function sentencesOf(context: string): readonly { readonly start: number; readonly text: string }[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  return [...segmenter.segment(context)].map(({ segment, index }) => ({ start: index, text: segment }));
}
