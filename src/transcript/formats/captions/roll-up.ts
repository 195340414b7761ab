import type { Span } from "../../source-text.ts";
import { type Caption, type CaptionLine, endInFile, placeInFile } from "./caption.ts";

/** Seconds that may lie between two captions of which the second shows the first again. */
const ADJOINING = 0.75;
/** Of the captions that have one before them, how many must show it again for the captions to roll up. */
const SHARE = 1 / 3;
const WORDS_REPEATED = 4;

/** How one caption shows again what the one before it showed. */
interface Overlap {
  /** How many of its lines with words are repeated whole. */
  readonly lines: number;
  /** How far the line after those is repeated too; 0 where it is new. */
  readonly units: number;
}

/**
 * Captions that roll up, as YouTube's automatic ones and those of live television do, show each line again above the
 * next one. That would be speech said twice. They are recognised over the whole file: a third of its captions begin
 * with the last lines of the caption before, right after it in time, some add words of their own below, and more is
 * repeated than an answer such as "No." Only then is what is repeated passed over (`newFrom` of its lines); in all
 * other files a line that comes twice was said twice.
 *
 * @returns what is repeated, in the file.
 */
export function passOverRepeats(captions: readonly Caption[]): readonly Span[] {
  const overlaps: { readonly caption: readonly CaptionLine[]; readonly overlap: Overlap }[] = [];
  let pairs = 0;
  let growing = 0;
  let words = 0;
  let before: Caption | null = null;
  let shown: readonly CaptionLine[] = [];
  for (const caption of captions) {
    const lines = caption.lines.filter(({ text }) => /\S/u.test(text));
    if (lines.length === 0) continue;
    if (before) {
      pairs += 1;
      const overlap = adjoins(before, caption) ? overlapOf(shown, lines) : null;
      if (overlap) {
        overlaps.push({ caption: lines, overlap });
        if (overlap.lines < lines.length) growing += 1;
        words += wordCount(lines, overlap);
      }
    }
    before = caption;
    shown = lines;
  }
  if (growing === 0 || words < WORDS_REPEATED || overlaps.length < pairs * SHARE) return [];
  return overlaps.flatMap(({ caption, overlap }) => passOver(caption, overlap));
}

function adjoins(before: Caption, caption: Caption): boolean {
  if (!before.time || !caption.time) return false;
  return caption.time.start <= before.time.end + ADJOINING && caption.time.start >= before.time.start;
}

/** The most lines with which one caption ends and the next begins. */
function overlapOf(shown: readonly CaptionLine[], lines: readonly CaptionLine[]): Overlap | null {
  // Screens have few lines; a caption of a thousand rolls nothing up.
  if (shown.length > 8 || lines.length > 16) return null;
  for (let count = Math.min(shown.length, lines.length); count > 0; count -= 1) {
    const from = shown.length - count;
    let same = 0;
    while (same < count && textOf(shown[from + same]) === textOf(lines[same])) same += 1;
    if (same === count) return { lines: count, units: 0 };
    // The last line may still be growing, word by word.
    const [half, whole] = [textOf(shown[from + same]), textOf(lines[same])];
    if (same === count - 1 && half !== "" && whole.startsWith(`${half} `)) {
      const text = lines[same]?.text ?? "";
      return { lines: same, units: text.length - text.trimStart().length + half.length };
    }
  }
  return null;
}

function textOf(line: CaptionLine | undefined): string {
  return line?.text.trim() ?? "";
}

function wordCount(lines: readonly CaptionLine[], { lines: whole, units }: Overlap): number {
  const repeated = lines.slice(0, whole).map(({ text }) => text);
  if (units > 0) repeated.push(lines[whole]?.text.slice(0, units) ?? "");
  return repeated.join(" ").split(/\s+/u).filter(Boolean).length;
}

function passOver(lines: readonly CaptionLine[], { lines: whole, units }: Overlap): readonly Span[] {
  const repeats: Span[] = [];
  lines.slice(0, whole + 1).forEach((line, index) => {
    line.newFrom = index < whole ? line.text.length : units;
    if (line.newFrom > 0) {
      repeats.push({ start: placeInFile(line, 0), end: endInFile(line, line.newFrom) });
    }
  });
  return repeats;
}
