import { type Claim, claimOf } from "../audit/claim.ts";
import type { Block, Reply } from "../reply/reply.ts";
import { inGutter } from "./gutter.ts";
import { ownWords } from "./own-words.ts";
import { bold, dim, type Style } from "./style.ts";

/** A reply as a terminal shows it, and what its quotes claim to be, in the order in which they stand. */
export interface Rendered {
  readonly text: string;
  readonly claims: readonly Claim[];
}

/**
 * Prints the blocks of a reply. Quoted words stand behind the gutter, exactly as the source has them; all other
 * lines are ours. The text ends with a line break.
 */
export function renderTerminal(reply: Pick<Reply, "blocks">, style: Style): Rendered {
  const lines: string[] = [];
  const claims: Claim[] = [];
  let above: Block["block"] | null = null;
  for (const block of reply.blocks) {
    if (needsGap(above, block.block)) lines.push("");
    lines.push(...linesOf(block, style));
    if (block.block === "quote") {
      const { source, span } = block.verbatim;
      claims.push(claimOf(source, span));
    }
    above = block.block;
  }
  return { text: lines.map((line) => `${line}\n`).join(""), claims };
}

function linesOf(block: Block, style: Style): readonly string[] {
  switch (block.block) {
    case "quote":
      return [inGutter(block.verbatim.text, style)];
    case "asked":
      return [dim(`You asked: ${ownWords(block.text)}`, style)];
    case "heading":
      return [bold(ownWords(block.text), style)];
    case "note":
      return [ownWords(block.text)];
    case "byline": {
      const name = bold(ownWords(block.name), style);
      return [block.detail === "" ? name : `${name} ${ownWords(block.detail)}`];
    }
    case "place":
      return [dim(ownWords(block.text), style)];
    case "list":
      return block.items.map((item) => `  - ${ownWords(item)}`);
    case "link":
      return [dim(`${ownWords(block.label)}: ${ownWords(block.url)}`, style)];
    case "divider":
      return [dim("────────", style)];
  }
}

/** A blank line keeps what belongs together apart from the rest; two quotes in a row would read as one. */
function needsGap(above: Block["block"] | null, block: Block["block"]): boolean {
  if (above === null) return false;
  if (above === "quote" && block === "quote") return true;
  return block === "byline" || block === "heading" || block === "divider";
}
