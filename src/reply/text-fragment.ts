import type { SourceText, Span } from "../transcript/source-text.ts";

/** What a link button of Discord takes; every browser takes more. */
const LONGEST_ADDRESS = 512;

/** A quote of more words is named by its first and its last ones. */
const LONGEST_WHOLE = 12;

/** How many words to name at either end, and how many of those around them; the first that leads right and fits is taken. */
const TRIES: readonly (readonly [words: number, around: number])[] = [
  [5, 0],
  [8, 0],
  [12, 0],
  [5, 4],
  [8, 8],
  [3, 0],
  [3, 4],
  [2, 2],
];

/** A line may be a whole chapter; words are looked for no further than this from either of its ends. */
const WINDOW = 600;

/**
 * The address of a page that opens at a quote: a text directive, `#:~:text=[prefix-,]start[,end][,-suffix]`, as
 * described in https://wicg.github.io/scroll-to-text-fragment/. A browser looks for the first place that fits, and
 * each piece must begin and end with a word and stand within one block, so each is taken from one line.
 *
 * The directive is only ever added where it leads to the quote in the source, as a browser would search it; else
 * the plain address is all there is. What the page itself holds besides, nobody here knows.
 *
 * @param page an address in ASCII, with a fragment or without.
 * @param limit the most characters the result may have, if the page's own address has no more already.
 */
export function textFragmentUrl(
  page: string,
  source: SourceText,
  extent: Span,
  limit = LONGEST_ADDRESS,
): string {
  const ends = endsOf(source.text, extent);
  if (!ends) return page;
  const search = new BrowserSearch(source, extent);
  const opening = page.includes("#") ? `${page}:~:text=` : `${page}#:~:text=`;
  for (const [words, around] of TRIES) {
    const directive = directiveOf(source.text, extent, ends, words, around);
    const url = opening + encoded(source.text, directive);
    if (url.length <= limit && search.leadsTo(directive)) return url;
  }
  return page;
}

/** The pieces of a directive, as places in the source. Without an end, the start is the whole quote. */
interface Directive {
  readonly prefix: Span | null;
  readonly start: Span;
  readonly end: Span | null;
  readonly suffix: Span | null;
}

interface Ends {
  /** The words of the first line, from its beginning, and those of the last, up to its end. */
  readonly first: readonly Span[];
  readonly last: readonly Span[];
  readonly isOneLine: boolean;
}

function endsOf(text: string, { start, end }: Span): Ends | null {
  const firstEnd = lineEnd(text, start, end);
  const lastStart = lineStart(text, end, start);
  const first = firstWords(text, start, firstEnd);
  const last = lastWords(text, lastStart, end);
  if (first.length === 0 || last.length === 0) return null;
  return { first, last, isOneLine: firstEnd === end };
}

/**
 * Alone, the pieces go from word to word: a page may have other quotation marks than the source. Words around
 * them must stand right beside them, so then the marks belong to the pieces.
 */
function directiveOf(
  text: string,
  extent: Span,
  { first, last, isOneLine }: Ends,
  words: number,
  around: number,
): Directive {
  const prefix = around === 0 ? null : wordsBefore(text, extent.start, around);
  const suffix = around === 0 ? null : wordsAfter(text, extent.end, around);
  const from = prefix ? extent.start : (first[0]?.start ?? extent.start);
  const to = suffix ? extent.end : (last.at(-1)?.end ?? extent.end);
  const startEnd = first[Math.min(words, first.length) - 1]?.end ?? to;
  const endStart = last[Math.max(0, last.length - words)]?.start ?? from;
  const isWhole = isOneLine && (first.length <= Math.min(2 * words, LONGEST_WHOLE) || endStart <= startEnd);
  return {
    prefix,
    start: { start: from, end: isWhole ? to : startEnd },
    end: isWhole ? null : { start: endStart, end: to },
    suffix,
  };
}

function encoded(text: string, { prefix, start, end, suffix }: Directive): string {
  const piece = (span: Span) => percentEncoded(text.slice(span.start, span.end).replace(/\s+/gu, " "));
  return [
    ...(prefix ? [`${piece(prefix)}-`] : []),
    piece(start),
    ...(end ? [piece(end)] : []),
    ...(suffix ? [`-${piece(suffix)}`] : []),
  ].join(",");
}

