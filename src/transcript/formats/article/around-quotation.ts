import type { Span } from "../../source-text.ts";
import { readFollowing } from "./attribution.ts";
import type { Quotation } from "./quotations.ts";
import type { Named } from "./subject.ts";

/** Speech without an attribution: a whole paragraph, or a whole sentence where a sentence may begin. */
export function standsAlone(
  words: string,
  before: string,
  after: string,
  quotation: Quotation,
  paragraph: Span,
  text: string,
): boolean {
  const endsSentence = /[.?!…—–][’'\])]*$/u.test(words);
  const opensParagraph = quotation.outer.start === paragraph.start;
  if (opensParagraph && (!quotation.closed || after.trim() === "")) return true;
  // „…“, sagt Vogel. „…“ – where such marks are used, a comma after the closing one leads to who speaks.
  const isOpenedLow = /[„«»]/u.test(text.charAt(quotation.outer.start));
  if (isOpenedLow && /^,\s*\p{L}/u.test(after) && (opensParagraph || endsBefore(before))) return true;
  if (isOpenedLow && /(?:[,:]|[,:]\s+\p{L}+)\s+$/u.test(before) && paragraph.start < quotation.outer.start) {
    return endsSentence || /^[.?!]?\s*$/u.test(after);
  }
  if (opensParagraph) return endsSentence && !/^\s*\p{Ll}/u.test(after);
  const afterSentence = /[.?!:][’”"»]?\s*$/u.test(before) || before.trim() === "";
  return endsSentence && afterSentence && /^[\p{Lu}\p{N}[…]/u.test(words);
}

/** True where the narration before a quotation ends a sentence, or there is none. */
function endsBefore(before: string): boolean {
  return before.trim() === "" || /[.?!:]["”“»«]?\s*$/u.test(before);
}

/** Words that a sentence leads into are spoken when they make a clause: a title or a single phrase doesn't. */
export function isLedInto(words: string, after: string, quotation: Quotation): boolean {
  return !quotation.closed || /[.?!…,—–-][’'\])]*$/u.test(words) || /^\s*(?:$|[.?!])/u.test(after);
}

/** “…,” he said.  “…?” I asked.  ‘…’, she says. — the sentence goes on after the mark. */
export function readAttributionAfter(words: string, before: string, after: string): Named | null {
  // The narration after a quotation is its attribution unless it leads into the next one.
  if (/:\s*$/u.test(after)) return null;
  const opensClause = /(?:^|[.?!:,…–—-][\p{Pf}\p{Pe}"']*)\s*$/u.test(before);
  if (!opensClause) return null;
  if (/^\s*[,–—-]/u.test(after) || /[,…–—-]$/u.test(words)) return readFollowing(after, false);
  // “…?” She shrugged. – a capital begins another sentence, unless it is that of a name.
  const beginsSentence =
    /^\s*(?:The|An?|H(?:e|is|er)|S(?:he)|They|Their|It|There|This|That|My|We|Our|But|And|Then)\b/u;
  if (/[?!]$/u.test(words)) return beginsSentence.test(after) ? null : readFollowing(after, false);
  if (/\.$/u.test(words) && !/^\s+\p{Ll}/u.test(after)) return null;
  return readFollowing(after, true);
}
