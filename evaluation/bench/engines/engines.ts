import type { Engine } from "./engine.ts";
import { flexSearchStrict, flexSearchTolerant } from "./flexsearch.ts";
import { fuse, fuseTokens } from "./fuse.ts";
import { lunr } from "./lunr.ts";
import { miniSearch, miniSearchWithContext } from "./minisearch.ts";
import { orama } from "./orama.ts";
import { sqliteFts5, sqliteFts5WithContext } from "./sqlite.ts";
import { uFuzzy } from "./ufuzzy.ts";

/** Name of the engine measured against the others. */
export const OURS = "this project";
/** The same where only its order counts, and nothing is refused. */
export const OURS_RANKED = "this project, none refused";

export const PEERS: readonly Engine[] = [
  miniSearch,
  miniSearchWithContext,
  flexSearchStrict,
  flexSearchTolerant,
  orama,
  lunr,
  uFuzzy,
  fuse,
  fuseTokens,
  sqliteFts5,
  sqliteFts5WithContext,
];

/** @throws RangeError when no engine is called so. */
export function peerCalled(name: string): Engine {
  const peer = PEERS.find((one) => one.name === name);
  if (!peer) throw new RangeError(`no engine is called ${name}`);
  return peer;
}
