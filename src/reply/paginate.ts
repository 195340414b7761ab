import type { Statement } from "../transcript/interview.ts";
import { costOfStatement, quotesOfStatement, ROOM_FOR_NOTES } from "./show-statement.ts";
import type { Surface } from "./surface.ts";

/** Statements from index `from` up to, not including, `to`. */
export interface Page {
  readonly from: number;
  readonly to: number;
}

/** A statement that has changed or gone leaves a line in its place. */
const COST_OF_GONE = 100;

/**
 * Divides statements into pages, as many a page as fit whole with what they carry; one that is too long has pages to itself.
 * @param headCost what stands at the top of every page.
 */
export function paginate(
  statements: readonly (Statement | null)[],
  headCost: number,
  surface: Surface,
): readonly Page[] {
  const pages: Page[] = [];
  let from = 0;
  let used = headCost;
  let quotes = 0;
  statements.forEach((statement, index) => {
    const cost = statement ? costOfStatement(statement, surface) : COST_OF_GONE;
    const more = statement ? quotesOfStatement(statement) : 0;
    const full =
      used + cost > surface.capacity - ROOM_FOR_NOTES ||
      index - from >= surface.statementsPerPage ||
      quotes + more > surface.quotesPerPage;
    if (full && index > from) {
      pages.push({ from, to: index });
      from = index;
      used = headCost;
      quotes = 0;
    }
    used += cost;
    quotes += more;
  });
  if (statements.length > from) pages.push({ from, to: statements.length });
  return pages;
}
