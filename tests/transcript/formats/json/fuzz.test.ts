import fc from "fast-check";
import { expect, test } from "vitest";
import { auditReading } from "../../../../src/audit/audit-reading.ts";
import { DiagnosticError } from "../../../../src/transcript/diagnostic.ts";
import { formats } from "../../../../src/transcript/formats/formats.ts";
import { recogniseFormat } from "../../../../src/transcript/formats/recognise-format.ts";
import { SourceText, type Span } from "../../../../src/transcript/source-text.ts";
import { castOf, fileOf } from "../../reading.ts";

const word = fc.constantFrom(
  "Yes",
  "no,",
  "A&amp;M",
  '"quoted"',
  "back\\slash",
  "5 %",
  "café",
  "😀",
  "我们",
  "。",
  "…",
  ".",
  "[laughs]",
  "end.",
  "why?",
  "don",
  "’t",
  "tab\tline\nbreak",
  "\u00a0",
  "",
);
const words = fc.array(word, { minLength: 1, maxLength: 6 });
const spacedWords = words.map((all) => all.join(" "));
const voice = fc.constantFrom("Ada", "Sam", "SPEAKER_00", "A", 0, 1, null, undefined, 'Zoë "Zed"');
const time = fc.oneof(
  fc.double({ min: 0, max: 9000, noNaN: true }),
  fc.constantFrom(null, undefined, -1, "12.5", "x", 3),
);

/** Texts in the order in which they are to be read, and the JSON that holds them. */
interface Sample {
  readonly json: unknown;
  readonly texts: readonly string[];
}

const segments = fc.array(fc.record({ text: spacedWords, voice, start: time, end: time }), {
  minLength: 1,
  maxLength: 8,
});
const samples: fc.Arbitrary<Sample> = fc.oneof(
  segments.map((all) => ({
    json: {
      version: "1.0.0",
      segments: all.map(({ text, voice, start, end }) => ({
        speaker: voice,
        startTime: start,
        endTime: end,
        body: text,
      })),
    },
    texts: all.map(({ text }) => text),
  })),
  segments.map((all) => ({
    json: {
      text: all.map(({ text }) => text).join(""),
      segments: all.map(({ text, ...rest }) => ({ ...rest, text: ` ${text}` })),
      language: "en",
    },
    texts: all.map(({ text }) => text),
  })),
  segments.map((all) => ({
    json: {
      segments: all.map(({ text, voice, start, end }) => ({
        text,
        start,
        end,
        words: text.split(" ").map((word, at) => ({
          word,
          start,
          end,
          score: 0.5,
          ...(at % 2 === 0 ? { speaker: voice } : { speaker: "Sam" }),
        })),
      })),
      word_segments: [],
    },
    texts: all.map(({ text }) => text),
  })),
  segments.map((all) => ({
    json: { transcription: all.map(({ text, start, end }) => ({ offsets: { from: start, to: end }, text })) },
    texts: all.map(({ text }) => text),
  })),
  fc.array(fc.record({ words, voice }), { minLength: 1, maxLength: 5 }).map((all) => ({
    json: {
      monologues: all.map(({ words, voice }) => ({
        speaker: voice,
        elements: words.flatMap((value) => [
          { type: "text", value, ts: 1, end_ts: 2 },
          { type: "punct", value: " " },
        ]),
      })),
    },
    texts: all.flatMap(({ words }) => words),
  })),
  segments.map((all) => ({
    json: { text: "", utterances: all.map(({ voice, ...rest }) => ({ ...rest, speaker: voice, words: [] })) },
    texts: all.map(({ text }) => text),
  })),
  spacedWords.map((text) => ({
    json: {
      audio_url: "",
      text,
      words: text.split(" ").map((text) => ({ text, start: 1, end: 2, speaker: null })),
    },
    texts: [text],
  })),
  segments.map((all) => ({
    json: {
      results: {
        channels: [],
        utterances: all.map(({ text, voice, start, end }) => ({
          start,
          end,
          transcript: text,
          speaker: voice,
        })),
      },
    },
    texts: all.map(({ text }) => text),
  })),
  spacedWords.map((text) => ({
    json: {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: text,
                words: text.split(" ").map((word) => ({ word, start: 1, end: 2, speaker: 1 })),
              },
            ],
          },
        ],
      },
    },
    texts: [text],
  })),
);

