import { languageOf } from "../search/language.ts";
import type { StatementIndex } from "../search/statement-index.ts";
import { spansToSearch } from "../search/statement-words.ts";
import { foldWord } from "../search/text-analysis.ts";
import type { Statement } from "../transcript/interview.ts";
import type { Span } from "../transcript/source-text.ts";
import { withoutBreak, wordsAcrossLines } from "./broken-words.ts";
import { cautionsOf } from "./cautions.ts";
import { bestChain } from "./chain.ts";
import { type Comparison, compare } from "./compare.ts";
import { type ComparedWord, comparedWords, INVISIBLE } from "./compared-words.ts";
import { knownWords, type WordKnowledge } from "./known-words.ts";
import { spansOfWords } from "./long-statements.ts";
import { withoutLookAlikes } from "./look-alikes.ts";
import { matchingRuns, placesOf } from "./matching-runs.ts";
import { PrintedWordCache } from "./printed-word-cache.ts";
import { printedWordsWithin, UNREAD } from "./printed-words.ts";
import { isNameOf } from "./speaker-names.ts";
import { StatementLocator } from "./statement-locator.ts";
import { isFromClaimed, wordVerdict } from "./statement-verdict.ts";
import type { StatementSource } from "./stretches.ts";
import type { Verification } from "./verification.ts";

/** How many statements a claim is held against word by word. */
const MOST_SOURCES = 12;
/** Of a claim's weight so much must have been said for it to be called altered rather than absent. */
const LEAST_SHARE = 0.5;
/** And so many of its words. */
const LEAST_WORDS = 3;
/** However common a word is, it says a little. */
const LEAST_WEIGHT = 0.05;
/** What a word of grammar says beside another that is as rare: in a short archive many are rare by chance. */
const GRAMMAR = 0.4;
/** What is left unread of a long statement counts as so many words: what lies behind it is as far as can be. */
const FAR = 100;
/** Fewer words, and fewer that aren't grammar, mean nothing unless they were all that was said. */
const ENOUGH_WORDS = 4;
const ENOUGH_TELLING = 2;

/** A claim before it is judged. */
export interface Claim {
  /** A slice of what was typed. */
  readonly text: string;
  readonly speaker: string | null;
}

/** Judges claims against an archive. */
export class ClaimJudge {
  readonly #index: StatementIndex;
  readonly #locator: StatementLocator;
  readonly #printed = new PrintedWordCache();
  readonly #knownWords = new Map<string, WordKnowledge>();
  /** What it costs to begin in a statement: words that so long an archive has by chance must not pay for it. */
  readonly #jump: number;

  constructor(index: StatementIndex) {
    this.#index = index;
    this.#locator = new StatementLocator(index);
    this.#jump = 2.5 + 0.5 * Math.log(1 + index.ownTerms.length);
  }

