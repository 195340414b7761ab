/** Symbols are numbered from 1; this is what no word of the claim is. */
const NONE = 0;

/**
 * Every stretch of words of a claim, as an automaton that reads a text once and knows after each word the longest
 * stretch of the claim that ends there: the suffix automaton (A. Blumer and others, "The smallest automaton recognizing
 * the subwords of a text", 1985). A word costs the same however often claim and text repeat themselves. Its table takes
 * room for twice the claim's words times its distinct words: long claims are read a piece at a time.
 */
export class ClaimAutomaton {
  /** How many words of the claim end in the word last read. */
  matched = 0;
  /** Distinct words of the claim, and one for what is none of them. */
  readonly #symbols: number;
  readonly #symbolOf: ReadonlyMap<number, number>;
  readonly #next: Int32Array;
  readonly #link: Int32Array;
  readonly #length: Int32Array;
  readonly #end: Int32Array;
  #states = 1;
  #state = 0;

  /** @param terms the claim's words as numbers; a negative one equals nothing. */
  constructor(terms: Int32Array) {
    const symbolOf = new Map<number, number>();
    for (const term of terms) if (term >= 0 && !symbolOf.has(term)) symbolOf.set(term, symbolOf.size + 1);
    this.#symbolOf = symbolOf;
    this.#symbols = symbolOf.size + 2;
    const most = 2 * terms.length + 1;
    this.#next = new Int32Array(most * this.#symbols);
    this.#link = new Int32Array(most).fill(-1);
    this.#length = new Int32Array(most);
    this.#end = new Int32Array(most).fill(-1);
    const unknown = symbolOf.size + 1;
    let last = 0;
    terms.forEach((term, at) => {
      last = this.#extend(last, symbolOf.get(term) ?? unknown, at);
    });
  }

  /** Notes the claim's words by their numbers in a table that has room for all numbers; {@link unmark} takes them out. */
  mark(symbols: Uint16Array): void {
    for (const [term, symbol] of this.#symbolOf) symbols[term] = symbol;
  }

  unmark(symbols: Uint16Array): void {
    for (const term of this.#symbolOf.keys()) symbols[term] = NONE;
  }

  /** Where the stretch matched ends in the claim, first: the index of its last word. */
  get end(): number {
    return this.#end[this.#state] ?? -1;
  }

  /** Whether the stretch matched goes on with this word. */
  goesOn(symbol: number): boolean {
    return symbol !== NONE && this.#next[this.#state * this.#symbols + symbol] !== 0;
  }

  read(symbol: number): void {
    let state = symbol === NONE ? 0 : this.#state;
    let next = symbol === NONE ? 0 : (this.#next[state * this.#symbols + symbol] ?? 0);
    if (next !== 0) {
      this.matched += 1;
    } else {
      while (state !== 0 && next === 0) {
        state = this.#link[state] ?? 0;
        next = this.#next[state * this.#symbols + symbol] ?? 0;
      }
      this.matched = next === 0 ? 0 : (this.#length[state] ?? 0) + 1;
    }
    this.#state = next;
  }

  restart(): void {
    this.#state = 0;
    this.matched = 0;
  }

  #extend(last: number, symbol: number, at: number): number {
    const symbols = this.#symbols;
    const made = this.#made((this.#length[last] ?? 0) + 1, at);
    let from = last;
    while (from >= 0 && this.#next[from * symbols + symbol] === 0) {
      this.#next[from * symbols + symbol] = made;
      from = this.#link[from] ?? -1;
    }
    if (from < 0) {
      this.#link[made] = 0;
      return made;
    }
    const to = this.#next[from * symbols + symbol] ?? 0;
    if (this.#length[to] === (this.#length[from] ?? 0) + 1) {
      this.#link[made] = to;
      return made;
    }
    const copy = this.#made((this.#length[from] ?? 0) + 1, this.#end[to] ?? -1);
    this.#next.copyWithin(copy * symbols, to * symbols, (to + 1) * symbols);
    this.#link[copy] = this.#link[to] ?? 0;
    while (from >= 0 && this.#next[from * symbols + symbol] === to) {
      this.#next[from * symbols + symbol] = copy;
      from = this.#link[from] ?? -1;
    }
    this.#link[to] = copy;
    this.#link[made] = copy;
    return made;
  }

  #made(length: number, end: number): number {
    const state = this.#states;
    this.#states += 1;
    this.#length[state] = length;
    this.#end[state] = end;
    return state;
  }
}
