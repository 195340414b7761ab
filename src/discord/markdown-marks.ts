/** At the start of a line: a bullet, a number of up to two digits (1994. is a year), a heading, small print. */
const LINE_START =
  "^[^\\S\\n\\r]*(?:(?:[-*]|\\d{1,2}\\.)[^\\S\\n\\r]+(?:(?:#{1,3}|-#)[^\\S\\n\\r]+)?|(?:#{1,3}|-#)[^\\S\\n\\r]+)";

/** Mentions of people, roles and channels, custom emoji, timestamps, commands, parts of a server. */
const NO_WORDS = "<(?:@[!&]?\\d+|#\\d+|a?:\\w+:\\d+|t:-?\\d+(?::[a-zA-Z])?|/[^<>:\\n]{1,100}:\\d+|id:\\w+)>";

/** An address; the mark that ends a sentence, and whatever is around it, isn't part of it. */
const ADDRESS = '<?\\bhttps?://[^\\s<>"“”«»*|]*[^\\s<>"“”«»*|.,:;!?)\\]\'’]>?';

/** What follows the words of a masked link: its address, and a title perhaps. */
const LINK_TARGET =
  "\\]\\([^\\S\\n]*<?(?:https?|discord)://(?:\\([^\\s()]*\\)|[^\\s()<>])*>?(?:[^\\S\\n]+[\"'][^\\n]*?[\"'])?[^\\S\\n]*\\)";

/** Marks that hold words between them, two of a kind. */
const PAIRED = "\\*\\*|\\*|__|_|~~|\\|\\|";

const MARKS = new RegExp(
  [
    "\\\\(?<escaped>[^0-9A-Za-z\\s])",
    `(?<dropped>${LINE_START})`,
    "(?<ticks>`+)",
    `(?<space>${NO_WORDS}|${ADDRESS})`,
    `(?<target>${LINK_TARGET})`,
    `(?<paired>${PAIRED})`,
    "(?<bracket>[[\\]])",
  ].join("|"),
  "gmu",
);

/** A mark that may turn out to be one of two; until then it is what it looks like. */
interface Opened {
  /** Among the pieces. */
  readonly piece: number;
  /** Where it ends in the text. */
  readonly end: number;
}

/**
 * The words of a text without Discord's inline marks and those at the start of a line. A mark without its partner
 * is a character like any other, and so is an escaped one. Reads from left to right once, as its client does;
 * where the client's expressions need a look ahead, marks are paired with the next of their kind.
 */
export function withoutMarks(markdown: string): string {
  const pieces: string[] = [];
  const opened = new Map<string, Opened>();
  const brackets: number[] = [];
  const unclosed = new Set<number>();
  const marks = new RegExp(MARKS);
  let at = 0;
  for (let found = marks.exec(markdown); found; found = marks.exec(markdown)) {
    const { escaped, dropped, ticks, space, target, paired, bracket } = found.groups ?? {};
    pieces.push(markdown.slice(at, found.index));
    at = marks.lastIndex;
    if (escaped !== undefined) pieces.push(escaped);
    else if (space !== undefined) pieces.push(" ");
    else if (ticks !== undefined) {
      const code = unclosed.has(ticks.length) ? null : codeAt(markdown, found.index, ticks.length);
      // What no run of this length closes from here, none closes from further on: it needn't be looked for again.
      if (!code) unclosed.add(ticks.length);
      pieces.push(code?.content ?? ticks);
      if (code) at = code.end;
    } else if (target !== undefined) {
      const open = brackets.pop();
      if (open !== undefined) pieces[open] = "";
      else {
        pieces.push("]");
        at = found.index + 1;
      }
    } else if (bracket !== undefined) {
      if (bracket === "[") brackets.push(pieces.length);
      else brackets.pop();
      pieces.push(bracket);
    } else if (paired !== undefined) {
      const open = opened.get(paired);
      const before = markdown.charAt(found.index - 1);
      const after = markdown.charAt(at);
      if (open && open.end < found.index && mayClose(paired, before, after)) {
        pieces[open.piece] = "";
        opened.delete(paired);
      } else {
        if (!open && mayOpen(paired, before, after)) opened.set(paired, { piece: pieces.length, end: at });
        pieces.push(paired);
      }
    } else if (dropped !== undefined) pieces.push("");
    marks.lastIndex = at;
  }
  pieces.push(markdown.slice(at));
  return pieces.join("");
}

/** "2 * 3" and "snake_case" hold no marks: Discord wants words right behind a star, and none right before a line. */
function mayOpen(mark: string, before: string, after: string): boolean {
  if (mark === "*") return /\S/u.test(after);
  return mark !== "_" || !/[0-9A-Za-z]/u.test(before);
}

function mayClose(mark: string, before: string, after: string): boolean {
  if (mark === "*") return /\S/u.test(before);
  return mark !== "_" || !/[0-9A-Za-z]/u.test(after);
}

/** Code that begins with so many backticks at `from`, or null where nothing closes it. In it marks are characters. */
function codeAt(text: string, from: number, ticks: number): { content: string; end: number } | null {
  if (ticks < 3) {
    for (const { 0: run, index } of text.slice(from + ticks).matchAll(/`+/gu)) {
      if (run.length !== ticks) continue;
      const start = from + ticks;
      return { content: text.slice(start, start + index), end: start + index + ticks };
    }
    return null;
  }
  const close = text.indexOf("```", from + 3);
  if (close === -1) return null;
  const block = text.slice(from + 3, close).replace(/^[a-z0-9_+\-.#]+(?=[\n\r])/iu, "");
  return { content: block.replace(/^[\n\r]+|[\n\r]+$/gu, ""), end: close + 3 };
}
