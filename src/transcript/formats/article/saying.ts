/**
 * How English articles name who speaks: verbs of saying and the words that may stand around them.
 * Another language is another list of this shape.
 */
const STEMS =
  "acknowledge add admit affirm announce answer argue ask assert assure boast claim comment complain concede " +
  "conclude confirm continue counter declare demand deny enquire exclaim explain inquire insist interject " +
  "interrupt joke laugh maintain mention muse note object observe press proclaim promise propose protest " +
  "question quip recall recount remark remember repeat reply report respond retort reveal say shout snap " +
  "state stress suggest tell urge volunteer vow warn whisper wonder write";

const IRREGULAR =
  "said says told tells replied replies denied denies admitted quipped snapped wrote written recalled " +
  "went goes began begins put puts cried cries thinks thought";

const VERBS: ReadonlySet<string> = new Set([...STEMS.split(" ").flatMap(formsOf), ...IRREGULAR.split(" ")]);

/** Adverbs and auxiliaries that stand between subject and verb. */
const BETWEEN: ReadonlySet<string> = new Set(
  "then later also once again has had have just only finally simply first further would will did does had".split(
    " ",
  ),
);

export function isSayingVerb(word: string): boolean {
  return VERBS.has(word.toLowerCase());
}

/** "then", "later", "quietly" … between the subject and its verb. */
export function standsBetween(word: string): boolean {
  const folded = word.toLowerCase();
  return BETWEEN.has(folded) || (folded.endsWith("ly") && folded.length > 4);
}

export function isFirstPerson(word: string): boolean {
  return /^(?:I|we|We|my|My|our|Our|me|us)$/u.test(word);
}

export function isThirdPerson(word: string): boolean {
  return /^(?:he|she|they|his|her|their)$/iu.test(word);
}

function formsOf(verb: string): readonly string[] {
  const base = verb.endsWith("e") ? verb.slice(0, -1) : verb;
  const consonantY = /[^aeiou]y$/u.test(verb);
  const third = consonantY
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|sh|ch|x)$/u.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  const past = consonantY ? `${verb.slice(0, -1)}ied` : `${base}ed`;
  return [verb, third, past];
}
