import fc from "fast-check";
import { expect, it } from "vitest";
import { AuditFault } from "../../src/audit/audit-fault.ts";
import { auditWords } from "../../src/audit/audit-words.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { fileOf } from "../transcript/reading.ts";

const text = "“The crane’s cables… arrived in March,” she said.\r\nNot before.";
const file = fileOf("words.txt", text);
const evidence = new Evidence([{ file, reading: null }]);
const claim = { sha256: file.sha256, start: 0, end: text.length };

it("lets the words of a record pass when they are the source's", () => {
  expect(() => auditWords(text, claim, evidence)).not.toThrow();
  expect(() => auditWords(text.slice(4, 9), { ...claim, start: 4, end: 9 }, evidence)).not.toThrow();
});

it("stops them when a single character differs, or when they stand elsewhere", () => {
  fc.assert(
    fc.property(fc.nat({ max: text.length - 1 }), fc.string({ unit: "binary", maxLength: 1 }), (at, by) => {
      const changed = text.slice(0, at) + by + text.slice(at + 1);
      fc.pre(changed !== text);
      expect(() => auditWords(changed, claim, evidence)).toThrow(AuditFault);
    }),
    { numRuns: 1000 },
  );
  expect(() => auditWords(text, { ...claim, start: 1 }, evidence)).toThrow(AuditFault);
  expect(() => auditWords(text, { ...claim, sha256: "" }, evidence)).toThrow(AuditFault);
});
