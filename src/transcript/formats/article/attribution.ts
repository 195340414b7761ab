import { isGivenInWords, isSayingVerb, standsBetween } from "./saying.ts";
import { firstClause, lastSentenceStart, wordsOf } from "./sentences.ts";
import { findSubjects, type Named, type Subject } from "./subject.ts";

/** More words than this between a quotation and its verb of saying, and the verb belongs to something else. */
const REACH = 10;

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
    const subject = nearestSubject(words, subjectEnd);
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
    const subject = precedingSubject(words, verb) ?? findSubjects(words.slice(verb + 1))[0];
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
  for (const { named, owner } of findSubjects(words)) {
    const actor = owner ?? named;
    if (actor.who === "author" || actor.who === "mentioned") return actor;
    if (actor.who === "name" && knows(actor.name)) return actor;
  }
  return null;
}

/** The first subject, for what follows describes it, unless that is somebody's look or voice: *his eyes wide, he said*. */
function nearestSubject(words: readonly string[], end: number): Subject | null {
  const subjects = findSubjects(words.slice(0, end));
  const first = subjects[0];
  const last = subjects.at(-1);
  if (!first || !last) return null;
  return first.named.who === "bystander" && last.end === end && last.named.who !== "bystander" ? last : first;
}

/** The subject of a verb that ends its clause: the one right before it, else the last who may take part. */
function precedingSubject(words: readonly string[], verb: number): Subject | undefined {
  const subjects = findSubjects(words.slice(0, verb));
  const last = subjects.at(-1);
  if (last?.end === beforeAdverbs(words, verb)) return last;
  return subjects.findLast(({ named }) => named.who !== "bystander") ?? last;
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
