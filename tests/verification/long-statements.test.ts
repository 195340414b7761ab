import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { buildStatementIndex, type StatementIndex } from "../../src/search/statement-index.ts";
import { spansToSearch } from "../../src/search/statement-words.ts";
import { tokenise } from "../../src/search/text-analysis.ts";
import type { Statement } from "../../src/transcript/interview.ts";
import { atOnce } from "../../src/transcript/steps.ts";
import { buildVerifier, verifierSteps } from "../../src/verification/archive-verifier.ts";
import { comparedWords } from "../../src/verification/compared-words.ts";
import { LongSearch } from "../../src/verification/long-search.ts";
import { isLong, spansOfWords } from "../../src/verification/long-statements.ts";
import { printedWords, printedWordsWithin, UNREAD } from "../../src/verification/printed-words.ts";
import type { Verification, Verifier } from "../../src/verification/verification.ts";
import { archiveOf, interviewOf } from "../search/archives.ts";

/** Words without end, the same at each run: some common, most of them seldom. */
function speech(words: number, seed = 7): string[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const syllables = ["ba", "ke", "mo", "ri", "sta", "lun", "fer", "ga", "dro", "pil"];
  const common = ["the", "of", "and", "to", "we", "that", "it", "was"];
  return Array.from({ length: words }, () => {
    if (random() < 0.45) return common[Math.floor(random() * common.length)] ?? "the";
    const count = 2 + Math.floor(random() * 3);
    const word = Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join(
      "",
    );
    return random() < 0.12 ? `${word}.` : word;
  });
}

const dialogue = (words: string) =>
  `Interviewer: What then?\n\nAnn Smith: ${words}\n\nInterviewer: And now?\n`;

function indexOf(words: string): { index: StatementIndex; statement: Statement } {
  const index = buildStatementIndex(archiveOf(interviewOf("long", dialogue(words))));
  const statement = index.statements.find(isLong);
  if (!statement) throw new Error("no statement is long");
  return { index, statement };
}

function only(by: Verifier, text: string): Verification {
  const [one] = by.verify(text).verifications;
  if (!one) throw new Error("nothing was verified");
  return one;
}

describe("a claim about a long statement", () => {
  const words = speech(60_000);
  let by: Verifier;
  let text: string;
  beforeAll(() => {
    const { index, statement } = indexOf(words.join(" "));
    text = statement.interview.source.text;
    by = atOnce(verifierSteps(index));
  });

  const plain = (from: number, count: number) => words.slice(from, from + count).join(" ");

  it("is exact wherever it stands, with the very words as its piece", () => {
    fc.assert(
      fc.property(fc.nat(59_000), fc.integer({ min: 12, max: 300 }), (from, count) => {
        const one = only(by, plain(from, count));
        expect(one.verdict).toBe("exact");
        const said = one.pieces.flatMap((piece) => piece.said);
        const forms = said.flatMap(({ start, end }) =>
          comparedWords(text, start, end).map(({ form }) => form),
        );
        expect(forms).toEqual(comparedWords(plain(from, count)).map(({ form }) => form));
      }),
      { numRuns: 60 },
    );
  });

  it("is never exact when its words stand apart, near or far", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 29_000 }),
        fc.integer({ min: 1, max: 29_000 }),
        fc.integer({ min: 8, max: 40 }),
        (from, gap, count) => {
          const claim = `${plain(from, count)} ${plain(from + count + gap, count)}`;
          const one = only(by, claim);
          expect(one.verdict).not.toBe("exact");
          expect(one.verdict).not.toBe("misattributed");
          expect(one.verdict).not.toBe("absent");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("says what was left out, as the source has it, however much it is", () => {
    const one = only(by, `${plain(20_000, 30)} ${plain(45_000, 30)}`);
    expect(one.verdict).toBe("cut");
    const [left] = one.differences;
    expect(left?.change).toBe("left-out");
    const said = left?.said.map(({ start, end }) => text.slice(start, end)).join(" ") ?? "";
    expect(comparedWords(said).map(({ form }) => form)).toEqual(
      comparedWords(plain(20_030, 45_000 - 20_030)).map(({ form }) => form),
    );
  });

  it("is altered where a word was changed", () => {
    fc.assert(
      fc.property(fc.nat(59_000), fc.integer({ min: 4, max: 30 }), (from, at) => {
        const claim = words.slice(from, from + 40);
        claim[at] = "zebrafish";
        const one = only(by, claim.join(" "));
        expect(one.verdict).toBe("altered");
        expect(one.differences.map(({ change }) => change)).toContain("changed");
      }),
      { numRuns: 40 },
    );
  });

  it("is absent where nothing of it was said", () => {
    expect(only(by, "Colourless green ideas sleep furiously in Vienna").verdict).toBe("absent");
  });
});

