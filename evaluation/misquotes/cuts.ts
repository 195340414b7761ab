import type { DifferenceKind } from "../../src/verification/verification.ts";
import { between, oneOf } from "./chance.ts";
import { type Word, wordsOf } from "./letters.ts";
import { type Edit, edited, type Mutation, misquoteOf } from "./mutation.ts";

function cutting(cutsIn: (text: string) => readonly Edit[]): Mutation {
  return (fragment, surroundings, random) => {
    const edit = oneOf(cutsIn(fragment.text), random);
    if (!edit) return null;
    return misquoteOf(fragment, surroundings, edited(fragment, edit), ["cut"], edit.kinds);
  };
}

const HEDGES =
  /(?:, )?\b(?<hedge>perhaps|probably|maybe|possibly|presumably|apparently|arguably|somewhat|roughly|I think|I guess|I believe|I suppose|it seems|in my opinion|as far as I know|more or less|to some extent|mostly|almost|nearly|usually|generally|partly|(?<!\b(?:this|that|what|a|the|some|any|every|one|same|other) )(?:kind|sort) of)\b,? ?/giu;
const ALSO_QUANTIFIERS = new Set([
  "mostly",
  "almost",
  "nearly",
  "usually",
  "generally",
  "partly",
  "more or less",
]);

/** "perhaps", "I think", "mostly" and their like gone. */
export const hedgeCut = cutting((text) =>
  [...text.matchAll(HEDGES)].map(({ 0: whole, groups, index }) => {
    const kinds: readonly DifferenceKind[] = ALSO_QUANTIFIERS.has(groups?.hedge?.toLowerCase() ?? "")
      ? ["hedge", "quantifier"]
      : ["hedge"];
    return { start: index, end: index + whole.length, put: " ", kinds };
  }),
);

/** Where "if" means whether, or belongs to what stands before it. */
const NO_CONDITION = new Set(
  "as even ask asked asking asks wonder wondering see know sure what tell check remember like".split(" "),
);
const CONDITION =
  /(?<=(?<before>\p{L}+)[,.;!?…]* )(?:(?:but )?(?:only )?(?<word>if|unless|until|provided that|as long as|without))\b[^,.;:!?…]*(?:[,;](?= \p{Ll}))?/giu;

/** A clause with "if", "only if", "unless", "until" or "without" gone, words before and after it left. */
export const conditionCut = cutting((text) =>
  [...text.matchAll(CONDITION)].flatMap(({ 0: whole, groups, index }): Edit[] => {
    if (NO_CONDITION.has(groups?.before?.toLowerCase() ?? "")) return [];
    const words = wordsOf(whole).length;
    const rest = text.slice(index + whole.length);
    if (words < 3 || words > 14 || wordsOf(rest).length < 2 || wordsOf(text.slice(0, index)).length < 2)
      return [];
    const kinds: readonly DifferenceKind[] =
      groups?.word?.toLowerCase() === "without" ? ["condition", "negation"] : ["condition"];
    // A sentence goes with its full stop.
    const isSentence = /[.!?…]\s*$/u.test(text.slice(0, index));
    const end = index + whole.length + (isSentence && /^[.!?]/u.test(rest) ? 1 : 0);
    return [{ start: index, end, put: "", kinds }];
  }),
);

/** One to five words gone from the middle, whichever they are, with no mark for it or an ellipsis. */
export const wordsCut: Mutation = (fragment, surroundings, random) => {
  const words = wordsOf(fragment.text);
  const most = Math.min(5, words.length - 5);
  if (most < 1) return null;
  const count = between(1, most, random);
  const from = between(2, words.length - 2 - count, random);
  const [before, first] = [words[from - 1], words[from]] as [Word, Word];
  const after = words[from + count] as Word;
  const start = random() < 0.5 ? first.start : before.end;
  const put = start === first.start ? "" : (oneOf([" ", "… ", " ... ", " […] "], random) ?? " ");
  const claimed = edited(fragment, { start, end: after.start, put, kinds: null });
  return misquoteOf(fragment, surroundings, claimed, ["cut"], null);
};
