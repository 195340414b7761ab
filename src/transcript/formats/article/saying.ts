/**
 * How English articles name who speaks: verbs of saying and the words that may stand around them.
 * Another language is another list of this shape.
 */
const STEMS =
  "acknowledge add admit affirm announce answer argue ask assert assure boast claim comment complain concede " +
  "conclude confirm continue counter declare demand deny enquire exclaim explain inquire insist interject " +
  "interrupt chant joke laugh maintain mention muse note object observe press proclaim promise propose protest " +
  "question quip recall recount remark remember repeat reply report respond retort reveal say shout snap " +
  "state stress suggest tell urge volunteer vow warn whisper wonder write";

const IRREGULAR =
  "said says told tells replied replies denied denies admitted quipped snapped wrote written recalled " +
  "went goes began begins put puts cried cries thinks thought read reads";

const BASE_FORMS: ReadonlySet<string> = new Set(STEMS.split(" "));
const VERBS: ReadonlySet<string> = new Set([...STEMS.split(" ").flatMap(formsOf), ...IRREGULAR.split(" ")]);

/** Adverbs and auxiliaries that stand between subject and verb. */
const BETWEEN: ReadonlySet<string> = new Set(
  "then later also once again has had have just only finally simply first further would will did does had".split(
    " ",
  ),
);

/** What someone gives in words: "his answer", "my next question". */
const WORDS_GIVEN =
  /^(?:answer|reply|response|retort|question|words?|message|verdict|explanation|comment|comeback)s?$/iu;

/**
 * True for a verb of saying at `index`. Many are nouns too ("the report", "in answer to my question"): a base form
 * is a verb where it opens the words or follows a pronoun or auxiliary, any form is none right after an article.
 */
export function isSayingVerb(words: readonly string[], index: number): boolean {
  const word = (words[index] ?? "").toLowerCase();
  if (!VERBS.has(word)) return false;
  const before = (words[index - 1] ?? "").toLowerCase();
  if (/^(?:the|a|an|this|that|my|our|his|her|their|in|of)$|[’']s$/u.test(before)) return false;
  return (
    !BASE_FORMS.has(word) ||
    /^(?:|,|i|we|they|who|to|and|will|would|can|could|did|do|does)$/u.test(before) ||
    standsBetween(before)
  );
}

export function isGivenInWords(word: string): boolean {
  return WORDS_GIVEN.test(word);
}

/** "then", "later", "quietly" … between the subject and its verb. */
export function standsBetween(word: string): boolean {
  const folded = word.toLowerCase();
  return BETWEEN.has(folded) || (folded.endsWith("ly") && folded.length > 4);
}

export function isFirstPerson(word: string): boolean {
  return /^(?:I|[Ww]e)(?:[’'](?:d|ve|m|ll|re))?$/u.test(word);
}

export function isThirdPerson(word: string): boolean {
  return /^(?:he|she|they|it)(?:[’'](?:d|s|ve|ll|re))?$/iu.test(word);
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
