import { beforeAll, describe, expect, it } from "vitest";
import type { SearchResult, StatementSearch } from "../../src/search/search.ts";
import { buildSearch } from "../../src/search/statement-search.ts";
import { archiveOf, bundledArchive, composer, interviewOf, mayor } from "./archives.ts";

const firstLine = ({ matches }: SearchResult): number | undefined => matches[0]?.statement.lines[0];
const ids = ({ matches }: SearchResult): readonly string[] => matches.map(({ statement }) => statement.id);

describe("questions on the bundled interview", () => {
  let search: StatementSearch;
  beforeAll(async () => {
    search = buildSearch(await bundledArchive());
  });
  const ask = (text: string) => search.ask({ text, limit: 5 });

  it("answers whether Putin ever asked for troops with “Never.”", () => {
    const result = ask("did putin ever ask for belarusian troops");
    expect(result.outcome).toBe("answer");
    expect(firstLine(result)).toBe(12);
  });

  it.each([
    ["did shoigu ever ask him for soldiers", 12],
    ["permision to use belarus teritory", 14],
    ["when did russia launch the full scale invason", 13],
    ["what does luka think happens if nato gets involved", 9],
    ["would you use nuclear weapons", 25],
  ])("finds what answers “%s”", (question, line) => {
    expect(firstLine(ask(question))).toBe(line);
  });

  it.each([
    "tell me a joke",
    "best recipe for potato pancakes",
    "yo hows it going",
    "wat do you think about bitcoin",
  ])("has nothing to say on “%s”", (question) => {
    expect(ask(question)).toMatchObject({ outcome: "none", matches: [] });
  });

  it.each(["how many north korean soldiers were sent", "when did shoigu get replaced as defense minister"])(
    "doesn't call it an answer when the fact is missing: “%s”",
    (question) => {
      expect(ask(question).outcome).not.toBe("answer");
    },
  );

  it("finds the words of a statement half remembered and misspelt", () => {
    const result = search.quote({ text: "rubish, knowing his caracter", limit: 3 });
    expect(firstLine(result)).toBe(7);
    expect(result.outcome).toBe("answer");
  });

  it("prefers the words in order to the same words elsewhere", () => {
    const result = search.quote({ text: "the right to move them out", limit: 3 });
    expect(firstLine(result)).toBe(19);
  });

  it("allows narration and questions as quotes", () => {
    expect(firstLine(search.quote({ text: "accused of stealing elections", limit: 1 }))).toBe(2);
    const question = search.quote({ text: "is putin ready to use those weapons", limit: 1 });
    expect(question.matches[0]?.statement.kind).toBe("question");
  });
});

describe("what a statement does in the interview", () => {
  const search = buildSearch(archiveOf(mayor()));

  it("finds the answer, not the question that resembles the reader's", () => {
    const result = search.ask({ text: "will the new tram line be built", limit: 5 });
    expect(result.matches[0]?.statement).toMatchObject({ kind: "statement", lines: [3, 3] });
  });

  it("finds an answer that shares no word with the question but through what it answers", () => {
    const result = search.ask({ text: "does the old library have to close", limit: 5 });
    expect(result.outcome).toBe("answer");
    expect(firstLine(result)).toBe(7);
  });

  it("finds the question when the reader asks what was asked", () => {
    const result = search.ask({ text: "what did the interviewer ask about the tram line", limit: 5 });
    expect(result.matches[0]?.statement).toMatchObject({ kind: "question", lines: [2, 2] });
    expect(firstLine(search.ask({ text: "was she asked about the library", limit: 5 }))).toBe(6);
  });

  it("doesn't take a scene for the thing asked", () => {
    const result = search.ask({
      text: "what did she say when the reporter asked about the tram line",
      limit: 5,
    });
    expect(result.matches[0]?.statement.kind).toBe("statement");
  });

  it("answers with narration where that holds the fact", () => {
    expect(firstLine(search.ask({ text: "when was the library founded", limit: 5 }))).toBe(8);
  });
});

