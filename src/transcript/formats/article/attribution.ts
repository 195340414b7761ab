import { isFirstPerson, isSayingVerb, isThirdPerson, standsBetween } from "./saying.ts";

/** Whom an attribution names: the author, somebody by name, or somebody named before ("he", "the president"). */
export type Named =
  | { readonly who: "author" }
  | { readonly who: "name"; readonly name: string }
  | { readonly who: "mentioned" };

/** More words than this between a quotation and its verb of saying, and the verb belongs to something else. */
const REACH = 8;

/**
 * Reads the narration right after a quotation: “…,” *Lukashenko replied.*  “…,” *replied Alexander Lukashenko.*
 * @returns who is named, or null when this narration is no attribution.
 */
export function readFollowing(narration: string): Named | null {
  const words = wordsOf(firstClause(narration));
  const verb = words.slice(0, REACH).findIndex(isSayingVerb);
  if (verb < 0) return null;
  let subjectEnd = verb;
  while (subjectEnd > 0 && standsBetween(words[subjectEnd - 1] ?? "")) subjectEnd -= 1;
  if (subjectEnd > 0) return readSubject(words.slice(0, subjectEnd));
  return readSubject(words.slice(verb + 1).filter((word, index) => index > 0 || !standsBetween(word)));
}

/** Reads the narration right before a quotation: *I asked him:* “…”  *Lukashenko said,* “…” */
export function readLeadIn(narration: string): Named | null {
  const clause = lastSentence(narration);
  const introduces = /[:,–—-]\s*$/u.test(clause);
  if (!introduces) return null;
  const words = wordsOf(clause);
  const according = words.findIndex(
    (word, index) => /^according$/iu.test(word) && words[index + 1]?.toLowerCase() === "to",
  );
  if (according >= 0) return readSubject(words.slice(according + 2));
  const verb = words.findIndex(isSayingVerb);
  if (verb >= 0) {
    let subjectEnd = verb;
    while (subjectEnd > 0 && standsBetween(words[subjectEnd - 1] ?? "")) subjectEnd -= 1;
    const subject = readSubject(words.slice(Math.max(0, subjectEnd - REACH), subjectEnd), "last");
    return subject ?? readSubject(words.slice(verb + 1));
  }
  // "His answer was blunt:", "My question:" – a colon announces speech without a verb of saying.
  return /:\s*$/u.test(clause) ? readSubject(words) : null;
}

/** Whom a sentence of narration is about, by its first words: used for a quotation right after it. */
export function readActor(narration: string): Named | null {
  return readSubject(wordsOf(lastSentence(narration)).slice(0, REACH));
}

/** True when narration in the author's voice reports or poses a question: "I asked him whether …", "Why did …?" */
export function reportsQuestion(narration: string): boolean {
  if (/\?[\p{Pf}\p{Pe}"']*$/u.test(narration.trim())) return true;
  return /(?:^|[.!?]\s+|,\s+|\b(?:and|then|so|but|when)\s+)(?:I|we|We)(?:\s+(?:then|also|later|again|once|have|had|did|\p{L}+ly))*\s+(?:ask|asks|asked|question|questioned|press|pressed|challenge|challenged|wonder|wondered|enquire|enquired|inquire|inquired|quiz|quizzed|put\s+(?:it\s+)?to|raise|raised|wanted\s+to\s+know|want\s+to\s+know|suggest(?:ed)?\s+to)\b/u.test(
    narration,
  );
}

/** Names stand as runs of capitalised words, with small words such as "von" or "al" between them. */
function readSubject(words: readonly string[], which: "first" | "last" = "first"): Named | null {
  const candidates: Named[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (isFirstPerson(word)) candidates.push({ who: "author" });
    else if (isThirdPerson(word)) candidates.push({ who: "mentioned" });
    else if (/^the$/iu.test(word) && /^\p{Ll}/u.test(words[index + 1] ?? "")) {
      candidates.push({ who: "mentioned" });
      index += 1;
    } else if (
      /^\p{Lu}/u.test(word) &&
      !/^(?:The|A|An|But|And|So|When|Then|Asked|Speaking|At|In|On)$/u.test(word)
    ) {
      let end = index + 1;
      while (end < words.length && continuesName(words, end)) end += 1;
      candidates.push({ who: "name", name: words.slice(index, end).map(withoutPossessive).join(" ") });
      index = end - 1;
    }
    if (which === "first" && candidates[0]) return candidates[0];
  }
  return candidates.at(-1) ?? null;
}

function continuesName(words: readonly string[], index: number): boolean {
  const word = words[index] ?? "";
  if (/^\p{Lu}/u.test(word)) return !isFirstPerson(word);
  return (
    /^(?:von|van|de|da|del|della|di|bin|ibn|al|el|la|le|du|ter|den)$/u.test(word) &&
    /^\p{Lu}/u.test(words[index + 1] ?? "")
  );
}

function withoutPossessive(word: string): string {
  return word.replace(/[’']s?$/u, "");
}

function firstClause(narration: string): string {
  return narration.split(/(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Prof))[.!?:;](?=\s|$)/u)[0] ?? "";
}

function lastSentence(narration: string): string {
  const sentences = narration.trimEnd().split(/(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Prof))[.!?](?=\s+\S)/u);
  return sentences.at(-1)?.trim() ?? "";
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];
}
