import type { Span } from "../transcript/source-text.ts";
import { type AlignedWords, type AlignmentEnds, alignWords } from "./align-words.ts";
import type { ComparedWord } from "./compared-words.ts";
import { differenceKind, type TellingWord } from "./difference-kind.ts";
import type { WordKnowledge } from "./known-words.ts";
import { type DifferingWords, withMoves } from "./moved-words.ts";
import { type PrintedWord, spokenStretches, UNREAD } from "./printed-words.ts";
import { beginsSentence } from "./sentence-starts.ts";
import type { Pair, StatementSource } from "./stretches.ts";
import type { Difference, Typography } from "./verification.ts";

/** What another form of the word that was said counts. */
const INFLECTED_SHARE = 0.6;

/** Holds the words of a claim that no matching run covers against those said in their place, and keeps what differs. */
export class DifferenceFinder {
  /** In the order of the claim. */
  readonly found: Difference[] = [];
  /** By word of the claim: how much of it was said, from 0 to 1. */
  readonly saidShares: Float64Array;
  readonly #claim: string;
  readonly #words: readonly ComparedWord[];
  readonly #knowledge: WordKnowledge;
  readonly #typography: Set<Typography>;
  readonly #differing = new Map<Difference, DifferingWords>();

  /** @param typography told of words run together or apart. */
  constructor(
    claim: string,
    words: readonly ComparedWord[],
    knowledge: WordKnowledge,
    typography: Set<Typography>,
  ) {
    this.#claim = claim;
    this.#words = words;
    this.#knowledge = knowledge;
    this.#typography = typography;
    this.saidShares = new Float64Array(words.length);
  }

  /** Holds words of the claim against words of the source, and keeps what differs. */
  align(
    source: StatementSource,
    [from, to]: readonly [number, number],
    said: readonly number[],
    pairs: Pair[],
    ends: AlignmentEnds,
  ): void {
    const isOpen = ends.openStart || ends.openEnd;
    if (from >= to && (said.length === 0 || isOpen)) return;
    const steps = this.#aligned(from, to, source.words, said, ends);
    let changed: { claimed: number[]; said: number[] } = { claimed: [], said: [] };
    const flush = () => {
      if (changed.claimed.length > 0 || changed.said.length > 0) this.#differ(source, changed);
      changed = { claimed: [], said: [] };
    };
    const lastPaired = steps.findLastIndex(({ as }) => as !== "left-out");
    const firstPaired = steps.findIndex(({ as }) => as !== "left-out");
    steps.forEach(({ as, claimed, said: place }, at) => {
      const ours = indices(claimed).map((word) => from + word);
      const theirs = indices(place).map((word) => said[word] ?? 0);
      const isOutside = (ends.openStart && at < firstPaired) || (ends.openEnd && at > lastPaired);
      if (as === "left-out" && isOutside) return;
      if (as === "changed" || as === "added" || as === "left-out") {
        changed.claimed.push(...ours);
        changed.said.push(...theirs);
        return;
      }
      flush();
      for (const word of ours) this.saidShares[word] = 1;
      if (as === "same") pairs.push({ claimed: ours[0] ?? 0, said: theirs[0] ?? 0 });
      if (as === "spaced") this.#typography.add("spacing");
      if (as === "misspelt") this.#misspelt(source, ours, theirs);
      if (as !== "same") for (const word of theirs) pairs.push({ claimed: -1, said: word });
    });
    flush();
  }

  /** Whether `[from, to)` of the claim are the words said, spelling and spacing aside. */
  areTheWords(
    from: number,
    to: number,
    words: readonly PrintedWord[],
    said: readonly number[],
    ends: AlignmentEnds,
  ): boolean {
    return this.#aligned(from, to, words, said, ends).every(
      ({ as }) => as === "same" || as === "misspelt" || as === "spaced" || as === "left-out",
    );
  }

  /** Makes words moved of those that were left out and added since `from` differences were found. */
  joinMoves(from: number): void {
    const joined = withMoves(this.found.slice(from), (one) => this.#differing.get(one));
    this.found.splice(from, this.found.length, ...joined);
  }

  /** Where the words `[from, to)` stand in the claim. */
  claimedSpan(from: number, to: number): Span {
    return { start: this.#words[from]?.start ?? 0, end: this.#words[to - 1]?.end ?? 0 };
  }

  #aligned(
    from: number,
    to: number,
    words: readonly PrintedWord[],
    said: readonly number[],
    ends: AlignmentEnds,
  ): readonly AlignedWords[] {
    return alignWords(
      this.#words.slice(from, to).map(({ form }) => form),
      said.map((at) => words[at]?.form ?? ""),
      this.#knowledge,
      ends,
    );
  }

  #misspelt(
    { statement, words }: StatementSource,
    claimed: readonly number[],
    said: readonly number[],
  ): void {
    this.found.push({
      change: "misspelt",
      kind: "spelling",
      claimed: this.claimedSpan(claimed[0] ?? 0, (claimed.at(-1) ?? 0) + 1),
      said: spokenStretches(words, said[0] ?? 0, (said.at(-1) ?? 0) + 1),
      statement,
    });
  }

  #differ(
    source: StatementSource,
    { claimed, said }: { readonly claimed: readonly number[]; readonly said: readonly number[] },
  ): void {
    const { statement, words } = source;
    const { interview } = statement;
    const { text } = interview.source;
    const telling = (from: readonly ComparedWord[], of: string, at: number): TellingWord => {
      const word = from[at];
      if (!word) throw new RangeError(`there is no word ${at}`);
      const raw = word.form === UNREAD ? "" : of.slice(word.start, word.end);
      return {
        form: word.form,
        raw,
        beginsSentence: beginsSentence(of, word, from[at - 1]) && !isNameIn(text, raw),
      };
    };
    const kind = differenceKind(
      claimed.map((at) => telling(this.#words, this.#claim, at)),
      said.map((at) => telling(words, text, at)),
      interview.language,
    );
    const terms = new Set(said.map((at) => this.#knowledge.termOf(words[at]?.form ?? "")));
    for (const at of claimed) {
      if (terms.has(this.#knowledge.termOf(this.#words[at]?.form ?? "")))
        this.saidShares[at] = INFLECTED_SHARE;
    }
    const change = claimed.length === 0 ? "left-out" : said.length === 0 ? "added" : "changed";
    const difference: Difference = {
      change,
      kind,
      claimed: claimed.length === 0 ? null : this.claimedSpan(claimed[0] ?? 0, (claimed.at(-1) ?? 0) + 1),
      said: said.length === 0 ? [] : spokenStretches(words, said[0] ?? 0, (said.at(-1) ?? 0) + 1),
      statement: said.length === 0 ? null : statement,
    };
    this.found.push(difference);
    this.#differing.set(difference, {
      claimed: claimed.map((at) => this.#words[at]?.form ?? ""),
      said: said.map((at) => words[at]?.form ?? ""),
    });
  }
}

function indices([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** A longer text is looked through for names so far; UTF-16 code units. */
const LOOKED_THROUGH = 2_000_000;

/** Whether a word is written with a capital within a sentence somewhere in the interview: then it is a name. */
function isNameIn(whole: string, raw: string): boolean {
  if (!/^\p{Lu}/u.test(raw)) return false;
  const text = whole.slice(0, LOOKED_THROUGH);
  for (
    let at = text.indexOf(raw), tries = 0;
    at >= 0 && tries < 20;
    at = text.indexOf(raw, at + 1), tries += 1
  ) {
    if (/\p{Ll}\p{M}*,? $/u.test(text.slice(Math.max(0, at - 8), at))) return true;
  }
  return false;
}