describe("filters", () => {
  const search = buildSearch(archiveOf(mayor(), composer()));

  it("keeps to one interview", () => {
    const both = search.ask({ text: "tram", limit: 10 });
    expect(new Set(both.matches.map(({ statement }) => statement.interview.id)).size).toBe(2);
    const one = search.ask({ text: "tram", limit: 10, interview: "composer" });
    expect(one.matches.length).toBeGreaterThan(0);
    expect(one.matches.every(({ statement }) => statement.interview.id === "composer")).toBe(true);
  });

  it("keeps to one speaker", () => {
    const { matches } = search.ask({ text: "tram", limit: 10, speaker: "Anna Berg" });
    expect(matches.length).toBeGreaterThan(0);
    expect(matches.every(({ statement }) => statement.speaker?.name === "Anna Berg")).toBe(true);
  });

  it("applies before the best are taken", () => {
    const lines = Array.from({ length: 300 }, (_, at) => `The tram, the tram, line ${at}.`);
    const crowded = buildSearch(archiveOf(interviewOf("aaa", lines.join("\n")), composer()));
    const result = crowded.ask({ text: "tram", limit: 3, interview: "composer" });
    expect(firstLine(result)).toBe(3);
    expect(crowded.ask({ text: "tram", limit: 3, speaker: "Karl Lund" }).matches[0]?.statement.lines[0]).toBe(
      3,
    );
    expect(firstLine(crowded.quote({ text: "tram", limit: 3, interview: "composer" }))).toBe(3);
  });

  it.each([{ interview: "nowhere" }, { speaker: "Nobody" }])("finds nothing for %o", (filter) => {
    expect(search.ask({ text: "tram", limit: 3, ...filter }).outcome).toBe("none");
    expect(search.quote({ text: "tram", limit: 3, ...filter }).outcome).toBe("none");
    expect(search.topic({ text: "tram", limit: 3, ...filter }).outcome).toBe("none");
  });
});

describe("topics", () => {
  const search = buildSearch(archiveOf(mayor(), composer()));
  const places = ({ matches }: SearchResult): readonly string[] =>
    matches.map(({ statement }) => `${statement.interview.id} ${statement.lines[0]}`);

  it.each(["Tram line", "tram lines", "tarm line", "TRAM-LINE"])(
    "merges interviews that share “%s”",
    (text) => {
      const result = search.topic({ text, limit: 50 });
      expect(result).toMatchObject({ outcome: "answer", confidence: 1 });
      expect(places(result)).toEqual(["composer 3", "mayor 2", "mayor 3", "mayor 4", "mayor 5"]);
      expect(result.topics.map(({ interview }) => interview)).toEqual(["composer", "mayor"]);
    },
  );

  it("knows aliases", () => {
    expect(places(search.topic({ text: "public transport", limit: 50, interview: "mayor" }))).toEqual([
      "mayor 2",
      "mayor 3",
      "mayor 4",
      "mayor 5",
    ]);
    expect(search.topic({ text: "violins", limit: 50 }).topics[0]?.topic.name).toBe("Instruments");
  });

  it("keeps narration and questions, honours speaker and limit", () => {
    const library = search.topic({ text: "library", limit: 50 });
    expect(library.matches.map(({ statement }) => statement.kind)).toEqual([
      "narration",
      "statement",
      "narration",
    ]);
    expect(places(search.topic({ text: "library", limit: 50, speaker: "Anna Berg" }))).toEqual(["mayor 7"]);
    expect(places(search.topic({ text: "library", limit: 2 }))).toEqual(["mayor 6", "mayor 7"]);
  });

  it("falls back to search, in the order of the interview", () => {
    const result = search.topic({ text: "council vote in May", limit: 50 });
    expect(result.topics).toEqual([]);
    expect(places(result)).toContain("mayor 3");
    const order = places(result).map((place) => Number(place.split(" ")[1]));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(search.topic({ text: "quantum chromodynamics", limit: 50 })).toMatchObject({
      outcome: "none",
      matches: [],
    });
  });

  it("completes a part of a name, the most covered first for an empty one", () => {
    expect(search.completeTopics("lib", 5)).toEqual([{ name: "Library", interview: "mayor", statements: 3 }]);
    expect(search.completeTopics("", 1)).toEqual([{ name: "Tram line", interview: "mayor", statements: 4 }]);
    expect(search.completeTopics("viol", 5).map(({ name }) => name)).toEqual(["Instruments"]);
    expect(search.completeTopics("librayr", 5).map(({ name }) => name)).toEqual(["Library"]);
    expect(search.completeTopics("tram", 5, "composer").map(({ interview }) => interview)).toEqual([
      "composer",
    ]);
    expect(search.completeTopics("zzz", 5)).toEqual([]);
  });
});

describe("determinism", () => {
  it("breaks ties in the order of the archive and repeats itself", () => {
    const same = ["A herring swims.", "A herring swims.", "A herring swims."].join("\n");
    const search = buildSearch(archiveOf(interviewOf("b", same), interviewOf("a", same)));
    const query = { text: "herring swims", limit: 10 };
    const places = search
      .quote(query)
      .matches.map(({ statement }) => `${statement.interview.id}${statement.index}`);
    expect(places).toEqual(["a0", "a1", "a2", "b0", "b1", "b2"]);
    const again = buildSearch(archiveOf(interviewOf("a", same), interviewOf("b", same)));
    expect(ids(again.ask(query))).toEqual(ids(search.ask(query)));
    expect(search.ask(query)).toEqual(search.ask(query));
  });
});
