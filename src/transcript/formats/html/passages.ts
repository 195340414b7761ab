import type { TimeSpan } from "../../interview.ts";
import type { Span } from "../../source-text.ts";
import { trimSpan } from "../article/paragraphs.ts";
import type { Passage } from "../labelled/passage.ts";
import type { Composed, Line } from "./compose.ts";
import { DressedLines } from "./lines.ts";
import { type Mark, startOf } from "./marks.ts";
import { IN_BOLD, IN_HEADING, IN_ITALIC, type Page } from "./page.ts";

/** A note about the interview, as publishers put one at its end. */
const NOTE =
  /^(?:this|the) (?:interview|conversation|transcript|discussion|episode)\b.{0,200}\b(?:edited|condensed|transcribed|produced)\b/iu;

/**
 * The passages of a page whose mark-up names voices. Words before the first voice, headings, captions, notes in italics
 * and what stands outside of the element that holds all voices are narration.
 *
 * @param composed the reading of the page without the words of the marks.
 */
export function passagesOf(
  page: Page,
  composed: Composed,
  left: Uint8Array,
  marks: readonly Mark[],
): readonly Passage[] {
  const dressed = new DressedLines(page, composed, left);
  const speechEnd = endOfSpeech(page, marks);
  const passages: Passage[] = [];
  const starts: (number | null)[] = [];
  let next = 0;
  let voice: string | null = null;
  let time: number | null = null;
  let hasSpeaker = false;
  for (const line of composed.lines) {
    for (let mark = marks[next]; mark && startOf(mark) <= line.at; mark = marks[next]) {
      voice = mark.voice ?? voice;
      time = mark.time ?? time;
      next += 1;
    }
    const span = trimSpan(composed.reading.text, line.span);
    if (!span || !/[\p{L}\p{N}]/u.test(dressed.textOf(span))) continue;
    const isNote = line.at >= speechEnd || isNarration(dressed, line, span, voice !== null);
    hasSpeaker ||= voice !== null;
    const isSpeech = hasSpeaker && !isNote;
    passages.push({
      kind: isSpeech ? "speech" : "narration",
      voice: isSpeech ? voice : null,
      startsTurn: isSpeech && voice !== null,
      span,
      time: null,
    });
    starts.push(isSpeech ? time : null);
    if (isSpeech) voice = null;
    if (isSpeech) time = null;
    // Times among these words don't say when the next begin.
    for (
      let mark = marks[next];
      mark && mark.voice === null && isWithin(mark, line, composed);
      mark = marks[next]
    ) {
      next += 1;
    }
  }
  return withTimes(passages, starts);
}

function isNarration(dressed: DressedLines, line: Line, span: Span, isNamed: boolean): boolean {
  if (isNamed) return false;
  const flags = dressed.flagsOf(line);
  if ((flags & IN_HEADING) !== 0) return true;
  if ((flags & IN_ITALIC) !== 0 && (flags & IN_BOLD) === 0) return true;
  return NOTE.test(dressed.textOf(span).slice(0, 400));
}

function isWithin(mark: Mark, line: Line, { reading }: Composed): boolean {
  return startOf(mark) < reading.extentOf(line.span).end;
}

/** Where the innermost element ends that holds both the first voice and the last. */
function endOfSpeech({ elements, file }: Page, marks: readonly Mark[]): number {
  const voices = marks.filter(({ voice }) => voice !== null);
  const first = voices[0];
  const last = voices.at(-1);
  if (!first || !last || first === last) return file.length;
  let around = elements.parents[first.element] ?? 0;
  while (around > 0 && (elements.ends[around] ?? 0) <= startOf(last)) around = elements.parents[around] ?? 0;
  // The last words may stand beside their label, in an element of their own.
  const isPart = /^(?:tr|tbody|p|h[1-6]|dt|span)$/.test(elements.names[around] ?? "");
  return elements.ends[isPart ? (elements.parents[around] ?? 0) : around] ?? file.length;
}

/** Each passage lasts until the next one whose time is known. */
function withTimes(passages: readonly Passage[], starts: readonly (number | null)[]): readonly Passage[] {
  const timed: Passage[] = [];
  let next: number | null = null;
  for (let at = passages.length - 1; at >= 0; at -= 1) {
    const passage = passages[at];
    const start = starts[at] ?? null;
    if (!passage) continue;
    const time: TimeSpan | null = start === null ? null : { start, end: Math.max(start, next ?? start) };
    timed.push({ ...passage, time });
    next = start ?? next;
  }
  return timed.reverse();
}
