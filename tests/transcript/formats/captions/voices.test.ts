import { describe, expect, test } from "vitest";
import { expectAccounted, passagesOf, readCaptions, scan } from "./captions-reading.ts";

/** Captions of two seconds each, one right after the other. */
function captions(...texts: readonly string[]): string {
  const at = (seconds: number) =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;
  return `WEBVTT\n\n${texts.map((text, index) => `${at(index * 2)} --> ${at(index * 2 + 2)}\n${text}\n`).join("\n")}`;
}

function voicesOf(...texts: readonly string[]) {
  const text = captions(...texts);
  expectAccounted("vtt", text);
  return passagesOf("vtt", text);
}

describe("labels in the words", () => {
  test("names before a colon, as meeting software writes them", () => {
    expect(
      voicesOf("Ann Vale: Good morning.", "Ann Vale: We begin.", "Dr. J. van den Berg: Yes: now.", "so far"),
    ).toEqual([
      ["Ann Vale", "Good morning."],
      ["Ann Vale", "We begin."],
      ["Dr. J. van den Berg", "Yes: now."],
      ["+", "so far"],
    ]);
  });

  test.each([
    ["ANN: Hello.", "ANN", "Hello."],
    ["ANN McBRIDE (on phone): Hello.", "ANN McBRIDE", "Hello."],
    ["SPEAKER_01: Hello.", "SPEAKER_01", "Hello."],
    ["Speaker 2: Hello.", "Speaker 2", "Hello."],
    ["<b>ANN:</b> Hello.", "ANN", "Hello."],
    ["Q: Hello?", "Q", "Hello?"],
    ["THE WITNESS: Hello.", "THE WITNESS", "Hello."],
    ["The Court: Hello.", "The Court", "Hello."],
    ["王先生：你好。", "王先生", "你好。"],
    ["Анна: Привет.", "Анна", "Привет."],
    ["ANN VALE:\nHello.", "ANN VALE", "Hello."],
    ["&gt;&gt; ANN: Hello.", "ANN", "Hello."],
    [">>ANN: Hello.", "ANN", "Hello."],
    ["- Ann: Hello.", "Ann", "Hello."],
    ["[ANN]: Hello.", "ANN", "Hello."],
    ["john's iPhone: Hello.", "john's iPhone", "Hello."],
  ])("%j is said by a voice", (written, voice, words) => {
    expect(voicesOf(written, written)).toEqual([
      [voice, words],
      [voice, words],
    ]);
  });

  test.each([
    "Remember: never again.",
    "It was this: nothing.",
    "We met at 10:30 sharp.",
    "See https://example.org/a for it.",
    "He said: no.",
    "The thing is: I left.",
    "The Times: a paper.",
    "THE THING IS THIS: I left.",
    "[laughs] Well.",
    "[Music] Well.",
    "“Stop: now.”",
    "Re:Zero",
  ])("%j is said as it stands", (written) => {
    expect(voicesOf("One.", "Two.", "Three.", "Four.", written)).toContainEqual(["+", written]);
  });

  test("a single word is a name where it comes again, or most captions have one", () => {
    expect(voicesOf("Ann: Hi.", "Ben: Hello.")).toEqual([
      ["Ann", "Hi."],
      ["Ben", "Hello."],
    ]);
    const unlabelled = ["a.", "b.", "c.", "d.", "e."];
    expect(voicesOf(...unlabelled, "Oslo: a city.")).toContainEqual(["+", "Oslo: a city."]);
    expect(voicesOf(...unlabelled, "Ann: One.", "Ann: Two.")).toContainEqual(["Ann", "Two."]);
  });

  test("a name in brackets is a voice only where it is known from elsewhere", () => {
    expect(voicesOf("ANN: Hi.", "[ANN] Well.", "[SIGHS] No.")).toEqual([
      ["ANN", "Hi."],
      ["ANN", "Well."],
      ["+", "[SIGHS] No."],
    ]);
  });

  test("a name alone in its caption speaks in the next", () => {
    expect(voicesOf("ANN VALE:", "Hello.", "And so on.")).toEqual([
      ["ANN VALE", "Hello."],
      ["+", "And so on."],
    ]);
  });

  test("a voice that is named at each caption goes on in one statement", () => {
    const cues = captions("Ann Vale: It was never", "Ann Vale: that deep.", "Ben: No.", "Ben: Never.");
    const { statements, source } = readCaptions("vtt", cues).interview;
    expect(statements.map(({ spans }) => source.text.slice(spans[0]?.start, spans.at(-1)?.end))).toEqual([
      "It was never that deep.",
      "No. Never.",
    ]);
  });

  test("tags go before labels", () => {
    expect(voicesOf("<v Ann>Remember: ZOE: no.", "Ben: Hi.")[0]).toEqual(["Ann", "Remember: ZOE: no."]);
  });
});

