import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildStatementIndex, statementIndexSteps } from "../../src/search/statement-index.ts";
import { foldWord } from "../../src/search/text-analysis.ts";
import { Archive } from "../../src/transcript/archive.ts";
import { atOnce } from "../../src/transcript/steps.ts";
import { interviewOf } from "./archives.ts";
import { archives } from "./random-archives.ts";

/** Everything in an index, its vocabulary too. */
function everythingIn(index: ReturnType<typeof buildStatementIndex>) {
  return { ...index, vocabulary: index.vocabulary.packed() };
}

describe("an index made with the one before", () => {
  it("is the same to the last bit as one made from nothing", () => {
    fc.assert(
      fc.property(
        archives,
        archives,
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        (old, now, keep) => {
          const kept = old.interviews.filter((_, at) => keep[at]);
          const ids = new Set(kept.map(({ id }) => id));
          const archive = new Archive([...kept, ...now.interviews.filter(({ id }) => !ids.has(id))]);
          const before = buildStatementIndex(old);
          const fresh = buildStatementIndex(archive);
          const reused = atOnce(statementIndexSteps(archive, before));
          expect(everythingIn(reused)).toEqual(everythingIn(fresh));
          // And once more upon what was reused already.
          const again = atOnce(statementIndexSteps(old, reused));
          expect(everythingIn(again)).toEqual(everythingIn(buildStatementIndex(old)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("forgets the words of what is gone", () => {
    const bees = interviewOf("bees", "“The Bienenkönigin überwintert,” said Ada.");
    const trams = interviewOf("trams", "“The tram is late,” said Ada.");
    const both = buildStatementIndex(new Archive([bees, trams]));
    const one = atOnce(statementIndexSteps(new Archive([trams]), both));
    expect(both.vocabulary.spells(foldWord("überwintert"))).toBe(true);
    expect(one.vocabulary.spells(foldWord("überwintert"))).toBe(false);
    expect(one.vocabulary.spells("tram")).toBe(true);
  });
});
