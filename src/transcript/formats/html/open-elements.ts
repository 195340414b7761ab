import {
  BLOCKS,
  CELLS,
  ENDS_FOREIGN,
  ENDS_PARAGRAPH,
  FOREIGN,
  HTML_IN_FOREIGN,
  SCOPES,
  TABLE_PARTS,
} from "./elements.ts";

const TABLE_ROWS: ReadonlySet<string> = new Set(["tr", ...CELLS]);
const TABLE_BODIES: ReadonlySet<string> = new Set(["tbody", "thead", "tfoot"]);

const SCOPE = 1;
const BLOCK = 2;
const IS_FOREIGN = 4;
const IS_HTML = 8;

/** No blocks, but no end of inline mark-up reaches past them either (13.2.4.2, "special"). */
const SPECIAL: ReadonlySet<string> = new Set(["button", "noscript", "select"]);

function kindOf(name: string): number {
  return (
    (SCOPES.has(name) ? SCOPE : 0) |
    (BLOCKS.has(name) || CELLS.has(name) || SPECIAL.has(name) ? BLOCK : 0) |
    (FOREIGN.has(name) ? IS_FOREIGN : 0) |
    (HTML_IN_FOREIGN.has(name) ? IS_HTML : 0)
  );
}

/**
 * The elements that are open at a place of the page, and which of them end there without a tag of their own. Follows
 * HTML's tree construction as far as it matters to where words stand. Every step takes constant time but for the
 * elements it closes, however deep the page goes.
 */
export class OpenElements {
  readonly #stack: { readonly element: number; readonly name: string; readonly kind: number }[] = [];
  /** Where in the stack the open elements of each name are. */
  readonly #byName = new Map<string, number[]>();
  readonly #scopes: number[] = [];
  readonly #blocks: number[] = [];
  readonly #foreign: number[] = [];
  readonly #html: number[] = [];
  readonly #close: (element: number) => void;

  /** @param close is told each element that ends. */
  constructor(close: (element: number) => void) {
    this.#close = close;
  }

  /** The innermost open element. */
  get innermost(): number {
    return this.#stack.at(-1)?.element ?? 0;
  }

  get innermostName(): string {
    return this.#stack.at(-1)?.name ?? "";
  }

  /** True inside a drawing or formula, where no element holds raw text. */
  get inForeign(): boolean {
    return last(this.#foreign) > last(this.#html);
  }

  push(element: number, name: string): void {
    const at = this.#stack.length;
    const kind = kindOf(name);
    this.#stack.push({ element, name, kind });
    const same = this.#byName.get(name);
    if (same) same.push(at);
    else this.#byName.set(name, [at]);
    if (kind === 0) return;
    if (kind & SCOPE) this.#scopes.push(at);
    if (kind & BLOCK) this.#blocks.push(at);
    if (kind & IS_FOREIGN) this.#foreign.push(at);
    if (kind & IS_HTML) this.#html.push(at);
  }

  /** Ends what can't go on where an element of this name begins. */
  begin(name: string): void {
    if (this.inForeign && ENDS_FOREIGN.has(name)) this.#popTo(last(this.#foreign));
    const scope = last(this.#scopes);
    if (ENDS_PARAGRAPH.has(name)) this.#popWithin("p", scope);
    if (name === "li") this.#popWithin("li", Math.max(scope, this.#lastOf("ul"), this.#lastOf("ol")));
    if (name === "dt" || name === "dd") {
      const list = Math.max(scope, this.#lastOf("dl"));
      this.#popWithin("dt", list);
      this.#popWithin("dd", list);
    }
    if (name === "option") this.#popWithin("option", this.#lastOf("select"));
    const table = this.#lastOf("table");
    if (TABLE_ROWS.has(name) || TABLE_BODIES.has(name)) {
      for (const cell of CELLS) this.#popWithin(cell, table);
      this.#popWithin("caption", table);
    }
    if (name === "tr" || TABLE_BODIES.has(name)) this.#popWithin("tr", table);
    if (TABLE_BODIES.has(name)) for (const body of TABLE_BODIES) this.#popWithin(body, table);
  }

  /** Ends the innermost element of this name, if its end can reach that far; true when it did. */
  end(name: string): boolean {
    const at = this.#lastOf(name);
    if (at < 0) return false;
    if (!TABLE_PARTS.has(name) && at < last(this.#scopes)) return false;
    // A misplaced end of bold print ends no paragraph.
    if (kindOf(name) === 0 && at < last(this.#blocks)) return false;
    this.#popTo(at);
    return true;
  }

  /** Ends the innermost element. */
  pop(): void {
    this.#popTo(this.#stack.length - 1);
  }

  /** Ends all that is open. */
  endAll(): void {
    this.#popTo(0);
  }

  #popWithin(name: string, outermost: number): void {
    const at = this.#lastOf(name);
    if (at > outermost) this.#popTo(at);
  }

  #popTo(at: number): void {
    while (this.#stack.length > at) {
      const open = this.#stack.pop();
      if (!open) return;
      this.#byName.get(open.name)?.pop();
      if (open.kind & SCOPE) this.#scopes.pop();
      if (open.kind & BLOCK) this.#blocks.pop();
      if (open.kind & IS_FOREIGN) this.#foreign.pop();
      if (open.kind & IS_HTML) this.#html.pop();
      this.#close(open.element);
    }
  }

  #lastOf(name: string): number {
    return last(this.#byName.get(name));
  }
}

function last(places: readonly number[] | undefined): number {
  return places?.at(-1) ?? -1;
}
