import { describe, expect, it } from "vitest";
import { quotedPassages } from "../../src/verification/passages.ts";
import { readClaims } from "../../src/verification/read-claims.ts";

describe("quoted passages", () => {
  it.each([
    ["curly marks", "He said “no way” and left", ["no way"]],
    ["straight marks", 'He said "no way" and left', ["no way"]],
    ["German marks", "Er sagte „nein danke“ und ging", ["nein danke"]],
    ["guillemets", "Il dit «non merci» et part", ["non merci"]],
    ["single marks", "He said 'no way' and left", ["no way"]],
    ["an apostrophe", "It’s Putin's and the soldiers' war", []],
    ["an apostrophe within single marks", "He said ‘we don’t know’ today", ["we don’t know"]],
    ["marks within marks", "“He said ‘no way’ to me”", ["He said ‘no way’ to me"]],
    ["two passages", "“one two” and “three”", ["one two", "three"]],
    ["a mark nothing closes", "He said “no way", ["no way"]],
    ["an opening mark before each paragraph", "“one two\n“three four”", ["one two\n“three four"]],
    ["nothing to read", "“…” and “”", []],
    ["a block quote", "He said:\n> no way\nand left", ["> no way\n"]],
    ["a block quote to the end", "See\n>>> no way\nat all", ["no way\nat all"]],
  ])("%s", (_name, text, passages) => {
    expect(quotedPassages(text).map(({ start, end }) => text.slice(start, end))).toEqual(passages);
  });
});

describe("claims", () => {
  const quoted = (text: string) => readClaims(text).quoted.map((claim) => [claim.text, claim.speaker]);

  it.each([
    ["a dash behind", "“we have no plans” — Putin", "Putin"],
    ["a verb behind", "“we have no plans,” Lukashenko said.", "Lukashenko"],
    ["a verb before", "Alexander Lukashenko said “we have no plans,”", "Alexander Lukashenko"],
    ["a colon before", "Putin: “we have no plans,”", "Putin"],
    ["according to", "According to Sergei Shoigu, “we have no plans,”", "Sergei Shoigu"],
    ["nobody", "“we have no plans,”", null],
    ["a pronoun", "he said “we have no plans,”", null],
  ])("are given to whom the text names: %s", (_name, text, speaker) => {
    expect(quoted(text).map(([, name]) => name)).toEqual([speaker]);
  });

  it("leave out terms in marks where longer passages are there", () => {
    expect(quoted("The “war” and “we have no plans”")).toEqual([["we have no plans", null]]);
    expect(quoted("The “war”")).toEqual([["war", null]]);
  });

  it("lose what only asks", () => {
    expect(readClaims("Did he say we have no plans?").stripped?.text).toMatch(/^\s*we have no plans\??$/u);
    expect(readClaims("Did Lukashenko say we have no plans?").stripped?.speaker).toBe("Lukashenko");
    expect(readClaims("we have no plans").stripped).toBeNull();
    expect(readClaims("did he say").whole.text).toBe("did he say");
  });
});

describe("whom a quote is given to", () => {
  it.each([
    ["Look: “no way at all”", null],
    ["Breaking: “no way at all”", null],
    ["He told the BBC: “no way at all”", null],
    ["Putin: “no way at all”", "Putin"],
    ["“no way at all” — Игорь Соколов", "Игорь Соколов"],
  ])("%s", (text, speaker) => {
    expect(readClaims(text).quoted[0]?.speaker).toBe(speaker);
  });
});
