import type { Span } from "../../source-text.ts";
import type { Line } from "./lines.ts";

const WHOLLY_BRACKETED = /^(?:\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>|\*[^*]*\*)[.\s]*$/u;
const RULE = /^(?:[-–—_=*#~•.\s]{3,}|[#*]+)$/u;
const PAGE =
  /^(?:\[graphic\]\s.*|page\s+\d+(?:\s+of\s+\d+)?|[-–—]\s*\d+\s*[-–—]|(?:(?:end|beginning|start) of )?tape\s+\w+(?:,?\s+side\s+\w+)?|end of (?:(?:tape|side|session|part|disc|file|interview|recording)\s?\w{0,6},?\s?){1,2}|part\s+(?:\d+|[ivx]+|one|two|three|four|five)|chapter\s+\w+)$/iu;
const ENDING =
  /^(?:[[(*]*\s*(?:end of (?:the )?(?:interview|transcript|recording|tape|audio|session|hearing|file|part)|interview ends|recording ends|transcript ends|конец|ende (?:des|der)|fin (?:de|del)|whereupon,? |\(?whereupon\b|the (?:hearing|meeting|deposition|proceedings?) (?:was |were )?(?:adjourned|concluded)|copyright\b|©|to order (?:\p{L}+\s){0,4}transcripts?\b|transcri(?:bed|ption|pt) (?:by|provided|created|edited|courtesy)|this (?:transcript|interview) (?:was|is|has been)\b|the (?:transcript|interview) (?:was|has been) (?:transcribed|edited|produced)|our standard editor|for more (?:information|on|episodes)|find us (?:on|at)|follow us\b|https?:|www\.))/iu;

/** What stands over the parts of a page below an interview. */
const BELOW =
  /^(?:about the (?:author|writer|interviewer|host|show|podcast)s?|related (?:posts|articles|episodes|stories)|leave a (?:comment|reply)|\d+ (?:comments?|responses)|comments|share this|further reading|read next|notes|footnotes|references)\W*$/iu;

/** Longest heading in capitals, in words. */
const LONGEST_HEADING = 9;

/** True for a paragraph that stands in brackets from end to end: what somebody saw or heard, not what was said. */
export function isStageNote(paragraph: string): boolean {
  return paragraph.length < 2000 && WHOLLY_BRACKETED.test(paragraph);
}

/** True for a line among the turns that nobody says: a heading, a rule, the number of a page. */
export function isHeadingLine(line: Line, text: string): boolean {
  if (line.isHeading) return true;
  const { start, end } = line.span;
  if (end - start > 100 || !line.opensBlock) return false;
  const words = text.slice(start, end);
  if (RULE.test(words) || PAGE.test(words)) return true;
  const isShouted = /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words);
  return isShouted && !/[.?!,;…"”'’–—-]$/u.test(words) && words.split(/\s+/u).length <= LONGEST_HEADING;
}

/** True for the first line of what stands under an interview: who transcribed it, whose it is, that it has ended. */
export function isEnding(words: string): boolean {
  return ENDING.test(words.slice(0, 200));
}

/** The index of the first line under the last turn that belongs to nobody; the number of lines where all belong. */
export function footerFrom(lines: readonly Line[], lastLabel: number, text: string): number {
  for (let at = lastLabel + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line?.opensBlock) continue;
    const words = slice(text, line.span);
    if (line.isHeading || isEnding(words) || BELOW.test(words) || (RULE.test(words) && at + 1 < lines.length))
      return at;
  }
  return lines.length;
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + 200));
}