describe("what is read of a long statement", () => {
  const hostile = fc.array(
    fc.constantFrom(
      "word",
      "don’t",
      "1,300",
      "x'",
      "Минск",
      "北京",
      "…",
      ".",
      ",",
      "-5",
      "– ",
      " ",
      "\u00ad",
      "é",
      "👩‍👩‍👧",
      "𝒳𝒴",
    ),
    { minLength: 1, maxLength: 12 },
  );

  it("holds the words asked for, whatever stands between words", () => {
    fc.assert(
      fc.property(hostile, fc.double({ min: 0, max: 1, noNaN: true }), (parts, where) => {
        const phrase = `a ${parts.join("")} `;
        const { statement } = indexOf(phrase.repeat(Math.ceil(40_000 / phrase.length)));
        const { text } = statement.interview.source;
        const tokens = spansToSearch(statement).flatMap(({ start, end }) =>
          tokenise(text.slice(start, end)).map((token) => ({
            start: start + token.start,
            end: start + token.end,
          })),
        );
        const at = Math.min(tokens.length - 1, Math.floor(where * tokens.length));
        const spans = spansOfWords(statement, [{ from: at, to: at + 1 }]);
        const token = tokens[at];
        expect(spans.some(({ start, end }) => token && start <= token.start && token.end <= end)).toBe(true);
        expect(spans.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(20_000);
        // Read so, they are the words that are read when all of it is.
        const whole = new Map(printedWords(statement).map((word) => [word.start, word]));
        for (const word of printedWordsWithin(statement, spans)) {
          if (word.form !== UNREAD) expect(word).toEqual(whole.get(word.start));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("grows with the claim and not with the statement", () => {
    const phrase = "It will, she said. ";
    const read = [40_000, 400_000].map((times) => {
      const { index } = indexOf(phrase.repeat(times));
      const document = index.statements.findIndex(isLong);
      const [from = 0, to = 0] = index.ownStart.subarray(document, document + 2);
      const terms = Int32Array.from(index.ownTerms.subarray(from, from + 60));
      const search = new LongSearch(
        terms,
        new Float64Array(60).fill(1),
        new Uint16Array(index.vocabulary.termCount),
      );
      const { runs, windows } = search.find(index.ownTerms, from, to);
      expect(runs.length).toBeLessThanOrEqual(3 * 60);
      return windows.reduce((sum, window) => sum + window.to - window.from, 0);
    });
    expect(Math.max(...read)).toBeLessThan(5_000);
  });
});

describe("a statement of ten megabytes", () => {
  const phrase = "It will, she said. ";

  it.each([
    ["one phrase over and over", phrase, phrase.repeat(60)],
    ["one word over and over", "yes ", "yes ".repeat(300)],
    [
      "a sentence over and over",
      "Nobody asked for the army to go there, unless you did. ",
      "asked for the army to go there, unless",
    ],
    ["signs without a space", "yes.No,", "yes.No,".repeat(20)],
  ])(
    "that is %s is verified against without a hang",
    (_, repeated, claim) => {
      const { index } = indexOf(repeated.repeat(10_000_000 / repeated.length));
      const by = atOnce(verifierSteps(index));
      const begun = performance.now();
      expect(only(by, claim).verdict).toBe("exact");
      // It took from seven seconds to a minute and a half, and takes a tenth of a second.
      expect(performance.now() - begun).toBeLessThan(3000);
    },
    60_000,
  );

  it("that is one word is no hang either", () => {
    const by = buildVerifier(indexOf("x".repeat(10_000_000)).index);
    const begun = performance.now();
    expect(only(by, "it will stand, whatever they say").verdict).toBe("absent");
    expect(performance.now() - begun).toBeLessThan(3000);
  }, 60_000);
});
