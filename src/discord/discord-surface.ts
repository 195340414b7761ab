import type { Surface } from "../reply/surface.ts";
import { blockQuote } from "./markdown.ts";

/** Characters of text that the components of one message may hold, as Discord counts them. */
export const MOST_TEXT = 4000;

/** A message on Discord: text costs what it takes once it is escaped and marked as a quote. */
export const discordSurface: Surface = {
  capacity: MOST_TEXT,
  cost: (text) => blockQuote(text).length,
  // 40 components in a message: a statement with its question and a divider takes six, all else fourteen.
  statementsPerPage: 4,
};
