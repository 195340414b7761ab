import type { Surface } from "../reply/surface.ts";

/** A prompt shows statements whole, however long; a screenful of them at a time. */
export const promptSurface: Surface = {
  capacity: Number.POSITIVE_INFINITY,
  cost: (text) => text.length,
  statementsPerPage: 10,
  quotesPerPage: Number.POSITIVE_INFINITY,
};

/** A command line has no next page to turn to, so everything stands on the first. */
export const commandLineSurface: Surface = { ...promptSurface, statementsPerPage: Number.POSITIVE_INFINITY };
