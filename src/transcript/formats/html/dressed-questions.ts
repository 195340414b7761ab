import type { Cast } from "../../cast.ts";
import { mayHoldSpeech } from "../../unread-speech.ts";
import { trimSpan } from "../article/paragraphs.ts";
import type { Passage } from "../labelled/passage.ts";
import type { Composed, Line } from "./compose.ts";
import { DressedLines } from "./lines.ts";
import { IN_BOLD, IN_HEADING, IN_ITALIC, type Page } from "./page.ts";

const ASKS = /[?？؟;]["'”’»)\]]*$/u;

/**
 * The passages of an interview that names nobody and sets its questions in bold print, in italics or as headings, with
 * the answers below; null for any other page. Two questions at least, most of what is set so ends in a question mark,
 * and the words between aren't an article with quotations.
 */
export function questionsAndAnswers(
  page: Page,
  composed: Composed,
  left: Uint8Array,
  cast: Cast,
): readonly Passage[] | null {
  const dressed = new DressedLines(page, composed, left);
  const lines = composed.lines.flatMap((line) => {
    const span = trimSpan(composed.reading.text, line.span);
    return span ? [{ line, span, text: dressed.textOf(span), dress: dressOf(dressed, line) }] : [];
  });
  for (const dress of ["bold", "heading", "italic"] as const) {
    const asked = lines.filter((line) => line.dress === dress);
    const questions = asked.filter(({ text }) => ASKS.test(text));
    const answers = lines.filter(({ dress }) => dress === "plain");
    if (questions.length < (dress === "bold" ? 2 : 3) || questions.length < asked.length * 0.6) continue;
    if (answers.length < questions.length * 0.8) continue;
    if (answers.filter(({ text }) => mayHoldSpeech(text.slice(0, 2000))).length > answers.length * 0.3)
      continue;
    const first = questions[0];
    let answering = false;
    return lines.map(({ line, span, text, dress: own }): Passage => {
      const isQuestion = own === dress && (dress !== "heading" || ASKS.test(text));
      const isAnswer = own === "plain" || own === "bold";
      if (!first || line.at < first.line.at || !(isQuestion || isAnswer)) {
        return { kind: "narration", voice: null, startsTurn: false, span, time: null };
      }
      const begins = isQuestion || !answering;
      answering = !isQuestion;
      const voice = begins ? (isQuestion ? cast.interviewer() : cast.guest()).name : null;
      return { kind: "speech", voice, startsTurn: begins, span, time: null };
    });
  }
  return null;
}

function dressOf(dressed: DressedLines, line: Line): "bold" | "heading" | "italic" | "plain" {
  const flags = dressed.flagsOf(line);
  if ((flags & IN_HEADING) !== 0) return "heading";
  if ((flags & IN_BOLD) !== 0) return "bold";
  return (flags & IN_ITALIC) !== 0 ? "italic" : "plain";
}
