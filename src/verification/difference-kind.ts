import { writtenOut } from "./english/contractions.ts";
import { CONDITIONS, HEDGES, MODALS, PERSONS, QUANTIFIERS } from "./english/telling-words.ts";
import { negationsOf } from "./negations.ts";
import { isNumeral } from "./numerals.ts";
import { positiveForms } from "./same-word.ts";
import type { DifferenceKind } from "./verification.ts";

/** A word of a difference. */
export interface TellingWord {
  readonly form: string;
  /** As it stands in the text. */
  readonly raw: string;
  /** True where a sentence begins: a capital says nothing there. */
  readonly beginsSentence: boolean;
}

/** A clause that came or went is a condition when one of its first words makes it one. */
const BEGINNING = 8;

/**
 * What kind of words a difference is about: the gravest that applies. Words on both sides don't count, wherever they
 * stand.
 */
export function differenceKind(
  claimed: readonly TellingWord[],
  said: readonly TellingWord[],
  language: string,
): DifferenceKind {
  const isEnglish = /^en\b/iu.test(language);
  const spellOut = (words: readonly TellingWord[]) =>
    isEnglish
      ? words.flatMap((word) => writtenOut(word.form, word.raw).map((form) => ({ ...word, form })))
      : words;
  const [ours, theirs] = [spellOut(claimed), spellOut(said)];
  const differing = [...notIn(ours, theirs), ...notIn(theirs, ours)];
  const differ = (list: ReadonlySet<string>) => isEnglish && differing.some(({ form }) => list.has(form));
  const negations = negationsOf(language);
  const count = (words: readonly TellingWord[]) => words.filter(({ form }) => negations.has(form)).length;

  const clause = ours.length === 0 ? theirs : theirs.length === 0 ? ours : null;
  if (isEnglish && clause?.slice(0, BEGINNING).some(({ form }) => CONDITIONS.has(form))) return "condition";
  if (count(ours) !== count(theirs) || isNegated(differing)) return "negation";
  if (differing.some(({ form }) => isNumeral(form))) return "number";
  if (differ(CONDITIONS)) return "condition";
  if (differ(MODALS)) return "modal";
  if (differ(QUANTIFIERS)) return "quantifier";
  if (differ(HEDGES)) return "hedge";
  if (differ(PERSONS)) return "person";
  return differing.some(isName) ? "name" : "other";
}

/** "unlikely" for "likely". */
function isNegated(words: readonly TellingWord[]): boolean {
  const forms = new Set(words.map(({ form }) => form));
  return [...forms].some((form) => positiveForms(form).some((positive) => forms.has(positive)));
}

/** A capital within a sentence, in a script that has capitals; "I" is none. */
function isName({ form, raw, beginsSentence }: TellingWord): boolean {
  return !beginsSentence && /^\p{Lu}/u.test(raw) && form !== "i";
}

/** Those of the words that the others don't have, as often as they have more of them. */
function notIn(words: readonly TellingWord[], others: readonly TellingWord[]): readonly TellingWord[] {
  const left = new Map<string, number>();
  for (const { form } of others) left.set(form, (left.get(form) ?? 0) + 1);
  return words.filter(({ form }) => {
    const count = left.get(form) ?? 0;
    left.set(form, count - 1);
    return count <= 0;
  });
}
