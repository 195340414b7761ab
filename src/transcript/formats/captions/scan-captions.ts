import { DiagnosticError } from "../../diagnostic.ts";
import type { SourceText, Span } from "../../source-text.ts";
import type { Format } from "../format.ts";
import { labelledFormat } from "../labelled/labelled-format.ts";
import type { Scan } from "../labelled/passage.ts";
import type { Caption } from "./caption.ts";
import { isMarkToAll } from "./captioners-marks.ts";
import { Paragraphs, textOf } from "./paragraphs.ts";
import { PassageWriter } from "./passage-writer.ts";
import { passOverRepeats } from "./roll-up.ts";
import { labelsIn, type Segment, segmentsOf } from "./speech-segments.ts";
import { LabelCensus, type LabelFound } from "./voice-labels.ts";
import { Warnings } from "./warnings.ts";

/** The captions of a file, and the places in it of what is mark-up. */
export interface FoundCaptions {
  readonly captions: readonly Caption[];
  readonly markup: readonly Span[];
}

/** A scan that accounts for the rest of its file too: all but white space is in one of its lists or a passage. */
export interface CaptionScan extends Scan {
  /** Tags, settings, comments and styles, in the file. */
  readonly markup: readonly Span[];
  /** Words shown again that were read where they were shown first. */
  readonly repeats: readonly Span[];
}

export type CaptionFinder = (text: string, warnings: Warnings) => FoundCaptions;

/** With fewer sentence ends than one for so many units, captions have no full stops that can be relied on. */
const SENTENCE = 400;
/** Of a hundred lines so many are in small letters where capitals mean something. */
const SMALL_SHARE = 60;
const SENTENCE_MARK = /[.!?…。！？｡؟۔।॥։።፧។៕။]/u;

/** A format of captions, made from what finds them. */
export function captionFormat(
  about: Pick<Format, "name" | "key" | "extensions" | "recognises">,
  find: CaptionFinder,
): Format {
  return labelledFormat(about, (file) => scanCaptions(file, find));
}

/**
 * Reads captions into passages, in time proportional to the file's length.
 * @throws DiagnosticError when there is no caption in it.
 */
export function scanCaptions(file: SourceText, find: CaptionFinder): CaptionScan {
  const warnings = new Warnings(file);
  const { captions, markup } = find(file.text, warnings);
  if (captions.length === 0) throw noCaptions(file);
  const repeats = passOverRepeats(captions);
  const [first] = repeats;
  if (first) {
    warnings.add(
      first.start,
      `these captions roll up: ${repeats.length} lines are shown again above the next.`,
      "They are read once. If they were said twice, give each a time of its own with a pause between.",
    );
  }
  warnOfOrder(captions, warnings);
  const labels: Span[] = [];
  const writer = writePassages(file.text, captions, labels);
  return {
    reading: writer.build(),
    passages: writer.passages,
    labels,
    diagnostics: warnings.build(),
    markup,
    repeats,
  };
}

function writePassages(text: string, captions: readonly Caption[], labels: Span[]): PassageWriter {
  const writer = new PassageWriter(text);
  const { census, namesVoices, isPunctuated, hasSounds } = survey(captions);
  const paragraphs = new Paragraphs(namesVoices, isPunctuated);
  /** A label whose words are in the next caption. */
  let waiting: Segment | null = null;
  for (const caption of captions) {
    labels.push(...caption.labels);
    for (const segment of segmentsOf(caption, census, hasSounds, paragraphs.isWithinSentence)) {
      labels.push(...segment.labels);
      if (segment.stretches.length === 0) {
        if (segment.startsTurn || segment.voice !== null) waiting = segment;
        continue;
      }
      if (segment.kind === "narration") {
        const joins =
          paragraphs.isWithinSentence &&
          !waiting &&
          writer.speaksOn(segment.voice) &&
          isMarkToAll(textOf(segment.stretches));
        if (joins) writer.extend(segment, caption.time);
        else {
          writer.write(segment, false, caption.time);
          paragraphs.restart();
        }
        continue;
      }
      const takesOver: Segment | null = segment.voice === null && !segment.startsTurn ? waiting : null;
      waiting = null;
      const opened = takesOver
        ? { ...segment, voice: takesOver.voice, startsTurn: takesOver.startsTurn }
        : segment;
      if (opened.startsTurn || opened.voice !== null) paragraphs.restart();
      for (const { segment: part, begins } of paragraphs.divide(opened, caption.time)) {
        // A voice that is named again at each caption goes on.
        writer.write({ ...part, startsTurn: part.startsTurn && part.voice === null }, begins, caption.time);
      }
    }
  }
  return writer;
}

/** What must be known of a whole file before its first caption can be read. */
function survey(captions: readonly Caption[]): {
  readonly census: LabelCensus;
  readonly namesVoices: boolean;
  readonly isPunctuated: boolean;
  /** True where speech is in small letters with full stops, so that bare capitals are no speech. */
  readonly hasSounds: boolean;
} {
  const census = new LabelCensus();
  const found: LabelFound[] = [];
  const tagged = new Set<string>();
  let units = 0;
  let sentences = 0;
  let spoken = 0;
  let small = 0;
  for (const caption of captions) {
    if (caption.lines.length === 0) continue;
    const labels = labelsIn(caption);
    census.add(labels);
    for (const label of labels) found.push(label);
    for (const { text, newFrom, voice } of caption.lines) {
      if (voice?.name) tagged.add(voice.name);
      units += text.length - newFrom;
      spoken += 1;
      if (/\p{Ll}/u.test(text)) small += 1;
      if (newFrom < text.length && SENTENCE_MARK.test(text)) sentences += 1;
    }
  }
  for (const name of tagged) census.know(name);
  return {
    census,
    namesVoices: tagged.size > 0 || found.some((label) => census.accepts(label, false)),
    isPunctuated: sentences * SENTENCE >= units,
    hasSounds: sentences * SENTENCE >= units && small * 100 >= spoken * SMALL_SHARE,
  };
}

function warnOfOrder(captions: readonly Caption[], warnings: Warnings): void {
  let latest = 0;
  for (const { time, labels } of captions) {
    if (!time) continue;
    if (time.start < latest) {
      warnings.add(
        labels.at(-1)?.start ?? 0,
        "this begins before what stands above it.",
        "Captions are read in the order of the file. Sort them by their times if they were said in another.",
      );
    }
    latest = Math.max(latest, time.start);
  }
}

function noCaptions(file: SourceText): DiagnosticError {
  return new DiagnosticError([
    {
      severity: "error",
      file: file.file.name,
      line: 1,
      column: 1,
      message: "no times of captions were found in the file, such as 00:01:02.000 --> 00:01:04.000.",
      advice: "Save it anew from the program that made it, or name its form in the yaml, as “format”.",
    },
  ]);
}
