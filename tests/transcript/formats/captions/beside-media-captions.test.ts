import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type PeerCue,
  type PeerToken,
  readWithMediaCaptions,
  tokensOf,
} from "../../../../evaluation/transcripts/media-captions.ts";
import type { Caption } from "../../../../src/transcript/formats/captions/caption.ts";
import { Warnings } from "../../../../src/transcript/formats/captions/warnings.ts";
import { findSubRipCaptions } from "../../../../src/transcript/formats/subrip/subrip-captions.ts";
import { findWebVttCaptions } from "../../../../src/transcript/formats/webvtt/webvtt-captions.ts";
import { SourceText } from "../../../../src/transcript/source-text.ts";
import { fileOf } from "../../reading.ts";
import type { Kind } from "./captions-reading.ts";

/** A cue as both parsers tell it: times in thousandths, and each voice's words, white space made one. */
interface Told {
  readonly from: number;
  readonly to: number;
  readonly said: readonly (readonly [voice: string | null, words: string])[];
}

function ours(kind: Kind, text: string): readonly Told[] {
  const file = new SourceText(fileOf(`talk.${kind}`, text));
  const find = kind === "vtt" ? findWebVttCaptions : findSubRipCaptions;
  return find(file.text, new Warnings(file)).captions.map(toldByUs);
}

function toldByUs({ time, lines }: Caption): Told {
  const said = lines.map(
    ({ text, voice, sameLine }) => [voice?.name ?? null, sameLine ? text : `\n${text}`] as const,
  );
  return told(time?.start ?? -1, time?.end ?? -1, said);
}

async function theirs(kind: Kind, text: string): Promise<readonly Told[]> {
  return (await readWithMediaCaptions(kind, text)).map((cue) =>
    told(cue.startTime, cue.endTime, kind === "vtt" ? wordsIn(tokensOf(cue), null) : subRipWords(cue)),
  );
}

function wordsIn(
  tokens: readonly PeerToken[],
  voice: string | null,
): readonly (readonly [string | null, string])[] {
  return tokens.flatMap((token) => {
    if (token.type === "text") return [[voice, token.data ?? ""] as const];
    return wordsIn(token.children ?? [], token.type === "v" ? (token.voice?.trim() ?? null) : voice);
  });
}

/** media-captions leaves SubRip's mark-up to the renderer: it is taken out here, as far as these tests write any. */
function subRipWords({ text }: PeerCue): readonly (readonly [string | null, string])[] {
  return [[null, text.replace(/<\/?(?:[ibu]|font[^>]*)>|\{\\an\d\}/gu, "")]];
}

function told(start: number, end: number, said: readonly (readonly [string | null, string])[]): Told {
  const inTags = joined(said, "").map(
    ([voice, words]) => [voice, words.replace(/\s+/gu, " ").trim()] as const,
  );
  // A line break between two tags of one voice is in neither for them.
  const spoken = joined(
    inTags.filter(([, words]) => words !== ""),
    " ",
  );
  return { from: Math.round(start * 1000), to: Math.round(end * 1000), said: spoken };
}

function joined(said: Told["said"], space: string): readonly (readonly [string | null, string])[] {
  const all: [string | null, string][] = [];
  for (const [voice, words] of said) {
    const last = all.at(-1);
    if (last && last[0] === voice) last[1] += space + words;
    else all.push([voice, words]);
  }
  return all;
}

const VALID_VTT = `WEBVTT A talk at the harbour
Kind: captions

STYLE
::cue(.loud) { color: red }

REGION
id:low
width:40%

NOTE This is
a comment

intro
00:01.000 --> 00:02.500 align:start position:10%,line-left
<v.loud.first Ann Vale>How much, then?</v>
<v Ben>Less than that.</v>

00:00:02.500 --> 00:00:04.250 region:low
It <i>was <b>a</b></i> lot,<00:00:03.000> <c.red.bg_blue>then</c>, <u>wasn't</u> it?
<lang en-GB>Quite.</lang> <ruby>東京<rt>とうきょう</rt></ruby>

3
01:00:04.000 --> 01:00:05.000 line:0 vertical:rl
A&amp;M &lt;all&gt; of&nbsp;it &lrm;here&rlm;, AT&T too

empty
01:00:06.000 --> 01:00:07.000

01:00:08.000 --> 01:00:09.000
- Hi.
- Hello.
`;

const VALID_SRT = `1
00:00:01,000 --> 00:00:02,500
{\\an8}<font color="#ffff00">What year was it?</font>
1984

2
00:00:02,500 --> 00:00:04,000
<i>- It was a lot.</i>
- Q&amp;A it was.

3
01:00:04,000 --> 01:00:05,000
5 > 4 and I <3 you
`;

describe.each([
  ["vtt", VALID_VTT],
  ["srt", VALID_SRT],
] as const)("a valid %s file of all constructs", (kind, text) => {
  test.each([
    ["\\n", "\n"],
    ["\\r\\n", "\r\n"],
    ["\\r", "\r"],
  ])("is told as media-captions tells it, with %s for line breaks", async (_, lineBreak) => {
    const written = text.replaceAll("\n", lineBreak);
    expect(ours(kind, written)).toEqual(await theirs(kind, written));
  });
});

