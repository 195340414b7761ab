import { performance } from "node:perf_hooks";
import { scanCaptions } from "../../src/transcript/formats/captions/scan-captions.ts";
import { Warnings } from "../../src/transcript/formats/captions/warnings.ts";
import { findSubRipCaptions } from "../../src/transcript/formats/subrip/subrip-captions.ts";
import { findWebVttCaptions } from "../../src/transcript/formats/webvtt/webvtt-captions.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { readWithMediaCaptions } from "./media-captions.ts";

/** How fast one kind of captions is read, by us and by media-captions, in megabytes (10⁶ bytes) a second. */
export interface CaptionSpeed {
  readonly format: "WebVTT" | "SubRip";
  /** Size of the file, in bytes. */
  readonly bytes: number;
  /** Medians over the rounds. All of our reading: also voices, sentences and every character's place. */
  readonly ours: number;
  /** As far as media-captions goes, and the text of the cues: tags, entities and where they stand. */
  readonly oursCuesOnly: number;
  readonly mediaCaptions: number;
}

const SENTENCES = [
  "Well, I think that the harbour was never meant to be that deep.",
  "How much did the council pay for it, in the end?",
  "Nobody told us; we read it in the papers, like everybody else.",
  "It was forty below, the pumps had frozen, and the boats stood in the ice.",
];

/**
 * Measures both parsers in turns, in one run, on the same text.
 * @param bytes about how long the file is.
 */
export async function measureCaptionSpeed(bytes = 6_000_000, rounds = 5): Promise<readonly CaptionSpeed[]> {
  const speeds: CaptionSpeed[] = [];
  for (const format of ["WebVTT", "SubRip"] as const) {
    const text = writeCaptions(format, bytes);
    const ours: number[] = [];
    const cuesOnly: number[] = [];
    const theirs: number[] = [];
    // The first round warms both up.
    for (let round = 0; round <= rounds; round += 1) {
      ours.push(await megabytesASecond(text, () => readOurs(format, text)));
      cuesOnly.push(await megabytesASecond(text, () => findOurs(format, text)));
      theirs.push(await megabytesASecond(text, () => readTheirs(format === "WebVTT" ? "vtt" : "srt", text)));
    }
    speeds.push({
      format,
      bytes: Buffer.byteLength(text),
      ours: median(ours.slice(1)),
      oursCuesOnly: median(cuesOnly.slice(1)),
      mediaCaptions: median(theirs.slice(1)),
    });
  }
  return speeds;
}

/** Two voices, mark-up and entities as in real files; every cue is half a sentence. */
export function writeCaptions(format: CaptionSpeed["format"], bytes: number): string {
  const isVtt = format === "WebVTT";
  const pieces: string[] = isVtt ? ["WEBVTT\n\n"] : [];
  let length = 0;
  for (let index = 0; length < bytes; index += 1) {
    const sentence = SENTENCES[(index >> 1) % SENTENCES.length] ?? "";
    const middle = sentence.indexOf(" ", sentence.length / 2);
    const words = index % 2 === 0 ? sentence.slice(0, middle) : sentence.slice(middle + 1);
    const voice = index % 8 === 0 ? "Ann Vale" : index % 8 === 2 ? "Ben Orr" : null;
    const named = voice ? (isVtt ? `<v ${voice}>${words}` : `${voice}: ${words}`) : words;
    const marked = index % 5 === 0 ? `${named} <i>R&amp;D</i>` : named;
    const times = [timeAt(index * 2), timeAt(index * 2 + 2)].join(" --> ");
    const block = `${index + 1}\n${isVtt ? times : times.replaceAll(".", ",")}\n${marked}\n\n`;
    pieces.push(block);
    length += block.length;
  }
  return pieces.join("");
}

function timeAt(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.000`;
}

async function megabytesASecond(text: string, read: () => Promise<number> | number): Promise<number> {
  const start = performance.now();
  const captions = await read();
  const seconds = (performance.now() - start) / 1000;
  if (captions === 0) throw new Error("a parser found no captions");
  return Buffer.byteLength(text) / 1e6 / seconds;
}

const FINDERS = { WebVTT: findWebVttCaptions, SubRip: findSubRipCaptions };

function readOurs(format: CaptionSpeed["format"], text: string): number {
  return scanCaptions(fileOf(format, text), FINDERS[format]).passages.length;
}

function findOurs(format: CaptionSpeed["format"], text: string): number {
  const file = fileOf(format, text);
  return FINDERS[format](file.text, new Warnings(file)).captions.length;
}

function fileOf(format: CaptionSpeed["format"], text: string): SourceText {
  return new SourceText(sourceFileOf(`speed.${format}`, Buffer.from(text)));
}

async function readTheirs(type: "vtt" | "srt", text: string): Promise<number> {
  return (await readWithMediaCaptions(type, text)).length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}
