import type { Surface } from "../reply/surface.ts";
import { blockQuote } from "./markdown.ts";
import { MOST_TEXT, MOST_TEXT_BYTES } from "./message-limits.ts";

/** A text of more UTF-16 code units fits nowhere: what it would cost isn't worked out, and said to be the most it could. */
const FAR_TOO_LONG = 20 * MOST_TEXT;
const DEAREST = 10;

/**
 * A message on Discord: text costs what it takes once it is escaped and marked as a quote, in characters or,
 * for scripts that need three or four bytes a character, in bytes, whichever limit is nearer.
 */
export const discordSurface: Surface = {
  capacity: MOST_TEXT,
  cost: (text) => {
    if (text.length > FAR_TOO_LONG) return DEAREST * text.length;
    const quoted = blockQuote(text);
    return Math.max(quoted.length, Math.ceil((Buffer.byteLength(quoted) * MOST_TEXT) / MOST_TEXT_BYTES));
  },
  // 40 components in a message: each quote takes two with its byline, each statement three more for its place, its
  // link and a divider, all else twelve.
  statementsPerPage: 4,
  quotesPerPage: 8,
};
