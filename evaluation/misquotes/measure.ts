import type { Archive } from "../../src/transcript/archive.ts";
import type { Verifier } from "../../src/verification/verification.ts";
import { quantile } from "../measures.ts";
import type { BenchArchive } from "./bench-archives.ts";
import { HONEST_NAMES, type HonestName, honestCases, misquoteCases } from "./cases.ts";
import { judgeHonest, judgeMisquote, longest } from "./judgement.ts";
import { MUTATION_NAMES, type MutationName } from "./mutations.ts";
import { PEERS, peersOnHonest, peersOnMisquote } from "./peers.ts";
import { type HonestFigures, HonestTally, type MisquoteFigures, MisquoteTally } from "./tally.ts";

/** How much an archive was good for. */
export interface ArchiveSize {
  readonly name: string;
  readonly misquotes: number;
  readonly honest: number;
}

export interface MisquoteReport {
  readonly archives: readonly ArchiveSize[];
  readonly mutations: readonly { readonly name: MutationName; readonly figures: MisquoteFigures }[];
  readonly allMutations: MisquoteFigures;
  readonly damages: readonly { readonly name: HonestName; readonly figures: HonestFigures }[];
  readonly allDamages: HonestFigures;
  readonly peers: readonly string[];
  /** Milliseconds a claim. */
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly misses: readonly MisquoteMiss[];
}

export interface MisquoteMiss {
  readonly archive: string;
  /** The mutation or the damage. */
  readonly name: string;
  readonly claim: string;
  readonly wanted: string;
  readonly got: string;
}

export interface MeasureOptions {
  readonly seed: number;
  /** As many of each mutation in each archive, and of each honest damage half as many. */
  readonly each: number;
  /** Peers are slow: they are asked one case of so many. */
  readonly peersEvery: number;
}

/** Holds a verifier against misquotes and true words made from each archive. */
export function measureMisquotes(
  archives: readonly BenchArchive[],
  verifierOf: (archive: Archive) => Verifier,
  { seed, each, peersEvery }: MeasureOptions,
): MisquoteReport {
  const misquotes = new Map<MutationName, MisquoteTally>(
    MUTATION_NAMES.map((name) => [name, new MisquoteTally()]),
  );
  const honest = new Map<HonestName, HonestTally>(HONEST_NAMES.map((name) => [name, new HonestTally()]));
  const all = { misquotes: new MisquoteTally(), honest: new HonestTally() };
  const times: number[] = [];
  const misses: MisquoteMiss[] = [];
  const sizes = archives.map((archive) => {
    const { words } = archive;
    const verifier = verifierOf(words.archive);
    const made = misquoteCases(archive, { seed, each });
    for (const [at, one] of made.entries()) {
      const judged = judgeMisquote(one, timed(verifier, one.text, times), words);
      const peers = at % peersEvery === 0 ? peersOnMisquote(one, words) : null;
      for (const tally of [misquotes.get(one.mutation), all.misquotes]) tally?.add(judged, peers);
      const { isAccepted, isVerdictRight, isKindRight, isStatementRight } = judged;
      if (!isAccepted && isVerdictRight && isKindRight !== false && isStatementRight !== false) continue;
      const wanted = [one.verdicts.join(" or "), one.kinds?.join(" or ")].filter(Boolean).join(", ");
      misses.push({
        archive: archive.name,
        name: one.mutation,
        claim: one.text,
        wanted,
        got: said(verifier, one),
      });
    }
    const kept = honestCases(archive, { seed, each: Math.ceil(each / 2) });
    for (const [at, one] of kept.entries()) {
      const judged = judgeHonest(one, timed(verifier, one.text, times));
      const peers = at % peersEvery === 0 ? peersOnHonest(one) : null;
      for (const tally of [honest.get(one.damage), all.honest]) tally?.add(judged, peers);
      if (!judged.isRejected && judged.isStatementRight && judged.isSpellingNamed !== false) continue;
      const wanted = one.damage === "misspelling" ? "exact, spelling" : "exact";
      misses.push({
        archive: archive.name,
        name: one.damage,
        claim: one.text,
        wanted,
        got: said(verifier, one),
      });
    }
    return { name: archive.name, misquotes: made.length, honest: kept.length };
  });
  return {
    archives: sizes,
    mutations: [...misquotes].map(([name, tally]) => ({ name, figures: tally })),
    allMutations: all.misquotes,
    damages: [...honest].map(([name, tally]) => ({ name, figures: tally })),
    allDamages: all.honest,
    peers: PEERS.map(({ name }) => name),
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    misses,
  };
}

function timed(verifier: Verifier, text: string, times: number[]) {
  const from = performance.now();
  const { verifications } = verifier.verify(text);
  times.push(performance.now() - from);
  return verifications;
}

function said(verifier: Verifier, { text }: { readonly text: string }): string {
  const { verdict, differences, statement } = longest(verifier.verify(text).verifications);
  const place = statement ? `${statement.interview.id}:${statement.lines[0]}` : "nowhere";
  return [verdict, ...new Set(differences.map(({ kind }) => kind)), place].join(", ");
}
