import { describe, expect, it } from "vitest";
import { keyphraseTopics } from "../../src/search/keyphrases/keyphrase-topics.ts";
import { buildSearch } from "../../src/search/statement-search.ts";
import { archiveOf, bundledText, interviewOf, mayor } from "./archives.ts";

const names = (id: string, text: string, yaml?: string): readonly string[] =>
  keyphraseTopics(interviewOf(id, text, yaml)).map(({ name }) => name);

describe("topics of an interview whose yaml names none", () => {
  it("are the names and phrases that come back, as a person would title them", async () => {
    const topics = names("talk", await bundledText());
    for (const name of ["Vladimir Putin", "Belarus", "Political prisoners", "Nuclear weapons"]) {
      expect(topics).toContain(name);
    }
    expect(topics.length).toBeLessThanOrEqual(12);
    expect(topics.join(" ")).not.toMatch(/\b(?:I|he|said|asked|very|going)\b/u);
  });

  it("name a person once, in full, and never the one who speaks", () => {
    const text = [
      "I met Ada Lind by the harbour. “The harbour master, Nils Berg, was wrong,” Lind said.",
      "“And the harbour council listened to Berg again,” she said.",
      "“Berg has the harbour council in his pocket,” Lind said.",
    ].join("\n\n");
    const topics = keyphraseTopics(interviewOf("harbour", text));
    expect(topics.filter(({ name }) => name.includes("Berg")).map(({ name }) => name)).toEqual(["Nils Berg"]);

    expect(topics.map(({ name }) => name)).toContain("Harbour council");
    expect(topics.some(({ name, aliases }) => [name, ...aliases].includes("Lind"))).toBe(false);
  });

  it("are found in other languages, without their grammar", () => {
    const text = [
      "„Die neue Brücke kostet die Stadt zu viel“, sagte Vogel.",
      "„Ohne die neue Brücke stirbt der Hafen“, sagte Vogel.",
      "„Und der Hafen lebt von der Brücke“, sagte Vogel.",
    ].join("\n\n");
    const topics = names("bruecke", text, "language: de\n");
    expect(topics.join(" ")).toMatch(/Brücke/u);
    expect(topics).not.toContain("Die");
  });

  it("are none where nothing comes back", () => {
    expect(names("short", "“We open at nine,” she said.")).toEqual([]);
  });

  it("complete a name and find their statements, marked as nobody's curation", async () => {
    const search = buildSearch(archiveOf(interviewOf("talk", await bundledText())));
    expect(search.completeTopics("polit", 5).map(({ name }) => name)).toContain("Political prisoners");
    const found = search.topic({ text: "Political prisoners", limit: 9 });
    expect(found.outcome).toBe("answer");
    expect(found.matches.length).toBeGreaterThan(1);
    expect(found.topics).toEqual([]);
  });

  it("give way to the curated ones of an interview that has some", () => {
    const curated = mayor();
    const choices = buildSearch(archiveOf(curated)).completeTopics("", 25);
    expect(new Set(choices.map(({ name }) => name))).toEqual(new Set(curated.topics.map(({ name }) => name)));
  });

  it("are offered within one interview only where the archive is large", () => {
    const filler = "“The quarry road floods,” she said. “The quarry road is closed.”\n\n".repeat(60);
    const many = Array.from({ length: 600 }, (_, at) => interviewOf(`talk-${at}`, filler));
    const search = buildSearch(archiveOf(...many));
    expect(search.completeTopics("", 5)).toEqual([]);
    expect(search.completeTopics("", 5, "talk-7").length).toBeGreaterThan(0);
  });
});
