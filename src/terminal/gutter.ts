import type { Style } from "./style.ts";
import { readControls, showControls } from "./visible-controls.ts";

export const GUTTER_BAR = "│";

/** Stands before every line of a quote, and before nothing else. */
export const GUTTER = `${GUTTER_BAR} `;

/**
 * Quoted words with the gutter before each line. A line ends at "\n" alone, so that a "\r" before it stays where
 * it is; nothing is wrapped, for only the terminal knows how without changing a character.
 */
export function inGutter(words: string, style: Style): string {
  return eachLine(words, style, showControls)
    .map((line) => GUTTER + line)
    .join("\n");
}

/** The quotes of a rendered reply, in order, as their sources have them: what `inGutter` did, undone. */
export function quotesShown(shown: string, style: Style): readonly string[] {
  const quotes: string[][] = [];
  let open: string[] | null = null;
  for (const line of shown.split("\n")) {
    if (!line.startsWith(GUTTER)) {
      open = null;
      continue;
    }
    if (!open) {
      open = [];
      quotes.push(open);
    }
    open.push(line.slice(GUTTER.length));
  }
  return quotes.map((lines) => eachLine(lines.join("\n"), style, readControls).join("\n"));
}

function eachLine(words: string, style: Style, change: (line: string) => string): readonly string[] {
  const lines = words.split("\n");
  if (!style.visibleControls) return lines;
  // A carriage return right before a line break does no harm and isn't worth showing.
  return lines.map((line, index) =>
    index < lines.length - 1 && line.endsWith("\r") ? `${change(line.slice(0, -1))}\r` : change(line),
  );
}
