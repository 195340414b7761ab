import { describe, expect, it } from "vitest";
import { completeInterview, completeSpeaker, resolveFilters } from "../../src/command/resolve-filters.ts";
import type { Archive } from "../../src/transcript/archive.ts";
import { archiveOf, composer, interviewOf, mayor } from "../search/archives.ts";

const archive = archiveOf(mayor(), composer());

/** An archive with an interview for each of these people and titles. */
function archiveWith(
  ...all: readonly { readonly id: string; readonly title?: string; readonly speaker: string }[]
) {
  return archiveOf(
    ...all.map(({ id, title, speaker }) =>
      interviewOf(
        id,
        "“Well?” I asked.\n“Yes,” Mx One said.",
        JSON.stringify({
          ...(title === undefined ? {} : { title }),
          speakers: [{ name: speaker, aliases: ["Mx One"], role: "guest" }],
        }),
      ),
    ),
  );
}

function speakerFor(typed: string, from: Archive = archive): string | undefined {
  const resolved = resolveFilters(from, { speaker: typed });
  return resolved.ok ? resolved.filters.speaker : undefined;
}

function interviewFor(typed: string, from: Archive = archive): string | undefined {
  const resolved = resolveFilters(from, { interview: typed });
  return resolved.ok ? resolved.filters.interview : undefined;
}

describe("a filter", () => {
  it("that isn't there, or is blank, filters nothing", () => {
    for (const typed of [{}, { speaker: "", interview: " " }, { speaker: undefined }]) {
      expect(resolveFilters(archive, typed)).toEqual({ ok: true, filters: {} });
    }
  });

  it.each(["Anna Berg", "anna berg", " ANNA  BERG ", "berg", "Ann", "Änna Bérg", "Ａnna Berg"])(
    "finds a speaker by %j",
    (typed) => {
      expect(speakerFor(typed)).toBe("Anna Berg");
    },
  );

  it.each(["mayor", "MAYOR", "may"])("finds an interview by %j", (typed) => {
    expect(interviewFor(typed)).toBe("mayor");
  });

  it("finds an interview by its title or a part of it", () => {
    const titled = archiveWith({ id: "a", title: "At the harbour", speaker: "Mira Oduya" });
    for (const typed of ["At the harbour", "HARBOUR", "a"]) expect(interviewFor(typed, titled)).toBe("a");
  });

  it("holds for both at once", () => {
    expect(resolveFilters(archive, { speaker: "lund", interview: "composer" })).toEqual({
      ok: true,
      filters: { speaker: "Karl Lund", interview: "composer" },
    });
  });

  it("that means several, or nobody, is refused with those there are", () => {
    for (const typed of ["n", "Napoleon"]) {
      const resolved = resolveFilters(archive, { speaker: typed });
      if (resolved.ok) throw new Error("it was resolved");
      expect(resolved.reply).toMatchObject({ quiet: true, record: { outcome: "unusable" } });
      expect(resolved.reply.blocks).toEqual([
        { block: "heading", text: `No single speaker is meant by: ${typed}` },
        { block: "note", text: "Choose one of these: Interviewer; Anna Berg; Karl Lund." },
      ]);
    }
    expect(
      interviewFor("o", archiveWith({ id: "one", speaker: "A" }, { id: "two", speaker: "B" })),
    ).toBeUndefined();
  });

  it("prefers the whole name to a part of another", () => {
    const two = archiveWith({ id: "a", speaker: "Anna Berg" }, { id: "b", speaker: "Anna Bergström" });
    expect(speakerFor("anna berg", two)).toBe("Anna Berg");
    expect(speakerFor("anna", two)).toBeUndefined();
  });

  it("tells people apart whose names differ by an accent alone", () => {
    const two = archiveWith({ id: "a", speaker: "Jose Ruiz" }, { id: "b", speaker: "José Ruiz" });
    expect(speakerFor("José Ruiz", two)).toBe("José Ruiz");
    expect(speakerFor("Jose Ruiz", two)).toBe("Jose Ruiz");
    expect(speakerFor("JOSE RUIZ", two)).toBeUndefined();
    expect(speakerFor("josé", two)).toBeUndefined();
  });

  it("prefers a name as it is to one that only its label makes the same", () => {
    const two = archiveWith({ id: "a", speaker: "@home" }, { id: "b", speaker: "home" });
    expect(speakerFor("home", two)).toBe("home");
    expect(speakerFor("@home", two)).toBe("@home");
  });

  it("is refused where two interviews have the title, but an id is always one of them", () => {
    const two = archiveWith(
      { id: "a", title: "Talk", speaker: "A" },
      { id: "b", title: "Talk", speaker: "B" },
    );
    expect(interviewFor("Talk", two)).toBeUndefined();
    expect(interviewFor("b", two)).toBe("b");
  });

  it.each(["\u0301", "\u0308\u0323 ", "\u20dd"])("of combining marks alone (%j) means nobody", (typed) => {
    const one = archiveWith({ id: "a", title: "Talk", speaker: "Mira Oduya" });
    expect(speakerFor(typed, one)).toBeUndefined();
    expect(interviewFor(typed, one)).toBeUndefined();
    expect(completeSpeaker(one, typed)).toEqual([]);
    expect(completeInterview(one, typed)).toEqual([]);
  });

  it("in an archive without interviews says that there is nothing to choose from", () => {
    const resolved = resolveFilters(archiveOf(), { speaker: "Anna" });
    expect(JSON.stringify(resolved)).toContain("There is no speaker to choose from yet.");
  });

  it("doesn't list more than fit, nor long names whole", () => {
    const many = archiveWith(
      ...Array.from({ length: 30 }, (_, at) => ({ id: `i${at}`, speaker: `${at} ${"x".repeat(90)}` })),
    );
    const resolved = resolveFilters(many, { speaker: "y".repeat(1000) });
    if (resolved.ok) throw new Error("it was resolved");
    for (const block of resolved.reply.blocks) expect(JSON.stringify(block).length).toBeLessThan(1300);
  });
});

