import type { Statement } from "../transcript/interview.ts";

/** What kind of information a statement holds. Bits. */
export const HAS_NUMBER = 1;
export const HAS_TIME = 2;
export const HAS_REASON = 4;
export const HAS_NAME = 8;
export const HAS_VERDICT = 16;
export const HAS_DURATION = 32;
export const HAS_AGE = 64;

/** What a statement does in its interview; narration that only reports a question is an asking one. */
export const ANSWERING = 0;
export const ASKING = 1;
export const NARRATING = 2;
/** Narration that tells something and then asks. */
export const NARRATING_AND_ASKING = 3;
/** The interviewer's reply to something the guest asked back. */
export const ASKER_REPLYING = 4;
export type Part =
  | typeof ANSWERING
  | typeof ASKING
  | typeof NARRATING
  | typeof NARRATING_AND_ASKING
  | typeof ASKER_REPLYING;

/** But "one", which mostly counts nothing. */
const NUMBER_WORDS =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half";
const NUMBER = new RegExp(`\\p{N}|\\b(?:${NUMBER_WORDS}|quarter|percent|none|zero|nobody)\\b`, "iu");
const TIME =
  /\b(?:1[5-9]|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|last (?:week|month|year|night)|years? ago|o['’]clock|century)\b/iu;
const TIME_SPAN =
  "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|generations?)";
/** "In the last years" and "this year" say when, not how long. */
const DURATION = new RegExp(
  `(?:\\p{N}|\\b(?:an?|one|${NUMBER_WORDS}|several|few|many|couple|for|of|whole|full|long))[ -]${TIME_SPAN}\\b`,
  "iu",
);
/** "The old library" tells no age. */
const AGE = /\b(?:aged|years?[- ]old|elderly|born|pensioners?|teenagers?|birthdays?)\b/iu;
const REASON =
  /\b(?:because|since|therefore|otherwise|so that|in order to|due to|grounds|reasons?|that['’]s why)\b/iu;
/** A capitalised word that doesn't begin a sentence. "I" is no name. */
const NAME = /[\p{L}\p{N},;’'] +(?!I\b)\p{Lu}/u;
const VERDICT =
  /^[\s“"'‘]*(?:yes|no|never|not|nonsense|rubbish|of course|absolutely|certainly|exactly|i don['’]t|i do|i am|i['’]m)\b/iu;

/** Words of the expressions above that have more than one word in them. */
const TIME_IN_PART = /\b(?:last|ago)\b/iu;
const AGE_IN_PART = /\b(?:years?|old)\b/iu;
const DURATION_IN_PART = new RegExp(`\\b${TIME_SPAN}\\b`, "iu");
const REASON_IN_PART = /\b(?:that|order|due)\b/iu;
export const ALL_HINTS = HAS_NUMBER | HAS_TIME | HAS_DURATION | HAS_REASON | HAS_AGE;

/** Which of {@link ALL_HINTS} a statement may have for a word of it: without the hint of any word it hasn't. */
export function traitHintsOf(word: string): number {
  let hints = 0;
  if (NUMBER.test(word)) hints |= HAS_NUMBER;
  if (TIME.test(word) || TIME_IN_PART.test(word)) hints |= HAS_TIME;
  if (DURATION_IN_PART.test(word)) hints |= HAS_DURATION;
  if (AGE.test(word) || AGE_IN_PART.test(word)) hints |= HAS_AGE;
  if (REASON.test(word) || REASON_IN_PART.test(word)) hints |= HAS_REASON;
  return hints;
}

/** @param hints {@link traitHintsOf} all its words, to look no further for what it can't have. */
export function traitsOf(statement: Statement, spoken: string, hints = ALL_HINTS): number {
  let traits = 0;
  if (hints & HAS_NUMBER && NUMBER.test(spoken)) traits |= HAS_NUMBER;
  if (hints & HAS_TIME && TIME.test(spoken)) traits |= HAS_TIME;
  if (hints & HAS_DURATION && DURATION.test(spoken)) traits |= HAS_DURATION;
  if (hints & HAS_REASON && REASON.test(spoken)) traits |= HAS_REASON;
  if (hints & HAS_AGE && AGE.test(spoken)) traits |= HAS_AGE;
  if (NAME.test(spoken)) traits |= HAS_NAME;
  if (statement.answersIndex !== null && VERDICT.test(spoken)) traits |= HAS_VERDICT;
  return traits;
}

export function partOf(statement: Statement, text: string): Part {
  if (statement.kind === "question") return ASKING;
  if (statement.kind === "statement") {
    return statement.speaker?.role === "interviewer" ? ASKER_REPLYING : ANSWERING;
  }
  if (!statement.asks) return NARRATING;
  const sentences = text.split(/(?<=[.!?…])\s+/u).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.length > 1 ? NARRATING_AND_ASKING : ASKING;
}
