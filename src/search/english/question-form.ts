import { type Expectation, PLAIN_FORM, type QuestionForm } from "../question-form.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

const ASKER = "(?:interviewer|journalist|reporter|correspondent|presenter|anchor|host|moderator)s?";
const ASKS =
  "(?:asks?|asked|asking|questions?|questioned|follow up|press(?:ed)?|challenged?|check(?:ed)?|wonder(?:ed)?|want(?:ed)? to know|want(?:ed)? (?:him|her|them|you) to)";
const PRONOUN = "(?:he|she|they|you|we|him|her|them)";

/** "What did he say when the reporter asked …" wants his answer: here the asker only sets the scene. */
const SCENE = new RegExp(`\\b(?:when|after|once|if|as|to|by) (?:the |an? |his |her )?${ASKER}\\b`, "u");
const MENTIONS_ASKER = new RegExp(`\\b(?:${ASKER}|authors?|writers?|narrators?)\\b`, "u");
const MENTIONS_ASKING = new RegExp(`\\b${ASKS}\\b`, "u");

/** The guest as the one asked, or the question as the thing looked for. */
const SEEKS_QUESTION: readonly RegExp[] = [
  /\b(?:what|which|how)\b.*\bquestions?\b.*\b(?:put|posed|asked|from|by|about|on)\b/u,
  /\b(?:was|were|been|being|is|get|got)\b(?: \w+){0,2} asked\b/u,
  /\b(?:did|do|have|had) (?:they|you|we) (?:ever )?(?:ask|press|challenge|question) (?:him|her|them)\b/u,
  /\byou (?:ever )?(?:wonder|want(?:ed)? to know)\b/u,
  /\b(?:first|opening|second|next|last|final|follow up) questions?\b/u,
];

function soughtIn(text: string): QuestionForm["seeks"] {
  if (MENTIONS_ASKER.test(text) && !SCENE.test(text))
    return MENTIONS_ASKING.test(text) ? "question" : "asker";
  return SEEKS_QUESTION.some((form) => form.test(text)) ? "question" : "anything";
}

/** A question word asks near the beginning; further on it mostly joins clauses ("the day when …"). */
const NEAR_START = "^(?:\\w+ ){0,3}";

const EXPECTATIONS: readonly (readonly [RegExp, Expectation])[] = [
  [/\bhow long\b/u, "duration"],
  [/\b(?:how old|what age)\b/u, "age"],
  [/\bhow (?:many|much|big|large|far|often|high|tall|few)\b/u, "number"],
  [/\b(?:percent(?:age)?|number of|amount of)\b/u, "number"],
  [new RegExp(`${NEAR_START}(?:when|(?:what|which) (?:year|date|day|month|time))\\b`, "u"), "time"],
  [
    new RegExp(
      `${NEAR_START}(?:why|how come|what for|reasons?|what(?: is| was)? the (?:point|reason))\\b`,
      "u",
    ),
    "reason",
  ],
  [new RegExp(`${NEAR_START}(?:where|names? of)\\b`, "u"), "name"],
  [new RegExp(`${NEAR_START}(?:who|whom|whose)\\b`, "u"), "person"],
  [
    new RegExp(
      `${NEAR_START}(?:what|which) (?:city|place|town|village|country|countries|person|people)\\b`,
      "u",
    ),
    "name",
  ],
];
const VERDICT =
  /^(?:(?:so|ok|okay|but|and|well|hey|yo|be honest|honestly|sir|mr president|tell me) )*(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|may|might)\b/u;
const ASKED_FOR = new RegExp(`${NEAR_START}(?:what|which|how many) (\\w+)\\b`, "u");
const MENTIONS_GUEST = new RegExp(`\\b(?:${PRONOUN}|your|yours|his|hers|their)\\b`, "u");
const ADDRESSES_GUEST = /\b(?:you|your|yours|yourself)\b/u;
const QUOTES_GUEST =
  /\b(?:does|did|do|has|have|would|how|what|why)\b.*\b(?:say|said|saying|think|thinks|reckon|believe|believes|feel|feels|claim|claimed|admit|admitted|deny|denied|agree|respond|responded|answer|react|reacted|explain|explained|argue|argued|promise|promised|call|called|accept|regret)\b/u;

function guestIn(text: string): QuestionForm["guest"] {
  if (ADDRESSES_GUEST.test(text)) return "addressed";
  if (!MENTIONS_GUEST.test(text)) return QUOTES_GUEST.test(text) ? "quoted" : "absent";
  return QUOTES_GUEST.test(text) ? "quoted" : "mentioned";
}

function askedForIn(text: string): string | null {
  const word = ASKED_FOR.exec(text)?.[1];
  return word === undefined || FUNCTION_WORDS.has(word) ? null : word;
}

/** Reads a question's wording. `words` are folded and spelled out. */
export function questionFormOf(words: readonly string[]): QuestionForm {
  const text = words.join(" ");
  if (text === "") return PLAIN_FORM;
  const asked = EXPECTATIONS.find(([form]) => form.test(text))?.[1] ?? null;
  return {
    seeks: soughtIn(text),
    expects: asked ?? (VERDICT.test(text) ? "verdict" : null),
    askedFor: askedForIn(text),
    guest: guestIn(text),
  };
}
