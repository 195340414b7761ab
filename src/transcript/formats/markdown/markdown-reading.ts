import { decodeHTMLStrict } from "entities";
import { parse, postprocess, preprocess } from "micromark";
import { type Reading, ReadingBuilder } from "../../reading.ts";
import type { Span } from "../../source-text.ts";
import { chunksOf } from "./markdown-chunks.ts";

/** What a Markdown file says without its mark-up, and what the mark-up said of it. Offsets are of the reading. */
export interface MarkdownReading {
  readonly reading: Reading;
  /** Where headings begin. */
  readonly headings: ReadonlySet<number>;
  /** Where items of lists with dashes or dots begin. */
  readonly items: ReadonlySet<number>;
  /** Where bold words begin, and where they end. */
  readonly bold: ReadonlyMap<number, number>;
  /** The paragraphs, headings and other blocks, in order. */
  readonly blocks: readonly Span[];
}

/** Mark-up whose own words nobody reads: addresses, what a picture shows, the name of a language of code. */
const UNREAD = new Set(["definition", "resource", "reference", "image", "codeFencedFence"]);
const BLOCKS = new Set([
  "paragraph",
  "atxHeading",
  "setextHeading",
  "codeFenced",
  "codeIndented",
  "htmlFlow",
]);
/** Tags that a browser knows; others, such as <laughs>, are what somebody wrote between the words. */
const KNOWN_TAG =
  /^<(?:!--|[?!]|\/?(?:a|abbr|article|aside|audio|b|bdi|bdo|blockquote|body|br|button|center|cite|code|data|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|ol|p|path|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr)\b)/iu;
const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*\r?\n[\s\S]{0,20000}?\r?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|$)/u;

/**
 * Reads Markdown as CommonMark has it: words are copied, escapes and entities decoded, and mark-up left out. Between
 * two blocks there is a blank line.
 *
 * @param softBreak what a line break within a paragraph is read as; CommonMark leaves the choice to whoever shows it.
 */
export function readMarkdown(file: string, softBreak: " " | "\n"): MarkdownReading {
  const reader = new MarkdownReader(file, softBreak);
  const front = FRONT_MATTER.exec(file.slice(0, 21_000))?.[0].length ?? 0;
  for (const chunk of chunksOf(file, front)) reader.read(chunk);
  return reader.done();
}

interface Token {
  readonly type: string;
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

class MarkdownReader {
  readonly #file: string;
  readonly #softBreak: " " | "\n";
  readonly #builder: ReadingBuilder;
  readonly #headings = new Set<number>();
  readonly #items = new Set<number>();
  readonly #bold = new Map<number, number>();
  readonly #blocks: Span[] = [];
  #shift = 0;
  #unread = 0;
  #blockDepth = 0;
  /** Text of a page's own style and scripts. */
  #hidden = false;
  #needsGap = false;
  #isHeading = false;
  #isHardBreak = false;
  #lineBreak: Token | null = null;
  /** Code and HTML keep their lines. */
  #isVerse = false;
  #isItem = false;
  #number: Span | null = null;
  #blockStart: number | null = null;
  readonly #strongs: number[] = [];

  constructor(file: string, softBreak: " " | "\n") {
    this.#file = file;
    this.#softBreak = softBreak;
    this.#builder = new ReadingBuilder(file);
  }

  read(chunk: Span): void {
    this.#shift = chunk.start;
    const text = this.#file.slice(chunk.start, chunk.end);
    for (const [move, token] of postprocess(
      parse()
        .document()
        .write(preprocess()(text, undefined, true)),
    )) {
      if (move === "enter") this.#enter(token);
      else this.#exit(token);
    }
  }

