import { describe, expect, it } from "vitest";
import { alignWords } from "../../src/verification/align-words.ts";
import { comparedForm, comparedWords, withoutAccents } from "../../src/verification/compared-words.ts";
import { differenceKind, type TellingWord } from "../../src/verification/difference-kind.ts";
import type { WordKnowledge } from "../../src/verification/known-words.ts";
import { withoutLookAlikes } from "../../src/verification/look-alikes.ts";
import { matchingRuns, placesOf } from "../../src/verification/matching-runs.ts";
import { isMisspelling, isNegatedForm } from "../../src/verification/same-word.ts";

const WORDS = new Set(
  "addressees addresses scraping scrapping fur belarussian belarusian travelers travellers now not desert dessert troops soldier soldiers war konnte könnte scoring prized timber centers centres".split(
    " ",
  ),
);
const knowledge: WordKnowledge = {
  isWord: (form) => WORDS.has(form),
  termOf: (form) => form.replace(/s$/u, ""),
};

const forms = (text: string) => comparedWords(text).map(({ form }) => form);

describe("compared words", () => {
  it("lose what a copy may lose", () => {
    expect(forms("DON’T don't dont")).toEqual(["dont", "dont", "dont"]);
    expect(forms("at\u00adtack \u200bany\u200bone")).toEqual(["attack", "anyone"]);
    expect(forms("cafe\u0301 Straße ещё")).toEqual(["café", "strasse", "еще"]);
  });

  it("part at hyphens, and keep the separators of numbers out", () => {
    expect(forms("Anglo-Saxons 1,300 3.5 5% R&D")).toEqual([
      "anglo",
      "saxons",
      "1300",
      "3.5",
      "5",
      "percent",
      "r",
      "and",
      "d",
    ]);
  });

  it("tell a negative number from a dash", () => {
    expect(forms("minus -5, from 2-5")).toEqual(["minus", "-5", "from", "2", "5"]);
  });

  it("are single characters where a script has no spaces", () => {
    expect(forms("没有计划")).toEqual([..."没有计划"]);
  });

  it("stand where they stand in the text, also in a part of it", () => {
    const text = "One two, three.";
    const [two, three] = comparedWords(text, 4, text.length);
    expect(text.slice(two?.start, two?.end)).toBe("two");
    expect(text.slice(three?.start, three?.end)).toBe("three");
  });

  it("are nothing where nothing can be read", () => {
    expect(comparedForm("’")).toBe("");
    expect(forms("… — !")).toEqual([]);
  });

  it("lose accents on Latin letters, not the breve of й", () => {
    expect(withoutAccents("café")).toBe("cafe");
    expect(withoutAccents("йод")).toBe("йод");
  });
});

describe("look-alikes", () => {
  it.each([
    ["Cyrillic within Latin", "Рutin", "putin"],
    ["Latin within Cyrillic", "библиoтека", "библиотека"],
    ["Greek within Latin", "trοops", "troops"],
    ["Cyrillic alone", "библиотека", "библиотека"],
    ["Greek alone", "λόγος", "λόγος"],
    ["ASCII", "troops", "troops"],
  ])("%s", (_name, word, read) => {
    expect(withoutLookAlikes(word).toLowerCase()).toBe(read);
  });
});

describe("the same word", () => {
  it.each([
    ["politcal", "political"],
    ["colour", "color"],
    ["travelers", "travellers"],
    ["centers", "centres"],
    ["recognized", "recognised"],
    ["1", "one"],
    ["cafe", "café"],
    ["belarussian", "belarusian"],
  ])("%s is %s, misspelt", (claimed, said) => {
    expect(isMisspelling(claimed, said, knowledge)).toBe(true);
  });

  it.each([
    ["now", "not"],
    ["desert", "dessert"],
    ["konnte", "könnte"],
    ["1300", "1301"],
    ["unready", "ready"],
    ["scoring", "scouring"],
    ["scraping", "scrapping"],
    ["addressees", "addresses"],
    ["für", "far"],
    ["prized", "prised"],
    ["timber", "timbre"],
  ])("%s is another than %s", (claimed, said) => {
    expect(isMisspelling(claimed, said, knowledge)).toBe(false);
  });

  it("has negated forms", () => {
    expect(isNegatedForm("unready", "ready")).toBe(true);
    expect(isNegatedForm("hopeless", "hope")).toBe(true);
    expect(isNegatedForm("under", "er")).toBe(false);
  });
});

