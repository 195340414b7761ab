import { isGesture } from "./people.ts";
import { isGivenInWords, isSayingVerb, standsBetween } from "./saying.ts";
import { firstClause, lastSentenceStart, wordsOf } from "./sentences.ts";
import { findSubjects, isAboutPerson, type Named, type Subject } from "./subject.ts";

/** More words than this between a quotation and its verb of saying, and the verb belongs to something else. */
const REACH = 14;

/**
 * Reads the narration right after a quotation: “…,” *Lukashenko replied.*  “…,” *replied Alexander Lukashenko.*
 * @param close with it, subject and verb must follow at once, for no punctuation ties them to the quotation.
 * @returns who is named, or null when this narration is no attribution.
 */
export function readFollowing(narration: string, close: boolean): Named | null {
  const words = withoutLeadingComma(wordsOf(firstClause(narration).clause.slice(0, 400)));
  if (isAccording(words, 0)) return findSubjects(words.slice(2))[0]?.named ?? null;
  for (let verb = 0; verb < Math.min(words.length, REACH); verb += 1) {
    if (!isSayingVerb(words, verb)) continue;
    const subjectEnd = beforeAdverbs(words, verb);
    if (subjectEnd === 0) {
      const inverted = findSubjects(words.slice(verb + 1))[0];
      return inverted && inverted.start <= 1 ? inverted.named : null;
    }
    const subject = subjectBefore(words, verb);
    if (subject && (!close || (subject.start === 0 && subject.end === subjectEnd))) return subject.named;
  }
  // “…,” was her answer.
  const given = close ? undefined : findSubjects(words).find(({ owner }) => owner !== null);
  return given && words.slice(given.start, given.end).some(isGivenInWords) ? given.named : null;
}

