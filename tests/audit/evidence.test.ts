import { describe, expect, it } from "vitest";
import { AuditFault } from "../../src/audit/audit-fault.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { fileOf } from "../transcript/reading.ts";

describe("the evidence", () => {
  it("has the words of a claim, a byte order mark not counted, as the source text does", () => {
    for (const text of [
      "plain words",
      "\ufeffplain words",
      "漢字 👩‍👩‍👧‍👦 e\u0301\r\nlast",
      "\ufeff\ufeffx",
    ]) {
      const file = fileOf("a.txt", text);
      const source = new SourceText(file);
      const words = new Evidence([{ file, reading: null }]).wordsOf({
        sha256: file.sha256,
        start: 0,
        end: source.text.length,
      });
      expect(words).toBe(source.text);
    }
  });

  it("tells sources apart by their hash, not by their name", () => {
    const [one, other] = [fileOf("same.txt", "one"), fileOf("same.txt", "two")];
    const evidence = new Evidence([
      { file: one, reading: null },
      { file: other, reading: null },
    ]);
    expect(evidence.wordsOf({ sha256: one.sha256, start: 0, end: 3 })).toBe("one");
    expect(evidence.wordsOf({ sha256: other.sha256, start: 0, end: 3 })).toBe("two");
  });

  it("knows a file whose bytes are not those that were hashed", () => {
    const file = fileOf("a.txt", "He said no.");
    const swapped = { ...file, bytes: new TextEncoder().encode("He said so.") };
    const claim = { sha256: file.sha256, start: 0, end: 4 };
    expect(() => new Evidence([{ file: swapped, reading: null }]).wordsOf(claim)).toThrow(AuditFault);
  });

  it("has no words for a source or a place that isn't there", () => {
    const file = fileOf("a.txt", "He said no.");
    const evidence = new Evidence([{ file, reading: null }]);
    for (const claim of [
      { sha256: "0".repeat(64), start: 0, end: 1 },
      { sha256: file.sha256, start: 0, end: 12 },
      { sha256: file.sha256, start: -1, end: 2 },
      { sha256: file.sha256, start: 2, end: 2 },
      { sha256: file.sha256, start: 0, end: Number.NaN },
    ]) {
      expect(() => evidence.wordsOf(claim)).toThrow(AuditFault);
    }
  });
});