describe("dashes and chevrons", () => {
  test.each(["-", "- ", "– ", "— ", "‐", "<i>-</i> "])("two lines with %j are two voices", (dash) => {
    expect(voicesOf(`${dash}Hi.\n${dash}Hello,\nyou.`)).toEqual([
      ["-", "Hi."],
      ["-", "Hello, you."],
    ]);
  });

  test("a dash on the second line alone is another voice", () => {
    expect(voicesOf("Hi.\n- Hello.")).toEqual([
      ["+", "Hi."],
      ["-", "Hello."],
    ]);
  });

  test.each(["-20 degrees.", "--and so on.", "a - b", "— — —"])("%j begins none", (written) => {
    expect(voicesOf("One,", written)[1]?.[1] ?? written).toContain(written);
  });

  test("a dash before small letters goes on with a sentence that has no end", () => {
    expect(voicesOf("I was going to", "- well, not to.")[1]).toEqual(["+", "- well, not to."]);
  });

  test("chevrons divide lines too", () => {
    expect(voicesOf(">> Hi. >> Hello. And", "you? >>> In other news.")).toEqual([
      ["-", "Hi."],
      ["-", "Hello. And"],
      ["+", "you?"],
      ["-", "In other news."],
    ]);
  });
});

describe("marks", () => {
  test.each([
    "(LAUGHTER)",
    "[door slams]",
    "[APPLAUSE] [MUSIC]",
    "♪ We shall overcome ♪",
    "♪ la\nla ♪",
    "[crowd\nshouting]",
    "# la la #",
    "♪♪",
    "🎵",
  ])("%j alone is narration", (mark) => {
    expect(voicesOf("ANN: One.", mark, "Two.").map(([voice]) => voice)).toEqual(["ANN", "#", "+"]);
  });

  test("marks side by side stay apart, and words in round brackets are words", () => {
    expect(voicesOf("♪ la ♪\n[applause]\n(I never said that.)")).toEqual([
      ["#", "♪ la ♪"],
      ["#", "[applause]"],
      ["+", "(I never said that.)"],
    ]);
  });

  test("a mark within a sentence leaves its statement whole", () => {
    const { interview } = readCaptions(
      "vtt",
      captions("<v Ann>We shall go", "[applause]", "to the harbour."),
    );
    const { source, statements } = interview;
    expect(
      statements.map(({ spoken }) => spoken.map(({ start, end }) => source.text.slice(start, end))),
    ).toEqual([["We shall go", "to the harbour."]]);
    expect(statements[0]?.time).toEqual({ start: 0, end: 6 });
  });

  test("another voice's mark stands by itself", () => {
    expect(
      voicesOf("<v Ann>We shall go", "<v Ben>[laughs]", "<v Ann>to the harbour.").map(([voice]) => voice),
    ).toEqual(["Ann", "#", "Ann"]);
  });
});

describe("sounds in capitals without a mark", () => {
  const around = ["You see, the soil is thin.", "And they grew rye.", "It was a long winter."] as const;

  test.each(["BIRDSONG", "HE SIGHS", "DOOR SLAMS"])("%s stands by itself", (sound) => {
    expect(voicesOf(...around, sound, "Then they left.").map(([, words]) => words)).toContain(sound);
    expect(scan("vtt", captions(...around, sound)).passages.at(-1)?.kind).toBe("narration");
  });

  test.each(["NO", "STOP!", "It was in the BBC"])("%s may be speech", (words) => {
    expect(scan("vtt", captions(...around, words)).passages.at(-1)?.kind).toBe("speech");
  });

  test("are speech where all is in capitals", () => {
    const shouted = [...around, "birdsong"].map((words) => words.toUpperCase());
    expect(scan("vtt", captions(...shouted)).passages.every(({ kind }) => kind === "speech")).toBe(true);
  });
});
