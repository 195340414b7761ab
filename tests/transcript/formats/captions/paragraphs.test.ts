import { describe, expect, test } from "vitest";
import {
  endsSentence,
  goesOnWithSentence,
  nextSentenceStart,
} from "../../../../src/transcript/formats/captions/sentence-end.ts";
import { expectAccounted, readCaptions } from "./captions-reading.ts";

type Cue = readonly [start: number, end: number, words: string];

function statementsOf(cues: readonly Cue[]): readonly string[] {
  const at = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
  const text = `WEBVTT\n\n${cues.map(([start, end, words]) => `${at(start)} --> ${at(end)}\n${words}\n`).join("\n")}`;
  expectAccounted("vtt", text);
  const { statements, source } = readCaptions("vtt", text).interview;
  return statements.map(({ spans }) => source.text.slice(spans[0]?.start, spans.at(-1)?.end));
}

/** One caption after another, without a pause. */
function running(...words: readonly string[]): readonly Cue[] {
  return words.map((text, index) => [index * 2, index * 2 + 2, text]);
}

describe("captions without voices", () => {
  test("a pause after a sentence begins a new statement, one within it doesn't", () => {
    expect(
      statementsOf([
        [0, 2, "It was cold."],
        [2.5, 4, "Very cold,"],
        [9, 10, "I must say."],
        [12, 13, "Then it thawed."],
      ]),
    ).toEqual(["It was cold. Very cold, I must say.", "Then it thawed."]);
  });

  test("what goes on in small letters, or after an ellipsis, begins none", () => {
    expect(
      statementsOf([
        [0, 2, "We had the U.S."],
        [5, 6, "troops there..."],
        [9, 10, "...for years."],
      ]),
    ).toHaveLength(1);
  });

  test.each([
    ["Latin", "This is a sentence of the harbour"],
    ["Cyrillic", "Это предложение о старой гавани"],
    ["Arabic", "هذه جملة عن الميناء القديم؟", "؟"],
    ["Hindi", "यह पुराने बंदरगाह के बारे में एक वाक्य है।", "।"],
    ["Chinese", "这是关于老港口的一个句子我们在那里住了很多年直到冬天来了港口结冰了。", "。"],
  ])("long speech in %s is divided where sentences end", (_, sentence, end = ".") => {
    const whole = sentence.endsWith(end) ? sentence : `${sentence}${end}`;
    const half = Math.floor(whole.length / 2);
    const cues = Array.from({ length: 60 }, () => [whole.slice(0, half), whole.slice(half)]).flat();
    const statements = statementsOf(running(...cues));
    expect(statements.length).toBeGreaterThan(2);
    for (const statement of statements) {
      expect(statement.endsWith(end)).toBe(true);
      expect(statement.length).toBeLessThan(700);
    }
  });

  test("where sentences never end with a caption, they are divided within one", () => {
    const cues = Array.from({ length: 200 }, () => "harbour was cold. And the old");
    const statements = statementsOf(running(...cues));
    expect(statements.length).toBeGreaterThan(4);
    for (const statement of statements.slice(0, -1))
      expect(statement).toMatch(/^(?:And the old|harbour).*cold\.$/su);
    expect(Math.max(...statements.map(({ length }) => length))).toBeLessThan(1_000);
  });

  test("without full stops they are divided by pauses and length", () => {
    const cues = Array.from(
      { length: 100 },
      (_, index): Cue => [index * 2, index * 2 + 2, "and so the harbour was"],
    );
    const statements = statementsOf(cues);
    expect(statements.length).toBeGreaterThan(3);
    expect(Math.max(...statements.map(({ length }) => length))).toBeLessThan(600);
    expect(
      statementsOf([
        [0, 2, "and so it was"],
        [6, 8, "we left"],
      ]),
    ).toEqual(["and so it was", "we left"]);
  });

  test("with voices only turns divide", () => {
    expect(
      statementsOf([
        [0, 2, "<v Ann>It was cold."],
        [12, 13, "Then it thawed."],
        [22, 23, "<v Ann>And so on."],
      ]),
    ).toEqual(["It was cold. Then it thawed. And so on."]);
  });
});

describe("the end of a sentence", () => {
  test.each(["Yes.", "“Yes!”", "Yes?)", "什么？", "هل؟", "है।", "Yes… ", "Այո։", "Yes. ♪"])(
    "%j has one",
    (text) => {
      expect(endsSentence(text)).toBe(true);
    },
  );

  test.each(["Mr.", "It was Dr.", "by J.", "and", "so,", "it: ", ""])("%j has none", (text) => {
    expect(endsSentence(text)).toBe(false);
  });

  test("the next sentence begins with no small letter", () => {
    expect(nextSentenceStart("It is 3.5 now. Then we left.")).toBe(15);
    expect(nextSentenceStart("It was Mr. Vale who left.")).toBe(-1);
    expect(nextSentenceStart("他来了。我们走了。")).toBe(4);
    expect(goesOnWithSentence("“and so")).toBe(true);
    expect(goesOnWithSentence("And so")).toBe(false);
  });
});
