/** "Q:", "A:", "Ann Vale:", "INTERVIEWER:", or a dash that opens a turn of dialogue. */
const LABEL =
  /^(?:\*\*)?(?:[QA]|\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+\p{Lu}[\p{L}\p{M}’'.-]*){0,3})(?:\*\*)?\s*[:.](?:\*\*)?(?=\s+\S)|^[—–―-]\s*\p{Lu}/u;
const QA_OR_COLON = /^(?:\*\*)?[QA](?:\*\*)?\s*[:.]|^[^.:]{1,80}:|^[—–―-]/u;
/** A whole sentence or clause in marks of any style. */
const QUOTED_SENTENCE =
  /(?:[“„«»‹「『]|``|(?<![\p{L}\p{N}\p{P}])["‘']+(?=\S))[^“”„«»"‹›「」『』]{0,400}?[.?!,…。！？]\s*(?:[“”«»"›」』]|''|[’'](?![\p{L}\p{N}])|$)/u;

/** True when a paragraph that was read as narration looks as if somebody speaks in it. */
export function mayHoldSpeech(paragraph: string): boolean {
  return isLabelled(paragraph) || holdsQuotedSentence(paragraph);
}

export function holdsQuotedSentence(paragraph: string): boolean {
  return QUOTED_SENTENCE.test(paragraph);
}

/** True when it begins as a turn does in a transcript: a name and a colon, or a dash. */
export function isLabelled(paragraph: string): boolean {
  return LABEL.test(paragraph) && QA_OR_COLON.test(paragraph);
}
