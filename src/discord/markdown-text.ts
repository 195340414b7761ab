import { withoutMarks } from "./markdown-marks.ts";

interface Line {
  readonly text: string;
  /** What ends it; empty for the last. */
  readonly end: string;
}

/** Lines of a message that belong together: a block quote, its marks taken away, or what stands between two. */
interface Stretch {
  readonly quoted: boolean;
  readonly lines: Line[];
}

/** From here on, all of the message is a block quote. */
const QUOTE_ALL = /^ *>>> /u;
const QUOTE_LINE = /^ *> /u;

/**
 * What people read in a text with Discord's mark-up. Marks go, and so does what isn't anybody's words: mentions,
 * custom emoji, timestamps and addresses become a space. Only block quotes stay marked: each of their lines begins
 * with "> ", and no other line does.
 *
 * Our own code, for no library reads all of it: discord-markdown-parser 1.3 knows neither masked links nor lists,
 * and changes tabs. Tests hold this against it where it does.
 */
export function markdownText(markdown: string): string {
  return stretchesOf(linesOf(markdown))
    .map(({ quoted, lines }) => {
      const shown = withoutMarks(
        lines.map(({ text, end }, at) => (at + 1 < lines.length ? text + end : text)).join(""),
      );
      const marked = quoted ? `> ${shown.replace(/\r\n|\n|\r/gu, "$&> ")}` : shown.replace(/^>/gmu, " >");
      return marked + (lines.at(-1)?.end ?? "");
    })
    .join("");
}

function linesOf(markdown: string): readonly Line[] {
  const parts = markdown.split(/(\r\n|\n|\r)/u);
  return parts.flatMap((text, at) => (at % 2 === 0 ? [{ text, end: parts[at + 1] ?? "" }] : []));
}

function stretchesOf(lines: readonly Line[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const lastFence = lines.findLastIndex(({ text }) => text.includes("```"));
  let inCode = false;
  for (const [at, line] of lines.entries()) {
    if (!inCode && QUOTE_ALL.test(line.text)) {
      const first = { ...line, text: line.text.replace(QUOTE_ALL, "") };
      stretches.push({ quoted: true, lines: [first, ...lines.slice(at + 1)] });
      break;
    }
    // In a block of code a ">" is a ">".
    const quoted = !inCode && QUOTE_LINE.test(line.text);
    let stretch = stretches.at(-1);
    if (stretch?.quoted !== quoted) {
      stretch = { quoted, lines: [] };
      stretches.push(stretch);
    }
    stretch.lines.push(quoted ? { ...line, text: line.text.replace(QUOTE_LINE, "") } : line);
    // What is never closed was never opened.
    if (!quoted && hasOddFences(line.text)) inCode = !inCode && at < lastFence;
  }
  return stretches;
}

function hasOddFences(line: string): boolean {
  return [...line.matchAll(/\\[^0-9A-Za-z\s]|```/gu)].filter(([mark]) => mark === "```").length % 2 === 1;
}
