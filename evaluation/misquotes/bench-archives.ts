import { Archive } from "../../src/transcript/archive.ts";
import { loadArchive } from "../../src/transcript/load-archive.ts";
import { surname } from "../bench/speech-archive.ts";
import { type Conversation, readArticles, readDialogues, readMeetings } from "../public-conversations.ts";
import { interviewOfLines, type Line } from "../statements-of-lines.ts";
import { ArchiveWords } from "./archive-words.ts";
import { wordsOf } from "./letters.ts";
import type { Surroundings } from "./mutation.ts";
import { RUSSIAN_ELSEWHERE, RUSSIAN_INTERVIEW } from "./russian-interview.ts";
import { FAMOUS_SPEECHES } from "./unrelated.ts";

/** An archive that misquotes are made from. */
export interface BenchArchive extends Surroundings {
  readonly name: string;
}

interface Script {
  readonly id: string;
  readonly lines: readonly Line[];
}

/** Every so many conversations one is left out of its archive, and its sentences are from elsewhere. */
const EVERY_ELSEWHERE = 10;
const FEWEST_WORDS_ELSEWHERE = 8;
const MOST_WORDS_ELSEWHERE = 60;
/** Of so many paragraphs that are read aloud one stays narration. */
const EVERY_NARRATION = 5;

/** The bundled interview and a Russian one; these alone for want of a folder. */
export async function benchArchives(folder?: string): Promise<readonly BenchArchive[]> {
  const small = [await bundledArchive(), russianArchive()];
  if (!folder) return small;
  const [dialogues, meetings, articles] = await Promise.all([
    readDialogues(folder),
    readMeetings(folder),
    readArticles(folder),
  ]);
  return [
    ...small,
    archiveOf("FriendsQA, dialogues", dialogues.map(asSpoken)),
    archiveOf("QMSum, meetings", meetings.map(asSpoken)),
    archiveOf("SQuAD, read aloud", articles.map(readAloud)),
  ];
}

export async function bundledArchive(): Promise<BenchArchive> {
  const { archive } = await loadArchive("transcripts");
  return { name: "bundled interview", words: new ArchiveWords(archive), unrelated: FAMOUS_SPEECHES };
}

function russianArchive(): BenchArchive {
  const interview = { ...interviewOfLines("пекарня", RUSSIAN_INTERVIEW), language: "ru" };
  const words = new ArchiveWords(new Archive([interview]));
  return { name: "Russian interview", words, unrelated: RUSSIAN_ELSEWHERE };
}

function archiveOf(name: string, scripts: readonly Script[]): BenchArchive {
  const isElsewhere = (_: Script, at: number): boolean => at % EVERY_ELSEWHERE === EVERY_ELSEWHERE - 1;
  const kept = scripts.filter((script, at) => !isElsewhere(script, at));
  const interviews = kept.map(({ id, lines }) => interviewOfLines(id, lines));
  const unrelated = scripts
    .filter(isElsewhere)
    .flatMap(({ lines }) => lines.flatMap(({ text }) => text.split(/(?<=[.!?]) /u)))
    .filter((sentence) => {
      const count = wordsOf(sentence).length;
      return count >= FEWEST_WORDS_ELSEWHERE && count <= MOST_WORDS_ELSEWHERE && !/["“”„«»]/u.test(sentence);
    });
  return { name, words: new ArchiveWords(new Archive(interviews)), unrelated };
}

function asSpoken({ id, said }: Conversation): Script {
  return { id, lines: said.map(({ speaker, text }) => ({ speaker, text, exchange: 0, answers: null })) };
}

/** Paragraphs of an article as if two people had said them by turns, with some narration in between. */
function readAloud({ id, said }: Conversation, article: number): Script {
  const paragraphs: string[] = [];
  for (const { paragraph, text } of said)
    paragraphs[paragraph] = [paragraphs[paragraph], text].filter((part) => part !== undefined).join(" ");
  const lines = paragraphs.map((text, at): Line => {
    const isNarration = at % EVERY_NARRATION === EVERY_NARRATION - 1;
    const speaker = isNarration ? null : `Reader ${surname(2 * article + (at % 2))}`;
    return { speaker, text, exchange: at, answers: null };
  });
  return { id, lines };
}
