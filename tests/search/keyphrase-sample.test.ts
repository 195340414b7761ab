import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyphraseTopics } from "../../src/search/keyphrases/keyphrase-topics.ts";
import { sampleOf } from "../../src/search/keyphrases/sample.ts";
import { spansToSearch } from "../../src/search/statement-words.ts";
import type { Interview } from "../../src/transcript/interview.ts";
import { interviewOf } from "./archives.ts";

const talk = (answers: readonly string[]): Interview =>
  interviewOf("talk", answers.map((answer, at) => `Asker: What of ${at}?\n\nAnn: ${answer}`).join("\n\n"));

const unitsRead = (interview: Interview, most: number): number =>
  sampleOf(interview, most)
    .flatMap(({ spans }) => spans)
    .reduce((sum, { start, end }) => sum + end - start, 0);

const words = fc
  .array(fc.constantFrom("one", "harbour", "Ann", "don’t", "x".repeat(300)), {
    minLength: 1,
    maxLength: 3000,
  })
  .map((some) => some.join(" "));

describe("what is read of an interview for its topics", () => {
  it("is all of it, where people can have talked that long", () => {
    const interview = talk(["We rebuilt the harbour. ".repeat(900)]);
    expect(sampleOf(interview).map(({ spans }) => spans)).toEqual(interview.statements.map(spansToSearch));
  });

  it("is as much as may be and no more of a longer one, in order, within what was said", () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 5000, max: 40_000 }),
        (answers, most) => {
          const interview = talk(answers);
          // Each piece of 5,000 units may go on to the end of a word.
          expect(unitsRead(interview, most)).toBeLessThanOrEqual(most * 1.1);
          let last = 0;
          for (const { statement, spans } of sampleOf(interview, most)) {
            for (const { start, end } of spans) {
              expect(start).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThanOrEqual(start);
              last = end;
              expect(spansToSearch(statement).some((span) => span.start <= start && end <= span.end)).toBe(
                true,
              );
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is spread evenly over one statement as over many", () => {
    const sentence = "We rebuilt the harbour bridge and nobody thanked us. ";
    for (const interview of [talk([sentence.repeat(40_000)]), talk(Array(8000).fill(sentence.repeat(5)))]) {
      const starts = sampleOf(interview).flatMap(({ spans }) => spans.map(({ start }) => start));
      const { length } = interview.source.text;
      for (let tenth = 0; tenth < 10; tenth += 1) {
        const some = starts.filter((at) => at >= (tenth * length) / 10 && at < ((tenth + 1) * length) / 10);
        expect(some.length).toBeGreaterThanOrEqual(5);
      }
      expect(unitsRead(interview, 500_000)).toBeGreaterThan(400_000);
    }
  });

  it("finds what comes back in a monstrous one, without a hang", () => {
    const interview = talk([
      "Nobody in this town wanted the harbour bridge. ".repeat(200_000),
      "No.",
      "Never.",
    ]);
    const begun = performance.now();
    const topics = keyphraseTopics(interview);
    // It took five seconds and takes a fifth of one.
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(topics.map(({ name }) => name.toLowerCase())).toContain("harbour bridge");
  }, 30_000);
});
