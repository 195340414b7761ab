import { AuditFault } from "./audit-fault.ts";
import type { Claim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";

/** A claim about one text of a message, by the id of its component. */
export interface MessageClaim extends Claim {
  readonly component: number;
}

interface ShownText {
  readonly id: number | undefined;
  readonly content: string;
}

/**
 * The last mile on Discord: reads a message's components back as a person would see them, and holds every
 * character shown as a quote against the source. It knows Discord's mark-up, and nothing of how the message
 * was made.
 *
 * @param components the `components` of the message, as they will be sent.
 * @throws AuditFault when anything shown as quoted is not what it claims to be, or a claim isn't shown.
 */
export function auditMessage(components: unknown, claims: readonly MessageClaim[], evidence: Evidence): void {
  const open = new Map(claims.map((claim) => [claim.component, claim]));
  if (open.size !== claims.length) throw new AuditFault("two claims are about the same component");
  for (const { id, content } of textsIn(components)) {
    const claim = id === undefined ? undefined : open.get(id);
    if (!claim) {
      if (looksQuoted(content)) throw new AuditFault("a text that claims nothing is shown as a quote");
      continue;
    }
    const shown = readQuote(content);
    const words = evidence.wordsOf(claim);
    if (shown !== words) {
      throw new AuditFault(
        `component ${claim.component} differs from its source at unit ${differsAt(shown, words)}`,
      );
    }
    open.delete(claim.component);
  }
  const [missing] = open.keys();
  if (missing !== undefined) throw new AuditFault(`component ${missing} should show a quote and isn't there`);
}

/** Every text that is shown, wherever it is nested, also in fields this version doesn't know. */
function textsIn(value: unknown, found: ShownText[] = []): readonly ShownText[] {
  if (Array.isArray(value)) {
    for (const item of value) textsIn(item, found);
  } else if (isFields(value)) {
    const { content, id } = value;
    if (typeof content === "string") found.push({ content, id: typeof id === "number" ? id : undefined });
    for (const name in value) textsIn(value[name], found);
  }
  return found;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What ends a line for Discord's client. */
const LINE_END = /(\r\n|\n|\r)/;

/**
 * Discord shows a line behind `>` and a space as quoted, and everything after `>>>`; also within a list item, a
 * heading or small print.
 */
function looksQuoted(content: string): boolean {
  return content.split(LINE_END).some((line) => /^\s*(?:(?:[-*+]|\d+[.)]|#{1,3}|-#)\s+)*>/.test(line));
}

/** What a person reads in a text whose every line is quoted. */
function readQuote(content: string): string {
  return content
    .split(LINE_END)
    .map((piece, index) => {
      // Every other piece is a line's end.
      if (index % 2 === 1) return piece;
      if (!piece.startsWith("> ")) throw new AuditFault("a line of a quote isn't shown as quoted");
      return readLine(piece.substring(2));
    })
    .join("");
}

/** Signs that begin or end mark-up wherever they stand, unless a backslash takes that from them. */
const ACTIVE = new Set("*_~`|<[]:@");

function readLine(line: string): string {
  if (/^\s*(?:#|-|\+|>|\d+[.)])/.test(line)) throw new AuditFault("a quoted line begins with mark-up");
  let shown = "";
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === "\\") {
      at += 1;
      const escaped = line.charAt(at);
      if (escaped === "" || /[0-9A-Za-z\s]/.test(escaped)) {
        throw new AuditFault("a quote has a backslash that would be shown");
      }
      shown += escaped;
    } else if (ACTIVE.has(character)) {
      throw new AuditFault("a quote has mark-up in it");
    } else {
      shown += character;
    }
  }
  return shown;
}

function differsAt(shown: string, words: string): number {
  let at = 0;
  while (at < shown.length && shown.charAt(at) === words.charAt(at)) at += 1;
  return at;
}
