import { describe, expect, test } from "vitest";
import { auditReading } from "../../../../src/audit/audit-reading.ts";
import { formatDiagnostic } from "../../../../src/transcript/diagnostic.ts";
import { podcastingJson } from "../../../../src/transcript/formats/json/podcasting.ts";
import { SourceText } from "../../../../src/transcript/source-text.ts";
import { castOf, fileOf, problemsOf } from "../../reading.ts";
import { readJson, shown } from "./read-json.ts";

/** Reads one text as it stands between its quotation marks. */
const written = (text: string) =>
  readJson(`{"segments":[{"speaker":"Ada","startTime":1,"body":"${text}"}]}`).interview;

describe("words are the file’s own characters", () => {
  test.each([
    ['A&amp;M <5 % \\"quoted\\" \\/ \\\\', 'A&amp;M <5 % "quoted" / \\'],
    ["caf\\u00e9 \\uD83D\\ude00 na\\u00EFve", "café 😀 naïve"],
    ["two\\nlines, \\ttab,  two spaces", "two lines, tab,  two spaces"],
    ["  at the ends \\r\\n\\n ", "at the ends"],
    ["one\\n\\n  two\\r\\n\\r\\nthree\\u000a\\u000Afour", "one\ntwo\nthree\nfour"],
    ["\\u00a0a\\u00a0b\\u2028c", "a\u00a0b\u2028c"],
    ["\\b bell\\u0007", "\b bell\u0007"],
  ])("%s", (text, read) => {
    expect(shown(written(text))).toEqual([`Ada: ${read}`]);
  });

  test("each knows its place in the file", () => {
    const { source, statements } = written('He said \\"no\\" \\uD83D\\uDE00 twice.');
    const words = statements[0]?.spans[0] ?? { start: 0, end: 0 };
    expect(source.printed(source.extentOf(words))).toBe('He said \\"no\\" \\uD83D\\uDE00 twice.');
    const smile = source.text.indexOf("😀");
    expect(source.printed(source.extentOf({ start: smile, end: smile + 2 }))).toBe("\\uD83D\\uDE00");
    const no = source.text.indexOf("no");
    expect(source.placesOf({ start: no, end: no + 2 })).toEqual([{ start: 62, end: 64 }]);
  });

  test.each([
    ["half \\ud83d of one", "sample.json:1:58: error: the escape \\ud83d stands for no character."],
    ["\\uDE00\\uD83D", "sample.json:1:53: error: the escape \\uDE00 stands for no character."],
    ["NUL \\u0000", "sample.json:1:57: error: the escape \\u0000 stands for no character."],
  ])("%s is refused", (text, expected) => {
    expect(problemsOf(() => written(text)).map(formatDiagnostic)[0]).toContain(expected);
  });

  test("white space without end is one space, and its audit takes a moment", () => {
    const endless = `a\\n${" ".repeat(1e6)}${"\\t ".repeat(1e5)}b${"\\u000d\\n".repeat(1e5)}c`;
    expect(shown(written(endless))).toEqual(["Ada: a b\nc"]);
  });

  test("the audit takes no escape for what it doesn’t stand for", () => {
    const file = fileOf("a.json", '{"segments":[{"body":"a\\u0041b"}]}');
    const { reading } = readJson('{"segments":[{"body":"a\\u0042b"}]}').interview.source;
    if (!reading) throw new Error("it was read as it stands");
    expect(() => auditReading(reading, new SourceText(file).text)).toThrow("differs from its file");
  });
});

describe("what can’t be read is said once, with its place and number", () => {
  const messages = (json: string) => readJson(json).warnings.map(formatDiagnostic);

  test("segments without words, or that are none", () => {
    const json =
      '{"segments":[\n{"body":"Yes."},\n{"speaker":"A"},\n{"body":7},\n"loose",\n{"body":""},\n{"body":"No."}]}';
    expect(messages(json)).toEqual([
      "sample.json:3:1: warning: this segment has no text as its “body”. It is the first of 2 such places. It is left out; put its words there, or remove it.",
      "sample.json:5:1: warning: this segment is no object in braces. It is left out; put its words there, or remove it.",
    ]);
    expect(shown(readJson(json).interview)).toEqual(["Unidentified speaker: Yes. No."]);
  });

  test("a name that is given twice, and words that go back in time", () => {
    const json = '[{"startTime":90,"body":"One.","body":"Two."},{"startTime":"12.5","body":"Three."}]';
    expect(messages(json)).toEqual([
      "sample.json:1:25: warning: “body” is given twice in one object, and only the last is read. Remove the one that isn’t meant.",
      "sample.json:1:60: warning: what is said here was said before what stands above it. The words stay in the order of the file; sort them by time there if they should not.",
    ]);
    expect(readJson(json).interview.source.text).toBe("Two. Three.");
  });

  test("a list of segments that is given twice", () => {
    const json = '{"segments":[{"body":"One."}],\n"segments":[{"body":"Two."}]}';
    expect(messages(json)).toEqual([
      "sample.json:1:13: warning: “segments” is given twice in one object, and only the last is read. Remove the one that isn’t meant.",
    ]);
  });

  test("times that are none", () => {
    const times = [
      { startTime: -1, endTime: 2 },
      { startTime: "1:02.5", endTime: 3 },
      { startTime: "x" },
      { startTime: 4, endTime: null },
      { endTime: 9 },
      { startTime: "00:01:02,250", endTime: 70 },
    ];
    const json = times.map((time, at) => ({ speaker: `Voice ${at}`, ...time, body: "Yes." }));
    expect(readJson(json).interview.statements.map(({ time }) => time)).toEqual([
      null,
      { start: 62.5, end: 62.5 },
      null,
      { start: 4, end: 4 },
      null,
      { start: 62.25, end: 70 },
    ]);
  });

  test("a transcript of no words", () => {
    const json = '{"monologues":[{"speaker":0,"elements":[{"type":"punct","value":" "}]},{"speaker":1}]}';
    expect(problemsOf(() => readJson(json)).map(formatDiagnostic)).toEqual([
      "sample.json:1:1: error: no words stand in this Rev AI JSON. Put the transcript in it, or remove the file.",
      "sample.json:1:72: warning: this monologue has no list of “elements”. It is left out; put its words there.",
    ]);
  });
});

test("labels are the stretches that name voices and times, in order", () => {
  const text =
    '[{"body":"Yes.","speaker":"Ada","startTime":1,"endTime":"2.5"},{"speaker":null,"body":"No."}]';
  const { labels } = podcastingJson.read(new SourceText(fileOf("a.json", text)), castOf());
  expect(labels.map(({ start, end }) => text.slice(start, end))).toEqual(["Ada", "1", "2.5"]);
});
