import { defineCommand } from "../src/command/definition.ts";
import {
  filterCompletions,
  hideOption,
  interviewOption,
  speakerOption,
} from "../src/command/filter-options.ts";
import { searchReply } from "../src/command/search-reply.ts";
import { openView } from "../src/reply/open-view.ts";

/** Half-remembered words rarely fit more statements than these. */
const HITS = 10;

export const quote = defineCommand(
  {
    name: "quote",
    description: "Find a statement by words you half remember",
    options: [
      {
        name: "text",
        description: "The words, as well as you remember them",
        type: "string",
        required: true,
        maxLength: 300,
      },
      speakerOption,
      interviewOption,
      hideOption,
    ],
  },
  {
    run: ({ text, speaker, interview }, desk, surface) =>
      searchReply({ text, speaker, interview }, desk, {
        find: (query) => desk.search.quote({ ...query, limit: HITS }),
        lacking: "have words like these",
        show({ outcome, matches }) {
          const carried = { asked: text, matches: matches.map(({ statement }) => statement.id) };
          const as = outcome === "answer" ? "found" : "similar";
          const view = { show: "list", as, at: 0, part: 0 } as const;
          return { reply: openView(view, { ...desk, surface, carried }), results: matches };
        },
      }),
    complete: filterCompletions,
  },
);
