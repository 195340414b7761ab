/** A full stop after these ends no sentence; nor does one after an initial. */
const SENTENCE_END =
  "(?<!\\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Rep|Prof|Lt|Col|[A-HJ-Z]))[.!?…][\\p{Pf}\\p{Pe}\"']*";
const BOUNDARY = new RegExp(`${SENTENCE_END}\\s+(?=[^\\s\\p{Ll}])`, "gu");
const CLAUSE_END = new RegExp(`(?:${SENTENCE_END}|[:;])(?=\\s|$)`, "u");

/** Where the last sentence of a text begins. */
export function lastSentenceStart(text: string): number {
  let start = text.length - text.trimStart().length;
  for (const boundary of text.matchAll(BOUNDARY)) start = boundary.index + boundary[0].length;
  return start;
}

export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const boundary of text.matchAll(BOUNDARY)) {
    const end = boundary.index + boundary[0].length;
    sentences.push(text.slice(start, end));
    start = end;
  }
  sentences.push(text.slice(start));
  return sentences;
}

/** The text up to its first full stop, colon or semicolon, and how much of it that takes. */
export function firstClause(text: string): { readonly clause: string; readonly end: number } {
  const end = CLAUSE_END.exec(text);
  if (!end) return { clause: text, end: text.length };
  return { clause: text.slice(0, end.index), end: end.index + end[0].length };
}

/** Words and commas, in order: a comma ends a name. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}’'-]*|,/gu) ?? [];
}
