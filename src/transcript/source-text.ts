import type { Reading } from "./reading.ts";
import type { SourceFile } from "./source-file.ts";
import { decodeUtf8 } from "./utf8.ts";

/**
 * A stretch of a source text: from `start` up to, not including, `end`.
 * Both are UTF-16 code units of the decoded text (a byte order mark is not text).
 * W3C Web Annotation's TextPositionSelector is the same in code points: see src/reply/receipt.ts.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as people name it: both 1-based; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Known to this file alone: whoever holds it may make a Verbatim. */
const MAKER = Symbol("SourceText.verbatim");

let createVerbatim: (source: SourceText, span: Span) => Verbatim;

/**
 * Words exactly as the source has them. It holds no text of its own, only a span, and it can be made by
 * nothing but {@link SourceText.verbatim}: to show words as quoted one needs a Verbatim, so a paraphrase
 * can't be shown as a quote. That holds for the compiler (the private field lets no look-alike pass) and when
 * the program runs.
 */
export class Verbatim {
  static {
    createVerbatim = (source, span) => new Verbatim(MAKER, source, span);
  }

  readonly source: SourceText;
  readonly span: Span;
  readonly #genuine: boolean;

  private constructor(maker: symbol, source: SourceText, span: Span) {
    if (maker !== MAKER) throw new TypeError("only SourceText.verbatim makes a Verbatim");
    this.source = source;
    this.span = span;
    this.#genuine = true;
    Object.freeze(this);
  }

  /** The slice of the source, untouched. */
  get text(): string {
    if (!this.#genuine) throw new TypeError("only SourceText.verbatim makes a Verbatim");
    return this.source.text.slice(this.span.start, this.span.end);
  }

  /** A part of these words. `from` and `to` are UTF-16 code units counted from the start of this Verbatim. */
  part(from: number, to: number): Verbatim {
    const length = this.span.end - this.span.start;
    if (from < 0 || to > length) {
      throw new RangeError(`part [${from}, ${to}) reaches outside a verbatim of ${length} units`);
    }
    return this.source.verbatim({ start: this.span.start + from, end: this.span.start + to });
  }
}

/**
 * The text of one file, decoded once and never changed after. For most files that is the file's own text; where
 * mark-up and escapes stand between its words, it is the {@link Reading} of them. Spans are of this text, wherever
 * nothing else is said; {@link placesOf} and {@link extentOf} show them in the file.
 */
export class SourceText {
  readonly file: SourceFile;
  readonly text: string;
  /** Null where the text is the file's own. */
  readonly reading: Reading | null;
  readonly #lineStarts: readonly number[];

  /** @throws DiagnosticError naming the first byte that is not UTF-8. */
  constructor(
    file: SourceFile,
    read?: { readonly reading: Reading; readonly lineStarts: readonly number[] },
  ) {
    this.file = file;
    this.reading = read?.reading ?? null;
    this.text = read?.reading.text ?? decodeUtf8(file);
    this.#lineStarts = read?.lineStarts ?? findLineStarts(this.text);
    Object.freeze(this);
  }

  /** The same file, of which nothing but this is to be read. */
  readAs(reading: Reading): SourceText {
    return new SourceText(this.file, { reading, lineStarts: this.#lineStarts });
  }

  /** Where in the file the words of a span stand: its own slices in order, without mark-up between them. */
  placesOf(span: Span): readonly Span[] {
    return this.reading?.placesOf(span) ?? [span];
  }

  /** The stretch of the file from the first of these words to the last, with whatever mark-up stands between them. */
  extentOf(span: Span): Span {
    return this.reading?.extentOf(span) ?? span;
  }

  /** The file's own text between two places of the file, escapes and mark-up as they are on disk. */
  printed({ start, end }: Span): string {
    return (this.reading ? decodeUtf8(this.file) : this.text).slice(start, end);
  }

  /** How many lines the text has; a line break at the very end doesn't begin another. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /**
   * The only maker of quoted words.
   * @throws RangeError when the span is empty, reaches outside the text or cuts a character in two.
   */
  verbatim(span: Span): Verbatim {
    const { start, end } = span;
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > this.text.length) {
      throw new RangeError(`span [${start}, ${end}) reaches outside ${this.file.name}`);
    }
    if (start >= end) throw new RangeError(`span [${start}, ${end}) of ${this.file.name} is empty`);
    if (cutsSurrogatePair(this.text, start) || cutsSurrogatePair(this.text, end)) {
      throw new RangeError(`span [${start}, ${end}) of ${this.file.name} cuts a character in two`);
    }
    return createVerbatim(this, Object.freeze({ start, end }));
  }

  /** Where the unit at an offset (UTF-16 code units) stands in the file. */
  positionAt(offset: number): Position {
    return this.#positionInFile(
      this.reading ? this.reading.extentOf({ start: offset, end: offset + 1 }).start : offset,
    );
  }

  #positionInFile(offset: number): Position {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }

  /** First and last line a span stands on, 1-based and inclusive. */
  linesOf(span: Span): readonly [first: number, last: number] {
    const { start, end } = this.extentOf(span);
    return [this.#positionInFile(start).line, this.#positionInFile(Math.max(start, end - 1)).line];
  }

  /** One line of the file without its line break, as a place of the file; undefined when it has no such line. */
  lineSpan(line: number): Span | undefined {
    const start = this.#lineStarts[line - 1];
    if (start === undefined) return undefined;
    const text = this.reading ? decodeUtf8(this.file) : this.text;
    let end = this.#lineStarts[line] ?? text.length;
    while (end > start && isLineBreak(text.charCodeAt(end - 1))) end -= 1;
    return { start, end };
  }
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  // "\r\n", "\n" and "\r" each end a line, as in every editor.
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      if (at + 1 < text.length) starts.push(at + 1);
    }
    return starts;
  }
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) {
    const next = lineBreak.index + lineBreak[0].length;
    if (next < text.length) starts.push(next);
  }
  return starts;
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function cutsSurrogatePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
