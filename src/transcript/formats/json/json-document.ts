import type { Span } from "../../source-text.ts";

export const OBJECT = 1;
export const ARRAY = 2;
export const STRING = 3;
/** A string with at least one escape in it. */
export const ESCAPED = 4;
export const NUMBER = 5;
/** true, false and null. */
export const LITERAL = 6;

/** Of each value: what stands there, where it begins and ends in the text, and the place of what comes after it. */
const COLUMNS = 4;

/**
 * The values of a JSON text in the order they stand in, in columns rather than as a tree: a file of a hundred
 * thousand words has a million values, of which few are looked at. A container is followed by what it holds (in an
 * object each name by its value), so that everything is found by walking forwards, without recursion.
 */
export class JsonValues {
  readonly text: string;
  #cells: Int32Array;
  #count = 0;

  constructor(text: string) {
    this.text = text;
    this.#cells = new Int32Array(COLUMNS * (64 + (text.length >> 4)));
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a value that holds no others so far; `start` and `end` take in its marks, in UTF-16 units. */
  add(kind: number, start: number, end: number): void {
    const at = this.#count * COLUMNS;
    if (at === this.#cells.length) {
      const larger = new Int32Array(2 * at);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[at] = kind;
    this.#cells[at + 1] = start;
    this.#cells[at + 2] = end;
    this.#count += 1;
    this.#cells[at + 3] = this.#count;
  }

  /** Closes a container: what was added since is what it holds. */
  close(container: number, end: number): void {
    this.#cells[container * COLUMNS + 2] = end;
    this.#cells[container * COLUMNS + 3] = this.#count;
  }

  /** OBJECT, ARRAY, … */
  kind(at: number): number {
    return this.#cells[at * COLUMNS] ?? 0;
  }

  start(at: number): number {
    return this.#cells[at * COLUMNS + 1] ?? 0;
  }

  end(at: number): number {
    return this.#cells[at * COLUMNS + 2] ?? 0;
  }

  /** The first value that is not part of this one. */
  next(at: number): number {
    return this.#cells[at * COLUMNS + 3] ?? 0;
  }
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
    return this.#values.start(this.#at);
  }

  get span(): Span {
    return { start: this.start, end: this.#values.end(this.#at) };
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
    const at = this.#find(name, false);
    return at < 0 ? undefined : new JsonNode(this.#values, at);
  }

  /** The value that a later one of the same name puts out of force; undefined where there is none. */
  overridden(name: string): JsonNode | undefined {
    const first = this.#find(name, true);
    return first === this.#find(name, false) ? undefined : new JsonNode(this.#values, first);
  }

  /** True for an object that holds one value alone. */
  get isSingle(): boolean {
    return this.isObject && this.#values.next(this.#at + 2) === this.#values.next(this.#at);
  }

  /** What an array holds; nothing for any other value. */
  *items(): Generator<JsonNode, void> {
    if (!this.isArray) return;
    const end = this.#values.next(this.#at);
    for (let at = this.#at + 1; at < end; at = this.#values.next(at)) yield new JsonNode(this.#values, at);
  }

  get #kind(): number {
    return this.#values.kind(this.#at);
  }

  /** Place of the first or the last value of that name; -1 when there is none. */
  #find(name: string, isFirst: boolean): number {
    if (!this.isObject) return -1;
    const values = this.#values;
    const end = values.next(this.#at);
    let found = -1;
    for (let at = this.#at + 1; at < end; at = values.next(at + 1)) {
      if (!this.#isName(at, name)) continue;
      found = at + 1;
      if (isFirst) break;
    }
    return found;
  }

  #isName(at: number, name: string): boolean {
    const values = this.#values;
    if (values.kind(at) === ESCAPED) return new JsonNode(values, at).string === name;
    const start = values.start(at);
    return values.end(at) - start - 2 === name.length && values.text.startsWith(name, start + 1);
  }
}
