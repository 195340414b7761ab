/** Endings that make a name or word into another of its family: peoples, doers, doings, qualities. */
const DERIVATIONS: readonly string[] = [
  "ship",
  "ment",
  "ness",
  "tion",
  "ion",
  "ian",
  "ean",
  "ese",
  "ish",
  "ism",
  "ist",
  "ity",
  "ous",
  "ive",
  "ful",
  "al",
  "an",
  "er",
  "or",
  "ia",
  "ee",
  "a",
  "y",
  "i",
  "e",
];

const SHORTEST_FAMILY = 4;

/**
 * What the words of a family share: "russia" and "russian" → "russ", "belarus" and "belarusian" → "belaru".
 * Cruder than stemming, so a match through it counts less than one of stems. Null when too little is left.
 */
export function familyOf(term: string): string | null {
  let root = term;
  for (const ending of DERIVATIONS) {
    if (root.length - ending.length >= SHORTEST_FAMILY && root.endsWith(ending)) {
      root = root.slice(0, -ending.length);
      // "-ship" and "-ness" are put on words that are derived themselves: "leadership" is of the family of "lead".
      if (ending !== "ship" && ending !== "ness") break;
    }
  }
  while (root.length > SHORTEST_FAMILY && root.endsWith("s")) root = root.slice(0, -1);
  return root.length >= SHORTEST_FAMILY ? root : null;
}
