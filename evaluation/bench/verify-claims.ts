import type { Archive } from "../../src/transcript/archive.ts";
import type { ArchiveWords } from "../misquotes/archive-words.ts";
import { honestCases, misquoteCases } from "../misquotes/cases.ts";
import { FAMOUS_SPEECHES } from "../misquotes/unrelated.ts";

/** Texts of one sort that are verified. */
export interface Claims {
  readonly name: string;
  readonly texts: readonly string[];
}

const EACH = 40;
const LONGEST = 1_000;
const LONG = 500;
const HOSTILE_LENGTH = 6_000;

/** What people may paste, up to 1,000 characters each. */
export function ordinaryClaims(words: ArchiveWords, seed: number): readonly Claims[] {
  const surroundings = { words, unrelated: FAMOUS_SPEECHES };
  const honest = honestCases(surroundings, { seed, each: EACH }).filter(({ text }) => text.length <= LONGEST);
  const misquotes = misquoteCases(surroundings, { seed, each: 2 * EACH }).filter(
    ({ text }) => text.length <= LONGEST,
  );
  const isMutated = ({ verdicts }: (typeof misquotes)[number]): boolean =>
    verdicts.includes("altered") || verdicts.includes("cut");
  const every = <T>(values: readonly T[]): readonly T[] => {
    const step = Math.max(1, Math.floor(values.length / EACH));
    return values.filter((_, at) => at % step === 0).slice(0, EACH);
  };
  const claims: readonly (readonly [string, readonly { readonly text: string }[]])[] = [
    ["true", honest.filter(({ damage }) => damage === "none")],
    ["damaged", honest.filter(({ damage }) => damage === "several" || damage === "misspelling")],
    ["mutated", misquotes.filter(isMutated)],
    ["spliced", misquotes.filter(({ mutation }) => mutation === "splice")],
    ["unrelated", misquotes.filter(({ mutation }) => mutation === "unrelated")],
    ["mutated, 500 characters or more", misquotes.filter((one) => isMutated(one) && one.text.length >= LONG)],
  ];
  return claims.map(([name, cases]) => ({ name, texts: every(cases).map(({ text }) => text) }));
}

/** What nobody pastes in good faith: 6,000 characters, as long as a message to a bot may be. */
export function hostileClaims(words: ArchiveWords): readonly Claims[] {
  const byCount = [...words.vocabulary()].sort((a, b) => words.countOf(b) - words.countOf(a));
  const [first = "the", second = "and"] = byCount;
  const common = byCount.slice(0, 20);
  const rare = byCount.slice(-1_000);
  const filled = (text: string): string =>
    text.repeat(Math.ceil(HOSTILE_LENGTH / text.length)).slice(0, HOSTILE_LENGTH);
  const texts: readonly (readonly [string, string])[] = [
    ["one letter", "a".repeat(HOSTILE_LENGTH)],
    ["one letter, spaced", filled("a ")],
    ["a thousand quotation marks", '"'.repeat(1_000)],
    ["a thousand opening marks", "“a ".repeat(1_000)],
    ["a thousand quotations", filled('"a b" ')],
    ["quotations of common words", filled(`“${common.slice(0, 8).join(" ")}” `)],
    ["other quotations of common words", otherQuotations(common)],
    ["marks within marks", `${"“‘".repeat(1_000)}word${"’”".repeat(1_000)}`],
    ["block quotes", filled("> the\n")],
    ["combining marks", `a${"\u0301".repeat(HOSTILE_LENGTH - 1)}`],
    ["zero-width characters", filled("a\u200b")],
    ["one word", filled("antidisestablishmentarianism")],
    ["two common words by turns", filled(`${first} ${second} `)],
    ["the commonest word", Array.from({ length: 1_500 }, () => first).join(" ")],
    ["the 20 commonest words", filled(`${common.join(" ")} `)],
    ["a thousand rare words", rare.join(" ").slice(0, HOSTILE_LENGTH)],
    ["misspelt words", filled("goverment libary recieve seperate definately ")],
    ["hyphens and line breaks", filled("a-\n")],
    ["digits", filled("1,")],
    ["names and colons", filled("Name: “the” ")],
    ["everything said by somebody", longestSaid(words.archive)],
  ];
  return texts.map(([name, text]) => ({ name: `hostile: ${name}`, texts: [text] }));
}

/** As many as are checked, each of other common words. */
function otherQuotations(common: readonly string[]): string {
  const length = HOSTILE_LENGTH / 10;
  const quotations = Array.from({ length: 10 }, (_, at) => {
    const words = [...common.slice(2 * at), ...common.slice(0, 2 * at)];
    const text = `${words.join(" ")} `;
    return `“${text.repeat(Math.ceil(length / text.length)).slice(0, length - 3)}”`;
  });
  return quotations.join(" ");
}

/** The longest statements one after the other: the most there is to align. */
function longestSaid(archive: Archive): string {
  const slices = [...archive.statements()]
    .filter(({ kind }) => kind === "statement")
    .map(({ interview, spoken }) =>
      spoken.map(({ start, end }) => interview.source.text.slice(start, end)).join(" "),
    )
    .sort((a, b) => b.length - a.length)
    .slice(0, 6);
  const share = HOSTILE_LENGTH / Math.max(1, slices.length);
  return slices.map((slice) => slice.slice(0, share)).join(" ");
}
