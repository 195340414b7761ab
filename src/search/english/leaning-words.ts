import type { Leaning } from "../language.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Said before anything is: "Well, yes." "Yeah" and "right" mostly say that one listens. */
const FILLERS =
  /^(?:(?:well|oh|ah|uh|um|hm+|mm|look|listen|okay|ok|yeah|right|sure|i mean|you know|mr president)[\s,.…–—-]+){1,3}/iu;
const PAUSE = "(?=\\s*(?:[,.;:!?…–—”]|$))";

const REPLY = new RegExp(
  `^(?:(?:yes|yep|no|nope|never|none|nothing|nobody|not|rubbish|nonsense|exactly|absolutely|certainly|definitely|` +
    "indeed|true|correct|wrong|false|maybe|perhaps|probably|possibly|hardly|of course|surely|agreed|both|" +
    "not (?:at all|really|exactly|yet|quite|now|any ?more|today|necessarily|always|ever|us|me)|" +
    "i (?:do|did|don['’]t|didn['’]t|am|was|have|haven['’]t|will|won['’]t|would|wouldn['’]t|can|can['’]t|could|couldn['’]t|" +
    `should|(?:hope|think|guess|believe|suppose) (?:so|not)))${PAUSE}|(?:neither|nor|none of)\\b)`,
  "iu",
);

const CONNECTIVE =
  /^(?:and|but|or|because|so(?! (?:far|many|much|long|that)\b)|then|therefore|thus|hence|otherwise|however|also|besides|moreover|furthermore|likewise|similarly|instead|still(?=,)|yet|another|for (?:example|instance)|as a result|on the (?:contrary|other hand)|the same|either way|even (?:then|so)|in (?:that|this) case|only if|unless|especially|such)\b/iu;
/** A question that asks something by itself, whatever joins it to the one before: "And who paid for the crane?" */
const COMPLETE_QUESTION =
  /^(?:and|or|but|so)[,\s]+(?=(?:who|whom|whose|what|which|when|where|why|how|do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|may|might|must)(?:n['’]t)?\s+(?!about\b)(?:[^\s?]+\s+){2,}[^\s?]+\s*\?)/iu;
/** A question that goes on with the one before it. */
const FOLLOW_UP = /^(?:and|or|what about|how about|what if|what else|who else|where else)\b/iu;

const SUBJECTS = wordsOf("he she they it");
const OBJECTS = wordsOf("him them");
const POSSESSIVES = wordsOf("his her their its");
const DEMONSTRATIVES = wordsOf("this that these those");
const DETERMINERS = wordsOf(
  "a an the my our your some any no every all many several few both each two three four five six seven eight nine ten",
);
const PREPOSITIONS = wordsOf(
  "of in on at by to from with without about into after before against for during since",
);
/** "This morning" needs nothing said before: what is meant is there for both who talk. */
const AT_HAND = wordsOf(
  "morning afternoon evening night week weekend month year day time moment summer winter spring autumn country town city " +
    "room place world interview meeting conversation century decade generation kind sort who whom which that of with in at from",
);
const IMPERSONAL =
  /\bit\s*(?:['’](?:s|d|ll)|is|was|will|would|has|can|could|may|might|must|should)\b(?:\s+[\p{L}’'-]+){1,8}?\s+(?:to|that|if|when|who|whether|how|for)\b|\bit (?:seems?|seemed|appears?|appeared|turns?|turned|takes?|took|rains?|rained|snows?|snowed)\b/iu;
/** "I ask him whether …": the one asked is the one who answers. */
const ASKS_THEM =
  /^(?:i|we)(?:['’](?:d|ve))?\s+(?:\p{L}+\s+){0,2}?(?:ask|put|press|challenge|remind|tell|told|wonder)(?:ed|s)?\s+(?:it\s+)?(?:to\s+)?(?:him|her|them)\b/iu;
const LOCATIVE_THERE =
  /^there\b(?!\s*(?:['’]|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|seems?|exists?|comes?|came|aren|isn|wasn|weren)(?!\p{L}))/iu;

/** A first sentence longer than this is read no further. */
const LONGEST_SENTENCE = 400;

/**
 * How the opening of what someone says leans on what was said before: whether it replies, goes on, or speaks of
 * something that its first sentence hasn't named. A guess from the words alone, on the side of saying so.
 */
export function leansOn(opening: string): Leaning | null {
  const text = opening.slice(0, LONGEST_SENTENCE).replace(/^[^\p{L}\p{N}]+/u, "");
  const bare = text.replace(FILLERS, "");
  if (REPLY.test(bare)) return "reply";
  const [sentence = ""] = /^[^.!?…]*[.!?…]?/u.exec(bare) ?? [];
  const joined = COMPLETE_QUESTION.exec(sentence);
  if (joined) return refersBack(sentence.slice(joined[0].length)) ? "reference" : null;
  if (FOLLOW_UP.test(bare) && sentence.endsWith("?")) return "follow-up";
  if (CONNECTIVE.test(bare)) return "connective";
  return refersBack(sentence) ? "reference" : null;
}

function refersBack(sentence: string): boolean {
  if (LOCATIVE_THERE.test(sentence)) return true;
  const impersonal = IMPERSONAL.test(sentence);
  const printed = [...sentence.matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)].map(([word]) => word);
  const words = printed.map((word) => word.toLowerCase().replaceAll("’", "'"));
  let named = ASKS_THEM.test(sentence);
  for (const [at, word] of words.entries()) {
    const bare = word.replace(/'.*$/u, "");
    const next = words[at + 1] ?? "";
    const before = words[at - 1] ?? "";
    if (DEMONSTRATIVES.has(word) && demonstrates(words, at, named)) return true;
    if (word === "none" && next !== "of") return true;
    if (!named && bare === "it" && !impersonal) return true;
    if (!named && bare !== "it" && (SUBJECTS.has(bare) || OBJECTS.has(bare))) return true;
    if (!named && POSSESSIVES.has(bare) && !printed.slice(at + 1).some(isName)) return true;
    if (isName(printed[at] ?? "") && at > 0) named = true;
    if (!FUNCTION_WORDS.has(bare) && (at === 0 ? !bare.endsWith("ing") : mayEndNoun(before))) named = true;
  }
  return false;
}

/** Whether a content word after this one is likely a noun: "the harbour", "in May", "freed prisoners"; not "I met". */
function mayEndNoun(before: string): boolean {
  if (DETERMINERS.has(before) || PREPOSITIONS.has(before)) return true;
  return !FUNCTION_WORDS.has(before.replace(/'.*$/u, "")) && !before.endsWith("ly");
}

/** True where "this", "that", "these" or "those" at a place means something that the words before don't name. */
function demonstrates(words: readonly string[], at: number, named: boolean): boolean {
  const word = words[at] ?? "";
  const next = words[at + 1] ?? "";
  if (AT_HAND.has(next) && word !== "that") return false;
  const before = words.slice(0, at);
  const isNounPhrase =
    next !== "" && !FUNCTION_WORDS.has(next.replace(/'.*$/u, "")) && !before.includes(next);
  if (word === "these" || word === "those") return !named || isNounPhrase;
  if (isNounPhrase && PREPOSITIONS.has(words[at - 1] ?? "")) return true;
  if (word === "this") return !named;
  // "I think that …" and "all that matters" join clauses.
  return before.every(
    (other) => FUNCTION_WORDS.has(other.replace(/'.*$/u, "")) && !/^(?:all|so|such|now)$/u.test(other),
  );
}

function isName(word: string): boolean {
  return /^\p{Lu}\p{L}/u.test(word) && !/^I['’]/u.test(word);
}
