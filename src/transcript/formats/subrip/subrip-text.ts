import type { LineAssembler } from "../captions/line-assembler.ts";
import { readTag } from "../captions/tags.ts";

/** Longest override that is looked for, such as `{\an8}` or `{\pos(320,50)}`. */
const LONGEST_OVERRIDE = 200;

/**
 * Reads a subtitle's text: its words without the tags (`<i>`, `<font color="…">`), the overrides (`{\an8}`, `{i}`)
 * and the line breaks (`\N`) that players know. There is no specification. Character references stay as they are
 * written, as in ffmpeg and pycaption (VLC decodes a few): nothing says that SubRip has any.
 *
 * @param text the file's text; the subtitle's stands from `start` to `end`.
 */
export function readSubRipText(text: string, start: number, end: number, into: LineAssembler): void {
  let words = start;
  let at = start;
  const markup = (to: number) => {
    into.words(words, at);
    into.tag(at, to);
    at = to;
    words = to;
  };
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) {
      into.words(words, at);
      into.lineBreak();
      at += unit === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
      words = at;
    } else if (unit === 0x3c) {
      const tag = readTag(text, at, end);
      if (!tag) at += 1;
      else if (tag.kind === "voice") {
        // Some programs put WebVTT's words into SubRip.
        into.words(words, at);
        const name = text.slice(tag.nameFrom, tag.nameTo).trim();
        into.voice({ name: name === "" ? null : name, tag: { start: at, end: tag.end } });
        at = tag.end;
        words = at;
      } else {
        markup(tag.end);
        if (tag.kind === "break") into.lineBreak();
        if (tag.kind === "voice end") into.voice(null);
      }
    } else if (unit === 0x7b) {
      const close = overrideEnd(text, at, end);
      if (close === 0) at += 1;
      else markup(close);
    } else if (
      unit === 0x5c &&
      (text.charCodeAt(at + 1) === 0x4e || text.charCodeAt(at + 1) === 0x68) &&
      at + 2 <= end
    ) {
      markup(at + 2);
      into.lineBreak();
    } else {
      at += 1;
    }
  }
  into.words(words, end);
  into.finish();
}

/** Where the override that a "{" begins ends; 0 where it begins none. */
function overrideEnd(text: string, at: number, limit: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === 0x5c) {
    for (let close = at + 2; close < Math.min(limit, at + LONGEST_OVERRIDE); close += 1) {
      const unit = text.charCodeAt(close);
      if (unit === 0x0a || unit === 0x0d || unit === 0x7b) return 0;
      if (unit === 0x7d) return close + 1;
    }
    return 0;
  }
  const short = /^\{(?:\/?[bius]|[yYcCfFsS]:[^{}\s]{1,20})\}/u.exec(text.slice(at, Math.min(limit, at + 26)));
  return short ? at + short[0].length : 0;
}
