import type { Passage } from "./passage.ts";

/** Seconds of silence after a sentence that part two paragraphs, as in other transcript viewers. */
const PAUSE = 2;
/** A paragraph's length in UTF-16 units: the next sentence end after it begins another. */
const PARAGRAPH = 500;
/** Where sentences have no ends, as in speech recognised without punctuation, a paragraph ends here at the latest. */
const LONGEST = 4 * PARAGRAPH;
/** How much of a passage's end is looked at: a mark with what closes after it. */
const TAIL = 16;
const SENTENCE_END = /(?<!(?:^|\W)(?:Mr|Mrs|Ms|Dr|St|Prof))[.!?…。！？؟।]["'\p{Pe}\p{Pf}]*$/u;

/**
 * Where a transcript names no voices, nothing says where one statement ends and the next begins. So that each is
 * made of whole sentences, and a statement isn't an hour long, one begins after a sentence end where the speaker
 * pauses for two seconds or more, or where it has grown to a paragraph's length. A passage that goes on after
 * a named voice is left to that voice.
 *
 * @param passages in the order of the text.
 * @param text the reading their spans are of.
 * @returns the same passages, some of which start a statement now. Linear in the number of passages.
 */
export function startUnvoicedTurns(passages: readonly Passage[], text: string): readonly Passage[] {
  let turnStart = 0;
  let isVoiced = false;
  let before: Passage | undefined;
  return passages.map((passage) => {
    if (passage.voice !== null) isVoiced = true;
    else if (passage.startsTurn) isVoiced = false;
    const breaks = !isVoiced && !passage.startsTurn && before !== undefined && isTurnEnd(before, passage);
    const begins = breaks || passage.startsTurn || passage.voice !== null || before?.kind === "narration";
    if (begins) turnStart = passage.span.start;
    before = passage;
    return breaks ? { ...passage, startsStatement: true } : passage;
  });

  function isTurnEnd(last: Passage, next: Passage): boolean {
    if (last.kind !== "speech" || next.kind !== "speech") return false;
    const length = last.span.end - turnStart;
    if (length >= LONGEST) return true;
    return (length >= PARAGRAPH || pauseBetween(last, next) >= PAUSE) && endsSentence(last, text);
  }
}

function endsSentence({ span }: Passage, text: string): boolean {
  return SENTENCE_END.test(text.slice(Math.max(span.start, span.end - TAIL), span.end));
}

/** In seconds; none where the times aren't known. */
function pauseBetween(before: Passage, after: Passage): number {
  return before.time && after.time ? after.time.start - before.time.end : 0;
}