  /** @param claims how many claims of one text are judged: together they may take as long as one. */
  judge({ text, speaker }: Claim, claims = 1): Verification {
    const words = wordsAcrossLines(text, (raw) =>
      spellingsOf(raw).some((word) => this.#index.vocabulary.spells(word)),
    );
    const nothing: Verification = {
      claim: text,
      verdict: "absent",
      isTooShort: words.length === 0,
      claimedSpeaker: speaker,
      statement: null,
      pieces: [],
      alsoIn: [],
      differences: [],
      typography: [],
      cautions: [],
    };
    const terms = Int32Array.from(words, (word) => this.#termOf(text.slice(word.start, word.end)));
    const telling = Uint8Array.from(terms, (term) => (term < 0 || this.#index.isContent[term] ? 1 : 0));
    const weights = Float64Array.from(terms, (term, at) => {
      const weight = LEAST_WEIGHT + this.#locator.weightOf(term);
      return telling[at] ? weight : GRAMMAR * weight;
    });
    const sources = this.#sources(terms, words, speaker, claims);
    if (sources.length === 0) return nothing;
    const best = this.#compare(text, words, weights, sources);
    if (!best || !isEnough(best, weights, telling)) return nothing;
    const main = mainPiece(best)?.statement;
    if (!main) return nothing;
    const verdict = wordVerdict(best);
    const places = verdict === "exact" ? this.#exactPlaces(text, words, weights, sources) : [];
    const [place] = places;
    if (place) return { ...nothing, ...this.#exactAt(place, places, { text, speaker }, words) };
    return {
      ...nothing,
      verdict,
      statement: main,
      pieces: best.pieces,
      differences: best.differences,
      typography: best.typography,
      cautions: cautionsAbout(main, best, sources),
    };
  }

  #termOf(raw: string): number {
    for (const spelling of spellingsOf(raw)) {
      const term = this.#index.vocabulary.termFor(spelling);
      if (term !== undefined) return term;
    }
    return -1;
  }

  #sources(
    terms: Int32Array,
    words: readonly ComparedWord[],
    speaker: string | null,
    claims: number,
  ): readonly StatementSource[] {
    const numbers = new Map<string, number>();
    const claimed = Int32Array.from(words, ({ form }) => {
      const known = numbers.get(form) ?? numbers.size;
      numbers.set(form, known);
      return known;
    });
    const places = placesOf(claimed);
    return this.#locator.locate(terms, MOST_SOURCES, claims).flatMap(({ document, windows }) => {
      const statement = this.#index.statements[document];
      if (!statement) return [];
      const read = windows && spansOfWords(statement, windows);
      const printed = read ? printedWordsWithin(statement, read) : this.#printed.of(statement);
      const said = Int32Array.from(printed, ({ form }) => numbers.get(form) ?? -1);
      const spokenBefore = new Int32Array(printed.length + 1);
      printed.forEach(({ form, isSpoken }, at) => {
        spokenBefore[at + 1] = (spokenBefore[at] ?? 0) + (form === UNREAD ? FAR : isSpoken ? 1 : 0);
      });
      const runs = matchingRuns(claimed.length, places, said);
      const preference = preferenceOf(statement, speaker);
      return [{ statement, words: printed, read, spokenBefore, runs, preference }];
    });
  }

  #compare(
    text: string,
    words: readonly ComparedWord[],
    weights: Float64Array,
    sources: readonly StatementSource[],
  ): Comparison | null {
    const chain = bestChain(sources, weights, this.#jump);
    const [first] = chain;
    const language = first ? (sources[first.source]?.statement.interview.language ?? "en") : "en";
    return first ? compare(text, words, chain, sources, this.#knowledgeOf(language)) : null;
  }

  #exactAt(
    { source, comparison }: Place,
    places: readonly Place[],
    { text, speaker }: Claim,
    words: readonly ComparedWord[],
  ): Partial<Verification> {
    const { statement } = source;
    const isTooShort =
      !places.some((place) => isWholeSentence(words, place.source)) && this.#isSlight(words, text, statement);
    return {
      verdict: isFromClaimed(statement, speaker) ? "exact" : "misattributed",
      isTooShort,
      statement,
      pieces: comparison.pieces,
      alsoIn: places.slice(1).map((place) => place.source.statement),
      differences: comparison.differences,
      typography: comparison.typography,
      cautions: isTooShort ? [] : cautionsAbout(statement, comparison, [source]),
    };
  }

  /** The statements with exactly these words: first those where they are all of a sentence, and of the speaker meant. */
  #exactPlaces(
    text: string,
    words: readonly ComparedWord[],
    weights: Float64Array,
    sources: readonly StatementSource[],
  ): readonly Place[] {
    const places = sources.flatMap((source): Place[] => {
      // Comparing is dear: where many words aren't at all, the rest can't be misspelt ones.
      if (matchedWords(source) < 0.75 * words.length - 1) return [];
      const comparison = this.#compare(text, words, weights, [source]);
      if (!comparison || wordVerdict(comparison) !== "exact") return [];
      const slips = comparison.differences.length;
      const fit = source.preference - 0.1 * slips + (isWholeSentence(words, source) ? 0.005 : 0);
      return [{ source, comparison, fit }];
    });
    return places.sort((a, b) => b.fit - a.fit);
  }

