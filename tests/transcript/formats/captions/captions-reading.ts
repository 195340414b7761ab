import { expect } from "vitest";
import { auditReading } from "../../../../src/audit/audit-reading.ts";
import { type CaptionScan, scanCaptions } from "../../../../src/transcript/formats/captions/scan-captions.ts";
import { findSubRipCaptions } from "../../../../src/transcript/formats/subrip/subrip-captions.ts";
import { findWebVttCaptions } from "../../../../src/transcript/formats/webvtt/webvtt-captions.ts";
import { readInterview } from "../../../../src/transcript/read-interview.ts";
import { emptySidecar, parseSidecar } from "../../../../src/transcript/sidecar/sidecar.ts";
import { SourceText, type Span } from "../../../../src/transcript/source-text.ts";
import { fileOf } from "../../reading.ts";

export type Kind = "vtt" | "srt";

const FINDERS = { vtt: findWebVttCaptions, srt: findSubRipCaptions };

export function scan(kind: Kind, text: string): CaptionScan & { readonly file: SourceText } {
  const file = new SourceText(fileOf(`talk.${kind}`, text));
  return { ...scanCaptions(file, FINDERS[kind]), file };
}

/** One passage as the tables write it: voice or "-", "+" when it goes on, "#" for narration; and its words. */
export function passagesOf(kind: Kind, text: string): readonly (readonly [string, string])[] {
  const { passages, reading } = scan(kind, text);
  return passages.map(({ voice, startsTurn, span, kind: is }) => [
    is === "narration" ? "#" : (voice ?? (startsTurn ? "-" : "+")),
    (reading?.text ?? "").slice(span.start, span.end),
  ]);
}

export function warningsOf(kind: Kind, text: string): readonly string[] {
  return scan(kind, text).diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** Reads a whole interview of captions, with the yaml given or none. */
export function readCaptions(kind: Kind, text: string, yaml?: string) {
  const located = yaml === undefined ? emptySidecar(`talk.${kind}`) : parseSidecar(fileOf("talk.yaml", yaml));
  return readInterview("talk", fileOf(`talk.${kind}`, text), located);
}

/** Fails unless every character of the file but white space is words, a label, mark-up or shown again – and one of these. */
export function expectAccounted(kind: Kind, text: string): void {
  const { file, reading, passages, labels, markup, repeats } = scan(kind, text);
  if (!reading) throw new Error("captions always have a reading");
  auditReading(reading, file.text);
  const source = file.readAs(reading);
  const words = passages.flatMap(({ span }) => source.placesOf(span));
  const taken = new Uint8Array(file.text.length);
  for (const [name, spans] of Object.entries({ words, labels, markup, repeats })) {
    let last = 0;
    for (const { start, end } of spans as readonly Span[]) {
      expect(start, name).toBeGreaterThanOrEqual(last);
      expect(end, name).toBeLessThanOrEqual(file.text.length);
      expect(end, name).toBeGreaterThan(start);
      last = end;
      for (let at = start; at < end; at += 1) {
        // A label and a repeated line may hold tags; nothing else is two things at once.
        if (taken[at] && !/\s/u.test(file.text.charAt(at)) && !["markup", "repeats"].includes(name))
          throw new Error(
            `${name} [${start}, ${end}) is taken: ${JSON.stringify(file.text.slice(start, end))}`,
          );
        taken[at] = 1;
      }
    }
  }
  expect(leftOver(file.text, taken)).toBe("");
}

/** A control character shows nothing, however it is written: alone it is no word. */
const CONTROL = /&#(?:0*(?:[0-9]|[12][0-9]|3[01])|x0*1?[0-9a-f])(?:;|(?![0-9a-f]))/giu;

function leftOver(text: string, taken: Uint8Array): string {
  let left = "";
  for (let at = 0; at < text.length; at += 1) if (!taken[at]) left += text.charAt(at);
  return left.replace(CONTROL, "").replace(/&(?:nbsp|#160|#xa0);?|[\s\u200b]+/giu, "");
}
