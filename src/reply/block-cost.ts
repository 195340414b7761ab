import type { Block } from "./reply.ts";
import type { Surface } from "./surface.ts";

/** Mark-up around a block: heading signs, bold, small print. */
const MARKUP = 24;

/** What showing these blocks costs on a surface; never less than it turns out to be. */
export function costOf(blocks: readonly Block[], surface: Surface): number {
  return blocks.reduce((sum, block) => sum + surface.cost(textOf(block)) + MARKUP, 0);
}

function textOf(block: Block): string {
  switch (block.block) {
    case "quote":
      return block.verbatim.text;
    case "asked":
      return `${block.text} `;
    case "byline":
      return `${block.name} ${block.detail}`;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    // A link is no text: on Discord it is a button.
    case "divider":
    case "link":
      return "";
    default:
      return block.text;
  }
}
