import { conditionCut, hedgeCut, wordsCut } from "./cuts.ts";
import { modal, name, nearWord, number, opposite, person, quantifier } from "./exchanged-words.ts";
import { reorder, splice } from "./joined-pieces.ts";
import type { Mutation } from "./mutation.ts";
import { negationAdded, negationDropped } from "./negations.ts";
import { wrongSpeaker, wrongVoice } from "./speakers.ts";
import { unrelated } from "./unrelated.ts";

/** Everything that is done to true words to make a misquote of them, by the name that tables give it. */
export const MUTATIONS = {
  "negation dropped": negationDropped,
  "negation added": negationAdded,
  number,
  name,
  person,
  modal,
  quantifier,
  opposite,
  "near word": nearWord,
  "hedge cut": hedgeCut,
  "condition cut": conditionCut,
  "words cut": wordsCut,
  splice,
  reorder,
  "wrong speaker": wrongSpeaker,
  "wrong voice": wrongVoice,
  unrelated,
} as const satisfies Readonly<Record<string, Mutation>>;

export type MutationName = keyof typeof MUTATIONS;
export const MUTATION_NAMES = Object.keys(MUTATIONS) as readonly MutationName[];
