import { decodeHTMLAttribute } from "entities";
import type { Span } from "../../source-text.ts";
import { isLabelled } from "../../unread-speech.ts";
import type { Composed, Line } from "./compose.ts";
import { SPEAKER_ATTRIBUTES, TIME_ATTRIBUTES } from "./element-flags.ts";
import { CELLS } from "./elements.ts";
import { type Dress, DressedLines, saysMore } from "./lines.ts";
import type { Page } from "./page.ts";
import { BRACKETED_TIME, readTime, readTimeAttribute } from "./times.ts";
import { type Candidate, type Held, heldVoices } from "./voice-kinds.ts";
import { readLabel } from "./voice-names.ts";

/** What mark-up says of the words after it: whose they are, or when they were said. */
export interface Mark {
  /** In the file: what names the voice or the time. */
  readonly spans: readonly Span[];
  readonly voice: string | null;
  readonly time: number | null;
  /** The element it stands in. */
  readonly element: number;
  /** False for the value of an attribute, which isn't among the words anyway. */
  readonly isText: boolean;
}

/** The voices and times that a page's mark-up names, in order; none where it doesn't name voices. */
export function findMarks(page: Page, composed: Composed, left: Uint8Array): readonly Mark[] {
  return new MarkFinder(page, composed, left).find();
}

class MarkFinder {
  readonly #page: Page;
  readonly #composed: Composed;
  readonly #left: Uint8Array;
  readonly #lines: DressedLines;
  readonly #columns = new Map<number, number>();

  constructor(page: Page, composed: Composed, left: Uint8Array) {
    this.#page = page;
    this.#composed = composed;
    this.#left = left;
    this.#lines = new DressedLines(page, composed, left);
  }

