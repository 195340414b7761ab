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

/** How many statements one can go on to when the first isn't what was meant. */
const MATCHES = 5;

/** How many statements are offered when none is sure to answer. */
const CLOSEST = 3;

export const ask = defineCommand(
  {
    name: "ask",
    description: "Ask a question; the answer is what was said, word for word",
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
    run({ question, speaker, interview }, desk, surface) {
      const { archive, search } = desk;
      const resolved = resolveFilters(archive, { speaker, interview });
      if (!resolved.ok) return resolved.reply;
      const { filters } = resolved;
      const found = search.ask({ text: question, ...filters, limit: MATCHES });
      const { outcome, confidence } = found;
      if (outcome === "none") {
        return unansweredReply(question, interviewsDoNot("answer this", desk, filters), desk, filters);
      }
      const results = outcome === "answer" ? found.matches : found.matches.slice(0, CLOSEST);
      const carried = { asked: question, matches: results.map(({ statement }) => statement.id) };
      const opening = { archive, surface, carried };
      const reply =
        outcome === "answer"
          ? openView({ show: "match", at: 0, part: 0 }, opening)
          : openView({ show: "list", as: "closest", at: 0, part: 0 }, opening);
      return { ...reply, record: { outcome, confidence, results } };
    },
    complete: filterCompletions,
  },
);
