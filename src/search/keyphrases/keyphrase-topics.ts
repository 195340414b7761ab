import type { Interview, Topic } from "../../transcript/interview.ts";
import { type Language, languageOf } from "../language.ts";
import { tokenise } from "../text-analysis.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import { sampleOf } from "./sample.ts";

/** As many as a menu shows beside others. */
const MOST_TOPICS = 12;
/** A single word that is no name may be too general for a title; it is taken only while there are fewer than this. */
const ENOUGH_TOPICS = 8;
/** A topic is spoken of more than once. */
const FEWEST_TIMES = 2;
/** What coming back within one statement counts, of coming back in another. */
const WITHIN_STATEMENT = 0.5;
/** What stands in more of the statements than this tells nothing apart, unless the interview is short. */
const WIDEST_SHARE = 0.4;
const SHORT_INTERVIEW = 12;
/** How often a word must look like a name, or like a noun, of the times it stands where that shows. */
const MOSTLY = 0.5;
/** Of two phrases with a word in common that stand in the same statements this often, one is enough. */
const SAME_STATEMENTS = 0.6;
const NAME_WORTH = 1.5;
const SINGLE_WORD_WORTH = 0.6;

interface Rated {
  readonly candidate: Candidate;
  readonly isName: boolean;
  readonly worth: number;
}

/**
 * What an interview speaks of, for one whose yaml names no topics: names and phrases that come back, the most telling
 * first, each under the form in which it is printed most often. Phrases are rated by C-value (Frantzi, Ananiadou and
 * Mima 2000, "Automatic recognition of multi-word terms"): how often one stands by itself, not within a longer one,
 * times a measure of its length. An interview longer than people talk is read here and there: see {@link sampleOf};
 * what it says of a topic elsewhere isn't filed under it.
 */
export function keyphraseTopics(interview: Interview): readonly Topic[] {
  const language = languageOf(interview.language);
  const sample = sampleOf(interview);
  const candidates = findCandidates(sample, language);
  const rated = rate(candidates, sample.length, speakerTerms(interview, language), language);
  const topics: { rated: Rated; aliases: Set<string>; statements: Set<number> }[] = [];
  for (const one of rated) {
    const { candidate } = one;
    const same = topics.find((topic) => isSame(topic.rated, topic.statements, one));
    if (same) {
      same.aliases.add(titleOf(candidate));
      for (const statement of candidate.statements) same.statements.add(statement);
    } else if (topics.length < (one.isName || candidate.terms.length > 1 ? MOST_TOPICS : ENOUGH_TOPICS)) {
      topics.push({ rated: one, aliases: new Set(), statements: new Set(candidate.statements) });
    }
  }
  return topics.map(({ rated: { candidate, isName }, aliases, statements }) => {
    const names = [titleOf(candidate), ...aliases];
    // A person is titled by the whole name, although the text says it once.
    const fuller = (alias: string): boolean =>
      alias.endsWith(` ${names[0]}`) && alias.split(" ").every((word) => /^\p{Lu}/u.test(word));
    const name = (isName ? names.find(fuller) : undefined) ?? names[0] ?? "";
    return {
      name,
      aliases: [...new Set(names)].filter((alias) => alias !== name),
      statements: withAnswers(statements, interview),
    };
  });
}

/**
 * @param spoken how many statements were read.
 * @param people terms of speakers' names.
 */
