import { describe, expect, it } from "vitest";
import { statementRecord } from "../../src/reply/statement-record.ts";
import { readInterview } from "../../src/transcript/read-interview.ts";
import { emptySidecar } from "../../src/transcript/sidecar/sidecar.ts";
import { sourceFileOf } from "../../src/transcript/source-file.ts";

const text = [
  "Ada Fern came in.",
  "“Is it raining?” I asked.",
  "“It is,” Ada Fern said. “It has been",
  "“since noon.”",
].join("\r\n");

const file = sourceFileOf("rain.txt", new TextEncoder().encode(text));
const { interview } = readInterview("rain", file, emptySidecar("rain.txt"));
const records = interview.statements.map((statement) => statementRecord(statement, 0.5));

describe("statementRecord", () => {
  it("has the contract's fields, in its order", () => {
    for (const record of records) {
      expect(Object.keys(record)).toEqual(
        "id interview file speaker kind text spans spoken lines answers needs score".split(" "),
      );
    }
  });

  it("gives the source's own slice, line breaks included", () => {
    for (const { text: slice, spans } of records) {
      expect(slice).toBe(text.slice(spans[0]?.start, spans.at(-1)?.end));
    }
    expect(records.at(-1)?.text).toContain("\r\n");
  });

  it("names nobody for narration, and the question for an answer", () => {
    const [narration, question, answer] = records;
    expect(narration).toMatchObject({ speaker: null, kind: "narration", spoken: [], answers: null });
    expect(question).toMatchObject({ kind: "question", lines: [2, 2] });
    expect(answer).toMatchObject({
      speaker: "Ada Fern",
      kind: "statement",
      lines: [3, 4],
      answers: question?.id,
    });
  });

  it("survives JSON unchanged", () => {
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
  });
});
