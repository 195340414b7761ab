/** A text directive as a browser reads it from an address. */
export interface TextDirective {
  readonly prefix: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly suffix: string | null;
}

/** @throws when the address has none, or one that isn't well formed. */
export function directiveIn(url: string): TextDirective {
  const [, code, ...more] = /^[^#]*#.*?:~:text=(.*)$/u.exec(url) ?? [];
  if (code === undefined || more.length > 0) throw new Error(`no text directive: ${url}`);
  if (/[^\w.~%,-]/u.test(code)) throw new Error(`characters that must be encoded: ${code}`);
  const pieces = code.split(",");
  const prefix = pieces[0]?.endsWith("-") ? (pieces.shift() ?? "").slice(0, -1) : null;
  const suffix = pieces.at(-1)?.startsWith("-") ? (pieces.pop() ?? "").slice(1) : null;
  const [start, end = null, ...others] = pieces;
  if (!start || others.length > 0 || pieces.some((piece) => piece.includes("-")) || end === "") {
    throw new Error(`not well formed: ${code}`);
  }
  const read = (piece: string | null) => piece && decodeURIComponent(piece);
  return { prefix: read(prefix), start: decodeURIComponent(start), end: read(end), suffix: read(suffix) };
}

/** A paragraph of the page: its text with white space collapsed and folded, and where each unit came from. */
interface Block {
  readonly text: string;
  readonly from: readonly number[];
  readonly boundaries: ReadonlySet<number>;
}

interface Place {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

const words = new Intl.Segmenter("en", { granularity: "word" });

/** A page that has each line of a text as a paragraph. */
function blocksOf(source: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const { 0: line, index } of source.matchAll(/[^\n\r\v\f\u0085\u2028\u2029]+/gu)) {
    let text = "";
    const from: number[] = [];
    for (let at = 0; at < line.length; at += 1) {
      const unit = line.charAt(at);
      if (/\s/u.test(unit) && (text === "" || text.endsWith(" "))) continue;
      text += /\s/u.test(unit) ? " " : fold(unit);
      from.push(index + at);
    }
    const boundaries = new Set([text.length, ...[...words.segment(text)].map((word) => word.index)]);
    if (text.trim() !== "") blocks.push({ text, from, boundaries });
  }
  return blocks;
}

/** Case folded only where that keeps the length. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/**
 * What a browser would scroll to on a page with these lines, by "find a range from a text directive" of
 * https://wicg.github.io/scroll-to-text-fragment/: a span of the source, or null.
 */
export function foundBy(directive: TextDirective, source: string): { start: number; end: number } | null {
  const blocks = blocksOf(source);
  const [prefix, start, end, suffix] = [
    directive.prefix,
    directive.start,
    directive.end,
    directive.suffix,
  ].map((piece) => piece && [...piece].map(fold).join(""));
  const spanOf = (first: Place, last: Place) => {
    const lastUnit = blocks[last.block]?.from[last.to - 1] ?? 0;
    return { start: blocks[first.block]?.from[first.from] ?? 0, end: lastUnit + 1 };
  };
  for (const first of starts(blocks, prefix ?? null, start ?? "", Boolean(end) || !suffix)) {
    if (!end) {
      if (isFollowedBy(blocks, first, suffix ?? null)) return spanOf(first, first);
      continue;
    }
    for (const last of places(blocks, end, true, !suffix, first)) {
      if (isFollowedBy(blocks, last, suffix ?? null)) return spanOf(first, last);
    }
  }
  return null;
}

function* starts(blocks: readonly Block[], prefix: string | null, start: string, endsWord: boolean) {
  if (prefix === null) {
    yield* places(blocks, start, true, endsWord);
    return;
  }
  for (const before of places(blocks, prefix, true, false)) {
    const next = afterSpace(blocks, before);
    const block = blocks[next.block];
    const to = next.at + start.length;
    if (!block?.text.startsWith(start, next.at) || (endsWord && !block.boundaries.has(to))) continue;
    yield { block: next.block, from: next.at, to };
  }
}

function* places(
  blocks: readonly Block[],
  piece: string,
  startsWord: boolean,
  endsWord: boolean,
  after: Place = { block: 0, from: 0, to: 0 },
): Generator<Place> {
  for (let block = after.block; block < blocks.length; block += 1) {
    const { text, boundaries } = blocks[block] as Block;
    let from = text.indexOf(piece, block === after.block ? after.to : 0);
    for (; from >= 0; from = text.indexOf(piece, from + 1)) {
      const to = from + piece.length;
      if ((!startsWord || boundaries.has(from)) && (!endsWord || boundaries.has(to)))
        yield { block, from, to };
    }
  }
}

function isFollowedBy(blocks: readonly Block[], last: Place, suffix: string | null): boolean {
  if (suffix === null) return true;
  const { block, at } = afterSpace(blocks, last);
  const next = blocks[block];
  return next?.text.startsWith(suffix, at) === true && next.boundaries.has(at + suffix.length);
}

function afterSpace(blocks: readonly Block[], { block, to }: Place): { block: number; at: number } {
  const text = blocks[block]?.text ?? "";
  const at = to + (/^\s*/u.exec(text.slice(to))?.[0].length ?? 0);
  return at < text.length ? { block, at } : { block: block + 1, at: 0 };
}
