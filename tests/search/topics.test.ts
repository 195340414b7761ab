import { describe, expect, it } from "vitest";
import { buildSearch } from "../../src/search/statement-search.ts";
import { loadArchive } from "../../src/transcript/load-archive.ts";

const { archive } = await loadArchive("transcripts");
const search = buildSearch(archive);
const topicsFor = (text: string) =>
  search.topic({ text, limit: 100 }).topics.map(({ topic: { name } }) => name);

describe("a topic of which only the beginning is typed", () => {
  it("is found when it can be no other", () => {
    expect(topicsFor("nuk")).toEqual(["Nuclear weapons"]);
    expect(topicsFor("stagi")).toEqual(["Belarus as a staging ground for the invasion"]);
  });

  it("isn't guessed when several begin so, or when next to nothing was typed", () => {
    expect(topicsFor("pol")).toEqual(["Political prisoners"]);
    expect(topicsFor("bel")).toEqual([]);
    expect(topicsFor("n")).toEqual([]);
    expect(topicsFor("")).toEqual([]);
  });
});
