import { describe, expect, it } from "vitest";
import { z } from "zod";
import { auditWords } from "../../src/audit/audit-words.ts";
import { Evidence } from "../../src/audit/evidence.ts";
import { runCommandLine } from "../../src/terminal/run-command-line.ts";
import { BOAT, captioned } from "../reply/readings.ts";
import { type TestIo, testIo } from "./console-streams.ts";
import { deskOf, harbour, harbourDesk } from "./desk.ts";

const span = z.strictObject({ start: z.number().int().min(0), end: z.number().int() });
const place = z.strictObject({ utf16: span, codePoints: span });
const hex = z.string().regex(/^[0-9a-f]{64}$/u);
const receipt = z.strictObject({
  format: z.literal("on-the-record/receipt"),
  version: z.literal(1),
  file: z.string(),
  sha256: hex,
  interview: z.strictObject({ id: z.string(), title: z.string() }),
  statement: z.string(),
  speaker: z.string().nullable(),
  kind: z.enum(["statement", "question", "narration"]),
  lines: z.tuple([z.number().int(), z.number().int()]),
  place,
  spoken: z.array(place),
  wordsSha256: hex,
  selector: z.tuple([
    span.extend({ type: z.literal("TextPositionSelector") }),
    z.strictObject({
      type: z.literal("TextQuoteSelector"),
      exact: z.string().min(1),
      prefix: z.string(),
      suffix: z.string(),
    }),
  ]),
  url: z.url().optional(),
  link: z.url().optional(),
});
const refused = z.strictObject({ statement: z.string(), error: z.string().min(1) });

async function run(argv: readonly string[], io: TestIo = testIo()) {
  const code = await runCommandLine("receipt", argv, io, async () => harbourDesk());
  return { code, shown: io.shown(), complained: io.complained() };
}

function linesOf<Row>(shown: string, row: z.ZodType<Row>): readonly Row[] {
  expect(shown.endsWith("\n")).toBe(true);
  return shown
    .slice(0, -1)
    .split("\n")
    .map((line) => row.parse(JSON.parse(line)));
}

describe("receipt on the command line", () => {
  const [, , crane] = harbourDesk().archive.interviews[0]?.statements ?? [];
  const id = crane?.id ?? "";
  const words = "“The crane arrived in March,” Mira Oduya replied.";

  it("shows people the words and what proves them", async () => {
    const { code, shown, complained } = await run([id]);
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    expect(shown).toContain(`\n│ ${words}\n`);
    expect(shown).toMatch(/SHA-256 of the file: [0-9a-f]{64}\n/u);
    expect(shown).toContain("in code points\n");
  });

  it("is one line for programs, of the words as the source has them", async () => {
    const { code, shown } = await run(["--json", id.toUpperCase().replaceAll("-", " ")]);
    expect(code).toBe(0);
    const [row, ...others] = linesOf(shown, receipt);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ statement: id, file: "harbour.txt", speaker: "Mira Oduya" });
    expect(row?.selector[1].exact).toBe(words);
  });

  it("hands the audit the words and what stands around them", async () => {
    const seen: string[] = [];
    const io = testIo({
      auditWords: (given, { start, end }) => {
        expect(given).toBe(harbour.text.slice(start, end));
        seen.push(given);
      },
    });
    await run(["--json", id], io);
    expect(seen).toHaveLength(3);
    expect(seen[0]).toBe(words);
  });

  it("hands the audit the words as shown too, where the file has mark-up among them", async () => {
    const { interview } = captioned("boat", BOAT);
    const [, said] = interview.statements;
    const evidence = new Evidence([interview.source]);
    const seen: string[] = [];
    const io = testIo({
      auditWords: (given, claim) => {
        auditWords(given, claim, evidence);
        seen.push(given);
      },
    });
    await runCommandLine("receipt", ["--json", said?.id ?? ""], io, async () => deskOf(interview));
    expect(JSON.parse(io.shown())).toMatchObject({ statement: said?.id });
    expect(seen).toHaveLength(4);
    expect(seen.at(-1)).toBe("Tom & mine ité is, and it isn’t *old*… 𝒳");
  });

  it("that fails the audit is none", async () => {
    const faults: unknown[] = [];
    const failing = {
      auditWords: () => {
        throw new Error("differs");
      },
      report: (fault: unknown) => faults.push(fault),
    };
    const { code, shown } = await run(["--json", id], testIo(failing));
    expect(code).toBe(2);
    expect(shown).not.toContain("crane");
    expect(linesOf(shown, refused)[0]).toMatchObject({ statement: id });
    expect(faults).toHaveLength(1);
  });

  it("exits with 1 for a quote that has gone, with 2 for what is no id", async () => {
    const gone = await run(["0000-0000-0000"]);
    expect(gone).toMatchObject({ code: 1, shown: "", complained: expect.stringContaining("gone") });
    const goneRow = await run(["--json", "0000-0000-0000"]);
    expect(goneRow).toMatchObject({ code: 1, complained: "" });
    expect(linesOf(goneRow.shown, refused)).toHaveLength(1);
    for (const argv of [["hello"], ["--json", "hello"], ["--json", ""], []]) {
      const wrong = await run(argv);
      expect(wrong).toMatchObject({ code: 2, shown: "" });
      expect(wrong.complained).not.toBe("");
    }
  });

  it("answers a line for each id of standard input, bad ones too, and exits with 0", async () => {
    const io = testIo({ input: [id, "0000-0000-0000", "", "hello", ` ${id} `].join("\r\n") });
    const { code, shown, complained } = await run(["--json"], io);
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    const rows = linesOf(shown, z.union([receipt, refused]));
    expect(rows.map((row) => ("error" in row ? "refused" : row.statement))).toEqual([
      id,
      "refused",
      "refused",
      "refused",
      id,
    ]);
  });
});
