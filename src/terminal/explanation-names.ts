import type { ConfidencePart } from "../search/confidence.ts";
import type { Place } from "../search/evidence.ts";
import type { WordClass } from "../search/language.ts";
import type { Likeness } from "../search/query-reading.ts";
import type { QuestionForm } from "../search/question-form.ts";
import type { ScorePart } from "../search/ranking.ts";
import type { Outcome } from "../search/search.ts";

/** What an explanation calls in code, for people. */

export const CLASS_NAMES: Readonly<Record<WordClass, string>> = {
  function: "grammar",
  common: "an ordinary word",
  content: "a telling word",
};

export const LIKENESS_NAMES: Readonly<Record<Likeness, string>> = {
  exact: "the word or a form of it",
  family: "of one family",
  synonym: "a synonym",
  repaired: "the spelling repaired",
  beginning: "begins like it",
  related: "related in meaning",
};

export const PLACE_NAMES: Readonly<Record<Place, string>> = {
  own: "its own words",
  question: "the question it answers",
  before: "the statement before",
  after: "the statement after",
  near: "those two or three away",
  label: "its topics and speaker",
};

export const SCORE_NAMES: Readonly<Record<ScorePart, string>> = {
  own: "share of your words among its own",
  ownSquared: "the same, squared",
  before: "what the statement before adds",
  after: "what the statement after adds",
  near: "what those two or three away add",
  label: "what its topics and speaker add",
  coveredSquared: "share of your words in any of these, squared",
  relevance: "relevance (BM25F) beside the most it could be",
  relevanceRank: "relevance (BM25F) beside the best candidate’s",
  grammar: "share of your grammar among its own words",
  together: "your neighbouring words stand together",
  number: "it has a number or an age, as asked",
  time: "it has a time, as asked",
  duration: "it has a duration, as asked",
  reason: "it has a reason, as asked",
  name: "it has a name, as asked",
  person: "it names somebody, as asked",
  meaning: "nearness in meaning as a whole",
  aligned: "nearness in meaning word by word",
  length: "its length",
  answering: "set by hand: it answers an interviewer’s question like yours",
  asking: "set by hand: it is the interviewer’s question",
  replying: "set by hand: it is the interviewer’s reply",
  narratingAndAsking: "set by hand: it is narration that asks",
  askingSought: "set by hand: it asks, and you look for what was asked",
  notAsked: "set by hand: it doesn’t ask, and you look for what was asked",
  notAsker: "set by hand: the guest speaks, and you look for the one who asks",
  replySought: "set by hand: the interviewer replies, as looked for",
  addressed: "set by hand: the guest speaks, whom you address",
  quoted: "set by hand: the guest speaks, whose words you look for",
  mentioned: "set by hand: the guest speaks, whom you mention",
  absent: "set by hand: the guest speaks, whom you don’t mention",
};

export const CONFIDENCE_NAMES: Readonly<Record<ConfidencePart, string>> = {
  bias: "where it starts from",
  covered: "share of your words in it or around it",
  telling: "its nearness to the words that tell your subject",
  tellingMost: "its nearness to the best met word of your subject",
  aligned: "its nearness in meaning word by word",
  meaning: "its nearness in meaning as a whole",
  nearestMeaning: "the nearest that any statement comes as a whole",
  strange: "how unlike anything here your words are",
  mass: "how much there was to cover",
  together: "your neighbouring words stand together",
  margin: "how far it is ahead of the second",
  ordinaryOnly: "nothing but ordinary words",
  expectationMissing: "set by hand: it lacks the kind of information asked for",
  askedForMissing: "set by hand: it has nothing like what is asked for",
};

export const EXPECTATION_NAMES: Readonly<Record<NonNullable<QuestionForm["expects"]>, string>> = {
  number: "a number",
  age: "an age",
  time: "a time",
  duration: "a duration",
  reason: "a reason",
  name: "a name",
  person: "a person",
  verdict: "a yes or no",
};

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  answer: "an answer",
  closest: "the closest there is",
  none: "nothing to show",
};
