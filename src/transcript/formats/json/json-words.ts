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

/** White space with an escape in it, or else one escape; a character beyond U+FFFF takes two. */
const ESCAPE =
  /(?<! ) *(?:\\[nrtf]|\\u00(?:0[9A-Da-d]|20))(?: |\\[nrtf]|\\u00(?:0[9A-Da-d]|20))*|\\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\./gu;
const LAYOUT = /^(?: |\\[nrtf]|\\u00(?:0[9A-Da-d]|20))+$/u;
const LINE_BREAKS = /\\r\\n|\\[nr]|\\u000[ADad]/gu;

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
    for (const { 0: written, index } of raw.matchAll(ESCAPE)) {
      copy(index);
      last = index + written.length;
      const means = meaningOf(written);
      if (!isCharacter(means)) throw noCharacter(file, start + index, written);
      runs.push({ at: text.length, start: start + index, end: start + last, means });
      text += means;
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

function meaningOf(written: string): string {
  if (!LAYOUT.test(written)) return String(JSON.parse(`"${written}"`));
  return (written.match(LINE_BREAKS)?.length ?? 0) > 1 ? "\n" : " ";
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
