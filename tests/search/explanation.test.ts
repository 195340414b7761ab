import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { logistic } from "../../src/search/confidence.ts";
import { PLACES } from "../../src/search/evidence.ts";
import type { Explanation } from "../../src/search/explanation.ts";
import { matchedWords } from "../../src/search/matched-words.ts";
import { rank } from "../../src/search/ranking.ts";
import type { SearchQuery, StatementSearch } from "../../src/search/search.ts";
import { Shortlister } from "../../src/search/shortlist.ts";
import { buildStatementIndex, type StatementIndex } from "../../src/search/statement-index.ts";
import { buildSearch } from "../../src/search/statement-search.ts";
import { wordsOf } from "../../src/search/statement-words.ts";
import type { Archive } from "../../src/transcript/archive.ts";
import type { Statement } from "../../src/transcript/interview.ts";
import { archiveOf, bundledArchive, composer, interviewOf, mayor } from "./archives.ts";

const QUESTIONS = [
  "did putin ever ask for belarusian troops",
  "permision to use belarus teritory",
  "when did russia launch the full scale invason",
  "how many north korean soldiers were sent",
  "which city was the summit in",
  "would u use nuclear weapons",
  "what did the interviewer ask about prisoners",
  "what does the author say about elections",
  "luka on side lines",
  "tell me a joke",
  "best recipe for potato pancakes",
  "who and what is it",
  "",
];

const sum = (shares: readonly { readonly share: number }[]): number =>
  shares.reduce((total, { share }) => total + share, 0);

/** The words of a statement as its source spells them. */
const spellingsOf = (statement: Statement): readonly string[] =>
  wordsOf(statement).map(({ start, end }) => statement.interview.source.text.slice(start, end));

