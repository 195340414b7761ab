import { describe, expect, test } from "vitest";
import { formats } from "../../../../src/transcript/formats/formats.ts";
import { SourceText } from "../../../../src/transcript/source-text.ts";
import { fileOf, problemsOf } from "../../reading.ts";
import { expectAccounted, passagesOf, readCaptions, scan, warningsOf } from "../captions/captions-reading.ts";

const cue = (words: string, times = "00:01.000 --> 00:02.000") => `WEBVTT\n\n${times}\n${words}\n`;
const wordsOf = (text: string) => passagesOf("vtt", text).map(([, words]) => words);

describe("what a WebVTT file holds", () => {
  const text = `WEBVTT - The harbour, part two
Kind: captions

STYLE
::cue(v[voice="Ann"]) { color: lime }

REGION
id:low
width:40%

NOTE
Checked by hand.

opening
00:01.000 --> 00:02.500 align:start line:0
<v.loud Ann>What was it like?

00:00:02.500 --> 00:00:04.000
<v Ben>Cold.
`;

  test("only cues are words; ids, times and voices are labels; the rest is mark-up", () => {
    const { file, labels, markup, passages } = scan("vtt", text);
    expect(passagesOf("vtt", text)).toEqual([
      ["Ann", "What was it like?"],
      ["Ben", "Cold."],
    ]);
    expect(passages.map(({ time }) => time)).toEqual([
      { start: 1, end: 2.5 },
      { start: 2.5, end: 4 },
    ]);
    expect(labels.map(({ start, end }) => file.text.slice(start, end))).toEqual([
      "opening",
      "00:01.000 --> 00:02.500",
      "<v.loud Ann>",
      "00:00:02.500 --> 00:00:04.000",
      "<v Ben>",
    ]);
    expect(markup.map(({ start, end }) => file.text.slice(start, end).split("\n")[0])).toEqual([
      "WEBVTT - The harbour, part two",
      "STYLE",
      "REGION",
      "NOTE",
      " align:start line:0",
    ]);
    expect(warningsOf("vtt", text)).toEqual([]);
    expectAccounted("vtt", text);
  });

  test.each(["\r\n", "\r"])("line breaks %j and a byte order mark change nothing", (lineBreak) => {
    const written = `\ufeff${text.replaceAll("\n", lineBreak)}`;
    expect(passagesOf("vtt", written)).toEqual(passagesOf("vtt", text));
    expectAccounted("vtt", written.slice(1));
  });

  test("quoted words are slices of the file, with what stands in it", () => {
    const { interview } = readCaptions("vtt", cue("<v Ann>Texas <i>A&amp;M</i>,\nit was."));
    const [statement] = interview.statements;
    const { source } = interview;
    expect(source.text.slice(statement?.spans[0]?.start, statement?.spans[0]?.end)).toBe(
      "Texas A&M, it was.",
    );
    expect(
      source.placesOf(statement?.spans[0] ?? { start: 0, end: 0 }).map((place) => source.printed(place)),
    ).toEqual(["Texas ", "A&amp;M", ",\nit was."]);
    expect(statement?.lines).toEqual([4, 5]);
    expect(interview.format).toBe("WebVTT");
  });
});

describe("a cue's text", () => {
  test.each([
    ["AT&T, A&M and Q&A", "AT&T, A&M and Q&A"],
    ["A&amp;M &lt;5 &gt;4 &quot;so&quot;", 'A&M <5 >4 "so"'],
    ["a&nbsp;b &lrm;c&rlm; caf&eacute; &#8220;x&#x201D;", "a\u00a0b \u200ec\u200f café “x”"],
    ["A&ampM &copy2020 &notaname; &; &#; &#x;", "A&M ©2020 ¬aname; &; &#; &#x;"],
    ["<b>bold</b> <i.x>it</i> <u>un</u> <c.red.bg_blue>c</c> <lang en-GB>l</lang>", "bold it un c l"],
    ["one <00:01.500>two <00:00:01.700>three", "one two three"],
    ["<ruby>東京<rt>とうきょう</rt></ruby>", "東京とうきょう"],
    ["two\nlines <br> or three", "two lines or three"],
    ['<font color="#fff">x</font> <em>y</em>', "x y"],
    ["5 > 4 and >> 3", "5 > 4 and"],
  ])("%j reads %j", (written, words) => {
    expect(wordsOf(cue(written))[0]).toBe(words);
    expectAccounted("vtt", cue(written));
  });

  test.each([
    "Less than <5 % of it.",
    "I <3 you",
    "if x<y and y>z then",
    "He <laughs> said so.",
    "a <b and c> d",
    "</ and more> of it",
    "cut <v Ann",
    "<",
    "<<<>>>x<",
  ])("no word of %j is lost", (written) => {
    const words = wordsOf(cue(written))
      .join(" ")
      .replace(/[<>/\s]+/gu, " ")
      .trim();
    expect(words).toBe(written.replace(/[<>/\s]+/gu, " ").trim());
    expectAccounted("vtt", cue(written));
  });

  test("a “<” that begins no tag is told of, with its place", () => {
    expect(warningsOf("vtt", cue("Less than <5 % of it."))).toEqual([
      "4:11 this “<” begins no tag of WebVTT; a player wouldn’t show what follows.",
    ]);
  });

  test("voices stand side by side, in each other, and with or without an end", () => {
    expect(passagesOf("vtt", cue("<v Ann>One.</v> <v.x.y Ben &amp; Co>Two.\n<v>Three."))).toEqual([
      ["Ann", "One."],
      ["Ben & Co", "Two."],
      ["+", "Three."],
    ]);
    expect(passagesOf("vtt", cue("<v Ann>One <v Ben>two</v> three"))).toEqual([
      ["Ann", "One"],
      ["Ben", "two"],
      ["Ann", "three"],
    ]);
    expect(passagesOf("vtt", cue("<v Ann\nVale>One."))).toEqual([["Ann Vale", "One."]]);
  });

  test("empty cues say nothing", () => {
    expect(
      passagesOf("vtt", `${cue("<i></i> &nbsp;")}\n00:03.000 --> 00:04.000\n\n00:05.000 --> 00:06.000\nYes.`),
    ).toEqual([["+", "Yes."]]);
  });
});