  #knowledgeOf(language: string): WordKnowledge {
    const known = this.#knownWords.get(language) ?? knownWords(this.#index, language);
    this.#knownWords.set(language, known);
    return known;
  }

  /** So few words that they are anybody's. */
  #isSlight(words: readonly ComparedWord[], text: string, { interview }: Statement): boolean {
    if (words.length >= ENOUGH_WORDS) return false;
    const language = languageOf(interview.language);
    const telling = words.filter(
      ({ start, end }) => language.classOf(foldWord(withoutBreak(text.slice(start, end)))) !== "function",
    );
    return telling.length < ENOUGH_TELLING;
  }
}

/** A word as typed, as the index may spell it: folded, without what a copy may add. */
function spellingsOf(raw: string): readonly string[] {
  const seen = withoutBreak(raw).normalize("NFKC").replace(INVISIBLE, "");
  return [seen, withoutLookAlikes(seen)].map((spelling) => foldWord(spelling.replace(/[‘＇`´]/gu, "'")));
}

/** A statement that has exactly the words claimed. */
interface Place {
  readonly source: StatementSource;
  readonly comparison: Comparison;
  /** How well it fits beside others that have them. */
  readonly fit: number;
}

/** Whether the words are all of a sentence, or of what stands between two commas: "Never." may be all that was said. */
function isWholeSentence(words: readonly ComparedWord[], { statement, read }: StatementSource): boolean {
  const { text } = statement.interview.source;
  const claim = words.map(({ form }) => form).join(" ");
  return spansToSearch(statement)
    .flatMap((span) => (read === null ? [span] : read).flatMap((part) => sentencesOf(text, span, part)))
    .some(
      (sentence) =>
        comparedWords(sentence)
          .map(({ form }) => form)
          .join(" ") === claim,
    );
}

/** The sentences of a span that stand within what was read, without those that go on outside. */
function sentencesOf(text: string, span: Span, read: Span): readonly string[] {
  const [start, end] = [Math.max(span.start, read.start), Math.min(span.end, read.end)];
  if (start >= end) return [];
  const sentences = text.slice(start, end).split(/[.?!…,;]+/u);
  return sentences.slice(start > span.start ? 1 : 0, end < span.end ? -1 : undefined);
}

/** How many words of the claim a statement has in runs with it; more than the claim has where runs overlap. */
function matchedWords({ runs }: StatementSource): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

function cautionsAbout(
  statement: Statement,
  { pieces }: Comparison,
  sources: readonly StatementSource[],
): Verification["cautions"] {
  const source = sources.find((one) => one.statement === statement);
  const said = pieces.flatMap((piece) => (piece.statement === statement ? piece.said : []));
  const start = Math.min(...said.map((span) => span.start));
  const end = Math.max(...said.map((span) => span.end));
  return source && said.length > 0 ? cautionsOf(statement, source.words, { start, end }) : [];
}

/** Among statements with the same words the one from whom the claim names; else someone's who was interviewed. */
function preferenceOf(statement: Statement, claimed: string | null): number {
  if (claimed !== null && statement.speaker && isNameOf(claimed, statement.speaker)) return 0.04;
  return isFromClaimed(statement, null) ? 0.02 : statement.speaker ? 0.01 : 0;
}

/** Whether so much of a claim was said that it can be called a quote of it at all. */
function isEnough(comparison: Comparison, weights: Float64Array, telling: Uint8Array): boolean {
  if (wordVerdict(comparison) === "exact") return true;
  let said = 0;
  let all = 0;
  let count = 0;
  let telltale = 0;
  weights.forEach((weight, at) => {
    all += weight;
    const share = comparison.saidShares[at] ?? 0;
    if (share === 0) return;
    said += share * weight;
    count += 1;
    telltale += telling[at] ?? 0;
  });
  const enough = count >= LEAST_WORDS ? telltale > 0 : count >= ENOUGH_TELLING && telltale >= ENOUGH_TELLING;
  return enough && said >= LEAST_SHARE * all;
}

function mainPiece({ pieces }: Comparison) {
  return [...pieces].sort((a, b) => b.claimed.end - b.claimed.start - (a.claimed.end - a.claimed.start))[0];
}
