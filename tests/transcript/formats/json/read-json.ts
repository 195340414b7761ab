import { auditReading } from "../../../../src/audit/audit-reading.ts";
import type { Interview } from "../../../../src/transcript/interview.ts";
import { readInterview } from "../../../../src/transcript/read-interview.ts";
import { emptySidecar, parseSidecar } from "../../../../src/transcript/sidecar/sidecar.ts";
import { decodeUtf8 } from "../../../../src/transcript/utf8.ts";
import { fileOf } from "../../reading.ts";

/** Reads a JSON text, or a value written as one, as the interview "sample"; its reading is held against the file. */
export function readJson(json: unknown, yaml?: string) {
  const text = typeof json === "string" ? json : JSON.stringify(json, null, 2);
  const file = fileOf("sample.json", text);
  const located =
    yaml === undefined ? emptySidecar("sample.json") : parseSidecar(fileOf("sample.yaml", yaml));
  const read = readInterview("sample", file, located);
  const { reading } = read.interview.source;
  if (reading) auditReading(reading, decodeUtf8(file));
  return read;
}

/** Each statement as "speaker: words" as they are read, on one line. */
export function shown({ statements, source }: Interview): readonly string[] {
  return statements.map(({ speaker, spans }) => {
    const first = spans[0]?.start ?? 0;
    return `${speaker?.name ?? "-"}: ${source.text.slice(first, spans.at(-1)?.end ?? first)}`;
  });
}

/** The times of the statements, in seconds. */
export function timesOf({ statements }: Interview): readonly (readonly [number, number] | null)[] {
  return statements.map(({ time }) => (time ? [time.start, time.end] : null));
}
