/**
 * What a terminal or a log would obey or hide instead of showing: control characters, line breaks of all kinds,
 * marks that turn the direction of writing, characters without width, and halves of characters.
 */
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}\u200b\u2060\ufeff]/gu;

/** A text as one line that can be shown anywhere: a line break becomes `\u{a}`, a mark for right-to-left `\u{202e}`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (unit) => `\\u{${unit.codePointAt(0)?.toString(16)}}`);
}
