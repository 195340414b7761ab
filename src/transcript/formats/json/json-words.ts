import { DiagnosticError } from "../../diagnostic.ts";
import type { ReadingBuilder } from "../../reading.ts";
import type { SourceText, Span } from "../../source-text.ts";
import type { JsonNode } from "./json-document.ts";

/** A stretch of the file and what it says. */
interface Run extends Span {
  /** Where it begins in the words. */
  readonly at: number;
  /** Null for the file's own characters, untouched. */
  readonly means: string | null;
}

const NO_RUNS: readonly Run[] = [];

/** What the escapes of one letter stand for. */
const LETTERS: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
/** White space of which an escape is layout; no-break spaces and their like are words' own. */
const LAYOUT: ReadonlySet<string> = new Set([" ", "\t", "\n", "\v", "\f", "\r"]);
/** Of longer layout than this, in UTF-16 units, only its first escape counts as what the white space stands for. */
const LONGEST_LAYOUT = 200;

/** What one JSON text says, of which every character knows its place in the file. */
export class JsonWords {
  readonly text: string;
  /** Where they begin in the file, when they are what stands there. */
  readonly #start: number;
  /** Empty when they are what stands there. */
  readonly #runs: readonly Run[];

  /**
   * Escapes are read. White space with escapes in it is layout: a line break or a tab becomes a space; two line
   * breaks or more, which part paragraphs, become one line break.
   *
   * @throws DiagnosticError where an escape stands for no character: for NUL or for half of one.
   */
  constructor(file: SourceText, node: JsonNode) {
    const { start, end } = node.inner;
    const raw = file.text.slice(start, end);
    this.#start = start;
    if (!node.isEscaped) {
      this.text = raw;
      this.#runs = NO_RUNS;
      return;
    }
    const runs: Run[] = [];
    let text = "";
    let last = 0;
    const copy = (to: number) => {
      if (to > last) runs.push({ at: text.length, start: start + last, end: start + to, means: null });
      text += raw.slice(last, to);
    };
    for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", last)) {
      const found = escapeAt(raw, at);
      if (!isCharacter(found.means)) throw noCharacter(file, start + at, raw.slice(at, found.end));
      const { from, to, means } = LAYOUT.has(found.means)
        ? layoutAround(raw, at, last)
        : { from: at, to: found.end, means: found.means };
      copy(from);
      const isLong = LAYOUT.has(means) && to - from > LONGEST_LAYOUT;
      const place = isLong ? { start: at, end: found.end } : { start: from, end: to };
      runs.push({ at: text.length, start: start + place.start, end: start + place.end, means });
      text += means;
      last = to;
    }
    copy(raw.length);
    this.text = text;
    this.#runs = runs;
  }

  /** Reads `[from, to)` of the words. */
  readInto(builder: ReadingBuilder, { start: from, end: to }: Span): void {
    if (this.#runs.length === 0) builder.copy(this.#start + from, this.#start + to);
    for (let at = this.#runAt(from); at < this.#runs.length; at += 1) {
      const run = this.#runs[at];
      if (!run || run.at >= to) break;
      if (run.means !== null) builder.decode(run.start, run.end, run.means);
      else builder.copy(run.start + Math.max(0, from - run.at), Math.min(run.end, run.start + to - run.at));
    }
  }

  #runAt(offset: number): number {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The escape that begins at a backslash, with its other half where it is one of two for one character. */
function escapeAt(raw: string, at: number): { readonly end: number; readonly means: string } {
  const letter = raw.charAt(at + 1);
  if (letter !== "u") return { end: at + 2, means: LETTERS[letter] ?? letter };
  const unit = unitAt(raw, at);
  const other = unit >= 0xd800 && unit <= 0xdbff && raw.startsWith("\\u", at + 6) ? unitAt(raw, at + 6) : 0;
  if (other < 0xdc00 || other > 0xdfff) return { end: at + 6, means: String.fromCharCode(unit) };
  return { end: at + 12, means: String.fromCharCode(unit, other) };
}

function unitAt(raw: string, at: number): number {
  return Number.parseInt(raw.slice(at + 2, at + 6), 16);
}

/** The white space around an escape that is layout, from `first` on, and the one character that it comes to. */
function layoutAround(
  raw: string,
  at: number,
  first: number,
): { readonly from: number; readonly to: number; readonly means: string } {
  let from = at;
  while (from > first && raw.charAt(from - 1) === " ") from -= 1;
  let to = at;
  let lineBreaks = 0;
  let before = "";
  for (;;) {
    const found = raw.charAt(to) === "\\" ? escapeAt(raw, to) : { end: to + 1, means: raw.charAt(to) };
    if (!LAYOUT.has(found.means)) return { from, to, means: lineBreaks > 1 ? "\n" : " " };
    if (found.means === "\r" || (found.means === "\n" && before !== "\r")) lineBreaks += 1;
    before = found.means;
    to = found.end;
  }
}

/** Half of a character is none, and no text file has NUL in it. */
function isCharacter(text: string): boolean {
  return text !== "\0" && !/\p{Surrogate}/u.test(text);
}

function noCharacter(file: SourceText, at: number, written: string): DiagnosticError {
  return new DiagnosticError([
    {
      severity: "error",
      file: file.file.name,
      ...file.positionAt(at),
      message: `the escape ${written} stands for no character.`,
      advice: "Export the transcript anew, or put there what was meant.",
    },
  ]);
}
