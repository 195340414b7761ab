const ASKS =
  "ask|asks|asked|question|questioned|press|pressed|challenge|challenged|wonder|wondered|enquire|enquired|" +
  "inquire|inquired|quiz|quizzed|put\\s+(?:it\\s+)?to|raised?\\s+(?:the|this|that)|want(?:ed)?\\s+to\\s+know|suggest(?:ed)?\\s+to";
const ADVERB = "(?:then|also|later|again|once|next|have|had|did|\\p{L}+ly)";
const SENTENCE_START = "(?:^|[.!?][\\p{Pf}\\p{Pe}\"']*\\s+)";

/** "I asked him whether …", "…, so I put it to her that …"; but asking for coffee or to sit down asks nothing. */
const BY_AUTHOR = new RegExp(
  `(?:${SENTENCE_START}|,\\s+|\\b(?:and|then|so|but|when|[Ww]hen)\\s+)(?:I|we|We)(?:[’'](?:d|ve))?(?:\\s+${ADVERB})*\\s+(?:${ASKS})\\b(?!\\s+(?:to\\b(?!\\s+comment)|for\\s+(?:an?|some|more|the)\\b))`,
  "u",
);
/** "Asked whether …, she shook her head." */
const PASSIVE = new RegExp(
  `${SENTENCE_START}(?:When\\s+)?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged)\\s`,
  "u",
);
const NEXT_QUESTION = /\b[Mm]y\s+(?:(?:first|next|last|final|other|second|third)\s+)?question\b/u;

/** True when narration in the author's voice reports or poses a question: "I asked him whether …", "Why did …?" */
export function reportsQuestion(narration: string): boolean {
  return (
    /\?[\p{Pf}\p{Pe}"']*$/u.test(narration.trim()) ||
    BY_AUTHOR.test(narration) ||
    PASSIVE.test(narration) ||
    NEXT_QUESTION.test(narration)
  );
}
