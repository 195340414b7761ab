import { type Turnaround, turnaroundAfter } from "../search/turnaround.ts";
import { questionOf, type Statement } from "../transcript/interview.ts";
import type { Verbatim } from "../transcript/source-text.ts";
import { needsOf, shownWith } from "./context-guard.ts";
import type { Block } from "./reply.ts";
import { shortLabel, whereLabel } from "./statement-labels.ts";

const TURNS: Record<Turnaround["kind"], string> = {
  condition: "a condition",
  negation: "a negation",
  contrast: "a reservation",
};

const TURNS_OF: Record<Turnaround["kind"], string> = {
  condition: "a condition on",
  negation: "a negation of",
  contrast: "a reservation about",
};

/** Says that a statement's question, or something else it leans on, isn't on the page, and where it is. */
export function missingBefore(statement: Statement, shown: readonly Statement[]): Block {
  const question = questionOf(statement);
  const what =
    question && shownWith(statement).before.includes(question) && !shown.includes(question)
      ? "The question it answers"
      : "What it follows";
  return note(`${what} is too long to stand here: open the context and press Earlier.`);
}

/** The same of what turns a statement around. */
export function missingAfter(statement: Statement): Block {
  return note(
    `It goes on with ${turnAfter(statement)}, too long to stand here: open the context and press Later.`,
  );
}

function turnAfter(statement: Statement): string {
  const reason = needsOf(statement).after[0]?.reason;
  return reason === "condition" || reason === "negation" ? TURNS[reason] : TURNS.contrast;
}

/** Says where on the page something stands that a statement carries, when it isn't right above or below. */
export function elsewhereNotes(statement: Statement, above: readonly Statement[]): readonly Block[] {
  const { before, after } = shownWith(statement);
  const nearest = before.at(-1);
  const notes: Block[] = [];
  if (nearest && above.includes(nearest) && above.at(-1) !== nearest)
    notes.push(note(`What it follows stands above: ${whereLabel(nearest)}.`));
  const [turn] = after;
  if (turn && above.includes(turn))
    notes.push(note(`What turns it around stands above: ${whereLabel(turn)}.`));
  return notes;
}

/** Stands in the place of a statement that another on the page has carried already. */
export function shownAboveNote(statement: Statement): Block {
  return note(`${shortLabel(statement)}: stands above already.`);
}

/** Says that one part of a statement turns another around, where the statement had to be divided between them. */
export function turnNotes(
  statement: Statement,
  { span }: Verbatim,
  part: number,
  parts: number,
): readonly Block[] {
  const notes: Block[] = [];
  const begins = part > 0 ? turnaroundAfter(statement, span.start) : null;
  if (begins)
    notes.push(note(`It begins with ${TURNS_OF[begins.kind]} what stands before: press Previous part.`));
  const goesOn = part < parts - 1 ? turnaroundAfter(statement, span.end) : null;
  if (goesOn) notes.push(note(`It goes on with ${TURNS[goesOn.kind]}: press Next part.`));
  return notes;
}

function note(text: string): Block {
  return { block: "note", text };
}
