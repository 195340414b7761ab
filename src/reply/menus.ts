import { exchangeOf, type Statement } from "../transcript/interview.ts";
import type { Menu, MenuChoice } from "./reply.ts";
import { shortLabel, topicsLabel } from "./statement-labels.ts";

/** As many as a Discord menu offers. */
export const MOST_CHOICES = 25;

/**
 * The matches a reply carries, those that have gone since included: the menu is where a message keeps them, so
 * it stands there even when it offers only one.
 */
export function matchesMenu(
  ids: readonly string[],
  statements: readonly (Statement | null)[],
  shown: Statement | null,
  back: Menu["back"],
): Menu | null {
  if (ids.length === 0) return null;
  return {
    kind: "matches",
    prompt: "All matches: choose one to read it in its context",
    choices: ids.map((id, index) => {
      const statement = statements[index];
      return statement
        ? choiceOf(statement, shown)
        : { id, label: "Changed or gone", description: "No longer in the interviews", chosen: false };
    }),
    back,
  };
}

/** The statements of one page. */
export function pageMenu(statements: readonly Statement[], back: Menu["back"]): Menu | null {
  if (statements.length === 0) return null;
  return {
    kind: "page",
    prompt: "Choose one to read it in its context",
    choices: statements.slice(0, MOST_CHOICES).map((statement) => choiceOf(statement, null)),
    back,
  };
}

/** The exchange a statement belongs to, so that one can go straight to its question or its end. */
export function exchangeMenu(statement: Statement, back: Menu["back"]): Menu | null {
  const { first, last } = exchangeOf(statement);
  if (first === last) return null;
  const members = statement.interview.statements.slice(first, last + 1);
  const at = members.indexOf(statement);
  const from = Math.max(0, Math.min(at - Math.floor(MOST_CHOICES / 2), members.length - MOST_CHOICES));
  return {
    kind: "exchange",
    prompt: "This exchange",
    choices: members.slice(from, from + MOST_CHOICES).map((member) => choiceOf(member, statement)),
    back,
  };
}

function choiceOf(statement: Statement, shown: Statement | null): MenuChoice {
  return {
    id: statement.id,
    label: shortLabel(statement),
    description: topicsLabel(statement),
    chosen: statement === shown,
  };
}
