import { beforeAll, describe, expect, it } from "vitest";
import { type BenchArchive, benchArchives } from "../../../evaluation/misquotes/bench-archives.ts";
import { honestCases } from "../../../evaluation/misquotes/cases.ts";
import { DAMAGE_NAMES, damaged, misspelt, stacked } from "../../../evaluation/misquotes/damages.ts";
import { lettersOf, wordsOf } from "../../../evaluation/misquotes/letters.ts";
import { seededRandom } from "../../../evaluation/typos.ts";

const TEXT =
  "Officially, it’s “Café Minsk” - don't confuse the Anglo-Saxons’ flat with it... In 2022, 1,300 people – nearly 57% – came.";

let archives: readonly BenchArchive[];
beforeAll(async () => {
  archives = await benchArchives();
});

describe("honest damage", () => {
  it.each(DAMAGE_NAMES)("%s changes how a text looks, and no letter of it", (name) => {
    for (let seed = 0; seed < 30; seed += 1) {
      const result = damaged(TEXT, name, seededRandom(seed));
      expect(result).not.toBeNull();
      expect(result).not.toBe(TEXT);
      expect(lettersOf(result ?? "")).toBe(lettersOf(TEXT));
    }
  });

  it("has no place in a text without what it damages", () => {
    expect(damaged("nothing to straighten", "straight marks", seededRandom(1))).toBeNull();
    expect(damaged("no accent here", "NFD", seededRandom(1))).toBeNull();
    expect(damaged("in lower case", "lower case", seededRandom(1))).toBeNull();
  });

  it("keeps what is read as a number", () => {
    const bare = damaged("It cost £1,300, or 57%, in 2022.", "missing punctuation", seededRandom(1));
    expect(bare).toBe("It cost £1,300 or 57% in 2022");
  });

  it("may come in layers", () => {
    for (let seed = 0; seed < 50; seed += 1)
      expect(lettersOf(stacked(TEXT, seededRandom(seed)) ?? TEXT)).toBe(lettersOf(TEXT));
  });

  it("leaves every true quote of the bench the words it was made of", () => {
    for (const archive of archives)
      for (const { damage, words, sources } of honestCases(archive, { seed: 3, each: 20 })) {
        if (damage === "misspelling" || damage === "insertion as printed") continue;
        const letters = archive.words
          .spokenOf(sources[0] as NonNullable<(typeof sources)[0]>)
          .words.map((word) => word.letters)
          .join("");
        expect(letters).toContain(lettersOf(words));
      }
  });

  it("misspells one word into none that is known", () => {
    for (const { words } of archives)
      for (let seed = 0; seed < 50; seed += 1) {
        const said = "Putin started withdrawing these troops from where they were";
        const slip = misspelt(said, words, seededRandom(seed)) ?? "";
        const before = wordsOf(said).map(({ letters }) => letters);
        const after = wordsOf(slip).map(({ letters }) => letters);
        const fresh = after.filter((letters, at) => letters !== before[at]);
        expect(after).toHaveLength(before.length);
        expect(fresh).toHaveLength(1);
        expect(words.countOf(fresh[0] ?? "")).toBe(0);
      }
  });
});