  find(): readonly Mark[] {
    this.#countColumns();
    const candidates: Candidate[] = [];
    for (const line of this.#composed.lines) candidates.push(...this.#candidatesOf(line));
    const held = heldVoices(candidates, this.#composed.lines);
    const byAttribute = this.#attributeMarks(SPEAKER_ATTRIBUTES, (_name, value) => ({
      voice: /^\d{1,3}$/.test(value) ? `Speaker ${value}` : value,
    }));
    if (held.length === 0 && byAttribute.length === 0) return [];
    const labelled = new Set(held.map(({ line }) => line));
    const plain = this.#composed.lines.flatMap((line) =>
      labelled.has(line) ? [] : [...this.#plainLabel(line)],
    );
    if (plain.length > 2 * (held.length + byAttribute.length)) return [];
    const known = knownOf(plain, held);
    const marks = [...held, ...known].flatMap((candidate) => [...this.#marksOf(candidate)]);
    const timed = this.#attributeMarks(TIME_ATTRIBUTES, (name, value) => ({
      time: readTimeAttribute(name, value),
    }));
    return inOrder([...byAttribute, ...timed, ...marks, ...this.#timeMarks()]);
  }

  /** Every way in which a line may name a voice. */
  *#candidatesOf(line: Line): Generator<Candidate> {
    const { names } = this.#page.elements;
    const block = this.#lines.blockOf(line);
    const name = names[block] ?? "";
    const text = this.#lines.textOf(line.span);
    const alone = /^(?:dt|h[1-6]|t[dh])$/.test(name) && text.length < 100;
    if (alone && readTime(text) === null) {
      const kind = CELLS.has(name) ? `${name} ${this.#columns.get(block) ?? 0}` : name;
      yield { kind, line, label: readLabel(text), text, span: line.span, alone: true };
    }
    const byMarkUp = this.#frontName(line, block, false);
    if (!byMarkUp) return;
    yield byMarkUp;
    // A class or a cite may hold all of a turn, with its name in bold print.
    const byPrint =
      byMarkUp.kind === "speaker" || byMarkUp.kind === "cite" ? this.#frontName(line, block, true) : null;
    if (byPrint) yield byPrint;
  }

  /** The name that a line begins with, by how it is set. */
  #frontName(line: Line, block: number, byPrint: boolean): Candidate | null {
    const front = this.#lines.frontOf(line, byPrint);
    const named = front.find(({ dress, text }) => dress !== "time" && saysMore(text));
    if (!named || named.dress === "plain" || (named.dress === "cite" && this.#isQuoted(block))) return null;
    const colon = /^\s*[:：]/u.exec(this.#composed.reading.text.slice(named.span.end, named.span.end + 10));
    const inside = /^[^:：]{1,70}[:：](?=\s)/u.exec(named.text)?.[0];
    const goesOn = inside !== undefined && inside.trim().length < named.text.trim().length && !colon;
    const end = goesOn ? named.span.start + inside.length : named.span.end + (colon?.[0].length ?? 0);
    const span = { start: named.span.start, end };
    const text = this.#lines.textOf(span);
    const rest = this.#lines.textOf({ start: end, end: line.span.end });
    const alone = !saysMore(rest);
    return { kind: named.dress satisfies Dress, line, label: readLabel(text), text, span, alone };
  }

  /** In a block quotation a cite says whose the words before it are. */
  #isQuoted(block: number): boolean {
    const { names, parents } = this.#page.elements;
    for (let around = block, level = 0; around > 0 && level < 4; level += 1) {
      if (/^(?:blockquote|figure)$/.test(names[around] ?? "")) return true;
      around = parents[around] ?? 0;
    }
    return false;
  }

  /** "Ann:" in plain print, as it may stand beside names that are set in bold. */
  *#plainLabel(line: Line): Generator<Held> {
    const front = this.#lines.textOf(line.span).slice(0, 200);
    const written = /^[^:：]{1,70}[:：](?=\s)/u.exec(front)?.[0];
    const label = written === undefined ? null : readLabel(written);
    if (written === undefined || !label || !isLabelled(front)) return;
    const span = { start: line.span.start, end: line.span.start + written.length };
    yield { kind: "plain", line, label, text: written, span, alone: false };
  }

  /** The label itself, and the time right before or after it. */
  *#marksOf({ line, label, span }: Held): Generator<Mark> {
    const { reading } = this.#composed;
    const element = this.#lines.elementOf(line.first);
    const spans = reading.placesOf(span);
    yield { spans, voice: label.voice, time: label.time, element, isText: true };
    // A time may take up what stands before the name, or all that stands after it.
    for (const beside of [
      { start: line.span.start, end: span.start },
      { start: span.end, end: line.span.end },
    ]) {
      const time = readTime(this.#lines.textOf(beside));
      if (time !== null) yield { spans: reading.placesOf(beside), voice: null, time, element, isText: true };
    }
    BRACKETED_TIME.lastIndex = span.end;
    const after = BRACKETED_TIME.exec(reading.text);
    const end = span.end + (after?.[0].length ?? 0);
    if (!after || end > line.span.end) return;
    const time = readTime(after[1] ?? "");
    yield { spans: reading.placesOf({ start: span.end, end }), voice: null, time, element, isText: true };
  }

  /** Times in elements of their own, or at the front of a line. */
  *#timeMarks(): Generator<Mark> {
    const { reading, lines } = this.#composed;
    for (const { span, piece, seconds } of this.#lines.times()) {
      const element = this.#lines.elementOf(piece);
      yield { spans: reading.placesOf(span), voice: null, time: seconds, element, isText: true };
    }
    for (const line of lines) {
      const text = reading.text.slice(line.span.start, Math.min(line.span.end, line.span.start + 40));
      const whole = line.span.end - line.span.start < 40 ? readTime(text) : null;
      BRACKETED_TIME.lastIndex = 0;
      const front = BRACKETED_TIME.exec(text);
      const time = whole ?? (front ? readTime(front[1] ?? "") : null);
      if (time === null) continue;
      const end = whole === null ? line.span.start + (front?.[0].length ?? 0) : line.span.end;
      const spans = reading.placesOf({ start: line.span.start, end });
      yield { spans, voice: null, time, element: this.#lines.elementOf(line.first), isText: true };
    }
  }

  #attributeMarks(
    wanted: readonly string[],
    read: (name: string, value: string) => { readonly voice?: string; readonly time?: number | null },
  ): readonly Mark[] {
    const marks: Mark[] = [];
    for (const [element, attributes] of this.#page.elements.attributes) {
      if (this.#left[element] === 1) continue;
      for (const name of wanted) {
        const span = attributes.get(name);
        if (!span || span.end - span.start > 200) continue;
        const value = decodeHTMLAttribute(this.#page.file.slice(span.start, span.end)).trim();
        const { voice = null, time = null } = value === "" ? {} : read(name, value);
        if (voice === null && time === null) continue;
        marks.push({ spans: [span], voice, time, element, isText: false });
        break;
      }
    }
    return marks;
  }

  #countColumns(): void {
    const { names, parents } = this.#page.elements;
    const cells = new Map<number, number>();
    names.forEach((name, element) => {
      if (!CELLS.has(name)) return;
      const row = parents[element] ?? 0;
      const column = cells.get(row) ?? 0;
      this.#columns.set(element, column);
      cells.set(row, column + 1);
    });
  }
}

/** Of the labels in plain print, those of voices that mark-up names, and those that come again. */
function knownOf(plain: readonly Held[], held: readonly Held[]): readonly Held[] {
  const times = new Map<string, number>(held.map(({ label }) => [label.voice.toLowerCase(), 1]));
  const timesOf = ({ label }: Held) => times.get(label.voice.toLowerCase()) ?? 0;
  for (const candidate of plain) times.set(candidate.label.voice.toLowerCase(), timesOf(candidate) + 1);
  return plain.filter((candidate) => timesOf(candidate) > 1);
}

/** In the order of the file; of two that stand in the same place, the one that begins first and says more. */
function inOrder(marks: readonly Mark[]): readonly Mark[] {
  const sorted = marks
    .filter(({ spans }) => spans.length > 0)
    .sort((one, other) => startOf(one) - startOf(other) || endOf(other) - endOf(one));
  const kept: Mark[] = [];
  for (const mark of sorted) {
    const before = kept.at(-1);
    if (before && startOf(mark) < endOf(before)) continue;
    kept.push(mark);
  }
  return kept;
}

export function startOf({ spans }: Mark): number {
  return spans[0]?.start ?? 0;
}

function endOf({ spans }: Mark): number {
  return spans.at(-1)?.end ?? 0;
}
