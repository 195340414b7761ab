import { describe, expect, it } from "vitest";
import { linesOfTalk, readTalk, rolesIn } from "./talk.ts";

const ASKED = [
  "Ann Vale > How did it start?",
  "Bob Reed > With a letter. <- 0",
  "Ann Vale > From whom?",
  "Bob Reed > I forget. <- 2",
];

describe("a label", () => {
  it.each([
    ["a name and a colon", (name: string, words: string) => `${name}: ${words}\n`],
    ["a blank line between turns", (name: string, words: string) => `${name}: ${words}\n\n`],
    ["Windows line ends", (name: string, words: string) => `${name}: ${words}\r\n\r\n`],
    ["a time before the name", (name: string, words: string) => `[00:01:02] ${name}: ${words}\n`],
    ["a bare time before the name", (name: string, words: string) => `00:01:02 ${name}: ${words}\n`],
    ["a time after the name", (name: string, words: string) => `${name} (00:01:02): ${words}\n`],
    ["a time behind the colon", (name: string, words: string) => `${name}: [00:01:02] ${words}\n`],
    ["a time in brackets for a colon", (name: string, words: string) => `${name} [01:02] ${words}\n`],
    ["a header with a time", (name: string, words: string) => `${name}  1:02\n${words}\n\n`],
    ["a header with a time in brackets", (name: string, words: string) => `${name} (01:02)\n${words}\n\n`],
    ["a header with a colon", (name: string, words: string) => `${name} (01:02):\n${words}\n\n`],
    [
      "a header with the time first",
      (name: string, words: string) => `[00:01:02.120] - ${name}\n${words}\n\n`,
    ],
    ["a name in brackets with a time", (name: string, words: string) => `[${name}] 00:01:02\n${words}\n\n`],
    ["a name above a time above the words", (name: string, words: string) => `${name}\n1:02\n${words}\n\n`],
    ["a name alone on a line", (name: string, words: string) => `${name}\n${words}\n\n`],
    ["bold marks with the colon", (name: string, words: string) => `**${name}:** ${words}\n\n`],
    ["bold marks without the colon", (name: string, words: string) => `**${name}**: ${words}\n\n`],
    ["arrows", (name: string, words: string) => `>> ${name}: ${words}\n\n`],
    ["a dash behind the name", (name: string, words: string) => `${name} — ${words}\n\n`],
    ["a full-width colon", (name: string, words: string) => `${name}：${words}\n\n`],
    ["a number before the name", (name: string, words: string) => `1. ${name}: ${words}\n\n`],
    ["no full stops", (name: string, words: string) => `${name}: ${words}\n`],
  ])("is %s, and no words", (_, write) => {
    const text =
      write("Ann Vale", "How did it start?") +
      write("Bob Reed", "With a letter.") +
      write("Ann Vale", "From whom?") +
      write("Bob Reed", "I forget.");
    expect(linesOfTalk(text)).toEqual(ASKED);
  });

  it("gives its time to the words behind it, up to the next", () => {
    const { statements } = readTalk(
      "Ann (0:05): So?\n\nBob (1:02:03): Yes.\n\nAnd no.\n\nAnn (1:02:10): Oh?\n",
    );
    expect(statements.map(({ time }) => time)).toEqual([
      { start: 5, end: 3723 },
      { start: 3723, end: 3730 },
      { start: 3730, end: 3730 },
    ]);
  });

  it("of a voice that was speaking doesn't end its statement", () => {
    const { statements, source } = readTalk("Ann  0:01\nSo?\n\nBob  0:03\nYes.\n\nBob  0:09\nAnd no.\n");
    expect(statements).toHaveLength(2);
    expect(statements[1]?.spans.map(({ start, end }) => source.text.slice(start, end))).toEqual([
      "Yes.",
      "And no.",
    ]);
    expect(
      statements[1]?.spans.flatMap((span) => source.placesOf(span).map((place) => source.printed(place))),
    ).toEqual(["Yes.", "And no."]);
  });

  it.each([
    [
      "Russian",
      "Ведущая: Когда это было?\n\nОлег Сафонов: Давно. Он сказал: не жди.\n",
      ["Ведущая > Когда это было?", "Олег Сафонов > Давно. Он сказал: не жди. <- 0"],
    ],
    [
      "Greek",
      "Δημοσιογράφος: Πότε;\n\nΕλένη Παππά: Το 1961. Μου είπε: μείνε.\n",
      ["Δημοσιογράφος > Πότε;", "Ελένη Παππά > Το 1961. Μου είπε: μείνε. <- 0"],
    ],
    ["Chinese", "记者：为什么？\n王芳：他说：不知道。\n", ["记者 > 为什么？", "王芳 > 他说：不知道。 <- 0"]],
    ["Arabic", "المحاور: لماذا؟\n\nليلى: لا أعرف.\n", ["المحاور > لماذا؟", "ليلى > لا أعرف. <- 0"]],
  ])("may be in %s", (_, text, lines) => {
    expect(linesOfTalk(text)).toEqual(lines);
  });
});

