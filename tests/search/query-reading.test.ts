import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/search/language.ts";
import { readQuery } from "../../src/search/query-reading.ts";
import { buildStatementIndex } from "../../src/search/statement-index.ts";
import { tokenise } from "../../src/search/text-analysis.ts";
import { WordRepair } from "../../src/search/word-repair.ts";
import { archiveOf, interviewOf, mayor } from "./archives.ts";

const index = buildStatementIndex(archiveOf(mayor()));
const repair = new WordRepair(index.vocabulary.spellings());
const read = (text: string) => readQuery(index, { repair, vectors: null, related: null }, text);
const wordOf = (text: string, word: string) => read(text).words.find((one) => one.word === word);

describe("reading a query", () => {
  it("weighs grammar least and rare words of the subject most", () => {
    const { words } = read("who founded the library");
    const weight = (word: string): number => words.find((one) => one.word === word)?.weight ?? Number.NaN;
    expect(weight("who")).toBeLessThan(weight("library") / 5);
    expect(weight("founded")).toBeGreaterThan(weight("library"));
  });

  it("spells shorthand out", () => {
    expect(read("wat do u want").words.map(({ word }) => word)).toEqual(["what", "do", "you", "want"]);
  });

  it("rates exact above repaired, and repaired above nothing", () => {
    const exact = wordOf("library", "library")?.alternatives[0];
    const repaired = wordOf("libary", "libary")?.alternatives[0];
    expect(exact).toMatchObject({ likeness: "exact", strength: 1 });
    expect(repaired?.likeness).toBe("repaired");
    expect(repaired?.term).toBe(exact?.term);
    expect(repaired?.strength).toBeLessThan(1);
    expect(wordOf("submarine", "submarine")?.alternatives).toEqual([]);
  });

  it("takes a misspelt ordinary word for what it is, not for a subject", () => {
    expect(wordOf("becuase", "becuase")?.wordClass).toBe("function");
    expect(wordOf("realy", "realy")?.wordClass).toBe("common");
  });

  it("joins and splits words where the archive has them otherwise", () => {
    expect(read("fisher men").words.map(({ word }) => word)).toEqual(["fishermen"]);
    expect(read("tramline harbourtown").words.map(({ word }) => word)).toEqual([
      "tram",
      "line",
      "harbour",
      "town",
    ]);
  });

  it("joins words to one that is spelled so, not to one whose stem they happen to have", () => {
    const whichever = buildStatementIndex(
      archiveOf(interviewOf("a", "Whichever event it was, it rang on the fourth day.")),
    );
    const { words } = readQuery(
      whichever,
      { repair: new WordRepair(whichever.vocabulary.spellings()), vectors: null, related: null },
      "which event",
    );
    expect(words.map(({ word }) => word)).toEqual(["which", "event"]);
  });

  it("counts a word once however often it is typed", () => {
    expect(read("tram tram trams").words).toHaveLength(1);
  });
});

describe("the form of an English question", () => {
  const form = (text: string) => languageOf("en").questionForm(tokenise(text).map(({ word }) => word));

  it.each([
    ["what did the journalist ask about trams", "question"],
    ["which question did the host put to her", "question"],
    ["has she been asked about trams", "question"],
    ["does the author like trams", "asker"],
    ["did you ask him about trams", "question"],
    ["what was the follow up question", "question"],
    ["what did the reporter wonder about", "question"],
    ["did shoigu ever ask for soldiers", "anything"],
    ["what did she reply when the reporter asked about trams", "anything"],
  ])("%s: %s", (text, seeks) => {
    expect(form(text).seeks).toBe(seeks);
  });

  it("is read of words as they were meant", () => {
    expect(read("what did the jounalist ask").form.seeks).toBe("question");
    expect(read("how mnay trams").form.expects).toBe("number");
  });

  it.each([
    ["would you close the library", "addressed"],
    ["what does the mayor think of trams", "quoted"],
    ["was he there", "mentioned"],
    ["cost of the tram line", "absent"],
  ])("%s: the guest is %s", (text, guest) => {
    expect(form(text).guest).toBe(guest);
  });

  it.each([
    ["how many trams are there", "number"],
    ["how long has she been mayor", "duration"],
    ["how old is the mayor", "age"],
    ["when will it be built", "time"],
    ["why trams", "reason"],
    ["who founded it", "person"],
    ["where is the library", "name"],
    ["will it be built", "verdict"],
    ["tell me the day when it began", null],
    ["trams", null],
  ])("%s expects %s", (text, expects) => {
    expect(form(text).expects).toBe(expects);
  });
});