describe("times", () => {
  test.each([
    ["00:01.000 --> 00:02.000", { start: 1, end: 2 }],
    ["01:00:01.250-->101:00:02.000", { start: 3601.25, end: 363602 }],
    ["  00:01.000 \t --> 00:01.000", { start: 1, end: 1 }],
  ])("%j are read", (times, time) => {
    const { passages, diagnostics } = scan("vtt", cue("Yes.", times));
    expect(passages[0]?.time).toEqual(time);
    expect(diagnostics).toEqual([]);
  });

  test.each([
    [
      "00:00:01,500 --> 00:00:02,000",
      { start: 1.5, end: 2 },
      "3:1 times of WebVTT are written as 00:01:02.345",
    ],
    ["0:00:01.5 --> 0:00:02", { start: 1.5, end: 2 }, "3:1 times of WebVTT are written as 00:01:02.345"],
    ["00:05.000 --> 00:02.000", { start: 5, end: 5 }, "3:1 this ends before it begins."],
    ["00:75.000 --> 00:80.000", null, "3:1 the times in “00:75.000 --> 00:80.000” can’t be read."],
    ["00:01.000 --> soon", null, "3:1 the times in “00:01.000 --> soon” can’t be read."],
    ["00:01.000 --> 00:02.000 Hello", { start: 1, end: 2 }, "3:25 “Hello” stands behind the times"],
  ])("%j are read as far as they can be, and told of", (times, time, warning) => {
    const text = cue("Yes.", times);
    expect(scan("vtt", text).passages[0]?.time).toEqual(time);
    expect(warningsOf("vtt", text)).toEqual([expect.stringContaining(warning)]);
    expect(wordsOf(text)).toEqual(["Yes."]);
    expectAccounted("vtt", text);
  });

  test("cues out of order are read in the order of the file, and told of", () => {
    const text = `${cue("Then.", "00:05.000 --> 00:06.000")}\n00:01.000 --> 00:02.000\nFirst.\n`;
    expect(wordsOf(text)).toEqual(["Then.", "First."]);
    expect(warningsOf("vtt", text)).toEqual(["6:1 this begins before what stands above it."]);
  });

  test("the same trouble a hundred times is told five times and counted", () => {
    const text = `WEBVTT\n\n${"00:01.000 --> x\nNo.\n\n".repeat(100)}`;
    const warnings = warningsOf("vtt", text);
    expect(warnings).toHaveLength(6);
    expect(warnings.at(-1)).toContain("And 94 more like it.");
  });
});

describe("blocks", () => {
  test("times end the cue above them, whose last line is the next one's number", () => {
    const text =
      "WEBVTT\n1\n00:01.000 --> 00:02.000\nOne\n2\n00:02.000 --> 00:03.000\nin 1984\n00:03.000 --> 00:04.000\ntwo.\n";
    expect(wordsOf(text)).toEqual(["One", "in 1984", "two."]);
    expectAccounted("vtt", text);
  });

  test("an arrow in words is words", () => {
    expect(wordsOf(cue("From a --> b\nand 5 --> 6."))).toEqual(["From a --> b and 5 --> 6."]);
  });

  test("words behind a blank line are kept, and told of", () => {
    const text = cue("One,\n\ntwo.");
    expect(wordsOf(text)).toEqual(["One, two."]);
    expect(warningsOf("vtt", text)).toEqual([expect.stringContaining("6:1 these lines have no times")]);
  });

  test("what stands before the first cue isn't read, and told of", () => {
    const text = "WEBVTT\n\nLanguage: en\n\n00:01.000 --> 00:02.000\nYes.\n";
    expect(wordsOf(text)).toEqual(["Yes."]);
    expect(warningsOf("vtt", text)).toEqual([
      expect.stringContaining("3:1 this stands before the first cue"),
    ]);
  });
});

describe("recognising", () => {
  const of = (name: string, text: string) => {
    const file = new SourceText(fileOf(name, text));
    const extension = name.slice(name.lastIndexOf("."));
    return formats.find((format) => format.extensions.includes(extension) && format.recognises(file))?.key;
  };

  test("by the signature in any file, by its times in a .vtt", () => {
    expect(of("a.vtt", cue("Yes."))).toBe("webvtt");
    expect(of("a.txt", cue("Yes."))).toBe("webvtt");
    expect(of("a.srt", cue("Yes."))).toBe("webvtt");
    expect(of("a.vtt", "00:01.000 --> 00:02.000\nYes.\n")).toBe("webvtt");
    expect(of("a.txt", "WEBVTTX\n\n00:01.000 --> 00:02.000\nYes.\n")).toBe("article");
    expect(of("a.vtt", "Nothing.")).toBeUndefined();
  });

  test("without its signature it is read all the same, and told of", () => {
    expect(warningsOf("vtt", "00:01.000 --> 00:02.000\nYes.\n")).toEqual([
      "1:1 the file doesn’t begin with WEBVTT, so it is none that players show.",
    ]);
  });

  test("without a cue it is refused", () => {
    expect(problemsOf(() => scan("vtt", "WEBVTT\n\nNOTE nothing\n"))).toMatchObject([
      { severity: "error", file: "talk.vtt", line: 1, column: 1 },
    ]);
  });
});
