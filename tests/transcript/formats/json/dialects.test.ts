import { describe, expect, test } from "vitest";
import { problemsOf } from "../../reading.ts";
import { readJson, shown, timesOf } from "./read-json.ts";

describe("Podcasting 2.0", () => {
  test("reads segments of sentences, and joins those of one voice", () => {
    const { interview, warnings } = readJson({
      version: "1.0.0",
      segments: [
        { speaker: "Ada Bright", startTime: 0.5, endTime: 2.75, body: "Where did you learn to weld?" },
        { speaker: "Sam Ortiz", startTime: 3, endTime: 5, body: "In my uncle’s yard." },
        { speaker: "Sam Ortiz", startTime: 5, endTime: 8, body: "He had a boat.\n" },
      ],
    });
    expect(interview.format).toBe("Podcasting 2.0 JSON");
    expect(interview.grade).toBeNull();
    expect(warnings).toEqual([]);
    expect(shown(interview)).toEqual([
      "Ada Bright: Where did you learn to weld?",
      "Sam Ortiz: In my uncle’s yard. He had a boat.",
    ]);
    expect(timesOf(interview)).toEqual([
      [0.5, 2.75],
      [3, 8],
    ]);
    expect(interview.statements[1]?.spans).toHaveLength(2);
    expect(interview.statements[1]?.answersIndex).toBe(0);
  });

  test("reads a word a segment, with marks that stand alone, also without the object around", () => {
    const words = ["Well", ",", "“", "we", "don", "’t", "sink", "”", "(", "yet", ")", "."];
    const segments = words.map((body, at) => ({ speaker: "Sam", startTime: at, endTime: at + 1, body }));
    expect(shown(readJson({ version: "1.0.0", segments }).interview)).toEqual([
      "Sam: Well, “we don’t sink” (yet).",
    ]);
    expect(shown(readJson(segments).interview)).toEqual(["Sam: Well, “we don’t sink” (yet)."]);
  });

  test("puts no spaces between the words of scripts that have none", () => {
    const segments = ["我", "2019", "年", "来", "。", "OK", "吗"].map((body) => ({ speaker: "李明", body }));
    expect(shown(readJson({ segments }).interview)).toEqual(["李明: 我2019年来。 OK 吗"]);
  });

  test("keeps a mark of the transcriber together that is spread over segments", () => {
    const segments = ["Yes", "[crowd", "laughing]", "we", "did."].map((body) => ({ speaker: "Sam", body }));
    const { interview } = readJson({ segments });
    expect(interview.statements).toHaveLength(1);
    const spoken = interview.statements[0]?.spoken.map(({ start, end }) =>
      interview.source.text.slice(start, end),
    );
    expect(spoken).toEqual(["Yes", "we", "did."]);
  });

  test("goes on with a voice where only changes are named, and with nobody where all others are", () => {
    const named = (speaker: string | undefined, body: string) => (speaker ? { speaker, body } : { body });
    const changes = readJson({
      segments: [
        named("Ada", "One."),
        named(undefined, "Two."),
        named("Sam", "Three."),
        named(undefined, "Four."),
      ],
    });
    expect(shown(changes.interview)).toEqual(["Ada: One. Two.", "Sam: Three. Four."]);
    const gap = readJson({
      segments: [
        named("Ada", "One."),
        named("Ada", "Two."),
        named(undefined, "Three."),
        named("Ada", "Four."),
      ],
    });
    const unsure = gap.interview.statements[1];
    expect(unsure?.attribution).toBe("turn-taking");
    expect(unsure?.speaker?.name).not.toBe("Sam");
  });
});

