import { isFirstPerson, isGivenInWords, isThirdParty, isThirdPerson } from "./saying.ts";

/** Whom narration names as speaking. */
export type Named =
  | { readonly who: "author" }
  | { readonly who: "name"; readonly name: string }
  /** Somebody named before: "he", "the president". */
  | { readonly who: "mentioned" }
  /** Somebody beside the interview whom the text only describes: "a spokeswoman", "his lawyer". */
  | { readonly who: "bystander"; readonly description: string };

/** A noun or pronoun that may be a subject, and which words it takes: from `start` up to, not including, `end`. */
export interface Subject {
  readonly named: Named;
  readonly start: number;
  readonly end: number;
  /** Set when words are given by it ("her answer", "my question"), or by its look or gesture ("his face"). */
  readonly owner: Named | null;
}

const PREPOSITION =
  /^(?:in|at|on|of|from|to|with|by|for|about|near|after|before|during|over|under|against|into|like|than|without|beside|outside|inside|through|across|between|among|around|since|until|towards?|told|asked|tells|asks)$/iu;
const INDEFINITE = /^(?:an?|one|another|some|two|three|several|many|most|both|no)$/iu;
const POSSESSIVE = /^(?:my|our|his|her|their|its)$/iu;
/** Words that a capital letter makes look like names at the head of a sentence, and days and months. */
const NO_NAME =
  /^(?:but|and|so|or|nor|yet|still|when|while|as|if|then|once|because|although|though|there|here|that|this|these|those|it|what|why|how|who|where|which|yes|not?|only|even|perhaps|maybe|asked|pressed|speaking|according|later|now|today|yesterday|tomorrow|tonight|earlier|finally|meanwhile|however|instead|again|all|every|each|you|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/iu;
const NAME_PARTICLE = /^(?:von|van|de|da|del|della|di|dos|bin|ibn|al|el|la|le|du|ter|den)$/u;
const ENDS_PHRASE = /^(?:,|and|but|or|who|which|that|as|while|when|is|was|were|are|has|had)$/iu;

/** Every possible subject among the words, in order; what a preposition governs is none. */
export function findSubjects(words: readonly string[]): readonly Subject[] {
  const subjects: Subject[] = [];
  for (let index = 0; index < words.length; ) {
    const subject = subjectAt(words, index);
    if (!subject) {
      index += 1;
      continue;
    }
    if (!PREPOSITION.test(words[index - 1] ?? "")) subjects.push(subject);
    index = subject.end;
  }
  return subjects;
}

function subjectAt(words: readonly string[], start: number): Subject | null {
  const word = words[start] ?? "";
  if (isFirstPerson(word)) return { named: { who: "author" }, start, end: start + 1, owner: null };
  if (isThirdPerson(word)) return { named: { who: "mentioned" }, start, end: start + 1, owner: null };
  if (/^the$/iu.test(word) || INDEFINITE.test(word) || POSSESSIVE.test(word)) return phraseAt(words, start);
  if (!isCapitalised(word)) return null;
  const end = endOfName(words, start);
  const last = words[end - 1] ?? "";
  const name = nameOf(words.slice(start, end));
  if (/[’']s?$/u.test(last) && /^\p{Ll}/u.test(words[end] ?? "")) return phraseAt(words, start, name);
  return { named: name, start, end, owner: null };
}

/** A noun with its article or owner: "the president", "the Foreign Ministry", "a spokeswoman", "Reed’s lawyer". */
function phraseAt(words: readonly string[], start: number, owning: Named | null = null): Subject | null {
  const determiner = words[start] ?? "";
  let end = start + 1;
  while (end < words.length && !endsPhrase(words[end] ?? "")) end += 1;
  const phrase = words.slice(start, end);
  const nouns = phrase.slice(1);
  if (nouns.length === 0) return null;
  const owner = owning ?? (POSSESSIVE.test(determiner) ? ownerOf(determiner) : null);
  const trailing = nouns.length - [...nouns].reverse().findIndex((word) => !isCapitalised(word));
  const isNamed = isCapitalised(nouns.at(-1) ?? "");
  let named: Named;
  if (owner && nouns.some(isGivenInWords)) named = owner;
  else if (isNamed) named = nameOf(trailing > nouns.length ? nouns : nouns.slice(trailing));
  else if (owner || INDEFINITE.test(determiner) || nouns.some(isThirdParty)) {
    named = { who: "bystander", description: phrase.join(" ") };
  } else named = { who: "mentioned" };
  return { named, start, end, owner };
}

function endsPhrase(word: string): boolean {
  return ENDS_PHRASE.test(word) || PREPOSITION.test(word) || isFirstPerson(word) || isThirdPerson(word);
}

function ownerOf(pronoun: string): Named {
  return /^(?:my|our)$/iu.test(pronoun) ? { who: "author" } : { who: "mentioned" };
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !NO_NAME.test(word) && !PREPOSITION.test(word) && !isFirstPerson(word);
}

/** Names stand as runs of capitalised words, with small words such as "von" or "al" between them. */
function endOfName(words: readonly string[], start: number): number {
  let end = start + 1;
  while (end < words.length && !/[’']s$/u.test(words[end - 1] ?? "")) {
    const word = words[end] ?? "";
    const isParticle = NAME_PARTICLE.test(word) && isCapitalised(words[end + 1] ?? "");
    if (!isParticle && !(isCapitalised(word) && !isThirdPerson(word))) break;
    end += 1;
  }
  return end;
}

function nameOf(words: readonly string[]): Named {
  return { who: "name", name: words.map((word) => word.replace(/[’']s?$/u, "")).join(" ") };
}