  done(): MarkdownReading {
    const reading = this.#builder.build();
    return { reading, headings: this.#headings, items: this.#items, bold: this.#bold, blocks: this.#blocks };
  }

  #enter(token: Token): void {
    const { type } = token;
    if (UNREAD.has(type)) this.#unread += 1;
    if (BLOCKS.has(type)) {
      this.#blockDepth += 1;
      this.#isVerse = type.startsWith("code") || type === "htmlFlow";
      this.#isHeading = type === "atxHeading" || type === "setextHeading";
    }
    if (type === "listItemPrefix") {
      this.#passNumber();
      this.#isItem = true;
    }
    if (type === "listItemValue") {
      this.#isItem = false;
      this.#number = { start: this.#start(token), end: this.#end(token) + 1 };
    }
    if (type === "strong")
      this.#strongs.push(this.#needsGap || this.#blockStart === null ? -1 : this.#builder.length);
    if (this.#unread > 0) return;
    if (type === "characterEscape") this.#decode(token, this.#file.charAt(this.#start(token) + 1));
    if (type === "characterReference") this.#decode(token, decodeHTMLStrict(this.#slice(token)));
    if (type === "htmlText") this.#readTag(token);
    if (type === "htmlFlowData") this.#readHtml(token);
    if (type === "data" || type === "codeTextData" || type === "codeFlowValue")
      this.#copy(this.#start(token), this.#end(token));
    if (type === "autolinkProtocol" || type === "autolinkEmail")
      this.#copy(this.#start(token), this.#end(token));
    if (type === "hardBreakTrailing" || type === "hardBreakEscape") this.#isHardBreak = true;
    if (type === "lineEnding" && this.#blockDepth > 0 && this.#blockStart !== null) this.#breakLine(token);
  }

  #exit(token: Token): void {
    const { type } = token;
    if (UNREAD.has(type)) this.#unread -= 1;
    if (type === "strong") {
      const start = this.#strongs.pop();
      const from = start === -1 ? this.#blockStart : start;
      if (from !== null && from !== undefined) this.#bold.set(from, this.#builder.length);
    }
    if (type === "listOrdered") this.#passNumber();
    if (!BLOCKS.has(type)) return;
    this.#blockDepth -= 1;
    if (this.#blockStart !== null) {
      this.#blocks.push({ start: this.#blockStart, end: this.#builder.length });
      this.#needsGap = true;
    }
    this.#blockStart = null;
    this.#lineBreak = null;
    this.#isHardBreak = false;
    this.#isHeading = false;
  }

  /** "1994." with nothing behind it is an item to the parser, and a year to whoever reads it. */
  #passNumber(): void {
    if (!this.#number) return;
    const { start, end } = this.#number;
    this.#number = null;
    this.#isItem = false;
    this.#copy(start, end);
    if (this.#blockStart !== null) this.#blocks.push({ start: this.#blockStart, end: this.#builder.length });
    this.#blockStart = null;
    this.#needsGap = true;
  }

  /** Before the first words of a block. */
  #begin(): void {
    if (this.#blockStart !== null) {
      this.#passBreak();
      return;
    }
    if (this.#needsGap) this.#builder.gap("\n\n");
    this.#needsGap = false;
    this.#blockStart = this.#builder.length;
    if (this.#isHeading) this.#headings.add(this.#blockStart);
    if (this.#isItem) this.#items.add(this.#blockStart);
    this.#isItem = false;
    // The number of an item is read with it: "1994. We left."
    if (this.#number) {
      this.#builder.copy(this.#number.start, this.#number.end);
      this.#builder.gap(" ");
    }
    this.#number = null;
  }

  #copy(start: number, end: number): void {
    if (start >= end) return;
    this.#begin();
    this.#builder.copy(start, end);
  }

  #decode(token: Token, text: string): void {
    this.#begin();
    this.#builder.decode(this.#start(token), this.#end(token), text);
  }

  #breakLine(token: Token): void {
    this.#passBreak();
    this.#lineBreak = token;
  }

  /** A line break is read when there are words behind it. */
  #passBreak(): void {
    const token = this.#lineBreak;
    if (!token) return;
    if (this.#isHardBreak || this.#isVerse) this.#builder.copy(this.#start(token), this.#end(token));
    else this.#builder.decode(this.#start(token), this.#end(token), this.#softBreak);
    this.#isHardBreak = false;
    this.#lineBreak = null;
  }

  #readTag(token: Token): void {
    const tag = this.#slice(token);
    if (/^<br\b/iu.test(tag)) this.#decode(token, "\n");
    else if (!KNOWN_TAG.test(tag)) this.#copy(this.#start(token), this.#end(token));
  }

  /** The words of a block of HTML, without its tags. */
  #readHtml(token: Token): void {
    const start = this.#start(token);
    for (const piece of this.#slice(token).matchAll(/<!--[^>]*>?|<[^<>]*>?|&[a-z0-9#]{1,32};|[^<&]+|&/giu)) {
      const [written] = piece;
      const at = start + piece.index;
      if (/^<\/?(?:style|script)\b/iu.test(written)) this.#hidden = !written.startsWith("</");
      if (this.#hidden || KNOWN_TAG.test(written)) continue;
      const means = written.startsWith("&") ? decodeHTMLStrict(written) : written;
      if (written.trim() === "" && this.#blockStart === null) continue;
      this.#begin();
      if (means === written) this.#builder.copy(at, at + written.length);
      else this.#builder.decode(at, at + written.length, means);
    }
  }

  #start(token: Token): number {
    return token.start.offset + this.#shift;
  }

  #end(token: Token): number {
    return token.end.offset + this.#shift;
  }

  #slice(token: Token): string {
    return this.#file.slice(this.#start(token), this.#end(token));
  }
}
