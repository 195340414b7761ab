import { createHash } from "node:crypto";
import type { Interview, Speaker, Statement } from "../src/transcript/interview.ts";
import { sourceFileOf } from "../src/transcript/source-file.ts";
import { SourceText } from "../src/transcript/source-text.ts";

/** One line of a made-up interview. */
export interface Line {
  readonly speaker: string | null;
  readonly text: string;
  /** Lines of one exchange are each other's context. */
  readonly exchange: number;
  /** Place of the question that it answers, or null. Left out, it answers the line before if that asks. */
  readonly answers?: number | null;
}

/** Makes an interview out of public data, one statement a line, so that the same engine can be measured on it. */
export function interviewOfLines(id: string, lines: readonly Line[]): Interview {
  const text = lines.map((line) => line.text.replace(/\s+/gu, " ").trim() || "…").join("\n");
  const source = new SourceText(sourceFileOf(`${id}.txt`, new TextEncoder().encode(text)));
  const speakers = new Map<string, Speaker>();
  const statements: Statement[] = [];
  const interview: Interview = {
    id,
    title: id,
    language: "en",
    source,
    speakers: [],
    statements,
    url: null,
    media: null,
    grade: null,
    format: "article",
    exchanges: [],
    topics: [],
  };
  const asks = ({ text: words }: Line): boolean => /\?["”’']?\s*$/u.test(words);
  lines.forEach((line, index) => {
    const { speaker, exchange } = line;
    const before = lines[index - 1];
    // As in a conversation: who speaks after a question answers it.
    const follows = speaker !== null && before && before.speaker !== speaker && asks(before);
    const span = source.lineSpan(index + 1);
    if (!span) throw new RangeError(`${id} has no line ${index + 1}`);
    if (speaker !== null && !speakers.has(speaker)) speakers.set(speaker, { name: speaker, role: "other" });
    statements.push({
      id: createHash("sha256").update(`${id} ${index}`).digest("hex").slice(0, 24),
      interview,
      index,
      time: null,
      kind: speaker === null ? "narration" : "statement",
      speaker: speaker === null ? null : (speakers.get(speaker) ?? null),
      attribution: speaker === null ? "none" : "stated",
      addressee: null,
      spans: [span],
      spoken: speaker === null ? [] : [span],
      lines: [index + 1, index + 1],
      asks: asks(line),
      answersIndex: line.answers === undefined ? (follows ? index - 1 : null) : line.answers,
      exchange,
    });
  });
  return interview;
}