describe("the choices for a filter", () => {
  it("are all when nothing is typed, the most talkative speaker first", () => {
    expect(completeSpeaker(archive, "").map(({ name }) => name)).toEqual([
      "Interviewer",
      "Anna Berg",
      "Karl Lund",
    ]);
    expect(completeInterview(archive, "").map(({ value }) => value)).toEqual(["composer", "mayor"]);
  });

  it("are those that have what was typed in them", () => {
    expect(completeSpeaker(archive, "LUND").map(({ name }) => name)).toEqual(["Karl Lund"]);
    expect(completeInterview(archive, "comp").map(({ value }) => value)).toEqual(["composer"]);
    expect(completeSpeaker(archive, "nobody")).toEqual([]);
  });

  it("are at most 25, of at most 100 units", () => {
    const many = archiveWith(
      ...Array.from({ length: 40 }, (_, at) => ({
        id: `${"i".repeat(150)}${at}`,
        title: `${at} ${"漢".repeat(190)}`,
        speaker: `${at}${"#".repeat(90)}`,
      })),
    );
    for (const choices of [completeSpeaker(many, ""), completeInterview(many, "")]) {
      expect(choices).toHaveLength(25);
      for (const { name, value } of choices) {
        for (const text of [name, value]) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(100);
        }
      }
    }
  });

  it("lead back to what they stand for, by value and by label, as Discord may send either", () => {
    const odd = archiveWith(
      { id: "a", title: "# The *harbour* @ night", speaker: "@everyone  Smith" },
      { id: "b", title: "漢".repeat(150), speaker: "#1 fan" },
      { id: "c".repeat(150), title: "plain", speaker: "é\u0323" },
    );
    const speakers = odd.speakers().map(({ name }) => name);
    const byName = completeSpeaker(odd, "");
    expect(byName.map(({ value }) => speakerFor(value, odd))).toEqual(speakers);
    expect(byName.map(({ name }) => speakerFor(name, odd))).toEqual(speakers);
    const ids = odd.interviews.map(({ id }) => id);
    const byTitle = completeInterview(odd, "");
    expect(byTitle.map(({ value }) => interviewFor(value, odd))).toEqual(ids);
    expect(byTitle.map(({ name }) => interviewFor(name, odd))).toEqual(ids);
  });
});
