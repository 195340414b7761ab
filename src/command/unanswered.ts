import { notice } from "../reply/notices.ts";
import type { Block, Reply } from "../reply/reply.ts";
import type { Desk } from "./desk.ts";

/** How many topics a reply without an answer offers. */
const SUGGESTED = 8;

/**
 * Says that nothing was found, and what the interviews do speak of.
 * @param lacking what they don't do: "answer this".
 */
export function unansweredReply(
  asked: string,
  lacking: string,
  { archive, search }: Desk,
  filters: { readonly interview?: string } = {},
): Reply {
  if (archive.interviews.length === 0) return emptyArchiveReply(asked);
  const topics = search.completeTopics("", SUGGESTED, filters.interview);
  const names = [...new Set(topics.map(({ name }) => name))];
  const one = archive.interviews.length === 1 || filters.interview !== undefined;
  const heading = one ? `The interview doesn’t ${lacking}` : `The interviews don’t ${lacking}`;
  const blocks: Block[] = [{ block: "heading", text: heading }];
  if (names.length > 0) {
    blocks.push({ block: "note", text: "Topics to try with /topic:" }, { block: "list", items: names });
  } else {
    blocks.push({ block: "note", text: "See what there is with /interviews." });
  }
  return notice(blocks, "none", asked);
}

export function emptyArchiveReply(asked = ""): Reply {
  return notice(
    [
      { block: "heading", text: "There are no interviews yet" },
      {
        block: "note",
        text: "Whoever runs this bot can put transcripts into its transcripts folder. It takes them up at once.",
      },
    ],
    "none",
    asked,
  );
}
