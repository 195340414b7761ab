import { describe, expect, it } from "vitest";
import { lettersOf, wordsOf } from "../../../evaluation/misquotes/letters.ts";

describe("the letters a reader sees", () => {
  it.each([
    ["Nato’s", "NATO's"],
    ["troops", "trοорs"],
    ["Belarus", "Веlаruѕ"],
    ["first", "ﬁrst"],
    ["1,300", "１３００"],
    ["café", "cafe\u0301"],
    ["territory", "terri\u00adto\u200bry"],
    ["territory", "terri-\ntory"],
    ["Straße", "STRASSE"],
    ["Вода", "ВОДА"],
  ])("are the same in %j and %j", (one, other) => {
    expect(lettersOf(one)).toBe(lettersOf(other));
  });

  it.each([
    ["troops", "troop"],
    ["1,300", "1,400"],
    ["cafe", "café"],
    ["can", "can't"],
    ["мы", "вы"],
  ])("differ in %j and %j", (one, other) => {
    expect(lettersOf(one)).not.toBe(lettersOf(other));
  });

  it("are those of words, each in its place", () => {
    const text = "We’ll, Anglo-Saxons: 1,300…";
    expect(wordsOf(text).map(({ letters }) => letters)).toEqual(["well", "anglo", "saxons", "1", "300"]);
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "We’ll",
      "Anglo",
      "Saxons",
      "1",
      "300",
    ]);
  });
});