describe("Whisper", () => {
  test("reads its segments and not the whole text beside them", () => {
    const { interview } = readJson({
      text: " Hello there. How are you?",
      segments: [
        { id: 0, seek: 0, start: 0, end: 2, text: " Hello there.", tokens: [50364, 2425], avg_logprob: -0.2 },
        { id: 1, seek: 0, start: 2, end: 4, text: " How are you?", tokens: [1012], avg_logprob: -0.3 },
      ],
      language: "en",
    });
    expect(interview.format).toBe("Whisper JSON");
    expect(interview.grade).toBe("automatic");
    expect(interview.source.text).toBe("Hello there. How are you?");
    expect(timesOf(interview)).toEqual([[0, 4]]);
  });

  test("takes Python’s NaN, a list without an object, milliseconds in it, and a text alone", () => {
    const nan = '{"text": "Hi.", "segments": [{"start": NaN, "end": -Infinity, "text": " Hi."}]}';
    expect(timesOf(readJson(nan).interview)).toEqual([null]);
    const list = [
      { start: 1000, end: 5000, text: "One." },
      { start: 5000, end: 9000, text: "Two." },
    ];
    expect(timesOf(readJson(list).interview)).toEqual([[1, 9]]);
    expect(timesOf(readJson([{ start: 0.5, end: 4, text: "One." }]).interview)).toEqual([[0.5, 4]]);
    expect(readJson({ text: "One. Two." }).interview.source.text).toBe("One. Two.");
    expect(readJson({ text: "One. Two." }).interview.format).toBe("Whisper JSON");
  });

  test("gives the times of the words to the sentences of a text without segments", () => {
    const words = ["So", "it", "began", "And", "ended"].map((word, at) => ({
      word,
      start: at * 4,
      end: at * 4 + 1,
    }));
    const { interview } = readJson({ text: "So it began. And ended!", language: "english", words });
    expect(shown(interview)).toEqual(["Unidentified speaker: So it began. And ended!"]);
    const punctuated = ["So", "it", "began.", "And", "ended!"].map((word, at) => ({
      word,
      start: at * 4,
      end: at * 4 + 1,
    }));
    const timed = readJson({
      text: "So it began. And ended!",
      language: "english",
      words: punctuated,
    }).interview;
    expect(shown(timed)).toEqual(["Unidentified speaker: So it began.", "Unidentified speaker: And ended!"]);
    expect(timesOf(timed)).toEqual([
      [0, 9],
      [12, 17],
    ]);
  });

  test("reads whisper.cpp, its words in pieces and the places where another speaks", () => {
    const transcription = [
      [" And", 0],
      [" Mil", 300],
      ["waukee", 500],
      [".", 800],
    ].map(([text, from]) => ({ offsets: { from, to: Number(from) + 200 }, text }));
    const { interview } = readJson({ model: { type: "base" }, result: { language: "en" }, transcription });
    expect(interview.format).toBe("whisper.cpp JSON");
    expect(shown(interview)).toEqual(["Unidentified speaker: And Milwaukee."]);
    expect(timesOf(interview)).toEqual([[0, 1]]);
    const turns = readJson({
      transcription: [
        {
          timestamps: { from: "00:00:01,500", to: "00:00:02,000" },
          text: " Ready?",
          speaker_turn_next: true,
        },
        {
          timestamps: { from: "00:00:02,000", to: "00:01:02,250" },
          text: " Ready.",
          speaker_turn_next: false,
        },
      ],
    }).interview;
    expect(turns.statements).toHaveLength(2);
    expect(timesOf(turns)).toEqual([
      [1.5, 2],
      [2, 62.25],
    ]);
    const voiced = readJson({
      transcription: [
        { offsets: { from: 0, to: 1 }, text: " Who?", speaker: "0" },
        { offsets: { from: 1, to: 2 }, text: " Me.", speaker: "?" },
        { offsets: { from: 1, to: 2 }, text: " Me too.", speaker: "1" },
      ],
    }).interview;
    expect(voiced.statements.map(({ attribution }) => attribution)).toEqual([
      "stated",
      "turn-taking",
      "stated",
    ]);
  });
});

describe("WhisperX", () => {
  const word = (text: string, start: number, speaker?: string) => ({
    word: text,
    start,
    end: start + 0.5,
    score: 0.9,
    ...(speaker ? { speaker } : {}),
  });

  test("honours a voice that changes inside a segment, and gives words without a voice the one before", () => {
    const { interview } = readJson({
      segments: [
        {
          start: 1,
          end: 6,
          text: " Do you know that?  Yes, 2266, I know.",
          words: [
            word("Do", 1),
            word("you", 2, "SPEAKER_00"),
            word("know", 2.5, "SPEAKER_00"),
            word("that?", 3, "SPEAKER_00"),
            word("Yes,", 4, "SPEAKER_01"),
            { word: "2266," },
            word("I", 5, "SPEAKER_01"),
            word("know.", 5.5),
          ],
          speaker: "SPEAKER_00",
        },
      ],
      word_segments: [],
    });
    expect(interview.format).toBe("WhisperX JSON");
    expect(shown(interview)).toEqual(["SPEAKER_00: Do you know that?", "SPEAKER_01: Yes, 2266, I know."]);
    expect(timesOf(interview)).toEqual([
      [1, 3.5],
      [4, 6],
    ]);
  });

  test("reads the words where they aren’t those of the text, and a segment without a voice as nobody’s", () => {
    const { interview } = readJson({
      segments: [
        {
          start: 0,
          end: 1,
          text: "Other words.",
          words: [word("Yes.", 0, "SPEAKER_00"), word("No.", 1, "SPEAKER_01")],
        },
        {
          start: 3,
          end: 4,
          text: "Whose is this?",
          words: [word("Whose", 3), word("is", 3), word("this?", 4)],
        },
      ],
    });
    expect(shown(interview).slice(0, 2)).toEqual(["SPEAKER_00: Yes.", "SPEAKER_01: No."]);
    expect(interview.statements[2]?.attribution).toBe("turn-taking");
  });
});

