import { defineCommand } from "../src/command/definition.ts";
import {
  filterCompletions,
  hideOption,
  interviewOption,
  speakerOption,
} from "../src/command/filter-options.ts";
import { resolveFilters } from "../src/command/resolve-filters.ts";
import { interviewsDoNot, unansweredReply } from "../src/command/unanswered.ts";
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
    run({ text, speaker, interview }, desk, surface) {
      const { archive, search } = desk;
      const resolved = resolveFilters(archive, { speaker, interview });
      if (!resolved.ok) return resolved.reply;
      const { filters } = resolved;
      const { outcome, confidence, matches } = search.quote({ text, ...filters, limit: HITS });
      if (outcome === "none") {
        return unansweredReply(text, interviewsDoNot("have words like these", desk, filters), desk, filters);
      }
      const carried = { asked: text, matches: matches.map(({ statement }) => statement.id) };
      const as = outcome === "answer" ? "found" : "similar";
      const view = { show: "list", as, at: 0, part: 0 } as const;
      const reply = openView(view, { archive, surface, carried });
      return { ...reply, record: { outcome, confidence, results: matches } };
    },
    complete: filterCompletions,
  },
);
