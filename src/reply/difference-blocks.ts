import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import type { Caution, Difference, Verification } from "../verification/verification.ts";
import { clip } from "./clip.ts";
import type { Block } from "./reply.ts";
import { isGrave, kindLabel, typographyLabel } from "./verdict-labels.ts";

/** Longer stretches of a claim are only begun; the claim itself stands above. */
const LONGEST_CLAIMED = 160;

/** What differs, one group of blocks a difference, the gravest first: words said are quotes, words claimed are not. */
export function differenceGroups({ claim, differences }: Verification): readonly (readonly Block[])[] {
  const ordered = [...differences].sort((a, b) => weightOf(b) - weightOf(a));
  return ordered.map((difference) => {
    const { claimed, said, statement } = difference;
    const typed = claimed === null ? "" : clip(claim.slice(claimed.start, claimed.end), LONGEST_CLAIMED);
    return [
      { block: "note", text: noteOf(difference, typed) },
      ...(statement ? said.map((span) => quoteOfSpan(statement, span)) : []),
    ];
  });
}

/** What turns the words around right before or after them, one group of blocks for each. */
export function cautionGroups(
  statement: Statement,
  cautions: readonly Caution[],
): readonly (readonly Block[])[] {
  return cautions.map(({ kind, where, said }) => [
    {
      block: "note",
      text: `${where === "after" ? "But it goes on with" : "But the sentence begins with"} a ${kind}:`,
    },
    ...said.map((span) => quoteOfSpan(statement, span)),
  ]);
}

/** In what an exact claim differs from the print; nothing where it doesn't. */
export function typographyNote({ typography, differences }: Verification): readonly Block[] {
  if (typography.length === 0) return [];
  const only = differences.length === 0 ? "It differs only in" : "It differs also in";
  return [{ block: "note", text: `${only} ${typographyLabel(typography)}.` }];
}

function noteOf({ change, kind, said }: Difference, typed: string): string {
  const mark = isGrave(kind) && change !== "misspelt" ? "⚠ " : "";
  switch (change) {
    case "left-out":
      return `${mark}Left out – ${kindLabel(kind)}:`;
    case "added":
      return `${mark}Added – ${kindLabel(kind)}. Not said: ${typed}`;
    case "moved":
      return `Moved: this stands further up. Claimed after the rest: ${typed}`;
    case "misspelt":
      return `Misspelt: ${typed}. Printed:`;
    case "changed":
      return said.length === 0
        ? `${mark}Changed – ${kindLabel(kind)}. Claimed: ${typed}`
        : `${mark}Changed – ${kindLabel(kind)}. Claimed: ${typed}. Said:`;
  }
}

function weightOf({ change, kind }: Difference): number {
  if (change === "misspelt") return 0;
  return isGrave(kind) ? 2 : 1;
}

function quoteOfSpan({ interview }: Statement, span: Span): Block {
  return { block: "quote", verbatim: interview.source.verbatim(span) };
}
