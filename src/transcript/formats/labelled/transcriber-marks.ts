import type { Span } from "../../source-text.ts";
import { withoutInsertions } from "../article/editorial-insertions.ts";

/**
 * What transcribers write between words in parentheses, asterisks or other brackets. People speak in parentheses, too,
 * so that only these are known for marks; square brackets are always the transcriber's.
 */
const NOTE =
  "(?:(?:\\p{L}+\\s+){0,3}(?:inaudible|unintelligible|indiscernible|indistinct|unclear|audio (?:gap|drops?|cuts? out)|crosstalk|cross-talk|cross talk|overtalk(?:ing)?|overlapping(?: \\p{L}+)?|simultaneous(?:ly)?(?: \\p{L}+)?|laughter|laughs?|laughing|laughed|chuckles?|chuckling|giggles?|giggling|applause|applauds?|applauding|cheers|cheering|cheers and applause|boos|booing|sighs?|sighing|coughs?|coughing|sneezes?|sniffs?|sniffles?|sobs?|sobbing|cries|crying|weeps?|weeping|gasps?|groans?|moans?|yawns?|whistles?|whispers?|whispering|hums?|humming|sings?|singing|claps?|clapping|clears (?:his |her |their )?throat|pauses?|pausing|long pause|silence|beat|music|theme music|music plays?|music playing|phone rings?|phone ringing|door \\p{L}+|nods?|nodding|shrugs?|gestures?|gesturing|phonetic|ph|sic|spelling|sp|foreign language|speaks? \\p{L}+|speaking \\p{L}+|speaking in \\p{L}+|redacted|expletive(?: deleted)?|bleep(?:ed)?|beep|static|tape (?:stops|ends|off|change)|recording (?:stops|paused|resumes)|break|recess|off (?:the )?record|whereupon[^)]*|witness (?:nods|complies|indicating)|indicating|no (?:audible )?response|video (?:plays|playing|clip)|begin video clip|end video clip|via telephone|voice-?over|on camera|off camera|through (?:an )?interpreter|continuing|reading|смеется|смеётся|смех|неразборчиво|пауза|аплодисменты|lacht|lachen|gelächter|unverständlich|applaus|risas|ríe|inaudible|aplausos|rires|rit|inaudible|applaudissements|risate|ride|applausi|incomprensibile|笑|笑声|笑い|掌声|拍手|听不清|聞き取れず|웃음|ضحك|تصفيق|γέλια)(?:\\s+(?:\\p{L}+\\s*){0,3})?)";
const TIMES = "\\d{1,3}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?";
const INSIDE = `\\s*(?:${NOTE}\\s*[.!?…]?\\s*(?:${TIMES})?|(?:at\\s+)?${TIMES}(?:\\s*[-–—]\\s*${TIMES})?|[?\\s]+|\\.{2,}|…)\\s*`;
/** Longest mark, in UTF-16 units, with its brackets. */
const LONGEST = 80;
const MARK = new RegExp(
  `^(?:\\(\\(?${INSIDE}\\)?\\)|\\{${INSIDE}\\}|<${INSIDE}>|\\*{1,2}${INSIDE}\\*{1,2}|[♪♫]+${INSIDE}[♪♫]+)$`,
  "iu",
);
/** How somebody begins to speak, told by the transcriber: "(laughing)", "(to the driver)". */
const MANNER =
  /^\((?:\p{Ll}+ing|\p{Ll}+ly|to (?:the |his |her |himself|herself )?[\p{L} ]{2,24}|in [\p{L} ]{2,24}|from [\p{L} ]{2,24}|over [\p{L} ]{2,24})\.?\)/u;

const CLOSING: Readonly<Record<string, string>> = {
  "(": ")",
  "{": "}",
  "<": ">",
  "*": "*",
  "♪": "♪",
  "♫": "♫",
};

/** The words of a passage without the transcriber's own, such as [inaudible] and (laughs), which nobody spoke. */
export function wordsSpoken(text: string, span: Span): readonly Span[] {
  return withoutInsertions(text, span).flatMap((words) => withoutMarks(text, words, span.start));
}

function withoutMarks(text: string, { start, end }: Span, passageStart: number): readonly Span[] {
  const spoken: Span[] = [];
  let from = start;
  const keep = (to: number) => {
    const words = trimmed(text, from, to);
    if (words && /[\p{L}\p{N}]/u.test(text.slice(words.start, words.end))) spoken.push(words);
  };
  for (let at = start; at < end; at += 1) {
    const closing = CLOSING[text.charAt(at)];
    if (closing === undefined) continue;
    const to = markAt(text, at, end, closing, at === passageStart);
    if (to === at) continue;
    keep(at);
    from = to;
    at = to - 1;
  }
  keep(end);
  return spoken;
}

/** Where the mark that opens here ends; `at` itself where none does. */
function markAt(text: string, at: number, end: number, closing: string, opens: boolean): number {
  const isNote = closing === "♪" || closing === "♫";
  const limit = Math.min(end, at + LONGEST);
  let close = at + 1;
  // Two signs of one kind open and close together.
  while (close < limit && text.charAt(close) === text.charAt(at)) close += 1;
  const inner = close;
  while (close < limit && text.charAt(close) !== closing) {
    if (text.charAt(close) === "\n" && text.charAt(close + 1) === "\n") return isNote ? inner : at;
    close += 1;
  }
  while (close < limit && text.charAt(close + 1) === closing && close + 1 < limit) close += 1;
  const mark = text.slice(at, close + 1);
  if (close < limit && (MARK.test(mark) || (opens && MANNER.test(mark)))) return close + 1;
  // A note is a sign that music plays; what stands between two is sung.
  return isNote ? inner : at;
}

function trimmed(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}
