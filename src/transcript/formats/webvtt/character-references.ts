import { decodeHTML, decodeHTMLStrict } from "entities";

/** The longest name that HTML reads without its semicolon, such as "Aacute". */
const LONGEST_LEGACY_NAME = 6;
const LONGEST_NAME = 32;
const COMMON: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["nbsp", "\u00a0"],
  ["lrm", "\u200e"],
  ["rlm", "\u200f"],
  ["quot", '"'],
]);

/** What a character reference stands for, and where it ends. */
export interface CharacterReference {
  readonly text: string;
  readonly end: number;
}

/**
 * Reads the character reference at an "&" as HTML does in text, for WebVTT says so: with any name or number, and for
 * old names without the semicolon too. Null where it is no reference, as in "A&M".
 * @see https://www.w3.org/TR/webvtt1/#webvtt-html-character-reference-in-data-state
 */
export function readCharacterReference(text: string, at: number, limit: number): CharacterReference | null {
  if (text.charCodeAt(at + 1) === 0x23) return readNumber(text, at, limit);
  let end = at + 1;
  while (end < limit && end - at <= LONGEST_NAME && isNameUnit(text.charCodeAt(end))) end += 1;
  const name = text.slice(at + 1, end);
  if (name === "") return null;
  if (end < limit && text.charCodeAt(end) === 0x3b) {
    const common = COMMON.get(name);
    if (common !== undefined) return { text: common, end: end + 1 };
    const whole = `&${name};`;
    const decoded = decodeHTMLStrict(whole);
    if (decoded !== whole) return { text: decoded, end: end + 1 };
  }
  for (let length = Math.min(name.length, LONGEST_LEGACY_NAME); length >= 2; length -= 1) {
    const legacy = `&${name.slice(0, length)}`;
    const decoded = decodeHTML(legacy);
    if (decoded !== legacy && decoded === decodeHTMLStrict(`${legacy};`))
      return { text: decoded, end: at + 1 + length };
  }
  return null;
}

function readNumber(text: string, at: number, limit: number): CharacterReference | null {
  const isHex = (text.charCodeAt(at + 2) | 0x20) === 0x78;
  const digits = isHex ? at + 3 : at + 2;
  let end = digits;
  while (end < limit && (isHex ? isHexDigit : isDigit)(text.charCodeAt(end))) end += 1;
  if (end === digits) return null;
  const written = text.slice(at, end);
  if (end < limit && text.charCodeAt(end) === 0x3b) end += 1;
  return { text: decodeHTML(`${written};`), end };
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isHexDigit(unit: number): boolean {
  return isDigit(unit) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x66);
}

function isNameUnit(unit: number): boolean {
  return isDigit(unit) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}
