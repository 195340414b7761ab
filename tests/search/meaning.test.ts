import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/search/language.ts";
import { MeaningReader } from "../../src/search/meaning.ts";
import { readQuery } from "../../src/search/query-reading.ts";
import { buildStatementIndex } from "../../src/search/statement-index.ts";
import { buildSearch } from "../../src/search/statement-search.ts";
import { TermVectors } from "../../src/search/term-vectors.ts";
import { WordRepair } from "../../src/search/word-repair.ts";
import { archiveOf, bundledArchive, interviewOf, mayor } from "./archives.ts";

const vectors = languageOf("en").wordVectors();
if (!vectors) throw new Error("English has word vectors");

describe("meaning", () => {
  const index = buildStatementIndex(archiveOf(mayor()));
  const reader = new MeaningReader(index, new TermVectors(vectors, index.vocabulary));
  const repair = new WordRepair(index.vocabulary.spellings());
  const all = index.statements.map((_, document) => document);
  const read = (text: string) => readQuery(index, { repair, vectors, related: null }, text);
  const compare = (text: string) => reader.compare(read(text), all);
  const textOf = (at: number): string => {
    const statement = index.statements[at];
    return (
      statement?.spans.map(({ start, end }) => statement.interview.source.text.slice(start, end)).join(" ") ??
      ""
    );
  };

  it("is nearest where the same is said in other words", () => {
    const price = compare("what is the price of the streetcar").map(({ whole }) => whole);
    expect(textOf(price.indexOf(Math.max(...price)))).toMatch(/cost|Forty million/);
    const aligned = compare("anglers").map((one) => one.aligned);
    expect(textOf(aligned.indexOf(Math.max(...aligned)))).toContain("fishermen");
  });

  it("counts a word that stands there as nothing less than itself", () => {
    const at = all.findIndex((document) => textOf(document).includes("founded in 1902"));
    const { aligned, alignments } = compare(textOf(at))[at] ?? { aligned: 0, alignments: [] };
    expect(aligned).toBeCloseTo(1, 6);
    for (const [word, { wordClass }] of read(textOf(at)).words.entries())
      expect(alignments[word]).toBe(wordClass === "function" ? 0 : 1);
  });

  it("doesn't depend on what was compared before", () => {
    const first = compare("the price of a streetcar");
    compare("books for fishermen in the library");
    expect(compare("the price of a streetcar")).toEqual(first);
  });

  it("says nothing of words it doesn't know", () => {
    for (const { whole, aligned } of compare("zzgrbl qwrtz")) {
      expect(whole).toBe(0);
      expect(aligned).toBe(0);
    }
  });
});

describe("searching by meaning", () => {
  it("finds what shares a meaning with the question, but no word", async () => {
    const search = buildSearch(await bundledArchive());
    const linesOf = (text: string) =>
      search.ask({ text, limit: 3 }).matches.map(({ statement }) => statement.lines[0]);
    expect(linesOf("how many inmates are behind bars for politics")).toContain(26);
    expect(linesOf("did they let the dissidents out of jail")).toContain(31);
  });

  it("files a subject typed in other words under the curated topic it means", async () => {
    const search = buildSearch(await bundledArchive());
    const named = (text: string) => search.topic({ text, limit: 50 }).topics.map(({ topic }) => topic.name);
    expect(named("freed inmates")).toEqual(["Political prisoners"]);
    expect(named("nuclear arms")).toEqual(["Nuclear weapons"]);
    expect(named("gardening tips")).toEqual([]);
  });

  it("goes by the words alone in a language it has no vectors of", () => {
    const interview = interviewOf(
      "stadt",
      ["“Wird die Bahn gebaut?”, fragte ich.", "„Ja, der Rat hat es beschlossen.“"].join("\n"),
      "language: de\nspeakers:\n  - name: Anna Berg\n    role: guest\n",
    );
    const { matches } = buildSearch(archiveOf(interview)).ask({ text: "Wird die Bahn gebaut", limit: 3 });
    expect(matches.length).toBeGreaterThan(0);
  });
});
