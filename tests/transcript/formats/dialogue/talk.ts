import { expect } from "vitest";
import { auditReading } from "../../../../src/audit/audit-reading.ts";
import { Cast } from "../../../../src/transcript/cast.ts";
import { DiagnosticError } from "../../../../src/transcript/diagnostic.ts";
import type { Format } from "../../../../src/transcript/formats/format.ts";
import { extentOf, type Interview, questionOf } from "../../../../src/transcript/interview.ts";
import { readInterview } from "../../../../src/transcript/read-interview.ts";
import { emptySidecar, parseSidecar } from "../../../../src/transcript/sidecar/sidecar.ts";
import { SourceText } from "../../../../src/transcript/source-text.ts";
import { fileOf, slice } from "../../reading.ts";

/** Reads a text as a file of that name. */
export function readTalk(text: string, { name = "talk.txt", yaml = "" } = {}): Interview {
  const located = yaml === "" ? emptySidecar(name) : parseSidecar(fileOf("talk.yaml", yaml));
  return readInterview("talk", fileOf(name, text), located).interview;
}

/** Each statement as "Ann > words", narration as "- words", with " <- n" where it answers the n-th, from 0. */
export function linesOfTalk(text: string, options?: { name?: string; yaml?: string }): readonly string[] {
  const { statements, source } = readTalk(text, options);
  return statements.map((statement) => {
    const words = slice(source.text, extentOf(statement));
    const question = questionOf(statement);
    const who = statement.speaker === null ? "-" : `${statement.speaker.name} >`;
    return `${who} ${words}${question ? ` <- ${question.index}` : ""}`;
  });
}

export function rolesIn(text: string, options?: { name?: string; yaml?: string }): Record<string, string> {
  return Object.fromEntries(readTalk(text, options).speakers.map(({ name, role }) => [name, role]));
}

/** Fails unless a file is read soundly by a format, whatever is in it. */
export function expectSound(format: Format, name: string, text: string): void {
  try {
    const file = new SourceText(fileOf(name, text));
    format.recognises(file);
    const { source, utterances, labels } = format.read(file, new Cast([]));
    if (source.reading) auditReading(source.reading, file.text);
    let end = 0;
    const covered = new Uint8Array(source.text.length);
    for (const { span, spoken } of utterances) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(source.text.length);
      expect(slice(source.text, span)).toBe(slice(source.text, span).trim());
      end = span.end;
      covered.fill(1, span.start, span.end);
      let said = span.start;
      for (const words of spoken) {
        expect(words.start).toBeGreaterThanOrEqual(said);
        expect(words.end).toBeLessThanOrEqual(span.end);
        said = words.end;
      }
    }
    // Whatever was read stands in a passage, or is white space.
    for (let at = 0; at < covered.length; at += 1)
      if (!covered[at]) expect(source.text.charAt(at)).toMatch(/\s/u);
    // Whatever was not read is a label, or white space; of Markdown also mark-up, which has no words here.
    const accounted = new Uint8Array(file.text.length);
    if (!source.reading) accounted.fill(1);
    else
      for (const place of source.placesOf({ start: 0, end: source.text.length }))
        accounted.fill(1, place.start, place.end);
    let labelled = 0;
    for (const label of labels) {
      expect(label.start).toBeGreaterThanOrEqual(labelled);
      expect(label.end).toBeLessThanOrEqual(file.text.length);
      labelled = label.end;
      accounted.fill(1, label.start, label.end);
    }
    const isMarkup = name.endsWith(".md");
    for (let at = 0; at < accounted.length; at += 1)
      if (!accounted[at]) expect(file.text.charAt(at)).toMatch(isMarkup ? /[^\p{L}\p{N}]/u : /\s/u);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
  }
}
