import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import { type AlignedWords, type AlignmentEnds, alignWords } from "./align-words.ts";
import type { Link, Source } from "./chain.ts";
import type { ComparedWord } from "./compared-words.ts";
import { differenceKind, type TellingWord } from "./difference-kind.ts";
import type { WordKnowledge } from "./known-words.ts";
import { type PrintedWord, spokenStretches } from "./printed-words.ts";
import { beginsSentence, sentenceEnd, sentenceStart } from "./sentence-starts.ts";
import { gapTypography, isInsertion, wordTypography } from "./typography.ts";
import type { Difference, Piece, Typography } from "./verification.ts";

/** A source with the statement it is. */
export interface StatementSource extends Source {
  readonly statement: Statement;
}

/** A claim against where it was said, word by word. */
export interface Comparison {
  readonly pieces: readonly Piece[];
  readonly differences: readonly Difference[];
  readonly typography: readonly Typography[];
  /** By word of the claim: how much of it was said there, from 0 to 1. A misspelt word counts, another form of it partly. */
  readonly saidShares: Float64Array;
}

/** A pair of equal words: indices in the claim and in the source. */
interface Pair {
  readonly claimed: number;
  readonly said: number;
}

/** What another form of the word that was said counts. */
const INFLECTED_SHARE = 0.6;

/** Words claimed before the first pair, or after the last, are held against as many said there, and a few more. */
const MORE_AT_ENDS = 2;
/** Unspoken words may stand between. */
const FAR_ENOUGH = 20;

/** Says how a claim differs from the statements that a chain of matching runs leads through. */
export function compare(
  claim: string,
  words: readonly ComparedWord[],
  chain: readonly Link[],
  sources: readonly StatementSource[],
  knowledge: WordKnowledge,
): Comparison {
  const stretches = stretchesOf(chain, sources);
  const comparer = new Comparer(claim, words, knowledge);
  stretches.forEach((stretch, at) => {
    const next = stretches[at + 1];
    comparer.follow(stretch, at === 0 ? null : (stretches[at - 1] ?? null), next ?? null);
  });
  return comparer.result();
}

/** Links of one source that go forward: a stretch of the claim that can be read side by side with its source. */
interface Stretch {
  readonly source: StatementSource;
  readonly links: readonly Link[];
}

function stretchesOf(chain: readonly Link[], sources: readonly StatementSource[]): readonly Stretch[] {
  const stretches: { source: StatementSource; links: Link[] }[] = [];
  for (const link of chain) {
    const open = stretches.at(-1);
    const last = open?.links.at(-1);
    const source = sources[link.source];
    if (!source) continue;
    const goesOn = open?.source === source && last && link.said >= last.said + last.length;
    if (goesOn) open.links.push(link);
    else stretches.push({ source, links: [link] });
  }
  return stretches;
}

class Comparer {
  readonly #claim: string;
  readonly #words: readonly ComparedWord[];
  readonly #knowledge: WordKnowledge;
  readonly #differences: Difference[] = [];
  readonly #typography = new Set<Typography>();
  readonly #pieces: { statement: Statement; from: number; to: number; said: Span[] }[] = [];
  readonly #saidShares: Float64Array;
  #done = 0;

  constructor(claim: string, words: readonly ComparedWord[], knowledge: WordKnowledge) {
    this.#claim = claim;
    this.#words = words;
    this.#knowledge = knowledge;
    this.#saidShares = new Float64Array(words.length);
  }

