import { readTime } from "./times.ts";

const LONGEST = 70;
const MOST_WORDS = 7;
const TIME = /[[(]?(?<![\d:])(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?(?![\d:])[\])]?/;
/** Marks that set a name off: "— Ann", "Ann:", "[Ann]". */
const AROUND = /^[\s\-–—•>|[(]+|[\s\-–—|\])]+$/gu;

/** A label such as "Ann Vale (00:12):", taken apart. */
export interface Label {
  readonly voice: string;
  readonly time: number | null;
  readonly hasColon: boolean;
}

/** Reads what stands where a name may; null where it can't be one. */
export function readLabel(text: string): Label | null {
  if (text.length > LONGEST + 20) return null;
  const clock = TIME.exec(text);
  const timed = clock ? `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}` : text;
  const bare = timed.trim();
  const hasColon = /[:：]$/u.test(bare);
  let voice = bare.replace(/\s*[:：]+$/u, "").trim();
  // "Dr. Vale (host)" keeps what belongs to it; brackets around the whole of it don't.
  if (/^[[(].*[\])]$/u.test(voice) || !/[\])]$/u.test(voice)) voice = voice.replace(AROUND, "");
  if (/^[QA]\.$/u.test(voice)) voice = voice.slice(0, 1);
  if (!isName(voice, hasColon)) return null;
  return { voice: voice.replace(/\s+/gu, " "), time: clock ? readTime(clock[0]) : null, hasColon };
}

function isName(voice: string, hasColon: boolean): boolean {
  if (voice.length > LONGEST || !/\p{L}/u.test(voice)) return false;
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\d“"'@#]/u.test(voice) && !hasColon) return false;
  if (voice.split(/\s+/u).length > MOST_WORDS) return false;
  if (/[?!;:…]|[,.]["”’]|,$/u.test(voice)) return false;
  // A full stop ends a sentence, but not "Jr." or an initial.
  return !/(?:\p{L}{4,}|\d)\.$/u.test(voice);
}
