import { wordsSpoken } from "../labelled/transcriber-marks.ts";

const MUSIC = /^(?:[♪♫♬♩]|🎵|🎶)/u;
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["[", "]"],
  ["(", ")"],
  ["［", "］"],
  ["（", "）"],
]);
/** Lines that a mark may stretch over. */
const LINES = 4;

/**
 * True for a line that tells what is heard beside speech: (LAUGHTER), [door slams], music. In round brackets someone
 * may also speak ("(I never said that.)"): with the end of a sentence in them, or more words than a noise takes, they
 * are speech.
 */
export function isMark(text: string): boolean {
  const line = text.trim();
  if (MUSIC.test(line)) return !speaksAfterMusic(line);
  if (line.length > 2 && line.startsWith("# ") && line.endsWith(" #")) return true;
  if (!CLOSING.has(line.charAt(0))) return line !== "" && isMarkToAll(line);
  let at = 0;
  while (at < line.length) {
    const close = CLOSING.get(line.charAt(at));
    if (close === undefined) {
      if (/[\p{L}\p{N}]/u.test(line.charAt(at))) return false;
      at += 1;
      continue;
    }
    const end = line.indexOf(close, at);
    if (end < 0) return false;
    const inside = line.slice(at + 1, end);
    if ((close === ")" || close === "）") && maySpeak(inside)) return false;
    at = end + 1;
  }
  return true;
}

/**
 * True for the lines of a caption in capitals throughout, without a mark of punctuation: HE SIGHS. So British
 * captioners write sounds, in captions whose speech is in small letters. "NO" may be somebody's word.
 */
export function isSoundInCapitals(lines: readonly string[]): boolean {
  const words = lines.join(" ").trim();
  return (
    words.length <= 60 && /^[\p{Lu}\p{M}'’ ]+$/u.test(words) && /\p{Lu}{2}/u.test(words) && words.length >= 4
  );
}

/** How many lines from the first on are one mark; 0 where that begins none. */
export function linesOfMark(lines: readonly string[], first: number): number {
  const text = lines[first] ?? "";
  const opening = text.trim().charAt(0);
  if (MUSIC.test(text.trim())) return linesOfSong(lines, first);
  const close = CLOSING.get(opening);
  if (close === undefined || text.includes(close)) return isMark(text) ? 1 : 0;
  let joined = text;
  for (let next = first + 1; next < Math.min(lines.length, first + LINES); next += 1) {
    joined += ` ${lines[next] ?? ""}`;
    if (joined.includes(close)) return isMark(joined) ? next - first + 1 : 0;
  }
  return 0;
}

/** A song may be closed by a second note some lines below the first. */
function linesOfSong(lines: readonly string[], first: number): number {
  const text = (lines[first] ?? "").trim();
  if (!isMark(text)) return 0;
  if (lastNote(text) > 0) return 1;
  for (let next = first + 1; next < Math.min(lines.length, first + LINES); next += 1) {
    const line = (lines[next] ?? "").trim();
    if (MUSIC.test(line)) return 1;
    if (lastNote(line) >= 0) return next - first + 1;
  }
  return 1;
}

/** Where the last note of a line stands; -1 where it has none. */
function lastNote(line: string): number {
  return Math.max(...["♪", "♫", "♬", "♩", "🎵", "🎶"].map((note) => line.lastIndexOf(note)));
}

/** True for "♪ Good evening ♪ And welcome": words stand behind the music. */
function speaksAfterMusic(line: string): boolean {
  const last = lastNote(line);
  return last > 0 && /[\p{L}\p{N}]/u.test(line.slice(last));
}

/** True when a line holds no word that was spoken, as all formats see it. */
export function isMarkToAll(line: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(line) ||
    (/[[(*<]/u.test(line) && wordsSpoken(line, { start: 0, end: line.length }).length === 0)
  );
}

/** True for words in round brackets that look like someone's, not like a noise. */
function maySpeak(inside: string): boolean {
  return /[.!?…]\s*$/u.test(inside) || inside.trim().split(/\s+/u).length > 6;
}
