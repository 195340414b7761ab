import { expect, test } from "vitest";
import type { Passage } from "../../../../src/transcript/formats/labelled/passage.ts";
import { startUnvoicedTurns } from "../../../../src/transcript/formats/labelled/unvoiced-turns.ts";

type Given = readonly [text: string, start?: number | undefined, more?: Partial<Passage>];

/** The passages that start a turn or a statement, by their first word. */
function turns(...given: readonly Given[]): readonly string[] {
  let text = "";
  const passages = given.map(([words, start, more]): Passage => {
    const span = { start: text.length, end: text.length + words.length };
    text += `${words} `;
    const time = start === undefined ? null : { start, end: start + 1 };
    return { kind: "speech", voice: null, startsTurn: false, span, time, ...more };
  });
  return startUnvoicedTurns(passages, text)
    .filter(({ startsTurn, startsStatement }) => startsTurn || startsStatement)
    .map(({ span }) => text.slice(span.start, span.end).slice(0, 6).trim());
}

test("a turn begins after a pause of two seconds, where a sentence has ended", () => {
  expect(turns(["One is.", 0], ["Two is.", 2.9], ["Three.", 6], ["four", 9])).toEqual(["Three.", "four"]);
  expect(turns(["One is", 0], ["two.”", 9], ["Three", 12])).toEqual(["Three"]);
  expect(turns(["Ask Mr.", 0], ["Two.", 9])).toEqual([]);
  expect(turns(["One."], ["Two."])).toEqual([]);
});

test("a turn begins where one has grown to a paragraph, at the next sentence end; at last wherever it is", () => {
  const sentence = `${"word ".repeat(60)}end.`;
  expect(
    turns([`A ${sentence}`], [`B ${sentence}`], [`C ${sentence}`], [`D ${sentence}`], [`E ${sentence}`]),
  ).toEqual(["C word", "E word"]);
  const endless = "word ".repeat(100).trim();
  const given = ["A", "B", "C", "D", "E", "F"].map((letter): Given => [`${letter} ${endless}`]);
  expect(turns(...given)).toEqual(["E word"]);
});

test("what goes on after a named voice is left to it, and a voice that isn’t named begins afresh", () => {
  expect(turns(["One.", 0, { voice: "Ada" }], ["Two.", 9], ["Three.", 20])).toEqual([]);
  const gap = [
    ["One.", 0, { voice: "Ada" }],
    ["Two.", 9, { startsTurn: true }],
    ["Three.", 20],
  ] as const;
  expect(turns(...gap)).toEqual(["Two.", "Three."]);
  expect(turns(["One.", 0], ["Note", undefined, { kind: "narration" }], ["Two.", 20])).toEqual([]);
});
