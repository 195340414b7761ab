import { choiceLabel } from "../src/command/choice-label.ts";
import { defineCommand } from "../src/command/definition.ts";
import type { Desk } from "../src/command/desk.ts";
import { hideOption } from "../src/command/filter-options.ts";
import { clip } from "../src/reply/clip.ts";
import { goneReply, refusal } from "../src/reply/notices.ts";
import { openView } from "../src/reply/open-view.ts";
import { shortLabel, topicsLabel } from "../src/reply/statement-labels.ts";
import type { Statement } from "../src/transcript/interview.ts";

const CHOICES = 25;

/** Leaves room for the id in a label of 100 units. */
const LONGEST_HEAD = 80;

export const context = defineCommand(
  {
    name: "context",
    description: "Read a quote in its exchange: what was said before and after it",
    options: [
      {
        name: "quote",
        description: "The quote’s id, as it stands under a quote",
        type: "string",
        required: true,
        autocomplete: true,
        maxLength: 300,
      },
      hideOption,
    ],
  },
  {
    run({ quote: typed }, desk, surface) {
      const { archive } = desk;
      const looked = archive.lookUp(typed);
      if (looked.found === "gone") return goneReply();
      const statement = looked.found === "statement" ? looked.statement : findByLabelOrWords(typed, desk);
      if (!statement) {
        return refusal(
          "No quote has this id",
          "An id looks like k7f3-q2mz-81xd and stands under a quote. Find one with /quote or /ask.",
        );
      }
      return openView(
        { show: "context", id: statement.id, part: 0, back: null },
        { ...desk, surface, carried: { asked: "", matches: [] } },
      );
    },
    complete: {
      quote: (partial, desk) =>
        suggest(partial, desk).map((statement) => ({ name: label(statement), value: statement.id })),
    },
  },
);

const ID_IN_LABEL = / · ([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}) · /u;

/** Discord may send a choice's label instead of its value; and people type words instead of an id. */
function findByLabelOrWords(typed: string, desk: Desk): Statement | undefined {
  const labelled = desk.archive.lookUp(ID_IN_LABEL.exec(typed)?.[1] ?? "");
  if (labelled.found === "statement" && label(labelled.statement) === typed) return labelled.statement;
  const { outcome, matches } = desk.search.quote({ text: typed, limit: 1 });
  return outcome === "answer" ? matches[0]?.statement : undefined;
}

function suggest(partial: string, { archive, search }: Desk): readonly Statement[] {
  const looked = archive.lookUp(partial);
  if (looked.found === "statement") return [looked.statement];
  if (partial.trim() === "") {
    const first: Statement[] = [];
    for (const statement of archive.statements()) {
      if (statement.kind === "statement") first.push(statement);
      if (first.length === CHOICES) break;
    }
    return first;
  }
  return search.quote({ text: partial, limit: CHOICES }).matches.map(({ statement }) => statement);
}

/**
 * What it is and what it is about, but not its words, which would have to be cut. The id, by which a label is
 * found again, stands where nothing cuts it off.
 */
function label(statement: Statement): string {
  const head = clip(shortLabel(statement), LONGEST_HEAD);
  return choiceLabel(`${head} · ${statement.id} · ${topicsLabel(statement)}`);
}
