import type { Language } from "../language.ts";
import { wordsOf } from "../statement-words.ts";
import type { SampledStatement } from "./sample.ts";
import { stopWordsOf } from "./stop-words.ts";

/** A phrase that may be what an interview speaks of, with all that was seen of it. */
export interface Candidate {
  /** Its terms, in order. */
  readonly terms: readonly string[];
  /** How it is printed, each way with how often. */
  readonly surfaces: Map<string, number>;
  /** Indices of the statements it stands in. */
  readonly statements: Set<number>;
  /** How often it stands anywhere. */
  count: number;
  /** How often each of its words has a capital although no sentence begins there. */
  capitals: number;
  /** How often it might have one for that reason alone. */
  opening: number;
  /** How often a word stands before it that a noun follows. */
  afterDeterminer: number;
}

interface Word {
  readonly text: string;
  readonly term: string;
  readonly isCapital: boolean;
  readonly opensSentence: boolean;
  readonly kind: "function" | "common" | "content";
  readonly folded: string;
}

/** Longest phrase, in words: a title someone would give. */
const LONGEST = 4;
/** A word longer than this is no word of a title; UTF-16 units. */
const LONGEST_WORD = 30;

/** What a noun follows in English; other languages have none here and are judged by the rest. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(
  "a an the of in on for with without about against from into by our my their his her its your this these those no some any more many every each between".split(
    " ",
  ),
);
/** Sounds, slurred words and English numbers: they stand wherever somebody speaks. */
const NO_SUBJECT: ReadonlySet<string> = new Set(
  (
    "uh um uhm mm hmm mhm mmm hm huh ah oh eh er erm aha uhhuh ooh ow hey yo na gon gonna wan wanna got ta gotta kinda " +
    "sorta dunno lemme gimme ha haha la one two three four five six seven eight nine ten eleven twelve thirteen " +
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety " +
    "hundred thousand million billion inaudible laughs laughter crosstalk applause"
  ).split(" "),
);
/** What may stand within a name: "Ministry of Defence", "Charles de Gaulle". */
const WITHIN_NAMES: ReadonlySet<string> = new Set(
  "of de da do der den van von la le du al bin ibn".split(" "),
);

/** Every phrase of at most four words, none of them grammar, that stands in one breath of what is read. */
export function findCandidates(
  sample: readonly SampledStatement[],
  language: Language,
): ReadonlyMap<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  const kindOf = classifier(language);
  for (const one of sample) {
    for (const run of runsOf(one, language, kindOf)) addPhrases(run, one.statement.index, candidates);
  }
  return candidates;
}

interface Run {
  readonly words: readonly Word[];
  readonly before: string | undefined;
}

function classifier(language: Language): (word: string, before?: string) => Word["kind"] {
  const stops = stopWordsOf(language.tag);
  return (word, before) => {
    if (/^[\p{N}'’]+$/u.test(word) || word.length > LONGEST_WORD || NO_SUBJECT.has(word)) return "function";
    const kind = language.classOf(word, before);
    return kind === "content" && stops.has(word) ? "function" : kind;
  };
}

/** Words with nothing but a space or a hyphen between them, divided at grammar. */
function* runsOf(
  { statement, spans }: SampledStatement,
  language: Language,
  kindOf: (word: string, before?: string) => Word["kind"],
): Generator<Run> {
  const { text } = statement.interview.source;
  let words: Word[] = [];
  let before: string | undefined;
  let pending: Word | null = null;
  let lastEnd = -1;
  let last: string | undefined;
  for (const { word, start, end } of wordsOf(statement, spans)) {
    const between = lastEnd < 0 ? "" : text.slice(lastEnd, start);
    const printed = text.slice(start, end).replace(/['’]s$/u, "");
    const isCapital = /^\p{Lu}/u.test(printed);
    const isAdjoining = lastEnd >= 0 && /^[ \u00a0-]$/u.test(between);
    const opensSentence = lastEnd < 0 || /[.?!…:“"«„\n]/u.test(between) || between.length > 40;
    const kind = kindOf(word, last);
    if (!isAdjoining) {
      if (words.length > 0) yield { words, before };
      words = [];
      pending = null;
      before = undefined;
    }
    const joins = isAdjoining && words.at(-1)?.isCapital === true && WITHIN_NAMES.has(word);
    const one: Word = {
      text: between === "-" && words.length > 0 ? `-${printed}` : printed,
      term: language.term(word),
      isCapital,
      opensSentence,
      kind,
      folded: word,
    };
    if (kind !== "function") {
      if (pending && isCapital) words.push(pending);
      else if (pending) {
        yield { words, before };
        words = [];
        before = pending.folded;
      }
      pending = null;
      if (words.length === 0) before ??= isAdjoining ? last : undefined;
      words.push(one);
    } else if (joins && !pending) {
      pending = one;
    } else {
      if (words.length > 0) yield { words, before };
      words = [];
      pending = null;
      before = word;
    }
    // A possessive ends a phrase: "Russia's army" is the army.
    if (/['’]s$/u.test(text.slice(start, end)) && words.length > 0) {
      yield { words, before };
      words = [];
      pending = null;
      before = "the";
    }
    lastEnd = end;
    last = word;
  }
  if (words.length > 0) yield { words, before };
}

function addPhrases({ words, before }: Run, statement: number, candidates: Map<string, Candidate>): void {
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to += 1) {
      const phrase = words.slice(from, to);
      if (!isPhrase(phrase)) continue;
      const terms = phrase.map(({ term }) => term);
      const key = terms.join(" ");
      const candidate = candidates.get(key) ?? newCandidate(terms);
      candidates.set(key, candidate);
      const surface = phrase
        .map(({ text }) => text)
        .join(" ")
        .replace(/ -/gu, "-");
      candidate.surfaces.set(surface, (candidate.surfaces.get(surface) ?? 0) + 1);
      candidate.statements.add(statement);
      candidate.count += 1;
      const opens = phrase[0]?.opensSentence === true;
      const isName = phrase.every(({ isCapital, folded }) => isCapital || WITHIN_NAMES.has(folded));
      if (isName && !opens) candidate.capitals += 1;
      if (opens) candidate.opening += 1;
      const leadIn = from === 0 ? before : words[from - 1]?.folded;
      if (leadIn !== undefined && BEFORE_NOUN.has(leadIn)) candidate.afterDeterminer += 1;
    }
  }
}

function isPhrase(phrase: readonly Word[]): boolean {
  const [first] = phrase;
  const last = phrase.at(-1);
  if (!first || !last || first.kind === "function" || last.kind === "function") return false;
  if (last.kind === "common" && (phrase.length === 1 || !last.isCapital)) return false;
  if (phrase.some(({ text }) => text.startsWith("-")) && phrase.length === 1) return false;
  return phrase.every(({ folded }) => folded.length > 1) && !first.text.startsWith("-");
}

function newCandidate(terms: readonly string[]): Candidate {
  return {
    terms,
    surfaces: new Map(),
    statements: new Set(),
    count: 0,
    capitals: 0,
    opening: 0,
    afterDeterminer: 0,
  };
}
