import type { Interview } from "../src/transcript/interview.ts";
import { type Conversation, readArticles, readDialogues, readMeetings } from "./public-conversations.ts";
import { interviewOfLines } from "./statements-of-lines.ts";

export interface PublicQuestion {
  readonly text: string;
  readonly interview: string;
  /** Indices of the statements that answer; empty for an impossible question. */
  readonly right: ReadonlySet<number>;
}

/** A public set as interviews and the questions asked of them. */
export interface PublicSet {
  readonly interviews: readonly Interview[];
  readonly questions: readonly PublicQuestion[];
}

/** FriendsQA: a question → the utterance that answers it. */
export async function readFriendsQa(folder: string): Promise<PublicSet> {
  return setOf(await readDialogues(folder));
}

/** SQuAD 2.0: a question → the sentence that holds the answer. */
export async function readSquad(folder: string): Promise<PublicSet> {
  return setOf(await readArticles(folder));
}

/** QMSum: a query about a meeting → the turns that bear on it. */
export async function readQmsum(folder: string): Promise<PublicSet> {
  return setOf(await readMeetings(folder));
}

/** A dialogue or a meeting is one exchange, as is a paragraph of an article. */
function setOf(conversations: readonly Conversation[]): PublicSet {
  return {
    interviews: conversations.map(({ id, said }) =>
      interviewOfLines(
        id,
        said.map(({ speaker, text, paragraph }) => ({ speaker, text, exchange: paragraph })),
      ),
    ),
    questions: conversations.flatMap(({ id, questions }) =>
      questions.map(({ text, right }) => ({ text, interview: id, right: new Set(right) })),
    ),
  };
}
