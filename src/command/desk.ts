import type { StatementSearch } from "../search/search.ts";
import { buildStatementIndex, type StatementIndex } from "../search/statement-index.ts";
import { buildSearch, searchSteps } from "../search/statement-search.ts";
import type { Archive } from "../transcript/archive.ts";
import type { Steps } from "../transcript/steps.ts";
import { buildVerifier, verifierSteps } from "../verification/archive-verifier.ts";
import type { Verifier } from "../verification/verification.ts";

/** What a command answers from. */
export interface Desk {
  readonly archive: Archive;
  readonly search: StatementSearch;
  readonly verifier: Verifier;
}

/** The desk for an archive, with one index for all of it. */
export function deskFor(archive: Archive, index: StatementIndex = buildStatementIndex(archive)): Desk {
  return { archive, search: buildSearch(archive, index), verifier: buildVerifier(index) };
}

/** The same in steps. */
export function* deskSteps(archive: Archive, index: StatementIndex): Steps<Desk> {
  return {
    archive,
    search: yield* searchSteps(archive, index),
    verifier: yield* verifierSteps(index),
  };
}
