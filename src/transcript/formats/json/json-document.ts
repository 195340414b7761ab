import type { Span } from "../../source-text.ts";

export const OBJECT = 1;
export const ARRAY = 2;
export const STRING = 3;
/** A string with at least one escape in it. */
export const ESCAPED = 4;
export const NUMBER = 5;
/** true, false and null. */
export const LITERAL = 6;

/**
 * The values of a JSON text in the order they stand in, in columns rather than as a tree: a file of a hundred
 * thousand words has a million values, of which few are looked at. A container is followed by what it holds (in an
 * object each name by its value), so that everything is found by walking forwards, without recursion.
 */
export interface JsonValues {
  readonly text: string;
  /** What stands there: OBJECT, ARRAY, … */
  readonly kinds: readonly number[];
  /** From the first character of the value, its opening mark included, in UTF-16 units of the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Place in these columns of the first value that is not part of this one. */
  readonly nexts: readonly number[];
}

/** One value of a JSON text, with its place there. */
export class JsonNode {
  readonly #values: JsonValues;
  readonly #at: number;

  constructor(values: JsonValues, at: number) {
    this.#values = values;
    this.#at = at;
  }

  get isObject(): boolean {
    return this.#kind === OBJECT;
  }

  get isArray(): boolean {
    return this.#kind === ARRAY;
  }

  get isString(): boolean {
    return this.#kind === STRING || this.#kind === ESCAPED;
  }

  get isNull(): boolean {
    return this.#kind === LITERAL && this.#values.text.startsWith("null", this.start);
  }

  /** True for a string that has escapes, so that its text is not what stands in the file. */
  get isEscaped(): boolean {
    return this.#kind === ESCAPED;
  }

  get start(): number {
    return this.#values.starts[this.#at] ?? 0;
  }

  get span(): Span {
    return { start: this.start, end: this.#values.ends[this.#at] ?? 0 };
  }

  /** A string's place without its quotation marks. */
  get inner(): Span {
    const { start, end } = this.span;
    return { start: start + 1, end: end - 1 };
  }

  /** What a string says, its escapes read; undefined for any other value. */
  get string(): string | undefined {
    if (!this.isString) return undefined;
    const { start, end } = this.span;
    const { text } = this.#values;
    return this.isEscaped ? String(JSON.parse(text.slice(start, end))) : text.slice(start + 1, end - 1);
  }

  /** What a number says, NaN and Infinity too, which Python writes; undefined for any other value. */
  get number(): number | undefined {
    if (this.#kind !== NUMBER) return undefined;
    const { start, end } = this.span;
    return Number(this.#values.text.slice(start, end));
  }

  /** The value of that name in an object; of several the last, as every JSON reader takes it. */
  get(name: string): JsonNode | undefined {
    return this.#named(name, "last");
  }

  /** The value that a later one of the same name puts out of force; undefined where there is none. */
  overridden(name: string): JsonNode | undefined {
    const first = this.#named(name, "first");
    return first && first.start !== this.get(name)?.start ? first : undefined;
  }

  /** True for an object that holds one value alone. */
  get isSingle(): boolean {
    const { nexts } = this.#values;
    return this.isObject && nexts[this.#at + 2] === nexts[this.#at];
  }

  /** What an array holds; nothing for any other value. */
  *items(): Generator<JsonNode, void> {
    if (!this.isArray) return;
    const { nexts } = this.#values;
    const end = nexts[this.#at] ?? 0;
    for (let at = this.#at + 1; at < end; at = nexts[at] ?? end) yield new JsonNode(this.#values, at);
  }

  get #kind(): number {
    return this.#values.kinds[this.#at] ?? LITERAL;
  }

  #named(name: string, which: "first" | "last"): JsonNode | undefined {
    if (!this.isObject) return undefined;
    const { nexts } = this.#values;
    const end = nexts[this.#at] ?? 0;
    let found: JsonNode | undefined;
    for (let at = this.#at + 1; at < end; at = nexts[at + 1] ?? end) {
      if (!this.#isName(at, name)) continue;
      found = new JsonNode(this.#values, at + 1);
      if (which === "first") break;
    }
    return found;
  }

  #isName(at: number, name: string): boolean {
    const { text, kinds, starts, ends } = this.#values;
    if (kinds[at] === ESCAPED) return new JsonNode(this.#values, at).string === name;
    const start = starts[at] ?? 0;
    return (ends[at] ?? 0) - start - 2 === name.length && text.startsWith(name, start + 1);
  }
}
