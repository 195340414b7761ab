import type { Role } from "../../interview.ts";
import type { SourceText } from "../../source-text.ts";
import type { Passage } from "./passage.ts";
import { roleOfLabel } from "./role-words.ts";

/** Whom the lines before an interview name for a label: "Interviewer: Ann Vale (AV)". */
export interface InFront {
  readonly name: string;
  readonly role: Role | null;
}

const LONGEST = 4000;
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}’'.-]*(?:[ \\t]+(?:(?:de|van|von|der|la|bin|al)[ \\t]+)*\\p{Lu}[\\p{L}\\p{M}’'.-]*){1,4}";
const NAMED = new RegExp(
  `(?:(?<told>[\\p{L}\\p{M} -]{1,40}?)\\s*(?::|=|\\bby\\b)\\s*)?(?<name>${NAME})(?:\\s*[([](?<initials>\\p{Lu}{1,4})[)\\]])?(?:\\s*[,–—-]\\s*(?<after>\\p{L}+))?`,
  "gu",
);

/**
 * Reads the lines before the first turn for the people of an interview. A label of initials, or of one of their names
 * alone, means one of them where it can mean no other; a role told there is theirs.
 */
export function namesInFront(
  passages: readonly Passage[],
  source: SourceText,
  labels: readonly string[],
): ReadonlyMap<string, InFront> {
  const first = passages.findIndex(({ kind }) => kind === "speech");
  const people: { readonly name: string; readonly role: Role | null; readonly initials: string }[] = [];
  let length = 0;
  for (const { span } of passages.slice(0, Math.max(0, first))) {
    length += span.end - span.start;
    if (length > LONGEST) break;
    for (const line of source.text.slice(span.start, span.end).split(/[\r\n]+/u)) {
      for (const { groups = {} } of line.slice(0, 300).matchAll(NAMED)) {
        const { told = "", name = "", initials, after = "" } = groups;
        const role = roleTold(told) ?? roleOfLabel(after);
        const before = /^\p{Lu}{2,4}$/u.test(told.trim()) ? told.trim() : undefined;
        if (!people.some((one) => one.name === name))
          people.push({ name, role, initials: initials ?? before ?? initialsOf(name) });
      }
    }
  }
  const found = new Map<string, InFront>();
  for (const label of labels) {
    const folded = label.toLowerCase().replace(/\./gu, "");
    const isInitials = /^(?:\p{Lu}\.?\s?){2,4}$/u.test(label);
    const meant = people.filter(({ name, role, initials }) => {
      if (isInitials && initials === label.replace(/[.\s]/gu, "")) return true;
      const words = name.toLowerCase().split(/\s+/u);
      return (
        role !== null && (name.toLowerCase() === folded || words.at(-1) === folded || words[0] === folded)
      );
    });
    const [one] = meant;
    if (one && meant.length === 1) found.set(label, { name: isInitials ? one.name : label, role: one.role });
  }
  return found;
}

function roleTold(told: string): Role | null {
  const words = told.trim();
  if (
    /^interview(?:ed)?(?: conducted)?$/iu.test(words) ||
    /\binterviewed$|\bconducted$|\bhosted$/iu.test(words)
  )
    return "interviewer";
  if (/^(?:interview (?:with|of)|narrator|storyteller)$/iu.test(words)) return "guest";
  return words === "" ? null : roleOfLabel(words);
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0))
    .join("");
}
