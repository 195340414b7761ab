import type { Desk } from "../command/desk.ts";
import { notice } from "../reply/notices.ts";
import type { Reply } from "../reply/reply.ts";

/** How many topics to try are named. */
const EXAMPLES = 3;

/** What stands above the first prompt: what there is, and what to try. */
export function welcome({ archive, search }: Desk): Reply {
  const { interviews } = archive;
  const said = [...archive.statements()].filter(({ kind }) => kind !== "narration").length;
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;
  // The same topic may be curated in several interviews.
  const topics = new Set(search.completeTopics("", EXAMPLES * 4).map(({ name }) => name));
  const examples = [...topics].slice(0, EXAMPLES).map((name) => `/topic ${name}`);
  return notice(
    [
      {
        block: "heading",
        text: `On the Record: ${count(interviews.length, "interview")}, ${count(said, "statement")} and questions`,
      },
      { block: "note", text: "Type a question; the answer is what was said, exactly as transcribed." },
      ...(examples.length > 0 ? [{ block: "list" as const, items: examples }] : []),
      { block: "note", text: "/help shows all commands, Tab completes, /quit leaves." },
    ],
    "answer",
  );
}
