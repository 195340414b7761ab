import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/search/language.ts";
import { turnaroundAfter } from "../../src/search/turnaround.ts";
import type { Statement } from "../../src/transcript/interview.ts";
import { bundledArchive, interviewOf } from "./archives.ts";

const english = languageOf("en");

/** The kind and the words found at the start of a text, as "condition: But only if". */
function turning(after: string): string | null {
  const found = english.turnsAround(after);
  return found && `${found.kind}: ${after.slice(found.start, found.end)}`;
}

describe("what turns around the words before it", () => {
  it.each([
    [" But only if the boot of one soldier steps into Belarus.", "condition: But only if"],
    [" only if he asks", "condition: only if"],
    [", unless they attack us", "condition: unless"],
    [" without the Belarusian president’s consent,", "condition: without"],
    [" if the armed forces of any country were on the line", "condition: if"],
    [", provided that it is safe", "condition: provided that"],
    [". If they attack us.", "condition: If"],
    [". Well, not until they leave.", "condition: Well, not until"],
    [" except on Sundays", "condition: except"],
    [". No, that came out wrong.", "negation: No"],
    [". No. I was joking.", "negation: No"],
    [". That’s not what I said.", "negation: That’s not what"],
    [", not the other way round", "negation: not"],
    ["\nHe denies that.", "negation: He denies that"],
    [". I didn't mean it.", "negation: I didn't mean"],
    ["” But he never came", "contrast: But"],
    [", however, the council did", "contrast: however"],
    [". And yet it moves", "contrast: And yet"],
    [", although nobody knew", "contrast: although"],
    [" . but it 's late", "contrast: but"],
  ])("%j is %j", (after, expected) => {
    expect(turning(after)).toBe(expected);
  });

  it.each([
    "",
    " ",
    "…",
    " We have no plans to attack anyone.",
    ". If you like, we can go on.",
    ". Without them, the town would be poor.",
    ". No one called me.",
    ". No soldiers came.",
    " button",
    " notably late",
    ", provided by the state",
    ", yet.",
    " in the centre",
    ". Butter is dear.",
    ". He said that.",
  ])("%j turns nothing around", (after) => {
    expect(turning(after)).toBeNull();
  });

  it("is known of English only", () => {
    expect(languageOf("de").turnsAround(" But only if")).toBeNull();
    expect(languageOf("en-GB").turnsAround(" But only if")).not.toBeNull();
  });

  it("is a span of what was looked at, whatever that is, and found in no time", () => {
    const words = fc.constantFrom(
      "but ",
      "well, ",
      "No",
      " not",
      "only if",
      "…",
      "“",
      "denies ",
      "’",
      "\n",
      "I ",
    );
    const texts = fc.array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 40 });
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join("");
        const found = english.turnsAround(text);
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.start).toBeLessThan(found.end);
        expect(found.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
    const begun = performance.now();
    for (const piece of ["but ", "well, ", "a b ", " ", "…", "not "])
      english.turnsAround(piece.repeat(50_000));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe("in a statement", () => {
  function followingIn(statement: Statement, words: string): string | null {
    const { source } = statement.interview;
    const found = turnaroundAfter(
      statement,
      source.text.indexOf(words, statement.spans[0]?.start) + words.length,
    );
    return found && `${found.kind}: ${source.text.slice(found.start, found.end)}`;
  }

  it("of the bundled interview, a condition follows the nuclear weapons twice", async () => {
    const statements = [...(await bundledArchive()).statements()];
    const onLine = (line: number) => statements.find(({ lines }) => lines[0] === line) as Statement;
    expect(followingIn(onLine(25), "I’m completely ready, otherwise why have these weapons?")).toBe(
      "condition: But only if",
    );
    expect(followingIn(onLine(25), "I’m completely ready")).toBeNull();
    expect(followingIn(onLine(25), "steps into Belarus.")).toBeNull();
    expect(followingIn(onLine(23), "Putin will never use the weapons stationed in Belarus")).toBe(
      "condition: without",
    );
  });

  it("an attribution or a paragraph in between is passed over", () => {
    const [said] = interviewOf(
      "rain",
      "“I’m ready,” Ada Fern said. “But only if it rains. We go on foot.\n“Unless it snows.”",
    ).statements;
    if (!said) throw new Error("there is no statement");
    expect(followingIn(said, "I’m ready")).toBe("condition: But only if");
    expect(followingIn(said, "We go on foot")).toBe("condition: Unless");
    expect(followingIn(said, "Unless it snows")).toBeNull();
  });
});
