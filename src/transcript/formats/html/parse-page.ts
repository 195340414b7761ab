import { QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { Span } from "../../source-text.ts";
import { ATTRIBUTES, flagsOf, TELLING } from "./element-flags.ts";
import { BLOCKS, CELLS, IN_HEAD, NEVER_READ, VOID } from "./elements.ts";
import { OpenElements } from "./open-elements.ts";
import {
  type Attributes,
  IN_PRE,
  IN_SILENCE,
  IS_BLOCK,
  NEXT_BLOCK,
  NEXT_CELL,
  type Page,
  TOGETHER,
} from "./page.ts";

const BLANK = /^[\t\n\f\r ]*$/;

/** Divides a page into elements and words, in one pass; whatever is wrong with its mark-up is read as browsers do. */
export function parsePage(file: string): Page {
  const parser = new PageParser(file);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, parser);
  tokenizer.write(file);
  tokenizer.end();
  return parser.page();
}

class PageParser implements TokenizerCallbacks {
  readonly #file: string;
  readonly #open: OpenElements;
  readonly #names: string[] = [""];
  readonly #parents: number[] = [-1];
  readonly #blocks: number[] = [0];
  readonly #flags: number[] = [IS_BLOCK];
  readonly #starts: number[] = [0];
  readonly #ends: number[] = [];
  readonly #attributes = new Map<number, Attributes>();
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #means: (string | null)[] = [];
  readonly #elements: number[] = [];
  readonly #apart: number[] = [];
  readonly #unclosed: { at: number; what: string }[] = [];
  /** How the next words stand apart from the last. */
  #pending = NEXT_BLOCK;
  /** How far the page was read. */
  #last = 0;
  /** Where what closes now begins. */
  #at = 0;
  #tag = { name: "", start: 0 };
  #attribute: { readonly name: string; readonly end: number } | null = null;
  #seen: Map<string, Span> | null = null;
  /** True when one of them says who speaks, or when. */
  #tells = false;
  /** How many attributes of the tag have a quotation mark or a tag in their name, as where a mark is missing. */
  #quotes = 0;

