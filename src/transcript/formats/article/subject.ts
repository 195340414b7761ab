import { isGesture, isPerson } from "./people.ts";
import { isFirstPerson, isGivenInWords, isThirdPerson } from "./saying.ts";

/** Whom narration names as speaking. */
export type Named =
  | { readonly who: "author" }
  | { readonly who: "name"; readonly name: string; readonly definite?: true }
  /** Somebody named before. */
  | { readonly who: "pronoun"; readonly pronoun: Pronoun }
  /** "the president", "the council": the guest where the text calls the guest so, else somebody beside the interview. */
  | { readonly who: "described"; readonly description: string }
  /** Somebody beside the interview whom the text only describes: "a spokeswoman", "his lawyer". */
  | { readonly who: "bystander"; readonly description: string };

/** "they" and "it" never mean one person who is interviewed. */
export type Pronoun = "he" | "she" | "they" | "it";

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
const LIKE_A_VERB =
  /^(?:\p{Ll}+(?:[^s’']s|ed)|came|went|took|left|met|got|put|ran|brought|made|kept|gave|held|saw|felt|fell|rose|spoke|began|broke|drew|drove|knew|thought|wrote|read|led|lost|won|paid|sent)$/u;
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
  if (isThirdPerson(word)) return { named: pronounOf(word), start, end: start + 1, owner: null };
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
  while (end < words.length && !endsPhrase(words[end] ?? "") && !beginsVerb(words, end)) end += 1;
  const phrase = words.slice(start, end);
  const nouns = phrase.slice(1);
  if (nouns.length === 0) return null;
  const owner = owning ?? (POSSESSIVE.test(determiner) ? ownerOf(determiner) : null);
  const trailing = nouns.length - [...nouns].reverse().findIndex((word) => !isCapitalised(word));
  const isNamed = isCapitalised(nouns.at(-1) ?? "");
  let named: Named;
  if (owner && nouns.some(isGivenInWords)) named = owner;
  else if (isNamed) {
    named = nameOf(trailing > nouns.length ? nouns : nouns.slice(trailing));
    if (/^the$/iu.test(determiner)) named = { ...named, definite: true };
  } else if (owner || INDEFINITE.test(determiner)) {
    named = { who: "bystander", description: phrase.join(" ") };
  } else named = { who: "described", description: phrase.join(" ") };
  return { named, start, end, owner };
}

function endsPhrase(word: string): boolean {
  return ENDS_PHRASE.test(word) || PREPOSITION.test(word) || isFirstPerson(word) || isThirdPerson(word);
}

/** "a waiter *arrives*": what follows a word for a person and looks like a verb is one. */
function beginsVerb(words: readonly string[], index: number): boolean {
  const word = words[index] ?? "";
  return isPerson(words[index - 1] ?? "") && !isPerson(word) && (isGesture(word) || LIKE_A_VERB.test(word));
}

function ownerOf(pronoun: string): Named {
  if (/^(?:my|our)$/iu.test(pronoun)) return { who: "author" };
  if (/^its$/iu.test(pronoun)) return { who: "pronoun", pronoun: "it" };
  return pronounOf(pronoun);
}

function pronounOf(word: string): Named {
  const folded = word.toLowerCase();
  const pronoun = folded.startsWith("she") || folded === "her" ? "she" : folded.startsWith("h") ? "he" : null;
  return { who: "pronoun", pronoun: pronoun ?? (folded === "it" ? "it" : "they") };
}

/** True when a noun phrase is about a person: "her accountant", "a waiter at the door". */
export function isAboutPerson(description: string): boolean {
  return description.split(/\s+/u).some(isPerson);
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

function nameOf(words: readonly string[]): Extract<Named, { who: "name" }> {
  return { who: "name", name: words.map((word) => word.replace(/[’']s?$/u, "")).join(" ") };
}
