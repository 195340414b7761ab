import { choiceLabel } from "../src/command/choice-label.ts";
import { defineCommand } from "../src/command/definition.ts";
import { filterCompletions, hideOption, interviewOption } from "../src/command/filter-options.ts";
import { resolveFilters } from "../src/command/resolve-filters.ts";
import { interviewsDoNot, unansweredReply } from "../src/command/unanswered.ts";
import { MOST_CHOICES } from "../src/reply/menus.ts";
import { openView } from "../src/reply/open-view.ts";
import { topicReference } from "../src/reply/topic-reference.ts";

export const topic = defineCommand(
  {
    name: "topic",
    description: "Everything the interviews say on a subject, in order",
    options: [
      {
        name: "name",
        description: "A topic from the list, or any subject in your own words",
        type: "string",
        required: true,
        autocomplete: true,
        maxLength: 300,
      },
      interviewOption,
      hideOption,
    ],
  },
  {
    run({ name, interview }, desk, surface) {
      const { archive, search } = desk;
      const resolved = resolveFilters(archive, { interview });
      if (!resolved.ok) return resolved.reply;
      const { filters } = resolved;
      const found = search.topic({ text: name, ...filters, limit: Number.POSITIVE_INFINITY });
      const { outcome, confidence, matches: results } = found;
      if (outcome === "none") {
        return unansweredReply(name, interviewsDoNot("speak of this", desk, filters), desk, filters);
      }
      const record = { outcome, confidence, results };
      const curated = new Set(found.topics.map(({ topic: { name: curatedName } }) => curatedName));
      const [only] = curated;
      if (only !== undefined && curated.size === 1) {
        const reference = topicReference(only, filters.interview ?? null);
        const view = { show: "topic", topic: reference, at: 0, part: 0 } as const;
        return { ...openView(view, { archive, surface, carried: { asked: name, matches: [] } }), record };
      }
      const matches = results.slice(0, MOST_CHOICES).map(({ statement }) => statement.id);
      const view = { show: "list", as: "subject", at: 0, part: 0 } as const;
      return { ...openView(view, { archive, surface, carried: { asked: name, matches } }), record };
    },
    complete: {
      name: (partial, { archive, search }, typed) => {
        const resolved = resolveFilters(archive, {
          interview: typeof typed.interview === "string" ? typed.interview : undefined,
        });
        const within = resolved.ok ? resolved.filters.interview : undefined;
        const names = search.completeTopics(partial, MOST_CHOICES, within).map((choice) => choice.name);
        return [...new Set(names)].map((label) => ({ name: choiceLabel(label), value: choiceLabel(label) }));
      },
      interview: filterCompletions.interview,
    },
  },
);
