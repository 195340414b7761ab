import { mayHoldSpeech } from "../../unread-speech.ts";
import { isEnding } from "../dialogue/asides.ts";
import type { Passage } from "../labelled/passage.ts";
import type { MarkdownReading } from "./markdown-reading.ts";

/** Fewer bold paragraphs in a hundred are headings of an article. */
const SMALLEST_SHARE = 12;
const FEWEST_IN_HEADINGS = 3;
const ASKS = /[?？؟]["'”’»)\]]*\s*$/u;

/**
 * Interviews as web magazines print them: each question a bold paragraph or a heading, its answer below, and nobody
 * named. Null when that isn't how a file is written.
 */
export function readBoldQuestions(markdown: MarkdownReading): readonly Passage[] | null {
  return inBoldPrint(markdown) ?? inHeadings(markdown);
}

function inBoldPrint(markdown: MarkdownReading): readonly Passage[] | null {
  const { reading, headings, bold, blocks } = markdown;
  const isQuestion = blocks.map(({ start, end }) => !headings.has(start) && (bold.get(start) ?? -1) >= end);
  const questions = isQuestion.filter(Boolean).length;
  const asking = blocks.filter(
    ({ start, end }, at) => isQuestion[at] && /[?？؟]/u.test(reading.text.slice(start, end)),
  ).length;
  if (questions < 2 || asking * 10 < questions * 6) return null;
  return passagesOf(markdown, isQuestion);
}

/** Other headings may stand between; an article in sections quotes people. */
function inHeadings(markdown: MarkdownReading): readonly Passage[] | null {
  const { reading, headings, blocks } = markdown;
  const { text } = reading;
  const isQuestion = blocks.map(
    ({ start, end }) => headings.has(start) && ASKS.test(text.slice(Math.max(start, end - 8), end)),
  );
  const questions = isQuestion.filter(Boolean).length;
  // The title asks nothing.
  if (questions < FEWEST_IN_HEADINGS || questions * 10 < (headings.size - 1) * 6) return null;
  const answers = blocks.slice(isQuestion.indexOf(true)).filter(({ start }) => !headings.has(start));
  const quoting = answers.filter(({ start, end }) =>
    mayHoldSpeech(text.slice(start, Math.min(end, start + 2000))),
  ).length;
  return quoting * 10 > answers.length * 3 ? null : passagesOf(markdown, isQuestion);
}

function passagesOf(
  { reading, headings, blocks }: MarkdownReading,
  isQuestion: readonly boolean[],
): readonly Passage[] | null {
  const { text } = reading;
  const questions = isQuestion.filter(Boolean).length;
  const answered = isQuestion.filter((asks, at) => asks && isQuestion[at + 1] === false).length;
  if (answered * 10 < questions * 8 || questions * 100 < blocks.length * SMALLEST_SHARE) return null;
  const first = isQuestion.indexOf(true);
  const last = isQuestion.lastIndexOf(true);
  const ending = blocks.findIndex(
    ({ start, end }, at) => at > last + 1 && isEnding(text.slice(start, Math.min(end, start + 200))),
  );
  return blocks.map((block, at): Passage => {
    const isOver = ending >= 0 && at >= ending;
    const isSpeech = isQuestion[at] || (at >= first && !isOver && !headings.has(block.start));
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