const WORD = fc.constantFrom(
  "harbour",
  "it’s",
  "Ann:",
  "1984",
  "A&amp;M",
  "–",
  "什么?",
  "&lt;5",
  "so",
  "50%",
  ">>",
  "ну",
);
const LINE = fc.array(WORD, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const MARKED = fc.tuple(LINE, fc.constantFrom("i", "b", "u", "c.red", "c")).map(([line, tag]) => {
  return `<${tag}>${line}</${tag.split(".")[0]}>`;
});
const VOICED = fc
  .tuple(fc.constantFrom("Ann", "Ben Orr", "Q&amp;A"), LINE)
  .map(([name, line]) => `<v ${name}>${line}</v>`);
const TIME = fc.integer({ min: 0, max: 20_000_000 });

function cuesOf(line: fc.Arbitrary<string>) {
  return fc.array(
    fc.record({
      id: fc.option(fc.constantFrom("1", "17", "a-b", "intro")),
      start: TIME,
      length: fc.integer({ min: 1, max: 9_000 }),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
}

function written(thousandths: number, mark: string): string {
  const pad = (value: number, width = 2) => String(Math.floor(value)).padStart(width, "0");
  const seconds = thousandths / 1000;
  return `${pad(seconds / 3600)}:${pad((seconds / 60) % 60)}:${pad(seconds % 60)}${mark}${pad(thousandths % 1000, 3)}`;
}

test("valid files of any words are told as media-captions tells them", async () => {
  await fc.assert(
    fc.asyncProperty(cuesOf(fc.oneof(LINE, MARKED, VOICED)), async (cues) => {
      const blocks = cues.map(
        ({ id, start, length, lines }) =>
          `${id === null ? "" : `${id}\n`}${written(start, ".")} --> ${written(start + length, ".")}\n${lines.join("\n")}\n`,
      );
      const text = `WEBVTT\n\n${blocks.join("\n")}`;
      expect(ours("vtt", text)).toEqual(await theirs("vtt", text));
    }),
    { numRuns: 300 },
  );
  await fc.assert(
    fc.asyncProperty(cuesOf(LINE), async (cues) => {
      const blocks = cues.map(
        ({ start, length, lines }, index) =>
          `${index + 1}\n${written(start, ",")} --> ${written(start + length, ",")}\n${lines.join("\n")}\n`,
      );
      const text = blocks.join("\n");
      expect(ours("srt", text)).toEqual(await theirs("srt", text));
    }),
    { numRuns: 300 },
  );
});

describe("where we differ", () => {
  const cue = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`;
  const saidBy = async (kind: Kind, text: string) => ({
    ours: ours(kind, text).flatMap(({ said }) => said.map(([, words]) => words)),
    theirs: (await theirs(kind, text)).flatMap(({ said }) => said.map(([, words]) => words)),
  });

  test.each([
    // The specification's tokenizer, and theirs, take what follows "<" for a tag until ">": words would be lost.
    ["a stray “<”", cue("Less than <5 % of it."), ["Less than <5 % of it."], ["Less than"]],
    ["what only looks like a tag", cue("He <laughs> said so."), ["He <laughs> said so."], ["He said so."]],
    // WebVTT has all of HTML's references; they know eight.
    ["a named reference", cue("caf&eacute; &hellip;"), ["café …"], ["caf&eacute; &hellip;"]],
    ["a numbered one", cue("it&#8217;s"), ["it’s"], ["it&#8217;s"]],
    ["one without its semicolon", cue("A&ampM"), ["A&M"], ["A&ampM"]],
    // Words behind a blank line belong to no cue by the specification; we keep them, with a warning.
    ["words behind a blank line", cue("One,\n\ntwo."), ["One, two."], ["One,"]],
    // They drop cues that end when they begin, or before; the specification keeps them.
    ["a cue of no length", "WEBVTT\n\n00:01.000 --> 00:01.000\nNow.\n", ["Now."], []],
    [
      "times that can't be read",
      "WEBVTT\n\n00:61.000 --> x\nNow.\n\n00:02.000 --> 00:03.000\nThen.\n",
      ["Now.", "Then."],
      ["Then."],
    ],
    // The specification lets a line with times end the cue above it; they go on until a blank line.
    [
      "a missing blank line",
      cue("One.\n00:02.000 --> 00:03.000\nTwo."),
      ["One.", "Two."],
      ["One. 00:02.000 --> 00:03.000 Two."],
    ],
    // They take a first line that looks like settings for settings.
    ["a first line like a setting", cue("line: that is the word"), ["line: that is the word"], []],
  ])("%s", async (_, text, wordsOfOurs, wordsOfTheirs) => {
    expect(await saidBy("vtt", text)).toEqual({ ours: wordsOfOurs, theirs: wordsOfTheirs });
  });

  test("SubRip without blank lines: the next number is no word", async () => {
    const text = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n";
    expect(await saidBy("srt", text)).toEqual({
      ours: ["One.", "Two."],
      theirs: ["One. 2 00:00:02,000 --> 00:00:03,000 Two."],
    });
  });

  test("coordinates behind the times of SubRip are no words", async () => {
    const text = "1\n00:00:01,000 --> 00:00:02,000 X1:40 X2:600\nOne.\n";
    expect(await saidBy("srt", text)).toEqual({ ours: ["One."], theirs: ["X1:40 X2:600 One."] });
  });

  test("hours of more than two digits, which the specification allows", async () => {
    const text = "WEBVTT\n\n100:00:01.000 --> 100:00:02.000\nLate.\n";
    expect(ours("vtt", text)).toEqual([{ from: 360_001_000, to: 360_002_000, said: [[null, "Late."]] }]);
    expect(await theirs("vtt", text)).toEqual([]);
  });
});
