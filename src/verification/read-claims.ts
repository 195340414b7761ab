import { foldWord } from "../search/text-analysis.ts";
import type { Claim } from "./claim-judge.ts";
import { comparedWords } from "./compared-words.ts";
import { AFTER_QUOTE, ANNOUNCING, BEFORE_QUOTE, LEADS, NO_NAMES, TAILS } from "./english/asking.ts";
import { quotedPassages } from "./passages.ts";

/** Fewer words in marks are a term someone sets off, where longer passages are there to be checked. */
const PASSAGE_WORDS = 3;

/** How far from a quote its speaker is looked for. */
const REACH = 160;

/** The claims in a text, in order. */
export interface ClaimsRead {
  /** The text as a whole. */
  readonly whole: Claim;
  /** The same without what asks for it to be checked: "did he say …"; null where nothing does. */
  readonly stripped: Claim | null;
  /** What stands in quotation marks or a block quote, with whom it is given to. */
  readonly quoted: readonly Claim[];
}

/** Finds what is claimed in a text, and who is said to have said it. English wording; names also before a colon or behind a dash. */
export function readClaims(text: string): ClaimsRead {
  const passages = quotedPassages(text);
  const long = passages.filter(({ start, end }) => comparedWords(text, start, end).length >= PASSAGE_WORDS);
  const checked = long.length > 0 ? long : passages;
  let before = 0;
  const quoted = checked.map(({ start, end }, at) => {
    const next = checked[at + 1]?.start ?? text.length;
    const lead = text.slice(Math.max(before, start - 1 - REACH), Math.max(before, start - 1));
    const tail = text.slice(end + 1, Math.min(next, end + 1 + REACH));
    before = end + 1;
    return {
      text: text.slice(start, end),
      speaker:
        nameBy(AFTER_QUOTE.slice(0, 2), tail) ?? nameBy(BEFORE_QUOTE, lead) ?? nameBy(AFTER_QUOTE, tail),
    };
  });
  return { whole: { text, speaker: null }, stripped: strippedOf(text), quoted };
}

function strippedOf(text: string): Claim | null {
  let rest = text;
  let speaker: string | null = null;
  for (const patterns of [LEADS, TAILS]) {
    for (const pattern of patterns) {
      const found = pattern.exec(rest);
      if (!found) continue;
      const left = patterns === LEADS ? rest.slice(found[0].length) : rest.slice(0, found.index);
      if (!/[\p{L}\p{N}]/u.test(left)) continue;
      rest = left;
      speaker ??= nameOf(found);
    }
  }
  return rest === text ? null : { text: rest, speaker };
}

function nameBy(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    const name = found && nameOf(found);
    if (name && !(found[0].trimEnd().endsWith(":") && isNoSpeaker(name, text.slice(0, found.index))))
      return name;
  }
  return null;
}

/** "Breaking: “…”" names nobody, and "he told the BBC: “…”" only who listened. */
function isNoSpeaker(name: string, before: string): boolean {
  if (/\b(?:told|tells?|asked|asks|to|for|from|in|on|via)\s+(?:the\s+)?$/iu.test(before)) return true;
  return ANNOUNCING.has(foldWord(name));
}

function nameOf({ groups }: RegExpExecArray): string | null {
  const words = (groups?.name ?? "").trim().split(/\s+/u);
  while (words.length > 0 && NO_NAMES.has(foldWord(words[0] ?? ""))) words.shift();
  const name = words.join(" ").replace(/[.,:]+$/u, "");
  return /\p{L}/u.test(name) && !words.some((word) => NO_NAMES.has(foldWord(word))) ? name : null;
}
