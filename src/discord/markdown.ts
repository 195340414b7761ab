/** Characters that start or end Discord mark-up wherever they stand, and the backslash itself. */
const ANYWHERE = /[\\*_~`|<[\]:@]/gu;

/**
 * What Discord reads as mark-up at the start of a line: headings and small print, quotes, list items. The
 * character to escape is the last of the match, except before a space, which can't be escaped.
 */
const AT_LINE_START = /^([^\S\n]*)(#|-|\+|>)|^([^\S\n]*\d+)([.)])/gmu;

/**
 * Escapes a text so that Discord shows it character by character: no bold, links, mentions, emoji codes,
 * timestamps, headings or lists come of it. Discord drops a backslash before any character that is neither
 * letter, digit nor white space, so nothing is lost: see {@link unescapeMarkdown}.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ANYWHERE, "\\$&")
    .replace(AT_LINE_START, (_match, space, sign, number, dot) =>
      sign === undefined ? `${number}\\${dot}` : `${space}\\${sign}`,
    );
}

/** The text that Discord shows for an escaped one. */
export function unescapeMarkdown(escaped: string): string {
  return escaped.replace(/\\([^0-9A-Za-z\s])/gu, "$1");
}

/**
 * Quoted words as a block quote: each of their lines behind a mark, nothing else changed. Discord's client takes
 * "\r\n", "\n" and a lone "\r" for the end of a line; without the mark, the next would stand outside the quote.
 */
export function blockQuote(text: string): string {
  return `> ${escapeMarkdown(text).replace(/\r\n|\n|\r/gu, "$&> ")}`;
}

/**
 * Our own words on one line, escaped; control characters and line breaks become spaces. Marks that turn the
 * direction of writing are dropped: in a name or a question they would rearrange our line.
 */
export function ownWords(text: string): string {
  return escapeMarkdown(
    text
      .replace(/\p{Bidi_Control}/gu, "")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  );
}
