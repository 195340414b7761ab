import type { Passage } from "../labelled/passage.ts";
import type { MarkdownReading } from "./markdown-reading.ts";

/** Fewer bold paragraphs in a hundred are headings of an article. */
const SMALLEST_SHARE = 12;

/**
 * Interviews as web magazines print them: each question a bold paragraph, its answer below, and nobody named. Null
 * when that isn't how a file is written.
 */
export function readBoldQuestions({
  reading,
  headings,
  bold,
  blocks,
}: MarkdownReading): readonly Passage[] | null {
  const { text } = reading;
  const isQuestion = blocks.map(({ start, end }) => !headings.has(start) && (bold.get(start) ?? -1) >= end);
  const questions = isQuestion.filter(Boolean).length;
  const asking = blocks.filter(
    ({ start, end }, at) => isQuestion[at] && /[?？؟]/u.test(text.slice(start, end)),
  ).length;
  const answered = isQuestion.filter((asks, at) => asks && isQuestion[at + 1] === false).length;
  if (questions < 2 || asking * 10 < questions * 6 || answered * 10 < questions * 8) return null;
  if (questions * 100 < blocks.length * SMALLEST_SHARE) return null;
  const first = isQuestion.indexOf(true);
  return blocks.map((block, at): Passage => {
    const isSpeech = at >= first && !headings.has(block.start);
    const voice = isQuestion[at] ? "Question" : "Answer";
    return {
      kind: isSpeech ? "speech" : "narration",
      voice: isSpeech ? voice : null,
      startsTurn: false,
      span: trimmed(text, block),
      time: null,
    };
  });
}

function trimmed(text: string, { start, end }: Passage["span"]): Passage["span"] {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