describe("Rev AI", () => {
  const text = (value: string, ts?: number) =>
    ts === undefined ? { type: "text", value } : { type: "text", value, ts, end_ts: ts + 0.4, confidence: 1 };
  const punct = (value: string) => ({ type: "punct", value });

  test("puts elements together as they stand, a monologue a passage, with the names of its speakers", () => {
    const { interview } = readJson({
      monologues: [
        { speaker: 0, elements: [text("Ready", 1), punct(","), punct(" "), text("Doctor", 2), punct("?")] },
        { speaker: 1, elements: [text("Yes", 3), punct("."), punct(" ")] },
        { speaker: 1, elements: [text("Let", 4), text("’s", 4.2), punct(" "), text("go", 5), punct(".")] },
      ],
      speakers: [
        { id: 1, name: "Rosa Lind" },
        { id: 0, name: "Ada Bright" },
      ],
    });
    expect(interview.format).toBe("Rev AI JSON");
    expect(shown(interview)).toEqual(["Ada Bright: Ready, Doctor?", "Rosa Lind: Yes. Let’s go."]);
    expect(interview.statements.map(({ spans }) => spans.length)).toEqual([1, 2]);
    expect(timesOf(interview)).toEqual([
      [1, 2.4],
      [3, 5.4],
    ]);
  });

  test("puts spaces between elements that have none, and keeps what nobody could make out", () => {
    const { interview } = readJson({
      monologues: [
        {
          speaker: 3,
          elements: [text("So"), text("it"), { type: "unknown", value: "[inaudible]" }, punct(".")],
        },
      ],
    });
    expect(shown(interview)).toEqual(["Speaker 3: So it [inaudible]."]);
    const words = interview.statements[0]?.spoken.map(({ start, end }) =>
      interview.source.text.slice(start, end),
    );
    expect(words).toEqual(["So it"]);
  });
});

describe("AssemblyAI", () => {
  const words = ["It", "rained.", "A", "lot."].map((text, at) => ({
    text,
    start: at * 1000,
    end: at * 1000 + 400,
    confidence: 0.9,
    speaker: null,
  }));

  test("reads utterances, whose letters become names", () => {
    const { interview } = readJson({
      id: "x",
      status: "completed",
      text: "Cold? Very.",
      words,
      utterances: [
        { speaker: "A", text: "Cold?", start: 250, end: 650, confidence: 0.9, words: [] },
        { speaker: "B", text: "Very.", start: 700, end: 1650, confidence: 0.9, words: [] },
      ],
    });
    expect(interview.format).toBe("AssemblyAI JSON");
    expect(shown(interview)).toEqual(["Speaker A: Cold?", "Speaker B: Very."]);
    expect(timesOf(interview)).toEqual([
      [0.25, 0.65],
      [0.7, 1.65],
    ]);
  });

  test("reads the text with the times of its words where there are no utterances", () => {
    const { interview } = readJson({
      audio_url: "https://example.org/a.mp3",
      text: "It rained. A lot.",
      words,
      utterances: null,
    });
    expect(shown(interview)).toEqual(["Unidentified speaker: It rained. A lot."]);
    expect(timesOf(interview)).toEqual([[0, 3.4]]);
    expect(interview.statements[0]?.spans).toHaveLength(2);
  });

  test("knows a voice by the name of the file, too, where the yaml lists it", () => {
    const file = { utterances: [{ speaker: "A", text: "Cold.", start: 0, end: 1 }] };
    const yaml = (alias: string) => `speakers:\n  - { name: Rosa Lind, aliases: [${alias}], role: guest }\n`;
    expect(shown(readJson(file, yaml("A")).interview)).toEqual(["Rosa Lind: Cold."]);
    expect(shown(readJson(file, yaml("Speaker A")).interview)).toEqual(["Rosa Lind: Cold."]);
    expect(readJson(file, "grade: clean\n").interview.grade).toBe("clean");
  });
});