  result(): Comparison {
    return {
      pieces: this.#pieces.map(({ statement, from, to, said }) => ({
        statement,
        claimed: this.#claimedSpan(from, to),
        said,
      })),
      differences: this.#differences,
      typography: [...this.#typography],
      saidShares: this.#saidShares,
    };
  }

  follow({ source, links }: Stretch, before: Stretch | null, after: Stretch | null): void {
    const [first] = links;
    const last = links.at(-1);
    if (!first || !last) return;
    const begun = this.#differences.length;
    const pairs: Pair[] = [];
    const begin = this.#done;
    this.#align(source, [begin, first.claimed], this.#saidBefore(source, first, begin), pairs, {
      openStart: true,
      openEnd: false,
    });
    links.forEach((link, at) => {
      const previous = links[at - 1];
      if (previous) this.#between(source, previous, link, pairs);
      for (let word = 0; word < link.length; word += 1) {
        pairs.push({ claimed: link.claimed + word, said: link.said + word });
      }
    });
    const end = last.claimed + last.length;
    // What is claimed after it is held against the next stretch, where there is one.
    const to = after ? end : this.#words.length;
    this.#align(source, [end, to], this.#saidAfter(source, last, to - end), pairs, {
      openStart: false,
      openEnd: true,
    });
    this.#done = to;
    this.#addPiece(source, pairs, before, begun);
    this.#readTypography(source, pairs);
  }

  /** The words said right before: of the same sentence, or further back where they are the very words claimed. */
  #saidBefore({ statement, words }: StatementSource, first: Link, begin: number): readonly number[] {
    const count = first.claimed - begin;
    if (count <= 0) return [];
    const near = spokenIndices(words, Math.max(0, first.said - FAR_ENOUGH - 2 * count), first.said).slice(
      -count - MORE_AT_ENDS,
    );
    if (this.#areTheWords(begin, first.claimed, words, near, { openStart: true, openEnd: false }))
      return near;
    const start = sentenceStart(statement.interview.source.text, words, first.said);
    return near.filter((at) => at >= start);
  }

  #saidAfter({ statement, words }: StatementSource, last: Link, count: number): readonly number[] {
    if (count <= 0) return [];
    const from = last.said + last.length;
    const near = spokenIndices(words, from, from + FAR_ENOUGH + 2 * count).slice(0, count + MORE_AT_ENDS);
    const begin = last.claimed + last.length;
    if (this.#areTheWords(begin, begin + count, words, near, { openStart: false, openEnd: true }))
      return near;
    const end = sentenceEnd(statement.interview.source.text, words, from - 1);
    return near.filter((at) => at < end);
  }

  #areTheWords(
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

  #between(source: StatementSource, previous: Link, link: Link, pairs: Pair[]): void {
    const from = previous.said + previous.length;
    const said = spokenIndices(source.words, from, link.said);
    this.#noteInsertions(source, from, link.said);
    this.#align(source, [previous.claimed + previous.length, link.claimed], said, pairs, {
      openStart: false,
      openEnd: false,
    });
  }

  /** Holds words of the claim against words of the source, and keeps what differs. */
  #align(
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
      for (const word of ours) this.#saidShares[word] = 1;
      if (as === "same") pairs.push({ claimed: ours[0] ?? 0, said: theirs[0] ?? 0 });
      if (as === "spaced") this.#typography.add("spacing");
      if (as === "misspelt") this.#misspelt(source, ours, theirs);
      if (as !== "same") for (const word of theirs) pairs.push({ claimed: -1, said: word });
    });
    flush();
  }

  #misspelt(
    { statement, words }: StatementSource,
    claimed: readonly number[],
    said: readonly number[],
  ): void {
    this.#differences.push({
      change: "misspelt",
      kind: "spelling",
      claimed: this.#claimedSpan(claimed[0] ?? 0, (claimed.at(-1) ?? 0) + 1),
      said: spokenStretches(words, said[0] ?? 0, (said.at(-1) ?? 0) + 1),
      statement,
    });
  }

  #differ(
    { statement, words }: StatementSource,
    { claimed, said }: { readonly claimed: readonly number[]; readonly said: readonly number[] },
  ): void {
    const { interview } = statement;
    const { text } = interview.source;
    const telling = (from: readonly ComparedWord[], of: string, at: number): TellingWord => {
      const word = from[at];
      if (!word) throw new RangeError(`there is no word ${at}`);
      const raw = of.slice(word.start, word.end);
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
        this.#saidShares[at] = INFLECTED_SHARE;
    }
    const change = claimed.length === 0 ? "left-out" : said.length === 0 ? "added" : "changed";
    this.#differences.push({
      change,
      kind,
      claimed: claimed.length === 0 ? null : this.#claimedSpan(claimed[0] ?? 0, (claimed.at(-1) ?? 0) + 1),
      said: said.length === 0 ? [] : spokenStretches(words, said[0] ?? 0, (said.at(-1) ?? 0) + 1),
      statement: said.length === 0 ? null : statement,
    });
  }

  #addPiece(source: StatementSource, pairs: readonly Pair[], before: Stretch | null, begun: number): void {
    const claimed = pairs.map((pair) => pair.claimed).filter((at) => at >= 0);
    for (const at of claimed) this.#saidShares[at] = 1;
    const from = claimed[0] ?? 0;
    const to = (claimed.at(-1) ?? 0) + 1;
    const said = stretchesOfPairs(source, pairs);
    const open = this.#pieces.at(-1);
    if (before?.source !== source || !open) {
      this.#pieces.push({ statement: source.statement, from, to, said: [...said] });
      return;
    }
    // The same statement again, but further up: its words stand in another order.
    open.to = to;
    open.said.push(...said);
    this.#differences.splice(begun, 0, {
      change: "moved",
      kind: "order",
      claimed: this.#claimedSpan(from, to),
      said,
      statement: source.statement,
    });
  }

  #claimedSpan(from: number, to: number): Span {
    return { start: this.#words[from]?.start ?? 0, end: this.#words[to - 1]?.end ?? 0 };
  }

  #readTypography({ statement, words }: StatementSource, pairs: readonly Pair[]): void {
    const { text } = statement.interview.source;
    pairs.forEach(({ claimed, said }, at) => {
      const word = this.#words[claimed];
      const printed = words[said];
      if (!word || !printed) return;
      if (!printed.isSpoken)
        this.#typography.add(isInsertion(printed, text) ? "insertion kept" : "attribution kept");
      this.#note(
        wordTypography(this.#claim.slice(word.start, word.end), text.slice(printed.start, printed.end)),
      );
      const before = pairs[at - 1];
      const wordBefore = this.#words[claimed - 1];
      const printedBefore = words[said - 1];
      if (!before || !wordBefore || !printedBefore) return;
      if (before.claimed !== claimed - 1 || before.said !== said - 1) return;
      // A paragraph's end, and the marks around an attribution, are the print's and not the speaker's.
      if (printedBefore.paragraph !== printed.paragraph || printedBefore.isSpoken !== printed.isSpoken)
        return;
      this.#note(
        gapTypography(
          this.#claim.slice(wordBefore.end, word.start),
          text.slice(printedBefore.end, printed.start),
        ),
      );
    });
  }

  #noteInsertions({ statement, words }: StatementSource, from: number, to: number): void {
    const { text } = statement.interview.source;
    for (const word of words.slice(from, to)) {
      if (!word.isSpoken && isInsertion(word, text)) this.#typography.add("insertion left out");
    }
  }

  #note(found: readonly Typography[]): void {
    for (const one of found) this.#typography.add(one);
  }
}

function spokenIndices(words: readonly PrintedWord[], from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if (words[at]?.isSpoken) found.push(at);
  return found;
}

function indices([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** The words of the pairs in the source, each stretch without a gap as one span. */
function stretchesOfPairs({ words }: StatementSource, pairs: readonly Pair[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let at = 1; at <= pairs.length; at += 1) {
    if (pairs[at]?.said === (pairs[at - 1]?.said ?? 0) + 1) continue;
    spans.push(...spokenStretches(words, pairs[from]?.said ?? 0, (pairs[at - 1]?.said ?? 0) + 1));
    from = at;
  }
  return spans;
}

/** Whether a word is written with a capital within a sentence somewhere in the interview: then it is a name. */
function isNameIn(text: string, raw: string): boolean {
  if (!/^\p{Lu}/u.test(raw)) return false;
  for (
    let at = text.indexOf(raw), tries = 0;
    at >= 0 && tries < 20;
    at = text.indexOf(raw, at + 1), tries += 1
  ) {
    if (/\p{Ll}\p{M}*,? $/u.test(text.slice(Math.max(0, at - 8), at))) return true;
  }
  return false;
}
