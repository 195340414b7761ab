import Fuse from "fuse.js";
import type { Statement } from "../../src/transcript/interview.ts";
import type { ArchiveWords } from "./archive-words.ts";
import type { HonestCase, MisquoteCase } from "./cases.ts";
import { lettersByWord } from "./mutation.ts";
import { windowDistance } from "./window-distance.ts";

/** What today's practice says of a claim: whether a statement's text holds it. */
export interface Peer {
  readonly name: string;
  accepts(claim: string, said: string): boolean;
}

const ENOUGH = 0.9;

/** Case, marks and spaces evened out, as is usual before edit distances are taken. */
export function evened(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** 1 less edits a character of the claim, against the best stretch of what was said. */
export function similarityOf(claim: string, said: string): number {
  const needle = unitsOf(evened(claim));
  return needle.length === 0 ? 0 : 1 - windowDistance(needle, unitsOf(evened(said))) / needle.length;
}

/** UTF-16 code units, which are compared more quickly than characters. */
export function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

export const PEERS: readonly Peer[] = [
  { name: "edits ≥ 0.9", accepts: (claim, said) => similarityOf(claim, said) >= ENOUGH },
  {
    // https://fusejs.io/api/options.html: everything at its default, but that texts are longer than titles.
    name: "Fuse.js",
    accepts: (claim, said) => new Fuse([said], { ignoreLocation: true }).search(claim).length > 0,
  },
];

/** By peer, who sees the words alone and the true statements; for words from elsewhere, the nearest statement. */
export function peersOnMisquote(
  { words: claimed, sources }: MisquoteCase,
  words: ArchiveWords,
): readonly boolean[] {
  const nearest = sources.length === 0 ? words.nearestTo(lettersByWord(claimed)) : null;
  const candidates = [...sources.flatMap(([first]) => first ?? []), ...(nearest ? [nearest] : [])];
  return PEERS.map((peer) => candidates.some((one) => peer.accepts(claimed, wordsPrinted(one))));
}

export function peersOnHonest({ words: claimed, sources }: HonestCase): readonly boolean[] {
  const [first] = sources;
  return PEERS.map((peer) => first !== undefined && peer.accepts(claimed, wordsPrinted(first)));
}

/** What was spoken, or printed as narration, as one text. */
export function wordsPrinted(statement: Statement): string {
  const { text } = statement.interview.source;
  const spans = statement.kind === "narration" ? statement.spans : statement.spoken;
  return spans.map(({ start, end }) => text.slice(start, end)).join(" ");
}
