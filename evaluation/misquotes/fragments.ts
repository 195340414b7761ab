import type { Statement } from "../../src/transcript/interview.ts";
import type { Span } from "../../src/transcript/source-text.ts";
import type { ArchiveWords, SpokenWords } from "./archive-words.ts";
import { between, oneOf, type Random } from "./chance.ts";

/** Words someone did say, without a gap: where a claim of the bench begins. */
export interface Fragment {
  readonly statement: Statement;
  readonly form: FragmentForm;
  /** In the source: more than one where an attribution, a paragraph break or an [editorial insertion] lies between. */
  readonly spans: readonly Span[];
  /** The spans' slices of the source, a space between two. */
  readonly text: string;
}

export type FragmentForm = "whole" | "sentences" | "stretch";

/** Fewer words may be anybody's. */
export const FEWEST_WORDS = 6;
/** A claim is at most about 1,000 characters. */
const MOST_WORDS = 150;

/** Quotation marks within would make claims of their own of what they hold; a leading > makes a block quote. */
const CONFUSING = /["“”„«»]|(?:^|[^\p{L}\p{N}])['‘]|^\s*>/u;

/**
 * A fragment of one statement: all of it, one to three sentences, or a stretch of six words or more. Null where it
 * is too short, too long, or holds quotation marks. Of a narration or a question it is the words printed.
 */
export function fragmentOf(spoken: SpokenWords, form: FragmentForm, random: Random): Fragment | null {
  const { words } = spoken;
  if (words.length < FEWEST_WORDS) return null;
  const [from, to] = FORMS[form](spoken, random);
  const count = to - from;
  if (count < FEWEST_WORDS || count > MOST_WORDS) return null;
  // A stretch ends with its word, the others with their full stop.
  const spans = spansBetween(spoken, from, to, form !== "stretch");
  const { text: source } = spoken.statement.interview.source;
  const text = spans.map(({ start, end }) => source.slice(start, end)).join(" ");
  return CONFUSING.test(text) ? null : { statement: spoken.statement, form, spans, text };
}

/** Of any statement that was said, those long enough; null when chance finds none. */
export function anyFragment(
  { spoken }: ArchiveWords,
  random: Random,
  kind: Statement["kind"] = "statement",
): Fragment | null {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const one = oneOf(spoken, random);
    if (one?.statement.kind !== kind) continue;
    const form = oneOf<FragmentForm>(["whole", "sentences", "sentences", "stretch"], random) ?? "whole";
    const fragment = fragmentOf(one, form, random);
    if (fragment) return fragment;
  }
  return null;
}

type Place = readonly [from: number, to: number];

const FORMS: Readonly<Record<FragmentForm, (spoken: SpokenWords, random: Random) => Place>> = {
  whole: ({ words }) => [0, words.length],
  sentences: (spoken, random) => {
    const starts = [...sentenceStarts(spoken), spoken.words.length];
    const first = between(0, starts.length - 2, random);
    const last = Math.min(starts.length - 1, first + between(1, 3, random));
    return [starts[first] ?? 0, starts[last] ?? 0];
  },
  stretch: ({ words }, random) => {
    const count = between(FEWEST_WORDS, Math.min(words.length, 40), random);
    const from = between(0, words.length - count, random);
    return [from, from + count];
  },
};

/** The words that a sentence begins with. */
function sentenceStarts({ statement, words }: SpokenWords): readonly number[] {
  const { text } = statement.interview.source;
  return words.flatMap(({ start }, at) => {
    const before = words[at - 1];
    return !before || /[.!?]["”’)]*\s/u.test(text.slice(before.end, start)) ? [at] : [];
  });
}

/** Where the words `[from, to)` stand, cut where speech is; with the marks after the last where wanted. */
function spansBetween(
  { statement, words }: SpokenWords,
  from: number,
  to: number,
  withMarks: boolean,
): readonly Span[] {
  const { text } = statement.interview.source;
  const spoken = statement.kind === "narration" ? statement.spans : statement.spoken;
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last) throw new RangeError(`no words from ${from} to ${to}`);
  return spoken.flatMap((span) => {
    const start = Math.max(span.start, first.start);
    let end = Math.min(span.end, last.end);
    if (start >= end) return [];
    if (withMarks && end === last.end)
      while (end < span.end && /[^\s\p{L}\p{N}([“‘"]/u.test(text.charAt(end))) end += 1;
    // What stands between two paragraphs is no word of either.
    const slice = text.slice(start, end);
    const trimmed = slice.length - slice.trimStart().length;
    return slice.trim() === ""
      ? []
      : [{ start: start + trimmed, end: end - (slice.length - slice.trimEnd().length) }];
  });
}
