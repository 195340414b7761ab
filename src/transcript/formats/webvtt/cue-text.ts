import type { TaggedVoice } from "../captions/caption.ts";
import type { LineAssembler } from "../captions/line-assembler.ts";
import { readTag } from "../captions/tags.ts";
import type { Warnings } from "../captions/warnings.ts";
import { readCharacterReference } from "./character-references.ts";

/**
 * Reads a cue's text: its words, tags and character references, as the WebVTT cue text tokenizer does, but for one
 * thing. Where the tokenizer hides what no tag has ("<5 %", "<laughs>"), the words stay words.
 *
 * @param text the file's text; the cue's stands from `start` to `end`.
 * @see https://www.w3.org/TR/webvtt1/#webvtt-cue-text-tokenizer
 */
export function readCueText(
  text: string,
  start: number,
  end: number,
  into: LineAssembler,
  warnings: Warnings,
): void {
  const voices: TaggedVoice[] = [];
  let words = start;
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) {
      into.words(words, at);
      into.lineBreak();
      at += unit === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
      words = at;
    } else if (unit === 0x26) {
      const reference = readCharacterReference(text, at, end);
      if (reference) {
        into.words(words, at);
        into.decoded(at, reference.end, reference.text);
        words = reference.end;
      }
      at = reference?.end ?? at + 1;
    } else if (unit === 0x3c) {
      const tag = readTag(text, at, end);
      if (!tag) {
        warnings.add(
          at,
          "this “<” begins no tag of WebVTT; a player wouldn’t show what follows.",
          "It is read as words. Write &lt; for a “<” that is meant, or repair the tag.",
        );
        at += 1;
        continue;
      }
      into.words(words, at);
      if (tag.kind === "voice") {
        const name = voiceName(text, tag.nameFrom, tag.nameTo);
        const voice = { name: name === "" ? null : name, tag: { start: at, end: tag.end } };
        voices.push(voice);
        into.voice(voice);
      } else {
        into.tag(at, tag.end);
        if (tag.kind === "break") into.lineBreak();
        // A closing tag without an open one closes nothing.
        if (tag.kind === "voice end" && voices.pop()) {
          const around = voices.at(-1);
          into.voice(around ? { name: around.name, tag: null } : null);
        }
      }
      at = tag.end;
      words = at;
    } else {
      at += 1;
    }
  }
  into.words(words, end);
  into.finish();
}

function voiceName(text: string, start: number, end: number): string {
  let name = "";
  let at = start;
  while (at < end) {
    const reference = text.charCodeAt(at) === 0x26 ? readCharacterReference(text, at, end) : null;
    name += reference?.text ?? text.charAt(at);
    at = reference?.end ?? at + 1;
  }
  return name.replace(/\s+/gu, " ").trim();
}
