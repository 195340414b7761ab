import { rank } from "../src/search/ranking.ts";
import type { SearchQuery, StatementSearch } from "../src/search/search.ts";
import { Shortlister } from "../src/search/shortlist.ts";
import { buildStatementIndex } from "../src/search/statement-index.ts";
import { buildSearch } from "../src/search/statement-search.ts";
import type { Archive } from "../src/transcript/archive.ts";
import type { Statement } from "../src/transcript/interview.ts";

/** The search as readers have it, and the order it ranks statements in. */
export interface MeasuredSearch {
  readonly search: StatementSearch;
  /**
   * The best statements, as if nothing were ever refused: a search library always returns something, and whether
   * to answer is measured apart.
   */
  rank(query: SearchQuery): readonly Statement[];
  /** Milliseconds to index the archive. */
  readonly buildMs: number;
}

export function measuredSearch(archive: Archive): MeasuredSearch {
  const start = performance.now();
  const index = buildStatementIndex(archive);
  const search = buildSearch(archive, index);
  const buildMs = performance.now() - start;
  const shortlister = new Shortlister(index);
  return {
    search,
    buildMs,
    rank(query) {
      const reading = shortlister.read(query.text);
      return rank(shortlister.list(reading, query), reading.form)
        .slice(0, query.limit)
        .flatMap(({ features }) => index.statements[features.document] ?? []);
    },
  };
}
