import type { Diagnostic } from "../../diagnostic.ts";
import type { TimeSpan } from "../../interview.ts";
import type { Reading } from "../../reading.ts";
import type { SourceText, Span } from "../../source-text.ts";
import { isWrapped } from "../article/paragraphs.ts";
import type { Passage, Scan } from "../labelled/passage.ts";
import { footerFrom, isStageNote } from "./asides.ts";
import { OPENS_WITH_DASH } from "./census.ts";
import type { Choice } from "./choose-labels.ts";
import { withoutLabels } from "./cut-labels.ts";
import { headingsOf } from "./headings.ts";
import type { Candidate } from "./label.ts";
import type { Page } from "./lines.ts";
import type { WrittenTime } from "./times.ts";

/** A passage whose span is one of the text with its labels. */
interface Found extends Omit<Passage, "time"> {
  readonly written: WrittenTime | null;
}

/**
 * Divides a dialogue into passages: each label begins one, and what stands below without a label goes on. What stands
 * before the first label, headings and the lines under the last turn are narration.
 */
export function scanDialogue(
  file: SourceText,
  text: string,
  base: Reading | null,
  page: Page,
  choice: Choice,
): Scan {
  const scanner = new DialogueScanner(text, page, choice);
  const { found, labels, cuts } = scanner.scan();
  const cut = withoutLabels(file.text, base, cuts);
  const times = timesOf(found);
  const passages = found.map(
    ({ kind, voice, startsTurn, span }, at): Passage => ({
      kind,
      voice,
      startsTurn,
      span: { start: cut.place(span.start), end: cut.place(span.end) },
      time: times[at] ?? null,
    }),
  );
  const inFile = base ? labels.map((label) => base.extentOf(label)) : labels;
  return { reading: cut.reading ?? base, passages, labels: inFile, diagnostics: warningsOf(file, found) };
}

class DialogueScanner {
  readonly #text: string;
  readonly #page: Page;
  readonly #choice: Choice;
  readonly #headings: ReadonlySet<number>;
  readonly #found: Found[] = [];
  readonly #labels: Span[] = [];
  readonly #cuts: { start: number; end: number }[] = [];
  /** Of a label whose words stand below it. */
  #pending: { readonly voice: string | null; readonly startsTurn: boolean } | null = null;
  #pendingTime: WrittenTime | null = null;
  /** Who a court reporter says asks from here on. */
  #examiner: string | null = null;
  #nextMargin = 0;

  constructor(text: string, page: Page, choice: Choice) {
    this.#text = text;
    this.#page = page;
    this.#choice = choice;
    this.#headings = headingsOf(page.lines, choice.labels, text);
  }