describe("an explanation", () => {
  let archive: Archive;
  let index: StatementIndex;
  let search: StatementSearch;
  let shortlister: Shortlister;
  beforeAll(async () => {
    archive = await bundledArchive();
    index = buildStatementIndex(archive);
    search = buildSearch(archive, index);
    shortlister = new Shortlister(index);
  });

  function expectTrue(query: SearchQuery): Explanation {
    const explanation = search.explain(query);
    const { outcome, confidence, matches } = search.ask(query);
    expect(explanation.confidence).toMatchObject({ outcome, value: confidence });
    const ids = explanation.matches.map(({ id }) => id);
    if (outcome === "none") expect(ids.length).toBeLessThanOrEqual(1);
    else expect(ids).toEqual(matches.slice(0, 3).map(({ statement }) => statement.id));
    for (const { score, shares } of explanation.matches) expect(sum(shares)).toBeCloseTo(score, 9);
    const { sum: total, shares } = explanation.confidence;
    if (total === null) expect({ confidence, shares }).toEqual({ confidence: 0, shares: [] });
    else {
      expect(sum(shares)).toBeCloseTo(total, 9);
      expect(logistic(total)).toBe(confidence);
    }
    for (const one of [...shares, ...explanation.matches.flatMap((match) => match.shares)]) {
      expect(one.share).toBe(one.value * one.weight);
    }
    return explanation;
  }

  it.each(QUESTIONS)("adds up to the score and the confidence of “%s”", (text) => {
    for (const limit of [1, 3, 10]) expectTrue({ text, limit });
    expectTrue({ text, limit: 10, speaker: "Alexander Lukashenko" });
  });

  it("adds up whatever is asked", () => {
    const word = fc.constantFrom(
      "putin",
      "nukes",
      "ask",
      "he",
      "you",
      "when",
      "trops",
      "xyzzy",
      "30",
      "city",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(word, { maxLength: 10 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (asked) => {
        expectTrue({ text: asked, limit: 5 });
      }),
      { numRuns: 150 },
    );
  });

  it("puts what moves the score most first", () => {
    for (const { shares } of expectTrue({ text: QUESTIONS[0] ?? "", limit: 3 }).matches) {
      const sizes = shares.map(({ share }) => Math.abs(share));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });

  it.each(QUESTIONS)("finds all the words that the evidence for “%s” rests on, in the source", (text) => {
    const reading = shortlister.read(text);
    for (const { features } of rank(shortlister.list(reading, {}), reading.form)) {
      const { document, evidence, meaning } = features;
      const nearest = meaning ? shortlister.nearest(reading, document) : null;
      for (const [at, { found, nearest: near }] of matchedWords(
        index,
        reading,
        features,
        nearest,
      ).entries()) {
        const strengths = Object.fromEntries(found.map(({ place, strength }) => [place, strength]));
        for (const place of PLACES) expect(strengths[place] ?? 0).toBe(evidence.strengths[place][at]);
        expect(found.find(({ place }) => place === "own")?.likeness ?? null).toBe(evidence.likeness[at]);
        expect(near?.nearness ?? 0).toBe(meaning?.alignments[at] ?? 0);
        for (const { word, in: id } of [
          ...found.filter(({ place }) => place !== "label"),
          ...(near ? [near] : []),
        ]) {
          const looked = archive.lookUp(id);
          expect(looked.found === "statement" && spellingsOf(looked.statement)).toContain(word);
        }
      }
    }
  });

  it("says that no meaning is read where the language has no word vectors", () => {
    const text = "Der Bürgermeister spricht über die Straßenbahnen der Stadt.\nEs regnet.";
    const german = buildSearch(archiveOf(interviewOf("stadt", text, "language: de\n")));
    const { readsMeaning, matches } = german.explain({ text: "strassenbahn", limit: 1 });
    expect(readsMeaning).toBe(false);
    expect(matches[0]).toMatchObject({ meaningCompared: false });
    expect(matches[0]?.words[0]).toMatchObject({ found: [{ word: "Straßenbahnen" }], nearest: null });
    expect(search.explain({ text: "troops", limit: 1 }).readsMeaning).toBe(true);
  });
});

describe("the words of a question", () => {
  const search = buildSearch(archiveOf(mayor(), composer()));
  const explain = (text: string) => search.explain({ text, limit: 3 });
  const word = (text: string, typed: string) => explain(text).words.find((one) => one.typed === typed);

  it("are told as typed and as read", () => {
    expect(word("Wat do U want", "U")).toMatchObject({ word: "you", corrected: null, class: "function" });
    expect(word("the old libary", "libary")).toMatchObject({ word: "libary", corrected: "library" });
    expect(word("realy", "realy")).toMatchObject({ corrected: expect.stringContaining("real") });
    expect(word("any fisher-men", "fisher-men")).toMatchObject({ word: "fishermen", class: "content" });
    expect(explain("harbourtown").words.map(({ typed, word: read }) => [typed, read])).toEqual([
      ["harbourtown", "harbour"],
      ["harbourtown", "town"],
    ]);
  });

  it("are found where they stand, with how", () => {
    const { matches, words } = explain("does the old libary have to close");
    const at = words.findIndex(({ typed }) => typed === "libary");
    expect(matches[0]?.words[at]?.found).toContainEqual(
      expect.objectContaining({ place: "question", word: "library", likeness: "repaired" }),
    );
    expect(matches[0]?.words[at]?.found).toContainEqual(
      expect.objectContaining({ place: "label", word: "Library", likeness: "repaired" }),
    );
  });
});

describe("what is set by hand", () => {
  const search = buildSearch(archiveOf(mayor()));
  const scoreParts = (text: string) =>
    search.explain({ text, limit: 3 }).matches.flatMap(({ shares }) => shares.map(({ name }) => name));

  it("is told by name", () => {
    expect(scoreParts("will the new tram line be built")).toContain("answering");
    expect(scoreParts("how will you build the new tram line")).toContain("addressed");
    expect(scoreParts("what did the interviewer ask about the tram line")).toContain("askingSought");
  });

  it("takes from the confidence where what is asked for is missing, and says so", () => {
    const bees = buildSearch(archiveOf(interviewOf("bees", "Ada keeps bees in the garden.")));
    const confidenceParts = (text: string) =>
      bees.explain({ text, limit: 3 }).confidence.shares.map(({ name }) => name);
    expect(confidenceParts("how many bees are in the garden")).toContain("expectationMissing");
    expect(confidenceParts("bees in the garden")).not.toContain("expectationMissing");
    expect(confidenceParts("which submarine keeps bees")).toContain("askedForMissing");
    expect(confidenceParts("which bees keep in the garden")).not.toContain("askedForMissing");
  });

  it("isn't needed where there is nothing to be sure of", () => {
    expect(search.explain({ text: "who is it", limit: 3 }).confidence.nothing).toBe("only grammar");
    const empty = buildSearch(archiveOf());
    expect(empty.explain({ text: "tram", limit: 3 })).toMatchObject({
      matches: [],
      confidence: { value: 0, sum: null, nothing: "no match", outcome: "none" },
    });
  });
});
