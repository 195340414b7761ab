import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AuditFault } from "../../src/audit/audit-fault.ts";
import { auditTerminal } from "../../src/audit/audit-terminal.ts";
import type { Claim } from "../../src/audit/claim.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { renderTerminal } from "../../src/terminal/render-terminal.ts";
import { SourceText } from "../../src/transcript/source-text.ts";
import { fileOf } from "../transcript/reading.ts";
import { evidence, reply } from "./quoted-message.ts";

const plain = renderTerminal(reply, { colour: false, visibleControls: false });

function audit(text: string, claims: readonly Claim[] = plain.claims): void {
  auditTerminal(text, claims, evidence, false);
}

describe("the audit of a printed reply", () => {
  it("lets pass what is as it should be, in colour too", () => {
    expect(plain.claims).toHaveLength(4);
    expect(() => audit(plain.text)).not.toThrow();
    const coloured = renderTerminal(reply, { colour: true, visibleControls: true });
    expect(() => auditTerminal(coloured.text, coloured.claims, evidence, true)).not.toThrow();
  });

  it.each([
    ["a character changed", "cables", "tables"],
    ["a character dropped", "cables", "cable"],
    ["a character added", "cables", "cabless"],
    ["a quotation mark straightened", "“The crane", '"The crane'],
    ["an ellipsis put in", "in March.", "in March…."],
    ["a capital in small", "The crane", "the crane"],
    ["a colour", "cables", "\u001b[1mcables\u001b[22m"],
    ["a line outside the gutter", "│ “# It", "“# It"],
    ["a gutter without its space", "│ “# It", "│“# It"],
    ["a gutter further right", "│ “# It", " │ “# It"],
    ["a quoted line taken out", "│ “# It was ~~not~~ cheap,” Mira Oduya said.\n", ""],
    ["a quoted line of nothing", "│ “# It", "│ \n│ “# It"],
    ["the gutter's bar within words of ours", "said to the interviewer", "said │ to the interviewer"],
    ["words of ours behind the gutter", "Mira Oduya said", "│ Indeed.\nMira Oduya said"],
  ])("stops %s", (_what, words, by) => {
    expect(plain.text).toContain(words);
    expect(() => audit(plain.text.replace(words, by))).toThrow(AuditFault);
  });

  it("stops claims that are missing, too many, in another order, or of other words", () => {
    const [first, second, ...rest] = plain.claims;
    if (!first || !second) throw new Error("two claims are needed");
    for (const claims of [
      [second, ...rest],
      plain.claims.slice(0, -1),
      [...plain.claims, first],
      [second, first, ...rest],
      [{ ...first, sha256: first.sha256.replace(/^./u, "x") }, second, ...rest],
      [{ ...first, start: first.start + 1 }, second, ...rest],
      [{ ...first, end: first.end + 1 }, second, ...rest],
      [],
    ]) {
      expect(() => audit(plain.text, claims)).toThrow(AuditFault);
    }
  });

  it("stops any single character changed in a quoted line", () => {
    const lines = plain.text.split("\n");
    const quoted = lines.flatMap((line, index) => (line.startsWith("│ ") ? [index] : []));
    const character = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...quoted), fc.nat({ max: 500 }), character, (index, place, by) => {
        const line = lines[index] ?? "";
        const offset = place % line.length;
        const changed = line.slice(0, offset) + by + line.slice(offset + 1);
        fc.pre(changed !== line);
        expect(() => audit(lines.with(index, changed).join("\n"))).toThrow(AuditFault);
      }),
      { numRuns: 1000 },
    );
  });

  it("reads control characters that were made visible, and stops them when they were not, or not all", () => {
    const words = "red \u001b[31m and a \\ and \\u{1b} as text";
    const file = fileOf("controls.txt", words);
    const block = {
      block: "quote",
      verbatim: new SourceText(file).verbatim({ start: 0, end: words.length }),
    } as const;
    const { text, claims } = renderTerminal({ blocks: [block] }, { colour: true, visibleControls: true });
    const controls = new Evidence([{ file, reading: null }]);
    expect(text).toContain("\\u{1b}[31m");
    expect(() => auditTerminal(text, claims, controls, true)).not.toThrow();
    expect(() => auditTerminal(text, claims, controls, false)).toThrow(AuditFault);
    for (const [from, to] of [
      ["\\u{1b}", "\\u{1c}"],
      ["\\u{1b}", ""],
      ["\\\\ and", "\\ and"],
      ["\\\\ and", "and"],
    ] as const) {
      expect(() => auditTerminal(text.replace(from, to), claims, controls, true)).toThrow();
    }
  });
});