  constructor(file: string) {
    this.#file = file;
    this.#ends.push(file.length);
    this.#open = new OpenElements((element) => {
      this.#ends[element] = this.#at;
      if (((this.#flags[element] ?? 0) & IS_BLOCK) !== 0) this.#separate(this.#names[element] ?? "");
    });
  }

  page(): Page {
    return {
      file: this.#file,
      elements: {
        names: this.#names,
        parents: this.#parents,
        blocks: this.#blocks,
        flags: this.#flags,
        starts: this.#starts,
        ends: this.#ends,
        attributes: this.#attributes,
      },
      words: {
        from: this.#from,
        to: this.#to,
        means: this.#means,
        elements: this.#elements,
        apart: this.#apart,
      },
      unclosed: this.#unclosed,
    };
  }

  isInForeignContext(): boolean {
    return this.#open.inForeign;
  }

  ontext(start: number, end: number): void {
    // The tokenizer takes the rest of a closing tag without end for text from nowhere.
    if (start < 0) return;
    this.#last = end;
    const flags = this.#flagsHere();
    if (this.#open.innermostName === "head") {
      if (BLANK.test(this.#file.slice(start, end))) return;
      this.#at = start;
      this.#open.pop();
    } else if ((flags & IN_SILENCE) !== 0) return;
    // Most white space only sets mark-up apart.
    if (this.#pending === NEXT_BLOCK && (flags & IN_PRE) === 0 && this.#file.charCodeAt(start) <= 0x20) {
      if (BLANK.test(this.#file.slice(start, end))) return;
    }
    this.#add(start, end, null);
  }

  ontextentity(codePoint: number, end: number): void {
    const text = String.fromCodePoint(codePoint);
    const before = this.#to.length - 1;
    const start = this.#file.lastIndexOf("&", end - 1);
    if (this.#last === end && this.#to[before] === end && this.#from[before] === start) {
      // The second character of an entity that stands for two.
      this.#means[before] += text;
      return;
    }
    this.#last = end;
    if (this.#open.innermostName === "head") this.#open.pop();
    if ((this.#flagsHere() & IN_SILENCE) === 0) this.#add(start, end, text);
  }

  /** Text of pages that are XML; browsers take it for a comment elsewhere, but its words shan't be lost. */
  oncdata(start: number, end: number, offset: number): void {
    if (start < end - offset) this.ontext(start, end - offset);
    this.#last = end + 1;
  }

  oncomment(start: number, end: number): void {
    if (end === this.#file.length) this.#reportUnclosed(this.#last, "a comment");
    this.#last = Math.max(start, end + 1);
  }

  ondeclaration(_start: number, end: number): void {
    this.#last = end + 1;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#last = end + 1;
  }

  onopentagname(start: number, end: number): void {
    this.#tag = { name: this.#file.slice(start, end).toLowerCase(), start: start - 1 };
    this.#seen = null;
    this.#tells = false;
    this.#quotes = 0;
  }

  onattribname(start: number, end: number): void {
    const first = this.#file.charCodeAt(start);
    const final = this.#file.charCodeAt(end - 1);
    if (isQuote(first) || isQuote(final)) this.#quotes += 1;
    this.#attribute = null;
    if (end - start > 20) return;
    const name = this.#file.slice(start, end).toLowerCase();
    if (ATTRIBUTES.has(name)) this.#attribute = { name, end };
  }

  onattribdata(): void {}

  onattribentity(): void {}

  onattribend(quote: QuoteType, end: number): void {
    const attribute = this.#attribute;
    if (!attribute) return;
    this.#attribute = null;
    this.#seen ??= new Map();
    if (this.#seen.has(attribute.name)) return;
    this.#tells ||= TELLING.has(attribute.name);
    if (quote === QuoteType.NoValue) {
      this.#seen.set(attribute.name, { start: attribute.end, end: attribute.end });
      return;
    }
    const before = /\s*=\s*["']?/y;
    before.lastIndex = attribute.end;
    before.test(this.#file);
    const last = quote === QuoteType.Unquoted ? end : end - 1;
    this.#seen.set(attribute.name, { start: Math.min(before.lastIndex, last), end: last });
  }

  onopentagend(end: number): void {
    const { name, start } = this.#tag;
    if (this.#quotes > 0 && this.#unclosed.length === 0 && this.#file.slice(start + 1, end).includes("<")) {
      this.#unclosed.push({ at: start, what: "a quotation mark in a tag" });
    }
    this.#last = end + 1;
    this.#at = start;
    if (this.#open.innermostName === "head" && !IN_HEAD.has(name)) this.#open.pop();
    this.#open.begin(name);
    if (name === "br" && (this.#flagsHere() & IN_SILENCE) === 0) this.#add(start, end + 1, "\n");
    if (name === "hr") this.#pending = NEXT_BLOCK;
    if (VOID.has(name)) return;
    const around = this.#open.innermost;
    const element = this.#names.length;
    const flags = flagsOf(name, this.#seen, this.#flags[around] ?? 0, this.#file);
    const isBlock = (flags & IS_BLOCK) !== 0;
    this.#names.push(name);
    this.#parents.push(around);
    this.#blocks.push(isBlock ? element : (this.#blocks[around] ?? 0));
    this.#flags.push(flags);
    this.#starts.push(start);
    this.#ends.push(this.#file.length);
    if (this.#tells) this.#attributes.set(element, this.#seen ?? new Map());
    if (isBlock) this.#separate(name);
    this.#open.push(element, name);
    // Browsers set these marks themselves (15.3.4 of the standard).
    if (name === "q" && (flags & IN_SILENCE) === 0) this.#add(start, end + 1, "“");
  }

  onselfclosingtag(end: number): void {
    const inForeign = this.#open.inForeign;
    this.onopentagend(end);
    if (inForeign && this.#open.inForeign) this.#open.pop();
  }

  onclosetag(start: number, end: number): void {
    const after = this.#file.indexOf(">", end) + 1;
    this.#last = after > 0 ? after : end;
    this.#at = start - 2;
    const name = this.#file.slice(start, end).toLowerCase();
    const closes = this.#open.end(name);
    if (BLOCKS.has(name) || CELLS.has(name)) this.#separate(name);
    if ((this.#flagsHere() & IN_SILENCE) !== 0) return;
    if (after > 0 && (name === "br" || (name === "q" && closes))) {
      this.#add(start - 2, after, name === "br" ? "\n" : "”");
    }
  }

  onend(): void {
    const { length } = this.#file;
    if (this.#last < length) this.#reportUnclosed(this.#last, "a tag");
    this.#at = length;
    for (let element = this.#open.innermost; element > 0; element = this.#parents[element] ?? 0) {
      const name = this.#names[element] ?? "";
      const around = this.#flags[this.#parents[element] ?? 0] ?? 0;
      if (NEVER_READ.has(name) && name !== "head" && (around & IN_SILENCE) === 0) {
        this.#reportUnclosed(this.#starts[element] ?? 0, `<${name}>`);
      }
    }
    this.#open.endAll();
    this.#unclosed.sort((one, other) => one.at - other.at);
  }

  #flagsHere(): number {
    return this.#flags[this.#open.innermost] ?? 0;
  }

  #separate(name: string): void {
    this.#pending = Math.max(this.#pending, CELLS.has(name) ? NEXT_CELL : NEXT_BLOCK);
  }

  #add(from: number, to: number, means: string | null): void {
    this.#from.push(from);
    this.#to.push(to);
    this.#means.push(means);
    this.#elements.push(this.#open.innermost);
    this.#apart.push(this.#pending);
    this.#pending = TOGETHER;
  }

  /** Only where there are words that it swallows. */
  #reportUnclosed(at: number, what: string): void {
    if (/\p{L}{2}[^<>]*\s[^<>]*\p{L}{2}/u.test(this.#file.slice(at, at + 10_000))) {
      this.#unclosed.push({ at, what });
    }
  }
}

function isQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x3c;
}