/** `-`, `,` and `&` mean something in a directive; brackets and marks end an address where it is found in a text. */
function percentEncoded(words: string): string {
  return encodeURIComponent(words).replace(
    /[-!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Finds what a browser would find on a page with the words of the source: the first place, whatever the case and
 * the accents. It finds parts of words too, which a browser would pass over, so it never takes a place for the first
 * that isn't.
 */
class BrowserSearch {
  readonly #text: string;
  readonly #folded: string;
  readonly #extent: Span;
  readonly #base: number;

  constructor(source: SourceText, extent: Span) {
    this.#text = source.text;
    this.#folded = foldedOf(source);
    this.#extent = extent;
    this.#base = folded(source.text.slice(0, extent.start)).length;
  }

  leadsTo({ prefix, start, end, suffix }: Directive): boolean {
    const from = (prefix ?? start).start;
    const to = (suffix ?? end ?? start).end;
    const lead = this.#slice(from, end ? start.end : to);
    if (this.#folded.indexOf(lead) !== this.#placeOf(from)) return false;
    if (!end) return true;
    const tail = this.#slice(end.start, to);
    return this.#folded.indexOf(tail, this.#placeOf(start.end)) === this.#placeOf(end.start);
  }

  #slice(from: number, to: number): string {
    return folded(this.#text.slice(from, to));
  }

  /** Where a place in the source, not amid white space, is in the folded text. */
  #placeOf(at: number): number {
    const { start } = this.#extent;
    return at < start
      ? this.#base - this.#slice(at, start).length
      : this.#base + this.#slice(start, at).length;
  }
}

/** Kept as long as its source is: every link to a page searches all of it. */
const foldedTexts = new WeakMap<SourceText, string>();

function foldedOf(source: SourceText): string {
  const known = foldedTexts.get(source);
  if (known !== undefined) return known;
  const made = folded(source.text);
  foldedTexts.set(source, made);
  return made;
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ");
}

const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;

function lineEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (LINE_BREAK.test(text.charAt(at))) return at;
  return limit;
}

function lineStart(text: string, from: number, limit: number): number {
  for (let at = from; at > limit; at -= 1) if (LINE_BREAK.test(text.charAt(at - 1))) return at;
  return limit;
}

/** The last words before a place, with what stands between them and it on their line. */
function wordsBefore(text: string, at: number, count: number): Span | null {
  const end = at - (/\s*$/u.exec(text.slice(Math.max(0, at - WINDOW), at))?.[0].length ?? 0);
  const words = lastWords(text, lineStart(text, end, Math.max(0, end - WINDOW - 1)), end);
  const start = words[Math.max(0, words.length - count)]?.start;
  return start === undefined ? null : { start, end };
}

/** The first words after a place, with what stands between it and them on their line. */
function wordsAfter(text: string, at: number, count: number): Span | null {
  const start = at + (/^\s*/u.exec(text.slice(at, at + WINDOW))?.[0].length ?? 0);
  const words = firstWords(text, start, lineEnd(text, start, Math.min(text.length, start + WINDOW + 1)));
  const end = words[Math.min(count, words.length) - 1]?.end;
  return end === undefined ? null : { start, end };
}

function firstWords(text: string, start: number, end: number): readonly Span[] {
  const words = wordsIn(text, start, Math.min(end, start + WINDOW));
  return end - start > WINDOW ? words.slice(0, -1) : words;
}

function lastWords(text: string, start: number, end: number): readonly Span[] {
  const words = wordsIn(text, Math.max(start, end - WINDOW), end);
  return end - start > WINDOW ? words.slice(1) : words;
}

/** Words as Unicode divides them (UAX 29), which is what browsers go by. */
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

function wordsIn(text: string, start: number, end: number): readonly Span[] {
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(start, end))) {
    if (isWordLike) words.push({ start: start + index, end: start + index + segment.length });
  }
  return words;
}