/** Reads a file and holds everything that must be true of what was found; null where it can't be used. */
function found(text: string) {
  const file = new SourceText(fileOf("a.json", text));
  try {
    const read = recogniseFormat(file, undefined).read(file, castOf());
    const { source, utterances, labels } = read;
    if (!source.reading) throw new Error("a JSON file was read as it stands");
    auditReading(source.reading, file.text);
    expectApart(
      utterances.map(({ span }) => span),
      source.text.length,
    );
    expectApart(labels, file.text.length);
    const places = utterances.flatMap(({ span }) => source.placesOf(span));
    expectApart(places, file.text.length);
    for (const { span } of utterances) source.verbatim(span);
    return read;
  } catch (error) {
    if (error instanceof DiagnosticError) return expectPlaces(error);
    throw error;
  }
}

function expectPlaces({ diagnostics }: DiagnosticError): null {
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const { line, column } of diagnostics)
    expect([line ?? 1, column ?? 1].every((at) => at >= 1)).toBe(true);
  return null;
}

/** In order, apart, not empty, and inside the text. */
function expectApart(spans: readonly Span[], length: number): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(length);
}

const unspaced = (text: string) => text.replace(/\s+/gu, "");
/** JSON as Python writes it, with all but ASCII escaped. */
const inAscii = (json: string) =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

test("no word is lost or changed, and none is read twice, in any dialect", () => {
  fc.assert(
    fc.property(samples, fc.boolean(), fc.constantFrom(0, 2), ({ json, texts }, ascii, indent) => {
      const plain = JSON.stringify(json, null, indent);
      const read = found(ascii ? inAscii(plain) : plain);
      const expected = unspaced(texts.join(""));
      if (read) expect(unspaced(read.source.text)).toBe(expected);
      else expect(expected).toBe("");
      const shown = read?.utterances.map(({ span }) => read.source.text.slice(span.start, span.end)).join("");
      expect(unspaced(shown ?? "")).toBe(expected);
    }),
    { numRuns: 1500 },
  );
});

test("a damaged file gives a diagnostic or a result, whatever the damage", () => {
  const damage = fc.record({
    at: fc.nat(),
    cut: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('"', "\\", "{", "]", ",", "null", "\\ud800", '"text":', "NaN", "[[["),
    ),
  });
  fc.assert(
    fc.property(samples, fc.array(damage, { minLength: 1, maxLength: 3 }), ({ json }, damages) => {
      let text = JSON.stringify(json);
      for (const { at, cut, put } of damages) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + put + text.slice(place + cut);
      }
      found(text.replace(/[\p{Surrogate}\0]/gu, ""));
    }),
    { numRuns: 3000 },
  );
});

test("values of any kind anywhere give a diagnostic or a result, in every dialect that is forced on them", () => {
  const keys = [
    "segments",
    "body",
    "text",
    "words",
    "word",
    "speaker",
    "monologues",
    "elements",
    "value",
    "utterances",
    "transcript",
    "results",
    "channels",
    "alternatives",
    "paragraphs",
    "sentences",
    "transcription",
    "offsets",
    "from",
    "start",
    "startTime",
    "speakers",
    "name",
  ];
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6, depthSize: "max" },
      fc.constantFrom(null, true, 0, "A", "Yes.", -1),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  const dialects = formats.filter(({ extensions }) => extensions.includes(".json"));
  expect(dialects).toHaveLength(7);
  fc.assert(
    fc.property(value, fc.constantFrom(...dialects), (json, format) => {
      const text = JSON.stringify(json);
      found(text);
      const file = new SourceText(fileOf("a.json", text));
      try {
        format.read(file, castOf());
      } catch (error) {
        expect(error).toBeInstanceOf(DiagnosticError);
      }
    }),
    { numRuns: 3000 },
  );
});
