import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutClitic } from "../../src/search/english/english.ts";
import { languageOf } from "../../src/search/language.ts";
import { wordsOf } from "../../src/search/statement-words.ts";
import { foldWord, tokenise } from "../../src/search/text-analysis.ts";
import { mayor } from "./archives.ts";

const words = (text: string): readonly string[] => tokenise(text).map(({ word }) => word);

describe("words of a text", () => {
  it.each([
    ["“Didn’t you?”", ["didn't", "you"]],
    ["Anglo-Saxons", ["anglo", "saxons"]],
    ["Kyïv, café", ["kyiv", "cafe"]],
    ["1,300 prisoners; 2.5 percent", ["1300", "prisoners", "2.5", "percent"]],
    ["Ёж й", ["еж", "й"]],
    ["ﬁne ２０２２", ["fine", "2022"]],
    ["'quoted'", ["quoted"]],
    ["…", []],
  ])("reads %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("gives offsets that slice the very word out of the text, in order and apart", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        let last = 0;
        for (const { word, start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(foldWord(text.slice(start, end))).toBe(word);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("folds what is folded already to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const { word } of tokenise(text)) expect(foldWord(word)).toBe(word);
      }),
    );
  });

  it("takes the spoken words of a statement, placed in its source", () => {
    const interview = mayor();
    const [first] = interview.statements.filter(({ lines }) => lines[0] === 3);
    if (!first) throw new Error("line 3 is missing");
    const found = wordsOf(first);
    expect(found.map(({ word }) => word).join(" ")).toBe("certainly the council voted for it in may");
    for (const { word, start, end } of found)
      expect(foldWord(interview.source.text.slice(start, end))).toBe(word);
  });
});

describe("English", () => {
  const english = languageOf("en-GB");

  it.each([
    ["didn't", "did"],
    ["won't", "will"],
    ["russia's", "russia"],
    ["prisoners'", "prisoners"],
    ["they're", "they"],
    ["o'clock", "oclock"],
  ])("drops the clitic of %s", (word, bare) => {
    expect(withoutClitic(word)).toBe(bare);
  });

  it.each([
    ["troops", "troop"],
    ["freed", "free"],
    ["told", "telling"],
    ["recognise", "recognize"],
  ])("gives %s and %s one term", (a, b) => {
    expect(english.term(a)).toBe(english.term(b));
  });

  it.each([
    ["russia", "russian"],
    ["belarus", "belarusians"],
    ["korea", "koreans"],
    ["member", "membership"],
  ])("puts %s and %s into one family", (a, b) => {
    expect(english.familyOf(english.term(a))).not.toBeNull();
    expect(english.familyOf(english.term(a))).toBe(english.familyOf(english.term(b)));
  });

  it("tells grammar and ordinary words from the subject", () => {
    expect(english.classOf("didn't")).toBe("function");
    expect(english.classOf("going")).toBe("common");
    expect(english.classOf("prisoners")).toBe("content");
    expect(english.classOf("president")).toBe("content");
    expect(english.classOf("president", "mr")).toBe("function");
  });

  it("leaves words alone in a language without a stemmer", () => {
    expect(languageOf("xx").term("houses")).toBe("houses");
  });
});