describe("the kind of a difference", () => {
  const telling = (text: string): TellingWord[] =>
    comparedWords(text).map(({ form, start, end }) => ({
      form,
      raw: text.slice(start, end),
      beginsSentence: false,
    }));

  it.each([
    ["negation", "", "not", "en"],
    ["negation", "isn't", "is", "en"],
    ["negation", "unlikely", "likely", "en"],
    ["negation", "", "никогда", "ru"],
    ["negation", "", "не", "ru"],
    ["negation", "will", "will never", "en"],
    ["number", "1300", "1301", "en"],
    ["condition", "", "unless they attack us", "en"],
    ["modal", "will", "could", "en"],
    ["quantifier", "all", "some", "en"],
    ["hedge", "", "perhaps", "en"],
    ["person", "we", "they", "en"],
    ["name", "Minsk", "Kyiv", "en"],
    ["other", "bridge", "road", "en"],
    ["other", "", "not", "ru"],
  ])("%s: “%s” for “%s” (%s)", (kind, claimed, said, language) => {
    expect(differenceKind(telling(claimed), telling(said), language)).toBe(kind);
  });
});

describe("aligned words", () => {
  const CLOSED = { openStart: false, openEnd: false };
  const align = (claimed: string, said: string, ends = CLOSED) =>
    alignWords(claimed.split(" ").filter(Boolean), said.split(" ").filter(Boolean), knowledge, ends).map(
      (one) => one.as,
    );

  it.each([
    ["a b c", "a b c", ["same", "same", "same"]],
    ["a c", "a b c", ["same", "left-out", "same"]],
    ["a b c", "a c", ["same", "added", "same"]],
    ["a war c", "a bridge c", ["same", "changed", "same"]],
    ["a trooops c", "a troops c", ["same", "misspelt", "same"]],
    ["humani tarian", "humanitarian", ["spaced"]],
    ["anyone", "any one", ["spaced"]],
    ["5 6", "56", ["added", "changed"]],
    ["1 300", "1300", ["spaced"]],
    ["", "", []],
  ])("%j for %j", (claimed, said, as) => {
    expect(align(claimed, said)).toEqual(as);
  });

  it("cover both lists, in order", () => {
    const steps = alignWords(["x", "a", "y", "c"], ["a", "b", "c", "d"], knowledge, CLOSED);
    let [claimed, said] = [0, 0];
    for (const step of steps) {
      expect([step.claimed[0], step.said[0]]).toEqual([claimed, said]);
      [claimed, said] = [step.claimed[1], step.said[1]];
    }
    expect([claimed, said]).toEqual([4, 4]);
  });

  it("are changed as a whole where the lists are too long to pair", () => {
    const long = Array.from({ length: 70 }, (_, at) => `w${at}`);
    expect(alignWords(long, long, knowledge, CLOSED)).toEqual([
      { as: "changed", claimed: [0, 70], said: [0, 70] },
    ]);
  });
});

describe("matching runs", () => {
  it("are every stretch that can't be made longer", () => {
    const claim = [1, 2, 3];
    expect(matchingRuns(claim.length, placesOf(claim), [2, 3, 9, 1, 2])).toEqual([
      { claimed: 1, said: 0, length: 2 },
      { claimed: 0, said: 3, length: 2 },
    ]);
  });

  it("begin with the first places of a word that is claimed over and over, and go on with any", () => {
    const claim = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 1 : 10 + at)).concat([1, 1]);
    const often = Array.from({ length: 100 }, () => 7);
    const visited: number[][] = [];
    for (const { claimed, said, length } of matchingRuns(often.length, placesOf(often), often.slice(0, 50)))
      visited.push([claimed, said, length]);
    expect(visited).toContainEqual([0, 0, 50]);
    expect(visited).toContainEqual([31, 0, 50]);
    expect(visited.every(([from = 0]) => from < 32)).toBe(true);
    expect(matchingRuns(claim.length, placesOf(claim), claim)).toContainEqual({
      claimed: 0,
      said: 0,
      length: 42,
    });
  });

  it("are none of unknown words", () => {
    expect(matchingRuns(2, placesOf([-1, -1]), [-1, -1])).toEqual([]);
  });
});
