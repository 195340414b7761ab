import type { Interview, Topic } from "../../src/transcript/interview.ts";
import {
  type Conversation,
  type ConversationQuestion,
  readArticles,
  readDialogues,
  readMeetings,
  type Said,
} from "../public-conversations.ts";
import { interviewOfLines, type Line } from "../statements-of-lines.ts";
import { seededRandom, withTypo } from "../typos.ts";

/** Something said, or a sentence, with the exchange it belongs to. */
export interface Turn extends Line {
  /** Place of the question it answers in its conversation, or null. */
  readonly answers: number | null;
}

/** A meeting, a dialogue or an article, in exchanges. */
export interface SpokenConversation {
  readonly id: string;
  readonly turns: readonly Turn[];
  readonly questions: readonly ConversationQuestion[];
}

/** Everything said in the public sets, as it is. About 26,000 turns. */
export async function readSpeech(folder: string): Promise<readonly SpokenConversation[]> {
  const [dialogues, articles, meetings] = await Promise.all([
    readDialogues(folder),
    readArticles(folder),
    readMeetings(folder),
  ]);
  return [...dialogues, ...articles, ...meetings].map(spokenOf);
}

function spokenOf({ id, said, questions }: Conversation): SpokenConversation {
  return { id, turns: inExchanges(said), questions: questions.filter(({ right }) => right.length > 0) };
}

/** Who asks opens an exchange, and whoever speaks next answers: as in interviews. In an article a paragraph is one. */
function inExchanges(said: readonly Said[]): readonly Turn[] {
  let opened = 0;
  return said.map(({ speaker, text, paragraph }, at) => {
    if (speaker === null) return { speaker, text, exchange: paragraph, answers: null };
    const before = said[at - 1];
    if (at > 0 && text.endsWith("?")) opened += 1;
    const answers = before?.text.endsWith("?") && before.speaker !== speaker ? at - 1 : null;
    return { speaker, text, exchange: opened, answers };
  });
}

/**
 * As many turns as wanted. After the last conversation they come round again with other words: each turn then
 * begins as itself and ends as another of its conversation, and its people have other names.
 */
export function cycled(
  conversations: readonly SpokenConversation[],
  count: number,
): readonly SpokenConversation[] {
  const result: SpokenConversation[] = [];
  let left = count;
  for (let cycle = 0; left > 0; cycle += 1) {
    for (const conversation of conversations) {
      if (left <= 0) break;
      const turns = conversation.turns
        .slice(0, left)
        .map((turn, at) => (cycle === 0 ? turn : recombined(turn, conversation.turns, at, cycle)));
      result.push({ id: `${conversation.id}-${cycle}`, turns, questions: conversation.questions });
      left -= turns.length;
    }
  }
  return result;
}

function recombined(turn: Turn, turns: readonly Turn[], at: number, cycle: number): Turn {
  const other = turns[(at + 17 * cycle) % turns.length] ?? turn;
  const begin = turn.text.split(" ");
  const end = other.text.split(" ");
  const words = [
    ...begin.slice(0, Math.ceil(begin.length / 2)),
    ...end.slice(Math.ceil(end.length / 2)),
    ...(turn.text.endsWith("?") && !other.text.endsWith("?") ? ["?"] : []),
  ];
  const speaker = turn.speaker === null ? null : `${turn.speaker} ${surname(cycle)}`;
  return { ...turn, speaker, text: words.join(" ") };
}

const SYLLABLES = ["bar", "den", "fol", "gim", "har", "kel", "lor", "mas", "nev", "pol", "ras", "tor", "vin"];

/** A made-up name, the same for the same number. */
export function surname(cycle: number): string {
  const random = seededRandom(cycle);
  const syllables = [0, 1, 2].map(() => SYLLABLES[Math.floor(random() * SYLLABLES.length)]);
  return syllables.join("").replace(/^./u, (first) => first.toUpperCase());
}

/** 200 questions people asked of these conversations, every second one with a typo. */
export function naturalQuestions(
  conversations: readonly SpokenConversation[],
  count = 200,
): readonly string[] {
  const random = seededRandom(41);
  const all: ConversationQuestion[] = conversations.flatMap(({ questions }) => questions);
  return Array.from({ length: count }, (_, at) => {
    const text = all[Math.floor(random() * all.length)]?.text ?? "";
    return at % 2 === 0 ? text : withTypo(text, random);
  });
}

/** An interview of the project's own kind, one statement a turn. */
export function interviewOfTurns({ id, turns }: SpokenConversation): Interview {
  return interviewOfLines(id, turns);
}

const TOPICS_A_CONVERSATION = 8;

/** The same interview with topics, named by two long words of a turn and holding the turns that follow it. */
export function withTopics(interview: Interview, { turns }: SpokenConversation): Interview {
  const topics: Topic[] = [];
  for (let at = 0; at < TOPICS_A_CONVERSATION; at += 1) {
    const first = Math.floor((at * turns.length) / TOPICS_A_CONVERSATION);
    const words = turns[first]?.text.match(/\p{L}{5,}/gu)?.slice(0, 2) ?? [];
    if (words.length < 2 || topics.some(({ name }) => name === words.join(" "))) continue;
    const last = Math.min(turns.length, first + 6);
    const statements = Array.from({ length: last - first }, (_, step) => first + step);
    topics.push({ name: words.join(" "), aliases: [], statements });
  }
  return { ...interview, topics };
}
