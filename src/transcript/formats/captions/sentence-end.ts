/** What ends a sentence: also in Chinese, Arabic, Urdu, the scripts of India, Armenian, Ethiopic, Khmer and Burmese. */
const MARKS = ".!?…。！？｡؟۔।॥։።፧។៕။⁇⁈⁉‼︒";
const CLOSING = "\\p{Pf}\\p{Pe}\"'*♪♫";
const ABBREVIATION = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Rep|Prof|Lt|Col|Jr|vs|\p{Lu})\.$/u;
const AT_END = new RegExp(`[${MARKS}][${CLOSING}\\s]{0,12}$`, "u");
const WITHIN = new RegExp(
  `[.!?…؟۔।॥։።፧][${CLOSING}]{0,4}\\s+(?=[^\\s\\p{Ll}])|[。！？｡︒][${CLOSING}]{0,4}(?=\\S)`,
  "gu",
);
/** How much of a text is looked at from its end. */
const TAIL = 40;

/** True when a text ends where a sentence does, and not with "Mr." or an initial. */
export function endsSentence(text: string): boolean {
  const tail = text.slice(-TAIL).trimEnd();
  return AT_END.test(tail) && !ABBREVIATION.test(tail);
}

/** True when a text can't begin a sentence: it goes on in small letters, or where an ellipsis left off. */
export function goesOnWithSentence(text: string): boolean {
  return /^[\s"'“‘«([]{0,6}(?:\p{Ll}|…|\.\.)/u.test(text.slice(0, TAIL));
}

/** Where the first sentence that begins within a text begins; -1 where none does. */
export function nextSentenceStart(text: string): number {
  for (const match of text.matchAll(WITHIN)) {
    const start = match.index + match[0].length;
    if (start < text.length && endsSentence(text.slice(Math.max(0, start - TAIL), start))) return start;
  }
  return -1;
}
