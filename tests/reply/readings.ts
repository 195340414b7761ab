import { assembleInterview } from "../../src/transcript/assemble.ts";
import { Cast } from "../../src/transcript/cast.ts";
import { utterancesOf } from "../../src/transcript/formats/labelled/utterances.ts";
import type { Interview } from "../../src/transcript/interview.ts";
import { ReadingBuilder } from "../../src/transcript/reading.ts";
import { emptySidecar, parseSidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { takeTurns } from "../../src/transcript/turn-taking.ts";
import { joinTurns } from "../../src/transcript/turns.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A caption of a made-up file: who speaks, from when to when in seconds, and the words as they are on disk. */
export type Cue = readonly [voice: string | null, start: number, end: number, written: string];

/** What a made-up file may write for something else. */
const WRITTEN = /&amp;|&#8217;|&hellip;|\\n|\\u00e9|\\\*|\n/gu;
const MEANT: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&#8217;": "’",
  "&hellip;": "…",
  "\\n": " ",
  "\\u00e9": "é",
  "\\*": "*",
  "\n": " ",
};

/** A file with times, names and escapes among its words, and the interview a reading of it makes. */
export function captioned(
  id: string,
  cues: readonly Cue[],
  yaml?: string,
  extension = "vtt",
): { readonly interview: Interview; readonly file: string } {
  let file = "\ufeffCAPTIONS\n";
  const found = cues.map(([voice, start, end, written]) => {
    file += `\n${start} --> ${end}\n${voice === null ? "" : `<${voice}>`}`;
    const from = file.length - 1;
    file += `${written}\n`;
    return { voice, start, end, from, to: from + written.length };
  });
  const text = new SourceText(sourceFileOf(`${id}.${extension}`, bytes(file)));
  const builder = new ReadingBuilder(text.text);
  const passages = found.map(({ voice, start, end, from, to }, index) => {
    if (index > 0) builder.gap(" ");
    const begins = builder.length;
    let at = from;
    for (const sign of text.text.slice(from, to).matchAll(WRITTEN)) {
      const place = from + sign.index;
      builder.copy(at, place);
      at = place + sign[0].length;
      builder.decode(place, at, MEANT[sign[0]] ?? "");
    }
    builder.copy(at, to);
    const span = { start: begins, end: builder.length };
    return { kind: "speech" as const, voice, startsTurn: false, span, time: { start, end } };
  });
  const source = text.readAs(builder.build());
  const located =
    yaml === undefined ? emptySidecar(text.file.name) : parseSidecar(sourceFileOf(`${id}.yaml`, bytes(yaml)));
  const cast = new Cast(located.sidecar.speakers);
  const turns = joinTurns(takeTurns(utterancesOf(passages, source, cast), cast), source);
  return {
    interview: assembleInterview(id, source, { name: "captions", grade: null }, turns, located, cast),
    file,
  };
}

/** Two who talk about a boat, in captions with every kind of escape. */
export const BOAT: readonly Cue[] = [
  ["Ida Moss", 1, 3.5, "Whose boat is it?"],
  ["Ada Fern", 4, 6, "Tom &amp; mine\nit\\u00e9 is,"],
  ["Ada Fern", 6, 9, "and it\\nisn&#8217;t \\*old\\*&hellip; 𝒳"],
  ["Ida Moss", 754.2, 756, "Is it fast?"],
  ["Ada Fern", 3_723, 3_725, "No."],
];
