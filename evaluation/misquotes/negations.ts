import type { DifferenceKind } from "../../src/verification/verification.ts";
import { oneOf, type Random } from "./chance.ts";
import type { Fragment } from "./fragments.ts";
import { type Edit, edited, type Mutation, misquoteOf } from "./mutation.ts";

const NOT = /(?<verb>\p{L}+)n['’]t\b/giu;
const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ["wo", "will"],
  ["ca", "can"],
  ["sha", "shall"],
  ["ai", "is"],
]);

/** Words of denial and what is left of them without it. */
const WITHOUT: readonly (readonly [word: RegExp, put: string, kinds: readonly DifferenceKind[]])[] = [
  [/\bnot /gu, "", ["negation"]],
  [/\bnever /gu, "", ["negation"]],
  [/\bcannot\b/gu, "can", ["negation"]],
  [/\bno (?=\p{Ll})(?!one\b|longer\b)/gu, "", ["negation"]],
  [/\bnothing\b/gu, "something", ["negation", "quantifier"]],
  [/\bnobody\b/gu, "somebody", ["negation", "quantifier"]],
  [/\bno one\b/gu, "someone", ["negation", "quantifier"]],
  [/\bnone\b/gu, "some", ["negation", "quantifier"]],
  [/\bwithout\b/gu, "with", ["negation", "condition"]],
];

/** "not", "n't", "never", "no" and their like gone: what is left may be all their words, or have one changed. */
export const negationDropped: Mutation = (fragment, surroundings, random) => {
  const edit = oneOf(droppings(fragment.text), random);
  if (!edit) return null;
  return misquoteOf(fragment, surroundings, edited(fragment, edit), ["cut", "altered"], edit.kinds);
};

function droppings(text: string): readonly Edit[] {
  const contracted = [...text.matchAll(NOT)].map(({ 0: whole, groups, index }): Edit => {
    const verb = groups?.verb ?? "";
    const full = CONTRACTED.get(verb.toLowerCase()) ?? verb;
    const put = /^\p{Lu}/u.test(verb) ? full.replace(/^./u, (first) => first.toUpperCase()) : full;
    return { start: index, end: index + whole.length, put, kinds: ["negation"] };
  });
  const words = WITHOUT.flatMap(([word, put, kinds]) =>
    [...text.matchAll(word)].map(
      ({ 0: whole, index }): Edit => ({ start: index, end: index + whole.length, put, kinds }),
    ),
  );
  return [...contracted, ...words];
}

const AUXILIARY =
  /\b(?<verb>is|are|was|were|will|would|can|could|should|must|has|had|did|does)(?= \p{Ll})(?! not\b)/giu;
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["will", "won't"],
  ["can", "can't"],
]);

/** "not", "n't" or "never" after an auxiliary that had none. */
export const negationAdded: Mutation = (fragment, surroundings, random) => {
  const edit = oneOf(additions(fragment, random), random);
  if (!edit) return null;
  return misquoteOf(fragment, surroundings, edited(fragment, edit), ["altered"], edit.kinds);
};

function additions({ text }: Fragment, random: Random): readonly Edit[] {
  return [...text.matchAll(AUXILIARY)].flatMap(({ 0: verb, index }): Edit[] => {
    if (/\b(?:the|a|my|his|her|free) $/iu.test(text.slice(0, index))) return [];
    const full = [`${verb} not`, `${verb} never`];
    const contracted = IRREGULAR.get(verb) ?? `${verb}n't`;
    const put = oneOf([...full, contracted, contracted.replace("'", "’")], random) ?? "";
    return [{ start: index, end: index + verb.length, put, kinds: ["negation"] }];
  });
}
