import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticError } from "../../../../src/transcript/diagnostic.ts";
import { expectAccounted, type Kind, scan } from "./captions-reading.ts";

const VTT = `WEBVTT

NOTE made by hand

1
00:01.000 --> 00:02.500 align:start
<v.loud Ann &amp; Vale>How <i>much</i>, then?
<v Ben>Less than <5 % of it,</v>

2
00:02.500 --> 00:04.000
>> BEN: which was [laughs] a lot.<br>♪ la
3
00:04.000 --> 00:05.000
which was [laughs] a lot.
- Hi.
- Hello.
`;
const SRT = `1
00:00:01,000 --> 00:00:02,000 X1:1
{\\an8}<font color="red">ANN VALE: What year?</font>
1984

2
00:00:02,000 --> 00:00:03,000
[Ann Vale] I <3 you.\\NAnd
(LAUGHTER)
- Yes
`;
const PIECES = fc.constantFrom(
  "\n",
  "\r\n",
  "\r",
  " ",
  "\t",
  "-->",
  "00:01.000 --> 00:02.000\n",
  "00:00:01,000 --> 00:00:02,000\n",
  "\n1\n",
  "WEBVTT",
  "NOTE",
  "STYLE",
  "<",
  ">",
  "</",
  "<v ",
  "<v Ann>",
  "</v>",
  "<i>",
  "<br>",
  "<00:01.000>",
  "&",
  "&amp;",
  "&amp",
  "&#65;",
  "&#x1F600;",
  "&nbsp;",
  "&fjlig;",
  "&gt;&gt; ",
  ">>",
  ">> ANN: ",
  "- ",
  "—",
  "{\\an8}",
  "{",
  "}",
  "\\N",
  "[",
  "]",
  "(",
  ")",
  "♪",
  "🎵",
  "ANN:",
  "Ann Vale:",
  "[ANN]",
  "王先生：",
  "1",
  "42",
  ".",
  "?",
  "word",
  "слово",
  "什么",
  "\ud83d",
  "\u0000",
  "\ufeff",
  "\u200f",
  "\u2028",
);
const SOUP = fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join(""));

/** A file with stretches taken out, doubled or replaced. */
function mutated(text: string): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(text.length), fc.nat(12), SOUP);
  return fc
    .array(change, { maxLength: 4 })
    .map((changes) =>
      changes.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), text),
    );
}

function read(kind: Kind, text: string): void {
  // Bytes can't hold half a character.
  const whole = text.replace(/\p{Cs}/gu, "\ufffd");
  try {
    const { passages, reading, diagnostics, file } = scan(kind, whole);
    let last = 0;
    for (const { span } of passages) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(reading?.text.length ?? 0);
      expect(reading?.text.slice(span.start, span.end)).toMatch(/^\S(?:.*\S)?$/su);
      last = span.end;
    }
    for (const { line, column } of diagnostics) {
      expect(line).toBeLessThanOrEqual(file.lineCount);
      expect(column).toBeGreaterThan(0);
    }
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    expect(error.diagnostics[0]).toMatchObject({ severity: "error", line: expect.any(Number) });
    return;
  }
  expectAccounted(kind, whole);
}

describe.each(["vtt", "srt"] as const)("%s", (kind) => {
  test.each([
    ["anything", fc.string({ unit: "binary", maxLength: 200 })],
    ["pieces of captions", SOUP.map((soup) => `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${soup}`)],
    ["damaged WebVTT", mutated(VTT)],
    ["damaged SubRip", mutated(SRT)],
  ])("%s is read with nothing lost, or refused with a diagnostic", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => read(kind, text)),
      { numRuns: 300 },
    );
  });

  test.each([
    ["one long line", (size: number) => "word ".repeat(size)],
    ["nothing but “<”", (size: number) => "<".repeat(size)],
    ["tags without end", (size: number) => "<v Ann".repeat(size)],
    ["nested voices", (size: number) => "<v Ann>a ".repeat(size)],
    ["nested tags", (size: number) => "<i>".repeat(size)],
    ["nothing but “&”", (size: number) => "&amp".repeat(size)],
    ["digits of a reference", (size: number) => `&#${"1".repeat(size)}`],
    ["brackets", (size: number) => "[(".repeat(size)],
    ["lines of brackets", (size: number) => "[a\n(b\n".repeat(size)],
    ["braces", (size: number) => "{\\".repeat(size)],
    ["chevrons", (size: number) => ">> a ".repeat(size)],
    ["dashes", (size: number) => "- a\n".repeat(size)],
    ["blanks", (size: number) => `a${" ".repeat(size * 4)}b`],
    ["notes", (size: number) => "♪ ".repeat(size)],
    ["sentences", (size: number) => "A b. ".repeat(size)],
    ["arrows", (size: number) => "00:00 --> \n".repeat(size)],
    ["cues", (size: number) => "\n\n00:00:01.000 --> 00:00:02.000\na".repeat(size)],
    [
      "cues that repeat",
      (size: number) => "\n\n00:00:01.000 --> 00:00:02.000\na b c d\ne f g h".repeat(size),
    ],
    ["labels in a cue", (size: number) => "Ann: a\n".repeat(size)],
    ["voices in a cue", (size: number) => "<v Ann>\n".repeat(size)],
    ["labels", (size: number) => "\n\n00:00:01.000 --> 00:00:02.000\nAnn: a".repeat(size)],
  ])("a big file of %s takes time in proportion to its size", (_, made) => {
    const seconds = (size: number) => {
      const text = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${made(size)}\n`;
      const start = performance.now();
      scan(kind, text);
      return (performance.now() - start) / 1000;
    };
    seconds(1_000);
    // Sixteen times the size would take 256 times as long were it quadratic. Small times are noise.
    expect(seconds(40_000)).toBeLessThan(Math.max(1, seconds(2_500) * 80));
  });
});