describe("Deepgram", () => {
  const word = (word: string, start: number, speaker: number) => ({
    word: word.toLowerCase().replace(/\W/g, ""),
    punctuated_word: word,
    start,
    end: start + 0.4,
    speaker,
  });
  const alternative = {
    transcript: "Snow? Yes. Deep snow.",
    words: [word("Snow?", 0, 0), word("Yes.", 1, 1), word("Deep", 2, 1), word("snow.", 3, 1)],
  };

  test("reads utterances", () => {
    const { interview } = readJson({
      metadata: { channels: 1 },
      results: {
        channels: [{ alternatives: [alternative] }],
        utterances: [
          { start: 0.25, end: 1, transcript: "Snow?", speaker: 0, channel: 0, words: [word("Snow?", 0, 0)] },
          { start: 1.5, end: 2, transcript: "Yes. Deep snow.", speaker: 1, channel: 0, words: [] },
        ],
      },
    });
    expect(interview.format).toBe("Deepgram JSON");
    expect(shown(interview)).toEqual(["Speaker 0: Snow?", "Speaker 1: Yes. Deep snow."]);
  });

  test("reads paragraphs where there are no utterances, and words where there are no paragraphs", () => {
    const sentence = (text: string, start: number) => ({ text, start, end: start + 0.9 });
    const paragraphs = {
      transcript: "\nSpeaker 0: Snow?\n\nSpeaker 1: Yes. Deep snow.\n",
      paragraphs: [
        { sentences: [sentence("Snow?", 0)], num_words: 1, start: 0, end: 1, speaker: 0 },
        {
          sentences: [sentence("Yes.", 1), sentence("Deep snow.", 2)],
          num_words: 3,
          start: 1,
          end: 3,
          speaker: 1,
        },
      ],
    };
    const expected = ["Speaker 0: Snow?", "Speaker 1: Yes. Deep snow."];
    const byParagraph = readJson({
      results: { channels: [{ alternatives: [{ ...alternative, paragraphs }] }] },
    });
    expect(shown(byParagraph.interview)).toEqual(expected);
    const byWord = readJson({ results: { channels: [{ alternatives: [alternative] }] } });
    expect(shown(byWord.interview)).toEqual(expected);
    expect(timesOf(byWord.interview)).toEqual([
      [0, 0.4],
      [1, 3.4],
    ]);
  });

  test("tells voices apart by their channels, and says so where these aren’t interleaved", () => {
    const channels = [
      { alternatives: [{ transcript: "Snow?", words: [] }] },
      { alternatives: [{ transcript: "Yes." }] },
    ];
    const utterances = [
      { start: 0, end: 1, transcript: "Snow?", channel: 0 },
      { start: 1, end: 2, transcript: "Yes.", channel: 1 },
    ];
    expect(shown(readJson({ results: { channels, utterances } }).interview)).toEqual([
      "Channel 0: Snow?",
      "Channel 1: Yes.",
    ]);
    const apart = readJson({ results: { channels } });
    expect(shown(apart.interview)).toEqual(["Channel 0: Snow?", "Channel 1: Yes."]);
    expect(apart.warnings.map(({ message }) => message)).toEqual([
      "this channel stands after another one, so answers are apart from their questions.",
    ]);
  });
});

test("a shape nobody knows is refused with the names of those that are known", () => {
  for (const json of ['{"foo": 1}', "[]", "3", '"text"', '{"segments": "none"}', '{"results": {}}']) {
    const [problem] = problemsOf(() => readJson(json));
    expect(problem).toMatchObject({ severity: "error", file: "sample.json", line: 1, column: 1 });
    expect(problem?.message).toContain("Podcasting 2.0 JSON, Rev AI JSON, AssemblyAI JSON, Deepgram JSON");
  }
  const [forced] = problemsOf(() => readJson('{"foo": 1}', "format: rev-ai\n"));
  expect(forced?.message).toBe("the file isn’t Rev AI JSON: it has no “monologues”.");
});

describe("Hugging Face", () => {
  test("reads chunks, whose times are a pair", () => {
    const { interview, warnings } = readJson({
      text: " We sank. Twice.",
      chunks: [
        { timestamp: [0, 1.5], text: " We sank." },
        { timestamp: [5.5, null], text: " Twice." },
      ],
    });
    expect(interview.format).toBe("Whisper JSON");
    expect(warnings).toEqual([]);
    expect(interview.statements.map(({ time }) => time)).toEqual([
      { start: 0, end: 1.5 },
      { start: 5.5, end: 5.5 },
    ]);
  });
});
