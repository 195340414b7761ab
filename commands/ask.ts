import { defineCommand } from "../src/command/definition.ts";
import {
  filterCompletions,
  hideOption,
  interviewOption,
  speakerOption,
} from "../src/command/filter-options.ts";
import { searchReply } from "../src/command/search-reply.ts";
import { openView } from "../src/reply/open-view.ts";

/** How many statements one can go on to when the first isn't what was meant. */
const MATCHES = 5;

/** How many statements are offered when none is sure to answer. */
const CLOSEST = 3;

export const ask = defineCommand(
  {
    name: "ask",
    description: "Ask a question; the answer is what was said, exactly as transcribed",
    options: [
      {
        name: "question",
        description: "What you want to know",
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
    run: ({ question, speaker, interview }, desk, surface) =>
      searchReply({ text: question, speaker, interview }, desk, {
        find: (query) => desk.search.ask({ ...query, limit: MATCHES }),
        lacking: "answer this",
        show({ outcome, matches }) {
          const results = outcome === "answer" ? matches : matches.slice(0, CLOSEST);
          const carried = { asked: question, matches: results.map(({ statement }) => statement.id) };
          const opening = { ...desk, surface, carried };
          const reply =
            outcome === "answer"
              ? openView({ show: "match", at: 0, part: 0 }, opening)
              : openView({ show: "list", as: "closest", at: 0, part: 0 }, opening);
          return { reply, results };
        },
      }),
    complete: filterCompletions,
  },
);
