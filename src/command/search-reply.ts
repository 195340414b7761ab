import type { Reply } from "../reply/reply.ts";
import type { Match, SearchQuery, SearchResult } from "../search/search.ts";
import type { Desk } from "./desk.ts";
import { resolveFilters } from "./resolve-filters.ts";
import { unansweredReply } from "./unanswered.ts";

/** What someone looks for, as typed; the filters still have to be found. */
export interface Sought {
  readonly text: string;
  readonly speaker?: string | undefined;
  readonly interview?: string | undefined;
}

/** What differs between the commands that search. */
export interface SearchParts<Found extends SearchResult> {
  find(query: Omit<SearchQuery, "limit">): Found;
  /** What the interviews don't do when nothing is found: "answer this". */
  readonly lacking: string;
  /** The reply that shows what was found, and which of the matches it is about. */
  show(found: Found, interview: string | null): { readonly reply: Reply; readonly results: readonly Match[] };
}

/** Finds the filters, searches, and replies: with what was found, that nothing was, or that a filter can't be had. */
export function searchReply<Found extends SearchResult>(
  { text, speaker, interview }: Sought,
  desk: Desk,
  { find, lacking, show }: SearchParts<Found>,
): Reply {
  const resolved = resolveFilters(desk.archive, { speaker, interview });
  if (!resolved.ok) return resolved.reply;
  const { filters } = resolved;
  const found = find({ text, ...filters });
  const { outcome, confidence } = found;
  if (outcome === "none") return unansweredReply(text, lacking, desk, filters);
  const { reply, results } = show(found, filters.interview ?? null);
  return { ...reply, record: { outcome, confidence, results } };
}
