import { neighbourOf, type Statement } from "../transcript/interview.ts";
import type { Action } from "./reply.ts";
import type { Shown } from "./show-statement.ts";
import type { ContextView, InterviewsView, MatchView, View } from "./view.ts";

/** Through the parts of a statement too long for one page. */
export function partActions(view: Exclude<View, InterviewsView>, shown: Shown): readonly Action[] {
  if (shown.parts < 2) return [];
  const to = (part: number): View | null => (part < 0 || part >= shown.parts ? null : { ...view, part });
  return [
    { name: "previous-part", label: "Previous part", view: to(shown.part - 1) },
    { name: "next-part", label: "Next part", view: to(shown.part + 1) },
  ];
}

/** To what was said right before and after. */
export function neighbourActions(statement: Statement, back: ContextView["back"]): readonly Action[] {
  const to = (neighbour: Statement | null): View | null =>
    neighbour && { show: "context", id: neighbour.id, part: 0, back };
  return [
    { name: "earlier", label: "Earlier", view: to(neighbourOf(statement, -1)) },
    { name: "later", label: "Later", view: to(neighbourOf(statement, 1)) },
  ];
}

/** To the next match that is still there. */
export function nextMatchAction(view: MatchView, matches: readonly (Statement | null)[]): Action {
  const at = matches.findIndex((statement, index) => index > view.at && statement !== null);
  return { name: "next", label: "Next match", view: at < 0 ? null : { show: "match", at, part: 0 } };
}

/** To what proves the words on show. It leaves the reply as it is: see the router. */
export function receiptAction({ id }: Statement): Action {
  return { name: "receipt", label: "Receipt", view: { show: "receipt", id, part: 0 } };
}
