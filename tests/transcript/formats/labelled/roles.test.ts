import { describe, expect, it } from "vitest";
import { linesOfTalk, readTalk, rolesIn } from "../dialogue/talk.ts";

describe("one voice", () => {
  it.each([
    [
      "SEN. TED CRUZ (R-TX): Why?\n\nJANE DOE: Because.\n\nCRUZ: And?\n\nDOE: And so.\n",
      ["SEN. TED CRUZ", "JANE DOE"],
    ],
    [
      "Dr. Ann Vale: Why?\n\nBob: Because.\n\nDr. Vale: And?\n\nBob: No.\n\nVALE: Oh?\n",
      ["Dr. Ann Vale", "Bob"],
    ],
    ["WOLF GREY, CNN ANCHOR: Why?\n\nDANA HILL: It rains.\n\nGREY: And?\n", ["WOLF GREY", "DANA HILL"]],
  ])("may be called by more and by less: %j", (text, names) => {
    expect(readTalk(text).speakers.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["Mr. Smith: Why?\n\nMrs. Smith: Because.\n\nMr. Smith: And?\n\nMrs. Smith: No.\n", 2],
    ["Speaker 1: Why?\n\nSpeaker 2: Because.\n\nSpeaker 1: And?\n\nSpeaker 2: No.\n", 2],
    ["Ann Vale: Why?\n\nTom Vale: Because.\n\nVale: And?\n\nTom Vale: No.\n", 3],
    ["Dr. Smith: Why?\n\nMr. Smith: Because.\n\nDr. Smith: And?\n\nMr. Smith: No.\n", 2],
  ])("isn't another's of the same name: %j", (text, count) => {
    expect(readTalk(text).speakers).toHaveLength(count);
  });
});

describe("who asks", () => {
  it("is whom the yaml says", () => {
    const yaml = "speakers:\n  - { name: Ann, role: guest }\n  - { name: Bob, role: interviewer }\n";
    expect(rolesIn("Ann: Why?\nBob: Because.\nAnn: And?\nBob: No.\n", { yaml })).toEqual({
      Ann: "guest",
      Bob: "interviewer",
    });
  });

  it("is whoever a label says", () => {
    expect(rolesIn("Host: It rained.\nAnn: Did it?\nHost: Yes.\nAnn: When?\n")).toEqual({
      Host: "interviewer",
      Ann: "guest",
    });
    expect(rolesIn("Ann Vale (Host): It rained.\nBob: Did it?\nAnn Vale (Host): Yes.\nBob: When?\n")).toEqual(
      {
        "Ann Vale": "interviewer",
        Bob: "guest",
      },
    );
  });

  it("is whoever asks more than answers, of many", () => {
    const text = `CHAIR: The senator is recognized.

SEN. A. LOW: When did you know?

MR. DALE: On Sunday.

SEN. A. LOW: Who else?

MR. DALE: Nobody that I know of. Is that so strange? I was alone all week.

SEN. B. HIGH: Did you write it down?

MR. DALE: I did.
`;
    expect(rolesIn(text)).toEqual({
      CHAIR: "interviewer",
      "SEN. A. LOW": "interviewer",
      "MR. DALE": "guest",
      "SEN. B. HIGH": "interviewer",
    });
  });

  it("is nobody in a talk among equals, whose answers still know their questions", () => {
    const text =
      "Ann: Why?\nBob: It rained. Did you go?\nAnn: I did. And you?\nBob: I slept. Was it cold?\nAnn: It was.\n";
    expect(new Set(Object.values(rolesIn(text)))).toEqual(new Set(["guest"]));
    expect(readTalk(text).statements.map(({ answersIndex }) => answersIndex)).toEqual([null, 0, 1, 2, 3]);
  });
});

describe("a backchannel", () => {
  it.each([
    "Mm-hm.",
    "Right.",
    "Right, right.",
    "Uh-huh. Wow.",
    "Yeah, I see.",
    "That’s amazing.",
    "[laughs] Okay.",
    "Ага.",
  ])("doesn't cut an answer from its question: %s", (words) => {
    expect(
      linesOfTalk(`Ann: How was it?\nBob: Cold.\nAnn: ${words}\nBob: And wet.\nAnn: Why?\nBob: Rain.\n`),
    ).toEqual([
      "Ann > How was it?",
      "Bob > Cold. <- 0",
      `Ann > ${words}`,
      "Bob > And wet. <- 0",
      "Ann > Why?",
      "Bob > Rain. <- 4",
    ]);
  });

  it("is no prompt", () => {
    expect(
      linesOfTalk("Ann: How was it?\nBob: Cold.\nAnn: Tell me about the rain.\nBob: It was wet.\n"),
    ).toEqual([
      "Ann > How was it?",
      "Bob > Cold. <- 0",
      "Ann > Tell me about the rain.",
      "Bob > It was wet. <- 2",
    ]);
  });
});
