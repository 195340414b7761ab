import { describe, expect, it } from "vitest";
import { loadArchive } from "../../src/transcript/load-archive.ts";
import { slice } from "./reading.ts";

const { archive, diagnostics } = await loadArchive("transcripts");
const interview = archive.interview("lukashenko-brics");
if (!interview) throw new Error("the bundled interview is not in the archive");
const { statements, source } = interview;

const L = "Alexander Lukashenko";
const I = "Interviewer";
type Line = readonly [
  lines: string,
  kind: string,
  speaker: string | null,
  answers: number | null,
  spoken: string[],
];

const LINES: readonly Line[] = [
  ["1-1", "narration", null, null, []],
  ["2-2", "narration", null, null, []],
  ["3-3", "narration", null, null, []],
  ["4-4", "narration", null, null, []],
  ["5-5", "narration", null, null, []],
  ["6-6", "narration", null, null, []],
  [
    "7-7",
    "statement",
    L,
    6,
    [
      "Rubbish,",
      "Knowing his character Putin would never try to persuade another country to involve its army in Russia’s special operation in Ukraine.",
    ],
  ],
  ["8-8", "question", I, null, ["And if the reports are confirmed?"]],
  [
    "9-10",
    "statement",
    L,
    8,
    [
      "It would be a step towards the escalation of the conflict if the armed forces of any country, even Belarus, were on the contact line,",
      "Even if we got involved in the war this would be a path to escalation. Why? Because you, the Anglo-Saxons, would immediately say that another country had got involved on one side… so Nato troops would be deployed to Ukraine.",
    ],
  ],
  ["11-11", "narration", null, null, []],
  [
    "12-12",
    "statement",
    L,
    11,
    [
      "Never. Neither he, nor",
      "Sergei Shoigu, nor the current Defence Minister Andrei Belousov has ever raised that question.",
    ],
  ],
  ["13-13", "narration", null, null, []],
  ["14-14", "statement", L, 13, ["How do you know I gave permission for Belarusian territory to be used?"]],
  ["15-15", "statement", I, 14, ["Because Belarusian territory was used"]],
  [
    "16-17",
    "statement",
    L,
    13,
    [
      "There were exercises going on involving several thousand Russian soldiers. Putin started withdrawing these troops from where they were in southern Belarus, down a road, along the border with Ukraine.",
      "At one point he redirected some of these troops to Kyiv. I’m sure they’d been provoked. It’s up to Putin how he withdraws his troops. Via Kyiv. Or he could have gone through Minsk.",
    ],
  ],
  ["18-18", "question", I, null, ["Didn’t you call Putin to ask what was going on?"]],
  [
    "19-19",
    "statement",
    L,
    18,
    [
      "No. He didn’t call me. And I didn’t call him. These are his troops and he has the right to move them out whichever way he likes.",
    ],
  ],
  ["20-20", "narration", null, null, []],
  ["21-21", "narration", null, null, []],
  ["22-22", "question", I, null, ["Is Putin ready to use those weapons in the war in Ukraine?"]],
  [
    "23-23",
    "statement",
    L,
    22,
    ["Putin will never use the weapons stationed in Belarus without the Belarusian president’s consent,"],
  ],
  ["24-24", "question", I, null, ["Are you ready to allow the use of nuclear weapons?"]],
  [
    "25-25",
    "statement",
    L,
    24,
    [
      "I’m completely ready, otherwise why have these weapons? But only if the boot of one",
      "soldier steps into Belarus. We have no plans to attack anyone.",
    ],
  ],
  ["26-26", "narration", null, null, []],
  ["27-27", "narration", null, null, []],
  ["28-28", "narration", null, null, []],
  ["29-29", "narration", null, null, []],
  ["30-30", "narration", null, null, []],
  [
    "31-32",
    "statement",
    L,
    null,
    [
      "We freed political prisoners on humanitarian grounds,",
      "They were mostly elderly people and the sick. That’s all.",
      "This is no step towards improving relations with you. If you don’t want relations with us, that’s fine. We’ll get by without you.",
    ],
  ],
];

describe("the bundled interview", () => {
  it("is the text it was, and nothing is wrong with it", () => {
    expect(source.file.sha256).toBe("850e53b3754729a87b078c0add02d97fcd726d4683751f3ec68c71e0f623ae75");
    expect(diagnostics).toEqual([]);
  });

  it("is read line by line as printed", () => {
    const lines = statements.map(
      ({ lines: [first, last], kind, speaker, answersIndex, spoken }): Line => [
        `${first}-${last}`,
        kind,
        speaker?.name ?? null,
        answersIndex === null ? null : (statements[answersIndex]?.lines[0] ?? null),
        spoken.map((span) => slice(source.text, span)),
      ],
    );
    expect(lines).toEqual(LINES);
  });

  it("says how each speaker was found", () => {
    const foundBy = (basis: string) =>
      statements.filter(({ attribution }) => attribution === basis).map(({ lines }) => lines[0]);
    expect(foundBy("stated")).toEqual([7, 8, 9, 14, 18, 22, 23]);
    expect(foundBy("pronoun")).toEqual([31]);
    expect(foundBy("turn-taking")).toEqual([12, 15, 16, 19, 24, 25]);
  });

  it("has whole lines for spans", () => {
    for (const { lines, spans } of statements) {
      expect(spans).toEqual(
        Array.from({ length: lines[1] - lines[0] + 1 }, (_, index) => source.lineSpan(lines[0] + index)),
      );
    }
  });

  it("has the questions it reports on lines 6, 11 and 13", () => {
    const reported = statements.filter(({ kind, asks }) => kind === "narration" && asks);
    expect(reported.map(({ lines }) => lines[0])).toEqual([6, 11, 13]);
  });

  it("has every topic of its yaml", () => {
    expect(interview.topics).toHaveLength(11);
    const topic = interview.topics.find(({ name }) => name === "Nuclear weapons");
    expect(topic?.statements.map((index) => statements[index]?.lines[0])).toEqual([21, 22, 23, 24, 25]);
  });
});