/** Reads the narration right before a quotation: *I asked him:* “…”  *Lukashenko said,* “…” */
export function readLeadIn(narration: string, knows: (name: string) => boolean): Named | null {
  const clause = narration.slice(lastSentenceStart(narration)).trimEnd();
  const words = wordsOf(clause.slice(-600));
  if (/[.?!…][\p{Pf}\p{Pe}"']*$/u.test(clause)) return null;
  const introduces = /[:,–—-]$/u.test(clause);
  const according = words.findIndex((_, index) => isAccording(words, index));
  if (introduces && according >= 0) return findSubjects(words.slice(according + 2))[0]?.named ?? null;
  for (let verb = words.length - 1; verb >= 0; verb -= 1) {
    if (!isSayingVerb(words, verb)) continue;
    // Without a comma or colon the verb itself must lead in: He said “No.”
    if (!introduces && verb < words.length - 3) return null;
    const subject = subjectBefore(words, verb) ?? findSubjects(words.slice(verb + 1))[0];
    if (subject) return subject.named;
  }
  if (!/:$/u.test(clause)) return null;
  // "His answer was blunt:", "My question:" – a colon announces speech without a verb of saying.
  return findActor(words, knows);
}

/** Whom the last sentence of narration is about: used for a quotation right after it. */
export function readActor(narration: string, knows: (name: string) => boolean): Named | null {
  return findActor(wordsOf(narration.slice(lastSentenceStart(narration)).slice(0, 400)), knows);
}

function findActor(words: readonly string[], knows: (name: string) => boolean): Named | null {
  for (const subject of findSubjects(words)) {
    const { named, owner, end } = subject;
    if (named.who === "bystander" && isAboutPerson(named.description)) return named;
    const actor = owner ?? named;
    if (actor.who === "author" || (actor.who === "pronoun" && /^s?he$/u.test(actor.pronoun))) return actor;
    if (actor.who === "name" && (knows(actor.name) || isGesture(words[end] ?? ""))) return actor;
    if (actor.who === "described" && (knows(actor.description) || isAboutPerson(actor.description)))
      return actor;
  }
  return null;
}

/**
 * The subject of the verb that the words lead up to. What stands between commas right before the verb only describes
 * it (*Joyce Bell, who keeps the books, said*; *Joyce Bell, her accountant, said*), and so does somebody's look or
 * voice (*his eyes wide, he said*).
 */
function subjectBefore(words: readonly string[], verb: number): Subject | undefined {
  const end = beforeAdverbs(words, verb);
  const parts = splitAtCommas(words, end);
  let at = parts.length - 1;
  // A comma right before the verb closes what describes the subject.
  const aside = words.slice(end, verb).includes(",");
  while (aside && at > 0 && !isWholly(parts[at]) && isAside(parts[at])) at -= 1;
  for (let part = at; part >= 0; part -= 1) {
    const subject = subjectOfPart(parts[part], part === parts.length - 1 && !aside);
    if (!subject) continue;
    const previous = parts[part - 1];
    // "Joyce Bell, her accountant," and "Her accountant, Joyce Bell," name one person: the name is the surer.
    if (aside && subject.named.who !== "name" && previous && isWholly(previous)) {
      const beside = subjectOfPart(previous, false);
      if (beside?.named.who === "name") return beside;
    }
    if (part > 0 && isLook(subject)) continue;
    return subject;
  }
  return undefined;
}

interface Part {
  readonly words: readonly string[];
  readonly subjects: readonly Subject[];
}

function splitAtCommas(words: readonly string[], end: number): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (let index = 0; index <= end; index += 1) {
    if (index < end && words[index] !== ",") continue;
    const part = words.slice(start, index);
    if (part.length > 0) parts.push({ words: part, subjects: findSubjects(part) });
    start = index + 1;
  }
  return parts;
}

function subjectOfPart(part: Part | undefined, beforeVerb: boolean): Subject | undefined {
  if (!part) return undefined;
  const { words, subjects } = part;
  // "The woman who keeps the books said"
  const relative = subjects.find(({ end }) => /^(?:who|whose)$/iu.test(words[end] ?? ""));
  if (relative) return relative;
  const last = subjects.at(-1);
  if (beforeVerb && last?.end === words.length) return last;
  return (
    subjects.findLast(({ start }) => start > 0 && OPENS_CLAUSE.test(words[start - 1] ?? "")) ?? subjects[0]
  );
}

const OPENS_CLAUSE = /^(?:and|but|so|then|when|while|as|because|that)$/iu;

/** All of it is one noun phrase, but for a "but" or "then" before it. */
function isWholly(part: Part | undefined): boolean {
  const [subject] = part?.subjects ?? [];
  if (!part || !subject || subject.end !== part.words.length) return false;
  return part.words.slice(0, subject.start).every((word) => OPENS_CLAUSE.test(word) || standsBetween(word));
}

/** "who grew up in Oslo", "speaking to me", "a friend of the family". */
function isAside(part: Part | undefined): boolean {
  const first = part?.words[0] ?? "";
  return (
    /^(?:who|whose|whom|which|where|now|then|in|at|on|of|from|with|by|for|an?|the|one|aged|and|or)$/iu.test(
      first,
    ) ||
    /(?:ing|ed)$/iu.test(first) ||
    part?.subjects.length === 0
  );
}

/** "her eyes", "his voice": no person, though it belongs to one. */
function isLook({ named, owner }: Subject): boolean {
  return named.who === "bystander" && owner !== null && !isAboutPerson(named.description);
}

function beforeAdverbs(words: readonly string[], verb: number): number {
  let end = verb;
  while (end > 0 && (words[end - 1] === "," || standsBetween(words[end - 1] ?? ""))) end -= 1;
  return end;
}

function withoutLeadingComma(words: readonly string[]): readonly string[] {
  return words[0] === "," ? words.slice(1) : words;
}

function isAccording(words: readonly string[], index: number): boolean {
  return /^according$/iu.test(words[index] ?? "") && /^to$/iu.test(words[index + 1] ?? "");
}