function rate(
  candidates: ReadonlyMap<string, Candidate>,
  spoken: number,
  people: ReadonlySet<string>,
  language: Language,
): readonly Rated[] {
  const isShort = spoken < SHORT_INTERVIEW;
  const [fewest, widest] = isShort ? [1, spoken] : [FEWEST_TIMES, spoken * WIDEST_SHARE];
  const recurs = ({ count, statements }: Candidate): boolean =>
    count >= FEWEST_TIMES && statements.size >= fewest && statements.size <= widest;
  // A text gives somebody's whole name once and the surname after.
  const isWholeName = ({ terms, capitals }: Candidate): boolean => {
    const surname = terms.length > 1 && capitals > 0 ? candidates.get(terms.at(-1) ?? "") : undefined;
    return surname !== undefined && recurs(surname) && looksLikeName(surname);
  };
  const recurring = [...candidates.values()].filter((one) => recurs(one) || isWholeName(one));
  const within = nested(recurring);
  return recurring
    .map((candidate): Rated => {
      const { terms } = candidate;
      const longer = within.get(candidate) ?? [];
      const inLonger = longer.reduce((sum, other) => sum + frequency(other), 0) / (longer.length || 1);
      const isName = looksLikeName(candidate);
      const cValue = Math.log2(terms.length + 1) * (frequency(candidate) - inLonger);
      const worth = cValue * (isName ? NAME_WORTH : terms.length === 1 ? SINGLE_WORD_WORTH : 1);
      return { candidate, isName, worth };
    })
    .filter(({ candidate, isName, worth }) => {
      if (worth <= 0 || candidate.terms.every((term) => people.has(term))) return false;
      return isName || candidate.terms.length > 1 || isNoun(candidate, language);
    })
    .sort((a, b) => b.worth - a.worth || order(a.candidate, b.candidate));
}

function frequency({ count, statements }: Candidate): number {
  return statements.size + WITHIN_STATEMENT * (count - statements.size);
}

function looksLikeName({ count, capitals, opening }: Candidate): boolean {
  return capitals > 0 && capitals >= MOSTLY * (count - opening);
}

/** For each phrase those it is a part of. */
function nested(candidates: readonly Candidate[]): ReadonlyMap<Candidate, readonly Candidate[]> {
  const byTerms = new Map(candidates.map((candidate) => [candidate.terms.join(" "), candidate]));
  const longer = new Map<Candidate, Candidate[]>();
  for (const candidate of candidates) {
    const { terms } = candidate;
    for (let from = 0; from < terms.length; from += 1) {
      for (let to = from + 1; to <= terms.length; to += 1) {
        const part = to - from < terms.length ? byTerms.get(terms.slice(from, to).join(" ")) : undefined;
        if (!part) continue;
        const known = longer.get(part);
        if (known) known.push(candidate);
        else longer.set(part, [candidate]);
      }
    }
  }
  return longer;
}

/** Who speaks is found by name; that an interview speaks of its guest goes without saying. */
function speakerTerms({ speakers }: Interview, language: Language): ReadonlySet<string> {
  return new Set(speakers.flatMap(({ name }) => tokenise(name).map(({ word }) => language.term(word))));
}

/** A single word without a capital is no topic as a verb or an adverb. Only English shows here which it is. */
function isNoun({ terms, count, afterDeterminer, surfaces }: Candidate, { tag }: Language): boolean {
  if ((terms[0] ?? "").length < 3) return false;
  if (tag !== "en") return count >= 3;
  const form = [...surfaces.keys()][0] ?? "";
  return afterDeterminer >= MOSTLY * count && !/(?:ly|ed)$/u.test(form);
}

/** "Putin" and "Vladimir Putin"; "weapons" and "nuclear weapons" where one hardly stands without the other. */
function isSame(topic: Rated, statements: ReadonlySet<number>, one: Rated): boolean {
  const [a, b] = [topic.candidate.terms, one.candidate.terms];
  const shared = a.filter((term) => b.includes(term)).length;
  if (shared === 0) return false;
  const isPart = shared === Math.min(a.length, b.length);
  if (topic.isName && one.isName && isPart) return true;
  const together = [...one.candidate.statements].filter((index) => statements.has(index)).length;
  return together >= SAME_STATEMENTS * Math.min(statements.size, one.candidate.statements.size);
}

/** As it is printed most often, with a capital at its front, as titles have. */
function titleOf({ surfaces }: Candidate): string {
  const [[surface]] = [...surfaces].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) as [
    [string, number],
  ];
  const [first = ""] = surface;
  return first.toUpperCase() + surface.slice(first.length);
}

/** A topic that a question brings up is spoken of in what answers it. */
function withAnswers(statements: ReadonlySet<number>, interview: Interview): readonly number[] {
  const answers = interview.statements.filter(
    ({ answersIndex }) => answersIndex !== null && statements.has(answersIndex),
  );
  return [...new Set([...statements, ...answers.map(({ index }) => index)])].sort((a, b) => a - b);
}

function order(a: Candidate, b: Candidate): number {
  return b.count - a.count || (a.terms.join(" ") < b.terms.join(" ") ? -1 : 1);
}
