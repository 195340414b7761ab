import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../src/transcript/coverage.ts";
import { hostileInterviews } from "../reply/hostile-interviews.ts";
import { BOAT, captioned } from "../reply/readings.ts";
import { read, VANCE_AND_AUTHOR } from "./reading.ts";

describe("what the characters of a file are", () => {
  it("tells spoken words from those around them", () => {
    const text = "She came.\n\n“Will it stand?” I asked.\n“It [the bridge] will,” Vance said.";
    const { interview } = read(text, VANCE_AND_AUTHOR);
    expect(coverageOf(interview, [])).toEqual({
      question: "Will it stand?".length,
      speech: "It".length + "will,".length,
      narration: "She came.".length + "“” I asked.".length + "“ [the bridge] ” Vance said.".length,
      label: 0,
      markup: 3,
    });
  });

  it("counts labels, and mark-up where words are read from among it", () => {
    const { interview, file } = captioned("boat", BOAT);
    const text = file.slice(1);
    const labels = [...text.matchAll(/<[^>]*>|^\d.* --> .*$/gmu)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }));
    const counts = coverageOf(interview, labels);
    expect(counts.label).toBe(labels.reduce((sum, { start, end }) => sum + end - start, 0));
    expect(counts.question).toBe("Whose boat is it?".length + "Is it fast?".length);
    const spoken = ["Tom &amp; mine\nit\\u00e9 is,", "and it\\nisn&#8217;t \\*old\\*&hellip; 𝒳", "No."];
    expect(counts.speech).toBe(spoken.join("").length);
    expect(counts.narration).toBe(0);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(text.length);
  });

  it("adds up to the whole file, whatever is in it", () => {
    fc.assert(
      fc.property(hostileInterviews, (interviews) => {
        for (const interview of interviews) {
          const counts = coverageOf(interview, []);
          expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(
            interview.source.text.length,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
