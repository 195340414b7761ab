/** Tags of WebVTT that hold words, and those of HTML that people write in captions. None of them takes words. */
const BARE: ReadonlySet<string> = new Set(
  "c i b u s ruby rt em strong strike del ins small big sub sup tt code q cite mark center".split(" "),
);
/** Those of HTML whose attributes have an equals sign. */
const WITH_ATTRIBUTES: ReadonlySet<string> = new Set("font span a p div".split(" "));

/** What stands between "<" and ">". */
export type Tag =
  | { readonly kind: "plain" | "break" | "voice end"; readonly end: number }
  | { readonly kind: "voice"; readonly end: number; readonly nameFrom: number; readonly nameTo: number };

/**
 * Reads the tag that a "<" begins. Null where it begins none. WebVTT would take whatever follows for one, up to the
 * next ">" or to the end of the cue, and not show it: from "<5 %" on that would be words. So only what has the form
 * and the name of a tag is one here.
 */
export function readTag(text: string, at: number, limit: number): Tag | null {
  // A tag doesn't reach over another "<", so no place is looked at twice.
  let close = at + 1;
  for (; close < limit; close += 1) {
    const unit = text.charCodeAt(close);
    if (unit === 0x3c) return null;
    if (unit === 0x3e) break;
  }
  if (close >= limit) return null;
  const end = close + 1;
  const first = text.charCodeAt(at + 1);
  if (first === 0x3e) return { kind: "plain", end };
  if (first >= 0x30 && first <= 0x39) return isTime(text, at + 1, close) ? { kind: "plain", end } : null;
  const isEnd = first === 0x2f;
  let nameEnd = isEnd ? at + 2 : at + 1;
  const nameFrom = nameEnd;
  while (nameEnd < close && isNameUnit(text.charCodeAt(nameEnd))) nameEnd += 1;
  if (nameEnd - nameFrom > 8) return null;
  const name = text.slice(nameFrom, nameEnd).toLowerCase();
  let rest = nameEnd;
  if (text.charCodeAt(rest) === 0x2e) while (rest < close && !isBlank(text.charCodeAt(rest))) rest += 1;
  const hasRest = rest < close && text.slice(rest, close).trim() !== "";
  if (hasRest && rest === nameEnd && !isBlank(text.charCodeAt(rest))) {
    return name === "br" && text.slice(rest, close) === "/" ? { kind: "break", end } : null;
  }
  if (isEnd) {
    if (hasRest || !(name === "" || isKnown(name))) return null;
    return { kind: name === "v" ? "voice end" : "plain", end };
  }
  if (name === "v") return { kind: "voice", end, nameFrom: rest, nameTo: close };
  if (name === "br")
    return !hasRest || text.slice(rest, close).trim() === "/" ? { kind: "break", end } : null;
  if (name === "lang" || (name === "" && rest > nameEnd && !hasRest)) return { kind: "plain", end };
  if (BARE.has(name)) return hasRest ? null : { kind: "plain", end };
  if (!WITH_ATTRIBUTES.has(name)) return null;
  return !hasRest || text.slice(rest, close).includes("=") ? { kind: "plain", end } : null;
}

function isKnown(name: string): boolean {
  return name === "v" || name === "lang" || name === "br" || BARE.has(name) || WITH_ATTRIBUTES.has(name);
}

/** Digits and the marks between them: a time at which the words after it are shown. */
function isTime(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    const isMark = unit === 0x3a || unit === 0x2e || unit === 0x2c;
    if (!isMark && !(unit >= 0x30 && unit <= 0x39)) return false;
  }
  return text.slice(start, end).includes(":");
}

function isNameUnit(unit: number): boolean {
  return ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0x0c;
}
