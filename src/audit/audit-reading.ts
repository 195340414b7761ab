import { decodeHTMLStrict } from "entities";
import type { Reading } from "../transcript/reading.ts";
import { AuditFault } from "./audit-fault.ts";

/** A run that is the file's own characters. */
const COPIED = -1;
/** White space, or mark-up that separates words as white space does: a tag, a line break written as one. */
const SEPARATES = /^(?:\s|<[^<>]*>|\\[nrtf]|\\u00(?:0[9a-d]|20)|&(?:nbsp|#160|#xa0);?)*$/iu;

/**
 * Holds a reading against its file, run by run: what is copied must stand there, what is decoded must be what the
 * mark-up stands for by the rules of its language, and what was put between words must be white space. Each rule is
 * applied here anew, by another decoder than the one that made the reading where there is one.
 *
 * @param file the file's text.
 * @throws AuditFault at the first run that doesn't hold.
 */
export function auditReading(reading: Reading, file: string): void {
  const { at, from, to, means, meanings } = reading.runs;
  let last = 0;
  for (let run = 0; run < at.length; run += 1) {
    const begins = at[run] ?? 0;
    const shown = reading.text.substring(begins, at[run + 1] ?? reading.text.length);
    const [start = 0, end = 0, meaning = COPIED] = [from[run], to[run], means[run]];
    const written = file.substring(start, end);
    const holds =
      meaning === COPIED ? shown === written : shown === meanings[meaning] && stands(written, shown);
    if (start < last || !holds) throw new AuditFault(`a reading differs from its file at unit ${start}`);
    last = end;
  }
}

/** Tags of HTML that a browser shows as characters: a line break, and quotation marks around what is quoted. */
const TAGS: readonly (readonly [tag: RegExp, shown: string])[] = [
  [/^<\/?br[\s/>]/iu, "\n"],
  [/^<q[\s/>]/iu, "“"],
  [/^<\/q[\s/>]/iu, "”"],
];

/** True when that is what the mark-up stands for. */
function stands(written: string, shown: string): boolean {
  // A run of nothing but white space may be millions long, which a repeated group would not survive.
  if (!/\S/u.test(shown) && (!/\S/u.test(written) || SEPARATES.test(written))) return true;
  // A line break in Markdown, with the marks of quotation at the front of the next line.
  if (!/\S/u.test(shown) && /^[ \t]*(?:\r\n|\n|\r)[ \t>]*$/u.test(written)) return true;
  // White space that is written as an entity is folded like any other.
  if (shown === " " && entities(written).some((one) => /^[\t\n\f\r ]$/u.test(one))) return true;
  if (written.endsWith(">") && TAGS.some(([tag, mark]) => mark === shown && tag.test(written))) return true;
  if (written.startsWith("&")) return entities(written).includes(shown);
  if (!written.startsWith("\\")) return false;
  // Markdown takes its meaning from a mark; JSON has letters for what can't be written.
  return (/^\\[!-/:-@[-`{-~]$/u.test(written) && shown === written.charAt(1)) || parsed(written) === shown;
}

/** What an entity means, whether its semicolon stands there or was left out. */
function entities(written: string): readonly string[] {
  return written.startsWith("&") ? [decodeHTMLStrict(written), decodeHTMLStrict(`${written};`)] : [];
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(`"${written}"`);
  } catch {
    return undefined;
  }
}
