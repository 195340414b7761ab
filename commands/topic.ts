import { choiceLabel } from "../src/command/choice-label.ts";
import { defineCommand } from "../src/command/definition.ts";
import { filterCompletions, hideOption, interviewOption } from "../src/command/filter-options.ts";
import { resolveFilters } from "../src/command/resolve-filters.ts";
import { searchReply } from "../src/command/search-reply.ts";
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
    run: ({ name, interview }, desk, surface) =>
      searchReply({ text: name, interview }, desk, {
        find: (query) => desk.search.topic({ ...query, limit: Number.POSITIVE_INFINITY }),
        lacking: "speak of this",
        show({ topics, matches: results }, within) {
          const curated = new Set(topics.map(({ topic: { name: curatedName } }) => curatedName));
          const [only] = curated;
          if (only !== undefined && curated.size === 1) {
            const view = { show: "topic", topic: topicReference(only, within), at: 0, part: 0 } as const;
            const carried = { asked: name, matches: [] };
            return { reply: openView(view, { ...desk, surface, carried }), results };
          }
          const matches = results.slice(0, MOST_CHOICES).map(({ statement }) => statement.id);
          const view = { show: "list", as: "subject", at: 0, part: 0 } as const;
          const carried = { asked: name, matches };
          return { reply: openView(view, { ...desk, surface, carried }), results };
        },
      }),
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
