import { blockQuotes } from "./passages.ts";

/**
 * A text as it fits on one line, where its claims are still the same: block quotes between marks instead of behind
 * them, line breaks and other white space as single spaces.
 */
export function onOneLine(text: string): string {
  let line = "";
  let at = 0;
  for (const { start, end } of blockQuotes(text)) {
    const words = text.slice(start, end).replace(/^>[^\S\r\n]/gmu, "");
    line += `${text.slice(at, start).replace(/>>>\s*$/u, "")} ${/[«»]/u.test(words) ? `“${words}”` : `«${words.trim()}»`} `;
    at = end;
  }
  line += text.slice(at);
  return line
    .replace(/\p{Bidi_Control}/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}
