import { createHash } from "node:crypto";
import type { Interview, Speaker, Statement, Topic } from "../../src/transcript/interview.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import {
  type Conversation,
  readArticles,
  readDialogues,
  readMeetings,
  type SpeechQuestion,
  type Turn,
} from "./public-speech.ts";
import { seededRandom } from "./seeded-random.ts";
import { withTypo } from "./typos.ts";

/** Everything said in the public sets, as it is. About 26,000 turns. */
export async function readSpeech(folder: string): Promise<readonly Conversation[]> {
  const [dialogues, articles, meetings] = await Promise.all([
    readDialogues(folder),
    readArticles(folder),
    readMeetings(folder),
  ]);
  return [...dialogues, ...articles, ...meetings];
}

/**
 * As many turns as wanted. After the last conversation they come round again with other words: each turn then
 * begins as itself and ends as another of its conversation, and its people have other names.
 */
export function cycled(conversations: readonly Conversation[], count: number): readonly Conversation[] {
  const result: Conversation[] = [];
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

function surname(cycle: number): string {
  const random = seededRandom(cycle);
  const syllables = [0, 1, 2].map(() => SYLLABLES[Math.floor(random() * SYLLABLES.length)]);
  return syllables.join("").replace(/^./u, (first) => first.toUpperCase());
}

/** 200 questions people asked of these conversations, every second one with a typo. */
export function naturalQuestions(conversations: readonly Conversation[], count = 200): readonly string[] {
  const random = seededRandom(41);
  const all: SpeechQuestion[] = conversations.flatMap(({ questions }) => questions);
  return Array.from({ length: count }, (_, at) => {
    const text = all[Math.floor(random() * all.length)]?.text ?? "";
    return at % 2 === 0 ? text : withTypo(text, random);
  });
}

/** An interview of the project's own kind, one statement a turn. */
export function interviewOfTurns({ id, turns }: Conversation): Interview {
  const text = turns.map((turn) => turn.text).join("\n");
  const source = new SourceText(sourceFileOf(`${id}.txt`, new TextEncoder().encode(text)));
  const speakers = new Map<string, Speaker>();
  const statements: Statement[] = [];
  const interview: Interview = {
    id,
    title: id,
    language: "en",
    source,
    speakers: [],
    statements,
    exchanges: [],
    topics: [],
  };
  turns.forEach(({ speaker: name, exchange, answers }, index) => {
    const span = source.lineSpan(index + 1);
    if (!span) throw new RangeError(`${id} has no line ${index + 1}`);
    let speaker: Speaker | null = null;
    if (name !== null) {
      speaker = speakers.get(name) ?? { name, role: "other" };
      speakers.set(name, speaker);
    }
    statements.push({
      id: createHash("sha256").update(`${id} ${index}`).digest("hex").slice(0, 14),
      interview,
      index,
      kind: speaker === null ? "narration" : "statement",
      speaker,
      attribution: speaker === null ? "none" : "stated",
      addressee: null,
      spans: [span],
      spoken: speaker === null ? [] : [span],
      lines: [index + 1, index + 1],
      asks: false,
      answersIndex: answers,
      exchange,
    });
  });
  return interview;
}

const TOPICS_A_CONVERSATION = 8;

/** The same interview with topics, named by two long words of a turn and holding the turns that follow it. */
export function withTopics(interview: Interview, { turns }: Conversation): Interview {
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
