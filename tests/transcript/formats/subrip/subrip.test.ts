import { describe, expect, test } from "vitest";
import { formats } from "../../../../src/transcript/formats/formats.ts";
import { SourceText } from "../../../../src/transcript/source-text.ts";
import { fileOf, problemsOf } from "../../reading.ts";
import { expectAccounted, passagesOf, readCaptions, scan, warningsOf } from "../captions/captions-reading.ts";

const subtitle = (words: string) => `1\n00:00:01,000 --> 00:00:02,000\n${words}\n`;
const wordsOf = (text: string) => passagesOf("srt", text).map(([, words]) => words);

const FILE = `1
00:00:01,000 --> 00:00:02,500
{\\an8}<font color="#ffff00">ANN: What was it like?</font>

2
00:00:02.500 --> 00:00:04.000 X1:40 X2:600 Y1:20 Y2:50
BEN: <i>Cold</i>, and for
fifteen years

3
00:00:04,000 --> 00:00:06,000
we had no harbour.
`;

describe("a SubRip file", () => {
  test("is read into voices, words and times", () => {
    const { interview } = readCaptions("srt", FILE);
    const { source } = interview;
    expect(
      interview.statements.map(({ speaker, spans, time, lines }) => ({
        speaker: speaker?.name,
        spans: spans.map(({ start, end }) => source.text.slice(start, end)),
        time,
        lines,
      })),
    ).toEqual([
      { speaker: "ANN", spans: ["What was it like?"], time: { start: 1, end: 2.5 }, lines: [3, 3] },
      {
        speaker: "BEN",
        spans: ["Cold, and for fifteen years", "we had no harbour."],
        time: { start: 2.5, end: 6 },
        lines: [7, 12],
      },
    ]);
    expect(interview.format).toBe("SubRip");
    expect(warningsOf("srt", FILE)).toEqual([]);
    expectAccounted("srt", FILE);
  });

  test.each(["\r\n", "\r"])("with line breaks %j and a byte order mark", (lineBreak) => {
    const written = `\ufeff${FILE.replaceAll("\n", lineBreak)}`;
    expect(passagesOf("srt", written)).toEqual(passagesOf("srt", FILE));
  });

  test("without numbers, and without blank lines", () => {
    const bare = FILE.replace(/^\d\n/gmu, "");
    expect(passagesOf("srt", bare)).toEqual(passagesOf("srt", FILE));
    const close = FILE.replace(/\n\n/gu, "\n");
    expect(passagesOf("srt", close)).toEqual(passagesOf("srt", FILE));
    expectAccounted("srt", close);
  });

  test("with too many blank lines", () => {
    const text =
      "1\n\n00:00:01,000 --> 00:00:02,000\n\nOne,\n\ntwo.\n\n \n2\n\n00:00:02,000 --> 00:00:03,000\nThree.\n";
    expect(wordsOf(text)).toEqual(["One, two.", "Three."]);
    expectAccounted("srt", text);
  });

  test("lines of digits are words, unless they are the next number or stand alone above the times", () => {
    const text = `1
00:00:01,000 --> 00:00:02,000
What year?
1984
00:00:02,000 --> 00:00:03,000
1985

7
00:00:03,000 --> 00:00:04,000
1986

00:00:04,000 --> 00:00:05,000
Yes.
`;
    expect(wordsOf(text)).toEqual(["What year? 1984", "1985", "1986", "Yes."]);
    expectAccounted("srt", text);
  });
});

describe("a subtitle's text", () => {
  test.each([
    ["{\\an8}{\\pos(320,50)}Up <b>here</b> <u>and</u> {i}there{/i}{y:i}", "Up here and there"],
    ['<font face="Arial" size="12">x</font> <s>y</s><br/>z', "x y z"],
    ["one\\Ntwo", "one two"],
    ["I <3 you, <5 % {not this} <laughs>", "I <3 you, <5 % {not this} <laughs>"],
    ["Q&amp;A &lt;as it stands&gt; AT&T", "Q&amp;A &lt;as it stands&gt; AT&T"],
    ["a --> b", "a --> b"],
  ])("%j reads %j", (written, words) => {
    expect(wordsOf(subtitle(written)).join(" ")).toBe(words);
    expectAccounted("srt", subtitle(written));
  });

  test("times that can't be read are told of, and the words kept", () => {
    const text = `${subtitle("One.")}\n2\n00:00:61,000 --> 00:01:02,000\nTwo.\n`;
    expect(wordsOf(text)).toEqual(["One.", "Two."]);
    expect(scan("srt", text).passages[1]?.time).toBeNull();
    expect(warningsOf("srt", text)).toEqual([
      "6:1 the times in “00:00:61,000 --> 00:01:02,000” can’t be read.",
    ]);
  });

  test("words behind the times and before the first are told of", () => {
    const text = `By nobody\n${subtitle("One.").replace("02,000", "02,000 Hello")}`;
    expect(warningsOf("srt", text)).toEqual([
      expect.stringContaining("1:1 this stands before the first subtitle"),
      expect.stringContaining("3:30 “Hello” stands behind the times"),
    ]);
    expectAccounted("srt", text);
  });
});

describe("recognising", () => {
  const of = (name: string, text: string) => {
    const file = new SourceText(fileOf(name, text));
    const extension = name.slice(name.lastIndexOf("."));
    return formats.find((format) => format.extensions.includes(extension) && format.recognises(file))?.key;
  };

  test("by its times in a .srt, by its beginning in a .txt", () => {
    expect(of("a.srt", FILE)).toBe("subrip");
    expect(of("a.txt", FILE)).toBe("subrip");
    expect(of("a.txt", FILE.replace(/^1\n/u, ""))).toBe("subrip");
    expect(of("a.txt", `He said “no” at 00:00:01,000.\n${FILE}`)).not.toBe("subrip");
    expect(of("a.srt", "Nothing.")).toBeUndefined();
  });

  test("without a subtitle it is refused", () => {
    expect(problemsOf(() => scan("srt", "1\nNo times.\n"))).toMatchObject([
      { severity: "error", line: 1, column: 1 },
    ]);
  });
});
