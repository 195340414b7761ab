import type { Statement } from "../transcript/interview.ts";
import type { Comparison } from "./compare.ts";
import { isNameOf } from "./speaker-names.ts";
import type { Verdict } from "./verification.ts";

/** What the differences come to, whoever said it. */
export function wordVerdict({ pieces, differences }: Comparison): Verdict {
  if (new Set(pieces.map(({ statement }) => statement)).size > 1) return "spliced";
  const changes = new Set(differences.map(({ change }) => change));
  if (changes.has("changed") || changes.has("added") || changes.has("moved")) return "altered";
  return changes.has("left-out") ? "cut" : "exact";
}

/**
 * Whether a statement is from whom a claim says. A claim that names nobody is taken to quote someone who was
 * interviewed or is quoted there: neither the one who asks nor the author.
 */
export function isFromClaimed({ speaker, kind }: Statement, claimed: string | null): boolean {
  if (claimed !== null) return speaker !== null && isNameOf(claimed, speaker);
  return kind === "statement" && speaker !== null && speaker.role !== "interviewer";
}
