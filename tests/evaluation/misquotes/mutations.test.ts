import { beforeAll, describe, expect, it } from "vitest";
import { ArchiveWords } from "../../../evaluation/misquotes/archive-words.ts";
import { type BenchArchive, benchArchives } from "../../../evaluation/misquotes/bench-archives.ts";
import { honestCases, type MisquoteCase, misquoteCases } from "../../../evaluation/misquotes/cases.ts";
import type { Fragment } from "../../../evaluation/misquotes/fragments.ts";
import { lettersOf } from "../../../evaluation/misquotes/letters.ts";
import { isSaid } from "../../../evaluation/misquotes/mutation.ts";
import { MUTATION_NAMES, MUTATIONS, type MutationName } from "../../../evaluation/misquotes/mutations.ts";
import { interviewOfLines } from "../../../evaluation/statements-of-lines.ts";
import { seededRandom } from "../../../evaluation/typos.ts";
import { Archive } from "../../../src/transcript/archive.ts";

const OPTIONS = { seed: 9, each: 30 };
/** The words are true, and the speaker isn't. */
const OF_SPEAKERS: readonly MutationName[] = ["wrong speaker", "wrong voice"];

let archives: readonly BenchArchive[];
let cases: readonly { readonly archive: BenchArchive; readonly one: MisquoteCase }[];
beforeAll(async () => {
  archives = await benchArchives();
  cases = archives.flatMap((archive) => misquoteCases(archive, OPTIONS).map((one) => ({ archive, one })));
});

describe("misquotes", () => {
  it("are the same for the same seed, and others for another", () => {
    const [archive] = archives as [BenchArchive];
    const texts = (seed: number) => misquoteCases(archive, { ...OPTIONS, seed }).map(({ text }) => text);
    expect(texts(9)).toEqual(texts(9));
    expect(texts(9)).not.toEqual(texts(10));
    const honest = (seed: number) => honestCases(archive, { ...OPTIONS, seed }).map(({ text }) => text);
    expect(honest(9)).toEqual(honest(9));
    expect(honest(9)).not.toEqual(honest(10));
  });

  it("come of every mutation", () => {
    expect(new Set(cases.map(({ one }) => one.mutation))).toEqual(new Set(MUTATION_NAMES));
  });

  it("are words that nobody said, unless the speaker is wrong", () => {
    for (const { archive, one } of cases)
      expect(isSaid(one.words, archive.words), `${one.mutation}: ${one.words}`).toBe(
        OF_SPEAKERS.includes(one.mutation),
      );
  });

  it("change letters, of whatever was said", () => {
    for (const { archive, one } of cases) {
      if (OF_SPEAKERS.includes(one.mutation)) continue;
      for (const { words } of archive.words.spoken)
        expect(words.map(({ letters }) => letters).join("")).not.toBe(lettersOf(one.words));
    }
  });

  it("are never another's words under the other's name", () => {
    for (const { one } of cases) {
      if (one.mutation !== "wrong speaker") continue;
      const named = `${one.frame?.before}${one.frame?.after}`.toLowerCase();
      for (const { speaker } of one.sources.flat())
        for (const name of speaker?.name.toLowerCase().split(" ") ?? []) expect(named).not.toContain(name);
    }
  });

  it("are said of the statements that hold the words they were made of", () => {
    for (const { one } of cases)
      expect(one.sources).toHaveLength(one.mutation === "unrelated" ? 0 : one.mutation === "splice" ? 2 : 1);
  });
});

describe("each mutation", () => {
  it.each<[MutationName, string, readonly string[]]>([
    [
      "negation dropped",
      "And I didn’t call him, said the president.",
      ["And I did call him, said the president."],
    ],
    ["negation dropped", "They will never use the weapons there.", ["They will use the weapons there."]],
    ["negation dropped", "We have no plans to attack anyone.", ["We have plans to attack anyone."]],
    [
      "number",
      "There are seven letters on the table.",
      ["six", "eight", "seventeen", "seventy"].flatMap((put) => [`There are ${put} letters on the table.`]),
    ],
    [
      "modal",
      "They must leave the building by noon.",
      ["may", "might", "should", "can"].map((put) => `They ${put} leave the building by noon.`),
    ],
    ["hedge cut", "It was, I think, a very long day.", ["It was a very long day."]],
    ["hedge cut", "The trains are mostly late in winter.", ["The trains are late in winter."]],
    [
      "condition cut",
      "We will sign the treaty, if the others sign, on Monday.",
      ["We will sign the treaty, on Monday."],
    ],
    [
      "condition cut",
      "I am ready. But only if one soldier crosses. We have plans.",
      ["I am ready. We have plans."],
    ],
    [
      "quantifier",
      "Then all members of the club voted.",
      ["some", "most", "few"].map((put) => `Then ${put} members of the club voted.`),
    ],
  ])("%s: %s", (name, said, wanted) => {
    const results = new Set(Array.from({ length: 40 }, (_, seed) => mutated(name, said, seed)?.words));
    results.delete(undefined);
    expect(wanted).toEqual(expect.arrayContaining([...results]));
    expect(results.size).toBeGreaterThan(0);
  });

  it.each<[MutationName, string]>([
    ["negation dropped", "We came and we saw the city walls."],
    ["negation added", "We came and we saw the city walls."],
    ["number", "We came, and no one saw the city walls."],
    ["modal", "It was the last will of the old king."],
    ["hedge cut", "This kind of thing happens every other year."],
    ["condition cut", "They asked if the others had seen it, again."],
    ["name", "We came and we saw the city walls."],
  ])("%s has no place in: %s", (name, said) => {
    for (let seed = 0; seed < 20; seed += 1) expect(mutated(name, said, seed)).toBeNull();
  });

  it("makes no misquote of what is said elsewhere, or is left of a longer statement", () => {
    const elsewhere = ["We have no plans to attack anyone.", "We have plans to attack anyone."];
    for (let seed = 0; seed < 20; seed += 1)
      expect(mutated("negation dropped", elsewhere[0] ?? "", seed, elsewhere)).toBeNull();
  });

  it("takes no word for another that is spelled as in another country", () => {
    const said = [
      "Lace centres.",
      "Lace sabres.",
      ...Array.from({ length: 5 }, () => "Centers. Sabers. Face."),
    ];
    const results = Array.from({ length: 20 }, (_, seed) => [
      mutated("near word", said[0] ?? "", seed, said)?.words,
      mutated("near word", said[1] ?? "", seed, said)?.words,
    ]).flat();
    expect(results).not.toContain("Lace centers.");
    expect(results).not.toContain("Lace sabers.");
    const face = Array.from({ length: 20 }, (_, seed) => mutated("near word", "A lace.", seed, said)?.words);
    expect(face).toContain("A face.");
  });
});

function mutated(name: MutationName, text: string, seed: number, said: readonly string[] = [text]) {
  const lines = said.map((line) => ({ speaker: "Ann Lee", text: line, exchange: 0 }));
  const words = new ArchiveWords(new Archive([interviewOfLines("small", lines)]));
  const [first] = words.spoken;
  if (!first) throw new Error("nothing said");
  const { statement } = first;
  const fragment: Fragment = { statement, form: "whole", spans: statement.spoken, text };
  return MUTATIONS[name](fragment, { words, unrelated: [] }, seededRandom(seed));
}
