import { describe, expect, test } from "vitest";
import { expectAccounted, type Kind, passagesOf, scan, warningsOf } from "./captions-reading.ts";

/** As YouTube writes its automatic captions: each line is painted word by word, held, and shown again above the next. */
const YOUTUBE = `WEBVTT
Kind: captions
Language: en

00:00:00.320 --> 00:00:02.629 align:start position:0%
 
hello<00:00:00.520><c> and</c><00:00:00.680><c> welcome</c>

00:00:02.629 --> 00:00:02.639 align:start position:0%
hello and welcome
 

00:00:02.639 --> 00:00:05.000 align:start position:0%
hello and welcome
to<00:00:02.900><c> the</c><00:00:03.000><c> show</c>

00:00:05.000 --> 00:00:05.010 align:start position:0%
to the show
 

00:00:05.010 --> 00:00:07.000 align:start position:0%
to the show
to<00:00:05.200><c> the</c><00:00:05.400><c> show</c>

00:00:07.000 --> 00:00:07.010 align:start position:0%
to the show
 

00:00:07.010 --> 00:00:09.000 align:start position:0%
to the show
yes
`;

function srt(...texts: readonly string[]): string {
  return texts
    .map((text, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index + 1},000\n${text}\n`)
    .join("\n");
}

function wordsOf(kind: Kind, text: string): readonly string[] {
  expectAccounted(kind, text);
  return passagesOf(kind, text).map(([, words]) => words);
}

describe("captions that roll up", () => {
  test("are read once; what was said twice stays twice", () => {
    expect(wordsOf("vtt", YOUTUBE)).toEqual(["hello and welcome", "to the show", "to the show", "yes"]);
  });

  test("each passage has the time at which its words were first shown", () => {
    expect(scan("vtt", YOUTUBE).passages.map(({ time }) => time?.start)).toEqual([0.32, 2.639, 5.01, 7.01]);
  });

  test("what is repeated is accounted for, and told of once", () => {
    const { repeats, file } = scan("vtt", YOUTUBE);
    expect(repeats.map(({ start, end }) => file.text.slice(start, end))).toEqual([
      "hello and welcome",
      "hello and welcome",
      "to the show",
      "to the show",
      "to the show",
      "to the show",
    ]);
    expect(warningsOf("vtt", YOUTUBE)).toEqual([
      "10:1 these captions roll up: 6 lines are shown again above the next.",
    ]);
  });

  test("three lines of live captions, and a line that grows word by word", () => {
    expect(
      wordsOf(
        "srt",
        srt("SO THE", "SO THE\nHARBOUR IS", "SO THE\nHARBOUR IS\nFROZEN.", "HARBOUR IS\nFROZEN.\nALL OF IT."),
      ),
    ).toEqual(["SO THE", "HARBOUR IS", "FROZEN.", "ALL OF IT."]);
    expect(wordsOf("srt", srt("the", "the harbour", "the harbour was", "the harbour was\nfrozen"))).toEqual([
      "the",
      "harbour",
      "was",
      "frozen",
    ]);
  });
});

describe("captions that don't", () => {
  test("people who say the same thing again", () => {
    const text = srt(
      "No.",
      "No.",
      "No.\nNever.",
      "We did what we could.",
      "And then?",
      "We left.",
      "Where to?",
    );
    expect(wordsOf("srt", text)).toEqual([
      "No.",
      "No.",
      "No. Never.",
      "We did what we could.",
      "And then?",
      "We left.",
      "Where to?",
    ]);
    expect(warningsOf("srt", text)).toEqual([]);
  });

  test("a line said again after a pause", () => {
    const text =
      "1\n00:00:01,000 --> 00:00:02,000\nI never said that.\n\n2\n00:00:09,000 --> 00:00:10,000\nI never said that.\nNever.\n";
    expect(wordsOf("srt", text)).toEqual(["I never said that.", "I never said that. Never."]);
  });
});
