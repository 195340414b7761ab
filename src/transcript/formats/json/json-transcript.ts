import type { Cast } from "../../cast.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import type { TimeSpan } from "../../interview.ts";
import type { SourceText, Span } from "../../source-text.ts";
import type { JsonNode } from "./json-document.ts";
import type { JsonWords } from "./json-words.ts";
import { timeOf } from "./times.ts";
import { voiceOf } from "./voices.ts";

/** Words of one JSON text, or of a part of it, that one voice said. */
export interface Said {
  readonly words: JsonWords;
  /** Part of the words; all of them where it is absent. */
  readonly part?: Span;
  readonly voice: string | null;
  readonly time: TimeSpan | null;
  /** True when another voice begins here, although none may be named. */
  readonly startsTurn?: boolean;
  /** True when these words belong to the same passage as those before: an element of a monologue. */
  readonly continues?: boolean;
  /** True when a space stands before these words, whatever the file says: at the front of a monologue. */
  readonly apart?: boolean;
}

/** How far back in time a text may reach without being out of order: people interrupt each other. */
const OVERLAP_SECONDS = 5;

/** Gathers what a dialect finds in a JSON file, in the order of the file. */
export class JsonTranscript {
  readonly file: SourceText;
  readonly said: Said[] = [];
  readonly #cast: Cast;
  readonly #labels: Span[] = [];
  readonly #warnings = new Map<
    string,
    { readonly first: JsonNode; readonly advice: string; count: number }
  >();
  #latest = 0;

  constructor(file: SourceText, cast: Cast) {
    this.file = file;
    this.#cast = cast;
  }

  /** The voice that a value names, which is a label from now on; null where it names none. */
  voice(node: JsonNode | undefined, kind: "Speaker" | "Channel" = "Speaker"): string | null {
    const voice = voiceOf(node, this.#cast, kind);
    if (voice !== null && node) this.label(node);
    return voice;
  }

  /** The voice that a word of a list names, which is a label only where it is another than before. */
  voiceOfWord(word: JsonNode | undefined): string | null {
    return word ? voiceOf(word, this.#cast) : null;
  }

  /** The time that two values give, which are labels from now on; null where they give none. */
  time(start: JsonNode | undefined, end: JsonNode | undefined, perSecond: number): TimeSpan | null {
    const time = timeOf(start, end, perSecond);
    if (!time || !start) return null;
    this.label(start);
    if (end && timeOf(end, undefined, perSecond)) this.label(end);
    if (time.start < this.#latest - OVERLAP_SECONDS) {
      const advice = "The words stay in the order of the file; sort them by time there if they should not.";
      this.warn(start, "what is said here was said before what stands above it.", advice);
    }
    this.#latest = Math.max(this.#latest, time.start);
    return time;
  }

  say(said: Said): void {
    this.said.push(said);
  }

  /** Keeps a doubt about what stands there; of many that are alike only the first is shown, with their number. */
  warn(at: JsonNode, message: string, advice: string): void {
    const known = this.#warnings.get(message);
    if (known) known.count += 1;
    else this.#warnings.set(message, { first: at, advice, count: 1 });
  }

  /** The value of that name, with a doubt where an earlier one is put out of force. */
  get(node: JsonNode, name: string): JsonNode | undefined {
    const overridden = node.overridden(name);
    if (overridden) {
      this.warn(
        overridden,
        `“${name}” is given twice in one object, and only the last is read.`,
        "Remove the one that isn’t meant.",
      );
    }
    return node.get(name);
  }

  /** Stretches of the file that name a voice or a time, in order. */
  get labels(): readonly Span[] {
    const inOrder = this.#labels.sort((one, other) => one.start - other.start);
    return inOrder.filter(({ start }, at) => start !== inOrder[at - 1]?.start);
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#warnings].map(([message, { first, advice, count }]) => ({
      severity: "warning",
      file: this.file.file.name,
      ...this.file.positionAt(first.start),
      message: count > 1 ? `${message} It is the first of ${count} such places.` : message,
      advice,
    }));
  }

  /** Takes a value for one that names a voice or a time. */
  label(node: JsonNode): void {
    const span = node.isString ? node.inner : node.span;
    if (span.start < span.end) this.#labels.push(span);
  }
}
