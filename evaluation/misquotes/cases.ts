import type { Statement } from "../../src/transcript/interview.ts";
import { seededRandom } from "../typos.ts";
import { oneOf, type Random } from "./chance.ts";
import { DAMAGE_NAMES, type DamageName, damaged, misspelt, stacked } from "./damages.ts";
import { anyFragment } from "./fragments.ts";
import { type Frame, holdersOf, type Misquote, type Surroundings } from "./mutation.ts";
import { MUTATION_NAMES, MUTATIONS, type MutationName } from "./mutations.ts";
import { trueFrame } from "./speakers.ts";

/** What the bench asks a verifier, and what must be said of it. */
export interface MisquoteCase extends Misquote {
  readonly mutation: MutationName;
  /** What is typed: the words, damaged in every second case, in their marks and frame. */
  readonly text: string;
}

/** True words with honest damage. */
export interface HonestCase {
  readonly damage: HonestName;
  readonly words: string;
  readonly text: string;
  /** The statements that hold the words; any is right. */
  readonly sources: readonly Statement[];
}

export type HonestName =
  | DamageName
  | "none"
  | "right speaker"
  | "insertion as printed"
  | "several"
  | "misspelling";
export const HONEST_NAMES: readonly HonestName[] = [
  "none",
  "right speaker",
  "insertion as printed",
  ...DAMAGE_NAMES,
  "several",
  "misspelling",
];

/** What one archive is asked. */
export interface CaseOptions {
  readonly seed: number;
  /** As many of each mutation, or of each honest damage; fewer where the archive has no more places for it. */
  readonly each: number;
}

/** How often chance may fail before an archive is taken to have no more. */
const PATIENCE = 400;

/** Misquotes, the same for the same seed, no two with the same text. */
export function misquoteCases(
  surroundings: Surroundings,
  { seed, each }: CaseOptions,
): readonly MisquoteCase[] {
  return MUTATION_NAMES.flatMap((mutation, at) => {
    const random = seededRandom(seed + 7919 * at);
    return distinct(each, () => misquoteCase(mutation, surroundings, random));
  });
}

function misquoteCase(
  mutation: MutationName,
  surroundings: Surroundings,
  random: Random,
): MisquoteCase | null {
  const fragment = anyFragment(surroundings.words, random);
  const misquote = fragment && MUTATIONS[mutation](fragment, surroundings, random);
  if (!misquote) return null;
  const written = random() < 0.5 ? misquote.words : (anyDamage(misquote.words, random) ?? misquote.words);
  return { ...misquote, mutation, text: typed(written, misquote.frame ?? null, random) };
}

function anyDamage(text: string, random: Random): string | null {
  if (random() < 0.3) return stacked(text, random);
  return damaged(text, oneOf(DAMAGE_NAMES, random) ?? "straight marks", random);
}

/** True words, the same for the same seed, no two with the same text. */
export function honestCases({ words }: Surroundings, { seed, each }: CaseOptions): readonly HonestCase[] {
  return HONEST_NAMES.flatMap((damage, at) => {
    const random = seededRandom(seed + 104_729 * (at + 1));
    return distinct(each, (): HonestCase | null => {
      const fragment = anyFragment(words, random);
      if (!fragment) return null;
      const { text: said, statement, spans } = fragment;
      const sources = holdersOf(said, words);
      // Held by a question or the narration as well, they aren't this speaker's alone.
      if (sources.some(({ kind }) => kind !== "statement")) return null;
      const frame = damage === "right speaker" ? trueFrame(statement, random) : null;
      const { text: source } = statement.interview.source;
      const written = {
        none: () => said,
        "right speaker": () => frame && said,
        "insertion as printed": () => asPrinted(source, spans),
        several: () => stacked(said, random),
        misspelling: () => misspelt(said, words, random),
      };
      const claimed =
        damage in written
          ? written[damage as keyof typeof written]()
          : damaged(said, damage as DamageName, random);
      return claimed === null
        ? null
        : { damage, words: claimed, text: typed(claimed, frame, random), sources };
    });
  });
}

/** With what stands in brackets in the source, where nothing else stands between what was spoken. */
function asPrinted(
  source: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string | null {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || spans.length < 2) return null;
  const between = spans.slice(1).map(({ start }, at) => source.slice(spans[at]?.end ?? start, start));
  return between.every((gap) => /^\s*\[[^\]]*\]\s*$/u.test(gap)) ? source.slice(first.start, last.end) : null;
}

/** The words as someone pastes them: bare, in marks, or in a block quote. */
export function typed(words: string, frame: Frame | null, random: Random): string {
  const isOneLine = !/[\n\r]/u.test(words);
  const forms = [
    `“${words}”`,
    `"${words}"`,
    ...(frame ? [] : [words]),
    ...(frame || !isOneLine ? [] : [`> ${words}`]),
  ];
  const marked = oneOf(forms, random) ?? words;
  return frame ? frame.before + marked + frame.after : marked;
}

function distinct<T extends { readonly text: string }>(count: number, make: () => T | null): readonly T[] {
  const seen = new Map<string, T>();
  for (let failures = 0; seen.size < count && failures < PATIENCE; ) {
    const made = make();
    if (!made || seen.has(made.text)) failures += 1;
    else {
      seen.set(made.text, made);
      failures = 0;
    }
  }
  return [...seen.values()];
}
