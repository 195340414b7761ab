import type { Turnaround } from "../turnaround.ts";

/** Marks and white space before the first word. */
const LEAD = /^[^\p{L}\p{N}]*/u;

/** What people say before they come to the turning word: "Well, but …", "And only if …". */
const FILLERS =
  "(?:(?:but|and|or|well|yes|yeah|oh|ah|um|uh|so|okay|ok|though|then|look|listen|i mean|you know|of course)[\\s,.…–—-]+){0,3}";
const PAUSE = "(?=\\s*(?:[,.;:!…–—-]|$))";
const PEOPLE =
  "(?:he|she|they|it|we|you|i|there|this|that|these|those|the|an?|no|all|our|my|your|his|her|their)";

const CONDITION =
  "only\\s+(?:if|when|once|after|until|with|where|in\\s+case|on\\s+condition|as\\s+long\\s+as|so\\s+long\\s+as)|" +
  "if\\s+and\\s+only\\s+if|unless|until|till|(?:not|never)\\s+(?:unless|until|till|without|if|before)|" +
  `provid(?:ed|ing)\\s+(?:that|${PEOPLE})|(?:as|so)\\s+long\\s+as|(?:on|under)\\s+(?:the|one)\\s+conditions?|` +
  "in\\s+case|assuming|supposing|subject\\s+to|barring|at\\s+least\\s+(?:if|not|until|when)|" +
  "except(?:ing)?|with\\s+(?:the|one)\\s+exception|apart\\s+from|other\\s+than";
/** At the start of a sentence these begin one of their own: "If you like, we can go on." */
const CONDITION_IN_SENTENCE = "if|without|save\\s+for";
/** But not where that sentence is nothing else: "If they attack us." */
const CONDITION_ALONE = "(?:if|without)\\b(?=[^,.?!;:]{1,80}[.!…])";

const NOT = "(?:\\s*n['’]t|\\s+not|\\s+never)";
const IS = "(?:\\s*['’]s|\\s+is|\\s+was)";
const NEGATION =
  `no${PAUSE}|never${PAUSE}|` +
  "not\\s+(?:really|at\\s+all|exactly|quite|now|any\\s?more|yet|today|necessarily|here|always|ever|all|every|everyone|everything|so)|" +
  `not${PAUSE}|(?:that|it|this)${IS}\\s*(?:not|n['’]t)\\s+(?:what|true|right|correct|so|how|why|the\\s+case)|` +
  `(?:that|it|this)${IS}\\s+(?:false|untrue|wrong|incorrect|a\\s+lie|nonsense|rubbish)|` +
  `i\\s*(?:do|did|have|would)${NOT}\\s+(?:mean|meant|say|said|think\\s+so|believe\\s+(?:so|it|that))|i\\s+never\\s+(?:said|meant)|` +
  "(?:i\\s*['’]?a?m\\s+)?(?:just\\s+|only\\s+)?(?:kidding|joking)|i\\s+take\\s+(?:that|it)\\s+back|scratch\\s+that|" +
  "(?:or\\s+)?rather\\s+not|or\\s+not|on\\s+the\\s+contrary|quite\\s+the\\s+(?:opposite|contrary|reverse)|far\\s+from\\s+it|" +
  "(?:[\\p{L}\\p{N}’'-]+\\s+){1,4}(?:denies|denied|den(?:y|ying)|rejects|rejected|disputes|disputed|retracts|retracted|recants|recanted|withdrew)\\b" +
  "(?:\\s+(?:that|this|it|these|those|the|any|all))?";
const NEGATION_IN_SENTENCE = "not|anything\\s+but";

const CONTRAST =
  "(?:but|however|although|though|even\\s+though|whereas|albeit|nevertheless|nonetheless|notwithstanding|mind\\s+you|" +
  "then\\s+again|even\\s+so|all\\s+the\\s+same|(?:that|having)\\s+(?:being\\s+)?said|on\\s+the\\s+other\\s+hand|" +
  `not\\s+that|(?:that|which|this)\\s+(?:does|did)${NOT}\\s+mean)|(?:and\\s+)?yet(?=,?\\s+[\\p{L}])|still(?=\\s*,)`;
const CONTRAST_IN_SENTENCE = "despite|in\\s+spite\\s+of";

type Kind = Turnaround["kind"];

/** The surest word first: "But only if" is a condition. */
const BEGINNING: readonly (readonly [Kind, RegExp])[] = [
  ["condition", beginning(`(?:${CONDITION})\\b|${CONDITION_ALONE}`)],
  ["negation", beginning(NEGATION)],
  ["contrast", beginning(`(?:${CONTRAST})(?!\\p{L})`)],
];

const GOING_ON: readonly (readonly [Kind, RegExp])[] = [
  ["condition", beginning(`(?:${CONDITION}|${CONDITION_IN_SENTENCE})\\b`)],
  ["negation", beginning(`${NEGATION}|(?:${NEGATION_IN_SENTENCE})\\b`)],
  ["contrast", beginning(`(?:${CONTRAST}|${CONTRAST_IN_SENTENCE})(?!\\p{L})`)],
];

function beginning(phrases: string): RegExp {
  return new RegExp(`^${FILLERS}(?:${phrases})`, "iu");
}

/**
 * The words at the start of a text that turn around what stands right before it: "But only if …", "No, …",
 * "unless …". Where the sentence goes on, more words do than at the start of a new one: "without" and "if" there
 * belong to what follows.
 */
export function turnsAround(textAfter: string): Turnaround | null {
  const start = LEAD.exec(textAfter)?.[0].length ?? 0;
  const words = textAfter.slice(start, start + LONGEST_PHRASE);
  for (const [kind, phrase] of beginsSentence(textAfter, start) ? BEGINNING : GOING_ON) {
    const found = phrase.exec(words)?.[0].trimEnd();
    if (found) return { kind, start, end: start + found.length };
  }
  return null;
}

/** Fillers and the phrase; white space may be wide. */
const LONGEST_PHRASE = 160;

function beginsSentence(text: string, start: number): boolean {
  const first = text.charAt(start);
  return /[.!?…\n\r]/u.test(text.slice(0, start)) || first !== first.toLowerCase();
}
