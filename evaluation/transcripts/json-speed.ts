import { Cast } from "../../src/transcript/cast.ts";
import { formats } from "../../src/transcript/formats/formats.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { SourceText } from "../../src/transcript/source-text.ts";

/** How quickly one kind of JSON transcript is read, in megabytes (10⁶ bytes) of the file a second. */
export interface JsonSpeed {
  /** As people call the kind, e.g. "Whisper JSON". */
  readonly format: string;
  readonly megabytes: number;
  /** Passages that were found. */
  readonly passages: number;
  /** Ours: decoded, recognised, parsed with offsets and read into utterances. */
  readonly ours: number;
  /** The same file by JSON.parse and a loop that collects its segments, without any place in the file. */
  readonly plain: number;
}

/** The files that are timed are about this long. */
const BYTES = 6_000_000;
/** Of as many runs the quickest counts, after one to warm up. */
const RUNS = 3;
const SENTENCES = [
  "We put the boat in the water before the ice had gone.",
  "And did anybody tell you not to?",
  'Well, my uncle said “no” \u2014 but he says that of "everything", you know.',
  "Right.",
];

interface PlainSegment {
  readonly speaker: string | null;
  readonly start: number;
  readonly text: string;
}

interface Kind {
  readonly format: string;
  /** One file of so many segments. */
  readonly file: (segments: number) => unknown;
  // biome-ignore lint/suspicious/noExplicitAny: JSON.parse gives whatever stands there, and a plain reader trusts it.
  readonly plain: (json: any) => readonly PlainSegment[];
}

const sentence = (at: number) => SENTENCES[at % SENTENCES.length] ?? "";
const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const KINDS: readonly Kind[] = [
  {
    format: "Podcasting 2.0 JSON",
    file: (count) => ({
      version: "1.0.0",
      segments: times(count, (at) => ({
        speaker: at % 40 < 8 ? "Ada Bright" : "Sam Ortiz",
        startTime: at / 4,
        endTime: at / 4 + 0.2,
        body: `word${at % 977}`,
      })),
    }),
    plain: ({ segments }) =>
      segments.map(({ speaker, startTime, body }: { speaker: string; startTime: number; body: string }) => ({
        speaker,
        start: startTime,
        text: body,
      })),
  },
  {
    format: "WhisperX JSON",
    file: (count) => ({
      segments: times(count, (at) => ({
        start: at * 4,
        end: at * 4 + 3.5,
        text: ` ${sentence(at)}`,
        words: sentence(at)
          .split(" ")
          .map((word, place) => ({
            word,
            start: at * 4 + place / 8,
            end: at * 4 + place / 8 + 0.1,
            score: 0.873,
            speaker: "SPEAKER_00",
          })),
        speaker: "SPEAKER_00",
      })),
      word_segments: [],
      language: "en",
    }),
    plain: ({ segments }) =>
      segments.map(({ speaker, start, text }: PlainSegment) => ({ speaker, start, text: text.trim() })),
  },
  {
    format: "Rev AI JSON",
    file: (count) => ({
      monologues: times(count, (at) => ({
        speaker: at % 2,
        elements: sentence(at)
          .split(" ")
          .flatMap((value, place) => [
            {
              type: "text",
              value,
              ts: at * 4 + place / 8,
              end_ts: at * 4 + place / 8 + 0.1,
              confidence: 0.98,
            },
            { type: "punct", value: " " },
          ]),
      })),
    }),
    plain: ({ monologues }) =>
      monologues.map(
        ({ speaker, elements }: { speaker: number; elements: { value: string; ts: number }[] }) => ({
          speaker: String(speaker),
          start: elements[0]?.ts ?? 0,
          text: elements
            .map(({ value }) => value)
            .join("")
            .trim(),
        }),
      ),
  },
];

/** Times every kind of file on texts of our own; takes some ten seconds. */
export function measureJsonSpeed(): readonly JsonSpeed[] {
  return KINDS.map(measure);
}

function measure({ format, file, plain }: Kind): JsonSpeed {
  const sample = JSON.stringify(file(100), null, 2).length / 100;
  const bytes = new TextEncoder().encode(JSON.stringify(file(Math.round(BYTES / sample)), null, 2));
  const megabytes = bytes.length / 1e6;
  let passages = 0;
  const ours = quickest(() => {
    const text = new SourceText(sourceFileOf("speed.json", bytes));
    const found = formats.find((one) => one.extensions.includes(".json") && one.recognises(text));
    passages = found?.read(text, new Cast([])).utterances.length ?? 0;
  });
  const theirs = quickest(() => {
    plain(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  });
  return { format, megabytes, passages, ours: megabytes / ours, plain: megabytes / theirs };
}

/** In seconds. */
function quickest(run: () => void): number {
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < RUNS; turn += 1) {
    const started = performance.now();
    run();
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  return best;
}
