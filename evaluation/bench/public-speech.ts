import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Something someone said or, in an article, a sentence; the turns of one exchange are each other's context. */
export interface Turn {
  readonly speaker: string | null;
  readonly text: string;
  readonly exchange: number;
  /** Place of the question it answers in its conversation, or null. */
  readonly answers: number | null;
}

/** A meeting, a dialogue or an article. */
export interface Conversation {
  readonly id: string;
  readonly turns: readonly Turn[];
  readonly questions: readonly SpeechQuestion[];
}

/** A question someone asked of a conversation; `right` are the places of the turns that answer. */
export interface SpeechQuestion {
  readonly text: string;
  readonly right: readonly number[];
}

const span = z.array(z.union([z.string(), z.number()]));
const meeting = z.object({
  meeting_transcripts: z.array(z.object({ speaker: z.string(), content: z.string() })),
  specific_query_list: z.array(z.object({ query: z.string(), relevant_text_span: z.array(span) })),
});
const dialogues = z.object({
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
const articles = z.object({
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

/** QMSum (Yale-LILY, MIT): 35 meetings, 20,123 turns. */
export async function readMeetings(folder: string): Promise<readonly Conversation[]> {
  const lines = (await readFile(join(folder, "qmsum-val.jsonl"), "utf8")).trim().split("\n");
  return lines.map((line, at) => {
    const { meeting_transcripts, specific_query_list } = meeting.parse(JSON.parse(line));
    const said = meeting_transcripts.map(({ speaker, content }) => ({
      speaker,
      text: tidy(content.replace(/\{[^}]*\}/gu, " ")),
    }));
    const questions = specific_query_list.map(({ query, relevant_text_span }) => ({
      text: query,
      right: relevant_text_span.flatMap(([first = 0, last = 0]) => rangeOf(Number(first), Number(last))),
    }));
    return { id: `meeting-${at}`, turns: inExchanges(said), questions };
  });
}

/** FriendsQA (emorynlp, Apache-2.0): dialogues of several people. */
export async function readDialogues(folder: string): Promise<readonly Conversation[]> {
  const { data } = dialogues.parse(JSON.parse(await readFile(join(folder, "friendsqa-dev.json"), "utf8")));
  return data.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ "utterances:": utterances, qas }, at) => ({
      id: `${title}-${at}`,
      turns: inExchanges(
        utterances.map(({ speakers, utterance }) => ({
          speaker: speakers.join(", "),
          text: tidy(utterance),
        })),
      ),
      questions: qas.map(({ question, answers }) => ({
        text: tidy(question),
        right: answers.map(({ utterance_id }) => Number(utterance_id)),
      })),
    })),
  );
}

/** SQuAD 2.0 (CC BY-SA 4.0): sentences of articles, a paragraph an exchange; answerable questions only. */
export async function readArticles(folder: string): Promise<readonly Conversation[]> {
  const { data } = articles.parse(JSON.parse(await readFile(join(folder, "squad2-dev-part.json"), "utf8")));
  return data.map(({ title, paragraphs }) => {
    const turns: Turn[] = [];
    const questions: SpeechQuestion[] = [];
    for (const [exchange, { context, qas }] of paragraphs.entries()) {
      const sentences = sentencesOf(context);
      const first = turns.length;
      for (const { text } of sentences) {
        turns.push({ speaker: null, text: tidy(text), exchange, answers: null });
      }
      for (const { question, is_impossible, answers } of qas) {
        if (is_impossible) continue;
        const right = answers.map(
          ({ answer_start }) => first + sentences.findLastIndex(({ start }) => start <= answer_start),
        );
        questions.push({ text: question, right: [...new Set(right)] });
      }
    }
    return { id: title, turns, questions };
  });
}

/** Who asks opens an exchange, and whoever speaks next answers: as in interviews. */
function inExchanges(said: readonly { readonly speaker: string; readonly text: string }[]): readonly Turn[] {
  let exchange = 0;
  return said.map(({ speaker, text }, at) => {
    const before = said[at - 1];
    if (at > 0 && text.endsWith("?")) exchange += 1;
    const answers = before?.text.endsWith("?") && before.speaker !== speaker ? at - 1 : null;
    return { speaker, text, exchange, answers };
  });
}

/** One line, and without the blanks of tokenised text ("do n't", "it 's ,"). */
function tidy(text: string): string {
  const plain = text
    .replace(/ (n['’]t|['’](?:s|re|ve|ll|d|m))\b/giu, "$1")
    .replace(/ ([.,!?;:])/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
  return plain === "" ? "…" : plain;
}

function sentencesOf(context: string): readonly { readonly start: number; readonly text: string }[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  return [...segmenter.segment(context)].map(({ segment, index }) => ({ start: index, text: segment }));
}

function rangeOf(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