  scan(): {
    readonly found: readonly Found[];
    readonly labels: readonly Span[];
    readonly cuts: readonly Span[];
  } {
    const { lines } = this.#page;
    const { labels, byDashes } = this.#choice;
    const opens = (at: number) => labels[at] !== null || (byDashes && this.#dashAt(at) > 0);
    let first = lines.findIndex((_, at) => opens(at));
    if (first < 0) first = lines.length;
    let last = lines.length - 1;
    while (last > first && !opens(last)) last -= 1;
    const footer = footerFrom(lines, last, this.#text);
    for (let at = 0; at < lines.length; ) at = this.#readStretch(at, first, footer, opens);
    this.#passMargins(this.#text.length);
    return { found: this.#found, labels: this.#labels, cuts: this.#cuts };
  }

  /** Reads one line, with those below it that it was wrapped into; returns the index of the next. */
  #readStretch(at: number, first: number, footer: number, opens: (at: number) => boolean): number {
    const { lines } = this.#page;
    const line = lines[at];
    if (!line) return at + 1;
    this.#passMargins(line.span.start);
    const label = this.#choice.labels[at] ?? null;
    const dash = label ? 0 : this.#choice.byDashes ? this.#dashAt(at) : 0;
    const wordsAt = line.span.start + (label?.wordsAt ?? dash);
    if (label || dash > 0) this.#takeLabel(line.span.start, wordsAt, line.span.end, label, dash);
    const isOver = at < first || at >= footer;
    const isHeading = !label && dash === 0 && this.#headings.has(at);
    let next = at + 1;
    while (!isHeading && next < lines.length && !lines[next]?.opensBlock && !opens(next)) next += 1;
    if (next > at + 1) {
      const stretch = lines.slice(at, next).map(({ span }) => span);
      if (!isWrapped(stretch, this.#text)) next = at + 1;
    }
    const last = lines[next - 1];
    if (!last) return next;
    if (label && wordsAt >= line.span.end) return at + 1;
    const span = { start: wordsAt, end: last.span.end };
    this.#passMargins(span.end);
    if (isOver || isHeading || (!label && isStageNote(this.#text.slice(span.start, span.end)))) {
      this.#found.push({ kind: "narration", voice: null, startsTurn: false, span, written: null });
      return next;
    }
    const pending = this.#pending ?? { voice: null, startsTurn: false };
    this.#found.push({ kind: "speech", ...pending, span, written: this.#pendingTime });
    this.#pending = null;
    this.#pendingTime = null;
    return next;
  }

  #takeLabel(start: number, wordsAt: number, lineEnd: number, label: Candidate | null, dash: number): void {
    const isAlone = wordsAt >= lineEnd;
    const end = isAlone ? this.#afterLine(lineEnd) : wordsAt;
    let labelEnd = wordsAt;
    while (labelEnd > start && /\s/u.test(this.#text.charAt(labelEnd - 1))) labelEnd -= 1;
    this.#labels.push({ start, end: labelEnd });
    this.#cut(start, end);
    if (dash > 0 || !label) {
      this.#pending = { voice: null, startsTurn: true };
      return;
    }
    if (label.time) this.#pendingTime = label.time;
    if (label.voice === null) return;
    if (label.form === "by") {
      this.#examiner = label.voice;
      return;
    }
    const asks = label.form === "letter" && label.voice === "Q";
    this.#pending = { voice: (asks ? this.#examiner : null) ?? label.voice, startsTurn: false };
  }

  /** How long a dash with the space after it is, where the line begins with one. */
  #dashAt(at: number): number {
    const { span, isItem } = this.#page.lines[at] ?? {};
    if (!span || isItem) return 0;
    return (
      OPENS_WITH_DASH.exec(this.#text.slice(span.start, Math.min(span.end, span.start + 60)))?.[0].length ?? 0
    );
  }

  /** Leaves out the numbers in the margin up to a place, with the white space after them. */
  #passMargins(upTo: number): void {
    const { margins } = this.#page;
    for (
      let margin = margins[this.#nextMargin];
      margin && margin.start < upTo;
      margin = margins[this.#nextMargin]
    ) {
      let { start, end } = margin;
      while (start > 0 && /[^\S\r\n]/u.test(this.#text.charAt(start - 1))) start -= 1;
      while (end < this.#text.length && /[^\S\r\n]/u.test(this.#text.charAt(end))) end += 1;
      this.#labels.push(margin);
      this.#cut(start, end);
      this.#nextMargin += 1;
    }
  }

  #cut(start: number, end: number): void {
    const before = this.#cuts.at(-1);
    if (before && before.end >= start) before.end = Math.max(before.end, end);
    else this.#cuts.push({ start, end });
  }

  /** Where the next line begins. */
  #afterLine(lineEnd: number): number {
    let at = lineEnd;
    while (at < this.#text.length && /[^\S\r\n]/u.test(this.#text.charAt(at))) at += 1;
    if (this.#text.startsWith("\r\n", at)) return at + 2;
    return at < this.#text.length && /[\r\n]/u.test(this.#text.charAt(at)) ? at + 1 : at;
  }
}

/** A passage lasts until the next time that the file tells. */
function timesOf(found: readonly Found[]): readonly (TimeSpan | null)[] {
  const times: (TimeSpan | null)[] = [];
  let next: number | null = null;
  for (let at = found.length - 1; at >= 0; at -= 1) {
    const written = found[at]?.written ?? null;
    if (written === null) {
      times.push(null);
      continue;
    }
    const end: number = written.end ?? Math.max(written.start, next ?? written.start);
    times.push({ start: written.start, end });
    next = written.start;
  }
  return times.reverse();
}

function warningsOf(file: SourceText, found: readonly Found[]): readonly Diagnostic[] {
  if (found.length === 0 || found.some(({ kind }) => kind === "speech")) return [];
  return [
    {
      severity: "warning",
      file: file.file.name,
      line: 1,
      column: 1,
      message: "no line of this dialogue says who speaks, so all of it was taken for narration.",
      advice:
        "Begin each turn with a name and a colon, such as “Ann Vale: Yes.”, or leave out “format” in the yaml.",
    },
  ];
}