describe("questions and answers", () => {
  it.each([
    "Q. Where?\nA. Here.\nQ. Why?\nA. Because.\n",
    "Q: Where?\n\nA: Here.\n\nQ: Why?\n\nA: Because.\n",
    "Q  Where?\n\nA  Here.\n\nQ  Why?\n\nA  Because.\n",
    "Question: Where?\n\nAnswer: Here.\n\nQuestion: Why?\n\nAnswer: Because.\n",
    "Frage: Where?\n\nAntwort: Here.\n\nFrage: Why?\n\nAntwort: Because.\n",
    "В: Where?\nО: Here.\nВ: Why?\nО: Because.\n",
    "P: Where?\nR: Here.\nP: Why?\nR: Because.\n",
    "— Where?\n— Here.\n— Why?\n— Because.\n",
  ])("are known by their letters, words or dashes: %j", (text) => {
    expect(linesOfTalk(text)).toEqual([
      "Interviewer > Where?",
      "Guest > Here. <- 0",
      "Interviewer > Why?",
      "Guest > Because. <- 2",
    ]);
  });

  it("are those of the people the yaml lists", () => {
    const yaml =
      "speakers:\n  - { name: Ann Vale, role: interviewer }\n  - { name: Bob Reed, role: guest }\n";
    expect(linesOfTalk("Q. Where?\nA. Here.\n", { yaml })).toEqual([
      "Ann Vale > Where?",
      "Bob Reed > Here. <- 0",
    ]);
  });

  it("of a court reporter stand behind numbers, and BY says who asks", () => {
    const page = [
      "                    Page 4",
      "",
      " 1   BY MR. SMITH:",
      " 2   Q.   Where were you on the",
      " 3   night of the fourth?",
      " 4   A.   At home. I had",
      " 5   two 12 inch pizzas.",
      " 6            MS. LOWE:  Objection.",
      " 7            THE WITNESS:  At home.",
      " 8   Q.   Alone?",
      " 9   A.   No.",
      "10",
    ].join("\n");
    expect(linesOfTalk(page)).toEqual([
      "MR. SMITH > Where were you on the\nnight of the fourth?",
      "THE WITNESS > At home. I had\ntwo 12 inch pizzas. <- 0",
      "MS. LOWE > Objection.",
      "THE WITNESS > At home. <- 0",
      "MR. SMITH > Alone?",
      "THE WITNESS > No. <- 4",
    ]);
  });
});

describe("what surrounds the talk", () => {
  it("is narration: a title, what the interview is, headings, notes, an end", () => {
    const text = `The letter, part 2: Home

Interviewer: Ann Vale (AV)
Interviewee: Bob Reed
Date: 3 May 1999

AV: Why?

Reed: Why not?

THE SECOND TAPE

AV: Go on.

[They eat.]

Reed: It rained.

It rained all night.

[End of interview]

Transcribed by Dana Hill.
`;
    expect(linesOfTalk(text)).toEqual(
      [
        "- The letter, part 2: Home",
        "- Interviewer: Ann Vale (AV)",
        "- Interviewee: Bob Reed",
        "- Date: 3 May 1999",
        "Ann Vale > Why?",
        "Reed > Why not? <- 4",
        "- THE SECOND TAPE",
        "Ann Vale > Go on.",
        "- [They eat.]",
        "Reed > It rained.\n\nIt rained all night.",
        "- [End of interview]",
        "- Transcribed by Dana Hill.",
      ].map((line) => (line.startsWith("Reed > It") ? expect.stringContaining(line) : line)),
    );
  });

  it("doesn't end a turn that goes on behind laughter", () => {
    const { statements } = readTalk("ANN: So?\n\nBOB: Yes.\n\n(Laughter.)\n\nAnd no.\n");
    expect(statements).toHaveLength(2);
    expect(statements[1]?.spans).toHaveLength(3);
    expect(statements[1]?.spoken).toHaveLength(2);
    expect(statements[1]?.answersIndex).toBe(0);
  });
});

describe("words with a colon", () => {
  it("in speech are no labels", () => {
    const text =
      "Ann: Why?\nBob: Listen: I told you, listen.\nListen: it rained.\nNote: it rained at 12:30: a lot.\nhttp://example.org/a: there.\nHe said: no.\nAnn: Oh?\nBob: Yes.\nAnn: And?\nBob: No.\n";
    expect(rolesIn(text)).toEqual({ Ann: "interviewer", Bob: "guest" });
    expect(readTalk(text).statements).toHaveLength(6);
  });

  it("in a newspaper are no labels", () => {
    const text = `The minister went on Tuesday after a week of protests.

“I have nothing to add,” Mr Reed said. “Ask my lawyers.”

MINSK: The government denied it, and called it an invention.

Note: this article was updated.

Ann Vale: that is the name on the letterbox. She lives alone.

Update: Mr Reed has left.

“He is gone,” Ms Vale said at 12:30: an hour too late.

Ann Vale: the name is still there.
`;
    expect(readTalk(text).format).toBe("article");
  });
});
