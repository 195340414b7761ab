import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildStatementIndex } from "../../src/search/statement-index.ts";
import { buildVerifier } from "../../src/verification/archive-verifier.ts";
import { isBroken, withoutBreak, wordsAcrossLines } from "../../src/verification/broken-words.ts";
import { archiveOf, interviewOf } from "../search/archives.ts";

const BREAKS = ["-\n", "\u2010\n", "-\r\n", "-\r", "\u00ad\n", "\u00ad ", "- \n  ", "-\n> "];
const SAID = new Set(["could", "cannot", "humanitarian", "основал"]);

const forms = (text: string) =>
  wordsAcrossLines(text, (raw) => SAID.has(raw.toLowerCase())).map(({ form }) => form);

describe("a word parted by the end of a line", () => {
  it.each(BREAKS)("is one word where it is said so: %j", (mark) => {
    expect(forms(`you Co${mark}uld see`)).toEqual(["you", "could", "see"]);
    expect(forms(`осно${mark}вал`)).toEqual(["основал"]);
    expect(isBroken(`Co${mark}uld`)).toBe(true);
    expect(withoutBreak(`Co${mark}uld`)).toBe("Could");
  });

  it.each([
    ["well-\nknown", ["well", "known"]],
    ["co-uld", ["co", "uld"]],
    ["co - uld", ["co", "uld"]],
    ["co\nuld", ["co", "uld"]],
    ["co-\n\nuld", ["co", "uld"]],
    ["co-", ["co"]],
  ])("stays two where it isn't: %j", (text, words) => {
    expect(forms(text)).toEqual(words);
  });

  it("keeps its place", () => {
    const text = "if hu-\nmanitarian can-\nnot";
    const places = wordsAcrossLines(text, (raw) => SAID.has(raw));
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([
      "if",
      "hu-\nmanitarian",
      "can-\nnot",
    ]);
  });

  it("is whole wherever it is parted", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SAID),
        fc.constantFrom(...BREAKS),
        fc.integer({ min: 1, max: 6 }),
        (word, mark, at) => {
          const place = Math.min(at, word.length - 1);
          const text = word.slice(0, place) + mark + word.slice(place);
          expect(wordsAcrossLines(text, (raw) => SAID.has(raw))).toMatchObject([
            { start: 0, end: text.length },
          ]);
        },
      ),
    );
  });
});

describe("a claim with a word parted so", () => {
  const by = buildVerifier(
    buildStatementIndex(
      archiveOf(
        interviewOf(
          "talk",
          "“Could you be there with everybody?” I asked.\n“A well-known man can not be there every day,” Berg said.",
        ),
      ),
    ),
  );

  it.each([
    // Its parts are words that are said, too.
    ["A well-known man can not be there eve-\nry day", []],
    ["A well-\nknown man can not be there every day", ["spacing"]],
    // The archive has "everybody" and here "every day"; "cannot" isn't said.
    ["A well-known man can-\nnot be there every\u00ad\n day", []],
    ["A well-known m-\nan can not be there every day", ["spacing"]],
  ])("is exact: %j", (claim, typography) => {
    const [one] = by.verify(claim).verifications;
    expect([one?.verdict, one?.differences]).toEqual(["exact", []]);
    expect(one?.typography).toEqual(expect.arrayContaining(typography));
    expect(one?.typography).not.toContain("look-alike letters");
  });
});
