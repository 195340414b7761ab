import type { TimeSpan } from "../../interview.ts";
import { endsSentence, goesOnWithSentence, nextSentenceStart } from "./sentence-end.ts";
import type { Segment, Stretch } from "./speech-segments.ts";

/** Seconds of silence after which a sentence begins a new paragraph. */
const PAUSE = 2;
/** Units after which a paragraph ends with its sentence, where that ends with a caption. */
const LENGTH = 500;
/** Units after which it ends with its sentence wherever that ends. */
const LONG = 800;
/** Units without the end of a sentence after which a text is taken to have no full stops. */
const UNPUNCTUATED = 1_200;

/**
 * Divides speech that names no voice into paragraphs of whole sentences: at the end of a sentence that a pause
 * follows, or after a paragraph's length. Captions without full stops, as machines make them, are divided at pauses
 * and by length alone.
 */
export class Paragraphs {
  readonly #namesVoices: boolean;
  readonly #isPunctuated: boolean;
  #length = 0;
  #unended = 0;
  #tail = "";
  #until: number | null = null;

  /**
   * @param namesVoices true when the file does: then its turns are all there is to divide.
   * @param isPunctuated false when hardly any sentence of the file has an end.
   */
  constructor(namesVoices: boolean, isPunctuated: boolean) {
    this.#namesVoices = namesVoices;
    this.#isPunctuated = isPunctuated;
  }

  /** True when the words before stopped within a sentence. */
  get isWithinSentence(): boolean {
    return this.#tail !== "" && !endsSentence(this.#tail);
  }

  /** Something else stood between, or another voice begins. */
  restart(): void {
    this.#length = 0;
    this.#unended = 0;
    this.#tail = "";
    this.#until = null;
  }

  /** The segment's parts, each with whether it begins a paragraph. */
  divide(segment: Segment, time: TimeSpan | null): readonly { segment: Segment; begins: boolean }[] {
    const text = textOf(segment.stretches);
    const begins = this.#beginsWith(text, time);
    if (begins) this.restart();
    const isLong = !begins && !this.#namesVoices && this.#length >= LONG;
    const second = isLong && !endsSentence(text) ? splitAtSentence(segment) : null;
    if (!second) {
      this.#add(text, time);
      return [{ segment, begins }];
    }
    const [head, tail] = second;
    this.restart();
    this.#add(textOf(tail.stretches), time);
    return [
      { segment: head, begins: false },
      { segment: tail, begins: true },
    ];
  }

  #beginsWith(text: string, time: TimeSpan | null): boolean {
    if (this.#tail === "" || this.#namesVoices) return false;
    const paused = time !== null && this.#until !== null && time.start - this.#until >= PAUSE;
    if (!paused && this.#length < LENGTH) return false;
    if (!this.#isPunctuated || this.#unended >= UNPUNCTUATED) return true;
    return endsSentence(this.#tail) && !goesOnWithSentence(text);
  }

  #add(text: string, time: TimeSpan | null): void {
    this.#length += text.length + 1;
    this.#unended = endsSentence(text) || nextSentenceStart(text) >= 0 ? 0 : this.#unended + text.length;
    this.#tail = text.slice(-60);
    if (time) this.#until = Math.max(time.end, this.#until ?? 0);
  }
}

export function textOf(stretches: readonly Stretch[]): string {
  const [first] = stretches;
  if (first && stretches.length === 1) return first.line.text.slice(first.start, first.end);
  return stretches.map(({ line, start, end }) => line.text.slice(start, end)).join(" ");
}

/** Two parts of a segment, the second from the first sentence on that begins within it; null where none does. */
function splitAtSentence(segment: Segment): readonly [Segment, Segment] | null {
  const { stretches } = segment;
  for (const [index, stretch] of stretches.entries()) {
    const { line, start, end } = stretch;
    const previous = stretches[index - 1];
    if (previous && endsSentence(textOf([previous])) && !goesOnWithSentence(textOf([stretch]))) {
      return parts(segment, stretches.slice(0, index), stretches.slice(index));
    }
    const within = nextSentenceStart(line.text.slice(start, end));
    if (within < 0) continue;
    const head = line.text.slice(start, start + within).trimEnd().length;
    return parts(
      segment,
      [...stretches.slice(0, index), { line, start, end: start + head }],
      [{ line, start: start + within, end }, ...stretches.slice(index + 1)],
    );
  }
  return null;
}

function parts(segment: Segment, head: Stretch[], tail: Stretch[]): readonly [Segment, Segment] {
  return [
    { ...segment, stretches: head },
    { ...segment, labels: [], startsTurn: false, stretches: tail },
  ];
}
