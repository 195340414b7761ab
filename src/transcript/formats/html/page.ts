import type { Span } from "../../source-text.ts";

/** How words stand apart from those before them. */
export const TOGETHER = 0;
/** In the next cell of a row. */
export const NEXT_CELL = 1;
/** In another block: a paragraph, a list item, a heading. */
export const NEXT_BLOCK = 2;

/** What is true of all words in an element, as bits. */
export const IS_BLOCK = 1;
export const IN_BOLD = 2;
export const IN_ITALIC = 4;
export const IN_CITE = 8;
/** In an element whose class says that it names a speaker. */
export const IN_SPEAKER = 16;
/** In a `<time>`, or an element whose class says that it tells one. */
export const IN_TIME = 32;
/** In a link that leads away from the words themselves. */
export const IN_LINK = 64;
export const IN_PRE = 128;
export const IN_HEADING = 256;
/** In code, a picture or a field: no words of the page. */
export const IN_SILENCE = 512;
/** A menu, an advert, a footer, or hidden: true of the element itself, not of those in it. */
export const IS_BESIDE = 1024;
/** A `<main>`: of the element itself. */
export const IS_MAIN = 2048;
/** What no element takes from the one around it. */
export const OF_ITSELF = IS_BLOCK | IS_BESIDE | IS_MAIN;
/** What a block doesn't take from the element around it. */
export const OF_INLINE = IN_CITE | IN_SPEAKER | IN_TIME;

/** A value of an attribute: where it stands in the file, without its quotation marks, as it is written. */
export type Attributes = ReadonlyMap<string, Span>;

/** The elements of a page in columns, in the order they begin; the first is the page itself. */
export interface Elements {
  readonly names: readonly string[];
  /** The element around each; -1 for the page. A smaller number than its own. */
  readonly parents: readonly number[];
  /** The nearest block, which may be the element itself. */
  readonly blocks: readonly number[];
  readonly flags: readonly number[];
  /** Where its opening tag begins, in the file. */
  readonly starts: readonly number[];
  /** Where its closing tag begins, or what closes it without one. */
  readonly ends: readonly number[];
  /** Of elements that say by an attribute who speaks, or when. */
  readonly attributes: ReadonlyMap<number, Attributes>;
}

/** The words of a page in columns, in order: pieces of text, entities, and tags that stand for characters. */
export interface Words {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** What the piece stands for; null for text that stands as it is. */
  readonly means: readonly (string | null)[];
  readonly elements: readonly number[];
  /** How it stands apart from the piece before. */
  readonly apart: readonly number[];
}

/** A page as its mark-up divides it. */
export interface Page {
  readonly file: string;
  readonly elements: Elements;
  readonly words: Words;
  /** Where something begins that has no end, so that the rest of the page is no words of it, and what it is. */
  readonly unclosed: readonly { readonly at: number; readonly what: string }[];
}
