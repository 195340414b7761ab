import { type ArchiveWords, nameIn } from "./archive-words.ts";
import { between, oneOf, type Random } from "./chance.ts";
import { anyFragment, FEWEST_WORDS, type Fragment } from "./fragments.ts";
import { wordsOf } from "./letters.ts";
import { holdersOf, isSaid, type Mutation, misquoteOf } from "./mutation.ts";

const LONGEST_PIECE = 25;

/** Pieces of two statements as one quote. */
export const splice: Mutation = (fragment, { words }, random) => {
  const other = otherFragment(fragment, words, random);
  if (!other) return null;
  const first = pieceOf(fragment, random);
  const second = pieceOf(other, random);
  const holders = [holdersOf(first, words), holdersOf(second, words)] as const;
  // One that holds both would be theirs with words left out, or in another order.
  if (holders[0].some((one) => holders[1].includes(one))) return null;
  const join = oneOf([" ", ". ", ", ", "… "], random) ?? " ";
  const claimed = first.replace(/[.,;:!?…]+$/u, "") + join + second;
  if (isSaid(claimed, words)) return null;
  return { words: claimed, verdicts: ["spliced"], kinds: null, sources: holders };
};

/** Half of the time from the same interview: these are the splices that deceive. */
function otherFragment({ statement }: Fragment, words: ArchiveWords, random: Random): Fragment | null {
  const near = random() < 0.5;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const other = anyFragment(words, random);
    if (!other || other.statement === statement) continue;
    if (!near || other.statement.interview === statement.interview) return other;
  }
  return null;
}

function pieceOf({ text }: Fragment, random: Random): string {
  const words = wordsOf(text);
  const count = between(FEWEST_WORDS, Math.min(words.length, LONGEST_PIECE), random);
  const from = between(0, words.length - count, random);
  return text.slice(words[from]?.start ?? 0, words[from + count - 1]?.end ?? text.length);
}

/** Two neighbouring stretches, or two names, change places. */
export const reorder: Mutation = (fragment, surroundings, random) =>
  (random() < 0.3 ? swapNames(fragment, surroundings, random) : null) ??
  swapStretches(fragment, surroundings, random);

const swapStretches: Mutation = (fragment, surroundings, random) => {
  const { text } = fragment;
  const words = wordsOf(text);
  const [from, middle, to] = [0, 1, 2].map(() => between(0, words.length, random)).sort((a, b) => a - b) as [
    number,
    number,
    number,
  ];
  if (middle - from < 2 || to - middle < 2) return null;
  const at = (word: number): number => words[word]?.start ?? text.length;
  const part = (start: number, end: number): string => text.slice(at(start), at(end)).trim();
  const claimed = [
    text.slice(0, at(from)).trim(),
    part(middle, to),
    part(from, middle),
    text.slice(at(to)).trim(),
  ]
    .filter((one) => one !== "")
    .join(" ");
  return misquoteOf(fragment, surroundings, claimed, ["altered"], ["order"]);
};

const swapNames: Mutation = (fragment, surroundings, random) => {
  const { text } = fragment;
  const words = wordsOf(text);
  const names = words.flatMap((word, at) => {
    const before = words[at - 1];
    const name = before && nameIn(text, before, word);
    return name && surroundings.words.names().includes(name) ? [{ name, start: word.start }] : [];
  });
  const first = oneOf(names, random);
  const second = oneOf(
    names.filter(({ name, start }) => first && name !== first.name && start > first.start),
    random,
  );
  if (!first || !second) return null;
  const claimed =
    text.slice(0, first.start) +
    second.name +
    text.slice(first.start + first.name.length, second.start) +
    first.name +
    text.slice(second.start + second.name.length);
  return misquoteOf(fragment, surroundings, claimed, ["altered"], ["order", "name"]);
};
