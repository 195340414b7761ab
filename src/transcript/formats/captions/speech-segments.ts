import type { Span } from "../../source-text.ts";
import { type Caption, type CaptionLine, endInFile, placeInFile, type TaggedVoice } from "./caption.ts";
import { isMark, isSoundInCapitals, linesOfMark } from "./captioners-marks.ts";
import { findLabel, type LabelCensus, type LabelFound } from "./voice-labels.ts";

/** A stretch of a line's text. */
export interface Stretch {
  readonly line: CaptionLine;
  readonly start: number;
  readonly end: number;
}

/** Words of one voice, or a mark, within one caption. */
export interface Segment {
  readonly kind: "speech" | "narration";
  readonly voice: string | null;
  /** True when a dash, chevrons or a label begin it. */
  readonly startsTurn: boolean;
  /** Without white space at their ends; empty where a label stands alone. */
  readonly stretches: Stretch[];
  /** Places in the file of what names the voice. */
  readonly labels: Span[];
}

/** What stands at the front of a part of a line, before its words. */
interface Opening {
  /** True for a dash or chevrons. */
  readonly isMarked: boolean;
  readonly marker: { readonly start: number; readonly end: number } | null;
  readonly label: LabelFound | null;
  readonly labelStart: number;
}

/** What could be labels of voices in a caption, for the census of the file. */
export function labelsIn(caption: Caption): readonly LabelFound[] {
  const found: LabelFound[] = [];
  for (const line of caption.lines) {
    if (line.voice?.name || !/[:：[]/u.test(line.text)) continue;
    for (const part of partsOf(line)) {
      const { label } = openingOf(line, part, true);
      if (label) found.push(label);
    }
  }
  return found;
}

/**
 * Divides a caption among its voices. A tag, a label ("ANN:"), a dash and chevrons (">>") begin another voice; a line
 * with none of them goes on with the one before. Lines that hold nothing but a mark stand by themselves.
 *
 * @param hasSounds true where captions in capitals tell what is heard.
 * @param goesOn true when the caption before stopped within a sentence, so that a dash may belong to its words.
 */
export function segmentsOf(
  caption: Caption,
  census: LabelCensus,
  hasSounds: boolean,
  goesOn: boolean,
): readonly Segment[] {
  const segments: Segment[] = [];
  let open: Segment | null = null;
  let voice: TaggedVoice | null = null;
  const { lines } = caption;
  const texts = lines.map(({ text, newFrom }) => text.slice(newFrom));
  const dashes = texts.filter((text) => DASH.test(text)).length;
  const isSound = hasSounds && !goesOn && isSoundInCapitals(texts);
  let [markFrom, markUntil] = [0, isSound ? lines.length : 0];
  lines.forEach((line, index) => {
    if (line.voice !== voice) {
      voice = line.voice;
      open = null;
      if (voice) {
        open = begin({ voice: voice.name, startsTurn: false, labels: voice.tag ? [voice.tag] : [] });
        segments.push(open);
      }
    }
    if (index >= markUntil) [markFrom, markUntil] = [index, index + linesOfMark(texts, index)];
    for (const part of partsOf(line)) {
      const opening = openingOf(line, part, !line.voice?.name);
      const label = opening.label && census.accepts(opening.label, opening.isMarked) ? opening.label : null;
      const isDash = opening.isMarked && !isChevron(line, opening);
      const followsOn = isDash && dashes < 2 && goesOn && index === 0 && !label && continues(line, opening);
      const marker = followsOn ? null : opening.marker;
      let start = part.start;
      if (marker || label) {
        open = begin({ voice: label?.name ?? line.voice?.name ?? null, startsTurn: true });
        segments.push(open);
        if (marker) open.labels.push(inFile(line, marker.start, marker.end));
        if (label) open.labels.push(inFile(line, opening.labelStart, label.end));
        start = label?.end ?? marker?.end ?? start;
      }
      const words = trimmed(line, start, part.end);
      if (!words) continue;
      if (index < markUntil || isMark(line.text.slice(words.start, words.end))) {
        const last = segments.at(-1);
        const isRest = index > markFrom && index < markUntil;
        if (last?.kind === "narration" && isRest && !marker && !label) last.stretches.push(words);
        else addMark(segments, words, line.voice?.name ?? null);
        // What follows is said by the voice that spoke before it.
        open = open && open.stretches.length === 0 ? open : null;
        continue;
      }
      if (!open) {
        open = begin({ voice: line.voice?.name ?? null, startsTurn: false });
        segments.push(open);
      } else if (open.stretches.length === 0 && segments.at(-1) !== open) {
        // Its label stands above a mark.
        open = begin({ voice: open.voice, startsTurn: open.startsTurn });
        segments.push(open);
      }
      open.stretches.push(words);
    }
  });
  return segments;
}

function begin({
  voice,
  startsTurn,
  labels = [],
}: Pick<Segment, "voice" | "startsTurn"> & Partial<Segment>): Segment {
  return { kind: "speech", voice, startsTurn, stretches: [], labels };
}

function addMark(segments: Segment[], words: Stretch, voice: string | null): void {
  segments.push({ kind: "narration", voice, startsTurn: false, stretches: [words], labels: [] });
}

/** The parts of a line that chevrons divide, without what was shown before. */
function partsOf(line: CaptionLine): readonly { start: number; end: number }[] {
  const { text, newFrom } = line;
  if (newFrom >= text.length) return [];
  if (!text.includes(">>")) return [{ start: newFrom, end: text.length }];
  const parts: { start: number; end: number }[] = [];
  let start = newFrom;
  for (const { index } of text.matchAll(/(?<![^\s])>>+/gu)) {
    if (index <= start) continue;
    parts.push({ start, end: index });
    start = index;
  }
  parts.push({ start, end: text.length });
  return parts;
}

/** A dash before words, not before a number, and not the double dash of someone who goes on. */
const DASH = /^\s*[-‐‑–—―][ \t\u00a0]*(?=[\p{L}\p{M}"'“”‘’«„¿¡([♪…<*.]|[ \u00a0]\p{N})/u;
const CHEVRONS = /^\s*>>+[ \t\u00a0]*/u;
/** Enough of a line to see what it begins with. */
const FRONT = 16;

function openingOf(line: CaptionLine, part: { start: number; end: number }, dashesCount: boolean): Opening {
  const { text } = line;
  const front = text.slice(part.start, Math.min(part.end, part.start + FRONT));
  const chevrons = CHEVRONS.exec(front);
  const dash = chevrons || !dashesCount ? null : DASH.exec(front);
  const length = (chevrons ?? dash)?.[0].length ?? 0;
  const blank = front.length - front.trimStart().length;
  let labelStart = part.start + (length || blank);
  while (labelStart < part.end && /\s/u.test(text.charAt(labelStart))) labelStart += 1;
  return {
    isMarked: length > 0,
    marker: length > 0 ? { start: part.start + blank, end: part.start + length } : null,
    label: dashesCount ? findLabel(text, labelStart, part.end) : null,
    labelStart,
  };
}

function isChevron({ text }: CaptionLine, { marker }: Opening): boolean {
  return marker !== null && text.charAt(marker.start) === ">";
}

/** True when the words behind a dash go on in small letters. */
function continues({ text }: CaptionLine, { marker }: Opening): boolean {
  return marker !== null && /^\p{Ll}/u.test(text.slice(marker.end, marker.end + 2));
}

function inFile(line: CaptionLine, start: number, end: number): Span {
  const last = line.text.slice(start, end).trimEnd().length + start;
  return { start: placeInFile(line, start), end: endInFile(line, last) };
}

function trimmed(line: CaptionLine, from: number, to: number): Stretch | null {
  const { text } = line;
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { line, start, end } : null;
}

function isSpace(unit: number): boolean {
  return (
    unit <= 0x20 ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x3000 ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}
