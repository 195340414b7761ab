import { COMMON_WORDS } from "../../src/search/english/common-words.ts";
import { FUNCTION_WORDS } from "../../src/search/english/function-words.ts";
import { withTypo } from "../typos.ts";
import type { ArchiveWords } from "./archive-words.ts";
import { between, oneOf, type Random, shuffled } from "./chance.ts";
import { LOOK_ALIKES, lettersOf, wordsOf } from "./letters.ts";

/** What copying, typing and printing do to a text. Returns it as it was where it has no place for that. */
type Damage = (text: string, random: Random) => string;

/** Puts something into a few of the places. */
function insertedAt(text: string, places: readonly number[], put: () => string, random: Random): string {
  const chosen = shuffled(places, random)
    .slice(0, between(1, 4, random))
    .sort((a, b) => b - a);
  return chosen.reduce((damaged, at) => damaged.slice(0, at) + put() + damaged.slice(at), text);
}

/** Between two letters of a word, two from either end. */
function placesInWords(text: string): readonly number[] {
  return [...text.matchAll(/(?<=\p{L}{2})(?=\p{L}{2})/gu)].map(({ index }) => index);
}

function wordEnds(text: string): readonly number[] {
  return wordsOf(text)
    .slice(0, -1)
    .map(({ end }) => end)
    .filter((end) => text.charAt(end) === " ");
}

const STRAIGHT: ReadonlyMap<string, string> = new Map([
  ["’", "'"],
  ["‘", "'"],
  ["–", "-"],
  ["—", "-"],
]);

/** A few letters, or all of them, as they look in another script. */
const homoglyphs: Damage = (text, random) => {
  const letters = Array.from(text);
  const places = letters.flatMap((letter, at) => (alike(letter).length > 0 ? [at] : []));
  const share = oneOf([0.05, 0.2, 1], random) ?? 1;
  for (const at of shuffled(places, random).slice(0, Math.ceil(places.length * share))) {
    const letter = letters[at] ?? "";
    letters[at] = oneOf(alike(letter), random) ?? letter;
  }
  return letters.join("");
};

function alike(letter: string): readonly string[] {
  return LOOK_ALIKES.flatMap(([latin, other]) =>
    latin === letter ? [other] : other === letter ? [latin] : [],
  );
}

/** Each in what it changes alone. None changes the letters of the words as a reader sees them. */
export const DAMAGES = {
  "straight marks": (text) => text.replace(/[’‘–—]/gu, (mark) => STRAIGHT.get(mark) ?? mark),
  "curly marks": (text) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’").replace(/ - /gu, " – "),
  "upper case": (text) => text.toUpperCase(),
  "lower case": (text) => text.toLowerCase(),
  // Signs that are read as words stay: "57%", "£12". So does what makes one number of two.
  "missing punctuation": (text) =>
    text
      .replace(/(?<=\b\p{Lu})\.(?=\p{Lu}\b)/gu, "")
      .replace(/(?<=\p{L})[-–—/](?=\p{L})/gu, " ")
      .replace(/(?<!\p{N})[.,;:!?…]+(?=\p{L}|\p{N})/gu, " ")
      .replace(/(?<!\p{N})[.,;:!?…'’]|[.,;:!?…'’](?!\p{N})/gu, "")
      .replace(/ {2,}/gu, " ")
      .trim(),
  // Neither colons nor dashes: after or before a name they would say who is speaking.
  "extra punctuation": (text, random) =>
    insertedAt(text, wordEnds(text), () => oneOf([",", ";", "!", ".", ",,", "?"], random) ?? ",", random),
  "special spaces": (text, random) => {
    const space = oneOf(["\u00a0", "\u202f", "\u2009", "\u3000", "  ", "\t", "\n"], random) ?? "\u00a0";
    return text.replace(/ /gu, () => (random() < 0.5 ? space : " "));
  },
  "soft hyphens": (text, random) => insertedAt(text, placesInWords(text), () => "\u00ad", random),
  "line-break hyphens": (text, random) => {
    const [at] = shuffled(placesInWords(text), random);
    const hyphen = oneOf(["-\n", "\u2010\n", "-\r\n", "\u00ad\n"], random) ?? "-\n";
    return at === undefined ? text : text.slice(0, at) + hyphen + text.slice(at);
  },
  NFD: (text) => text.normalize("NFD"),
  compatibility: (text, random) =>
    random() < 0.5
      ? text.replaceAll("ffi", "ﬃ").replaceAll("fi", "ﬁ").replaceAll("fl", "ﬂ").replaceAll("ff", "ﬀ")
      : text.replace(/[a-zA-Z0-9]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  homoglyphs,
  "zero width": (text, random) =>
    insertedAt(
      text,
      placesInWords(text),
      () => oneOf(["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"], random) ?? "\u200b",
      random,
    ),
  "trailing mark": (text, random) => {
    const bare = text.replace(/[.,;:!?…]+$/u, "");
    return bare === text || random() < 0.3 ? bare + (oneOf(["!", ",", "…", "?!", ";"], random) ?? "") : bare;
  },
  ellipses: (text) => (text.includes("…") ? text.replaceAll("…", "...") : text.replace(/ ?\.{3}/gu, "…")),
  emphasis: (text, random) => {
    const mark = oneOf(["*", "**", "_", "__"], random) ?? "*";
    const word = oneOf(wordsOf(text), random);
    if (!word || random() < 0.3) return mark + text + mark;
    return `${text.slice(0, word.start)}${mark}${text.slice(word.start, word.end)}${mark}${text.slice(word.end)}`;
  },
} as const satisfies Readonly<Record<string, Damage>>;

export type DamageName = keyof typeof DAMAGES;
export const DAMAGE_NAMES = Object.keys(DAMAGES) as readonly DamageName[];

/** Null where the text has no place for it. Never another word: the letters a reader sees stay what they were. */
export function damaged(text: string, name: DamageName, random: Random): string | null {
  const result = DAMAGES[name](text, random);
  return result === text || lettersOf(result) !== lettersOf(text) ? null : result;
}

/** After these a letter may look like another than it was, were its case changed or its marks put apart. */
const LAST: ReadonlySet<DamageName> = new Set(["homoglyphs", "compatibility"]);

/** Two to four of them, one upon the other. */
export function stacked(text: string, random: Random): string | null {
  const chosen = shuffled(DAMAGE_NAMES, random).slice(0, between(2, 4, random));
  const inOrder = [
    ...chosen.filter((one) => !LAST.has(one)),
    ...chosen.filter((one) => LAST.has(one)).slice(0, 1),
  ];
  const result = inOrder.reduce((before, name) => damaged(before, name, random) ?? before, text);
  return result === text ? null : result;
}

/**
 * One slip of the pen, which makes no other word: none that is said in the archive, and no common one. The one
 * damage that does change letters, and has to be named.
 */
export function misspelt(text: string, words: ArchiveWords, random: Random): string | null {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const result = withTypo(text, random);
    const before = new Set(wordsOf(text).map(({ letters }) => letters));
    const fresh = wordsOf(result).filter(({ letters }) => !before.has(letters));
    const isSlip = ({ letters }: { readonly letters: string }): boolean =>
      words.countOf(letters) === 0 && !COMMON_WORDS.has(letters) && !FUNCTION_WORDS.has(letters);
    if (fresh.length === 1 && fresh.every(isSlip)) return result;
  }
  return null;
}
