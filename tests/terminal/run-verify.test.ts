import { describe, expect, it } from "vitest";
import { z } from "zod";
import { runCommandLine } from "../../src/terminal/run-command-line.ts";
import { type TestIo, testIo } from "./console-streams.ts";
import { harbour, harbourDesk } from "./desk.ts";

const said = z.array(z.strictObject({ start: z.number().int(), end: z.number().int(), text: z.string() }));
const verdict = z.enum(["exact", "cut", "spliced", "altered", "misattributed", "absent"]);
const statement = z.looseObject({ id: z.string(), file: z.string(), text: z.string() }).nullable();
const claim = z.strictObject({
  claim: z.string(),
  verdict,
  statement,
  differences: z.array(
    z.strictObject({
      change: z.string(),
      kind: z.string(),
      claimed: z.string().nullable(),
      said,
      statement: z.string().nullable(),
    }),
  ),
  tooShort: z.boolean(),
  claimedSpeaker: z.string().nullable(),
  pieces: z.array(z.strictObject({ claimed: z.string(), statement: z.string(), said })),
  alsoIn: z.array(z.string()),
  typography: z.array(z.string()),
  cautions: z.array(z.strictObject({ kind: z.string(), where: z.string(), said })),
});
const record = claim.omit({ claim: true }).extend({
  query: z.string(),
  claims: z.array(claim).min(2).optional(),
  unchecked: z.number().int().positive().optional(),
  ms: z.number().min(0),
  error: z.string().optional(),
});

async function run(argv: readonly string[], io: TestIo = testIo()) {
  const code = await runCommandLine("verify", argv, io, async () => harbourDesk());
  return { code, shown: io.shown(), complained: io.complained() };
}

function rowsOf(shown: string) {
  expect(shown.endsWith("\n")).toBe(true);
  return shown
    .slice(0, -1)
    .split("\n")
    .map((line) => record.parse(JSON.parse(line)));
}

const EXACT = "The town paid for the crane";
const ALTERED = "The crane arrived in April";
const ABSENT = "Bananas grow on purple submarines";
const WORDS = "“The town paid for the crane,” Mira Oduya said.";

describe("verify on the command line", () => {
  it("shows people the verdict and the statement, whole", async () => {
    const { code, shown, complained } = await run([EXACT]);
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    expect(shown).toContain("Exact: these words were said");
    expect(shown).toContain(`│ ${WORDS}\n`);
  });

  it("shows every claim of a text, one below the other", async () => {
    const { code, shown } = await run([`He said "${EXACT}" and "${ABSENT}"`]);
    expect(code).toBe(0);
    expect(shown).toContain("Claim 1 of 2. Exact");
    expect(shown).toContain("Claim 2 of 2. Not found");
  });

  it("is one line for programs, with the fields they are promised", async () => {
    const { code, shown } = await run(["--json", ALTERED]);
    expect(code).toBe(0);
    const [row, ...others] = rowsOf(shown);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ query: ALTERED, verdict: "altered", statement: { file: "harbour.txt" } });
    expect(row?.claims).toBeUndefined();
    const [difference] = row?.differences ?? [];
    expect(difference).toMatchObject({ claimed: "April", statement: row?.statement?.id });
    expect(difference?.said.map(({ text }) => text)).toEqual(["March"]);
    for (const { start, end, text } of difference?.said ?? []) {
      expect(harbour.text.slice(start, end)).toBe(text);
    }
  });

  it("puts the gravest claim of several first, and all of them beside it", async () => {
    const text = `He said "${EXACT}", "${ALTERED}" and "${ABSENT}"`;
    const [row] = rowsOf((await run(["--json", text])).shown);
    expect(row?.verdict).toBe("altered");
    expect(row?.claims?.map((one) => one.verdict)).toEqual(["exact", "altered", "absent"]);
    expect(row?.claims?.map((one) => one.claim)).toEqual([EXACT, ALTERED, ABSENT]);
  });

  it("takes whom the words are said to be from", async () => {
    const [mine] = rowsOf((await run(["--json", "--speaker", "Mira Oduya", EXACT])).shown);
    expect(mine).toMatchObject({ verdict: "exact", claimedSpeaker: "Mira Oduya" });
    const [other] = rowsOf((await run(["--json", "--speaker", "Interviewer", EXACT])).shown);
    expect(other).toMatchObject({ verdict: "misattributed", claimedSpeaker: "Interviewer" });
  });

  it("exits with 0 for what is found, however changed, and with 1 for what isn't", async () => {
    for (const json of [[], ["--json"]]) {
      for (const [text, code] of [
        [EXACT, 0],
        [ALTERED, 0],
        [ABSENT, 1],
      ] as const) {
        const ran = await run([...json, text]);
        expect({ code: ran.code, complained: ran.complained }, text).toEqual({ code, complained: "" });
      }
    }
  });

  it("exits with 2 for bad usage, and prints nothing but why", async () => {
    for (const argv of [
      [],
      [""],
      ["--json", " "],
      ["--speaker", " ", EXACT],
      ["--limit", "3", EXACT],
      ["--json", "x".repeat(10_001)],
    ]) {
      const wrong = await run(argv);
      expect(wrong, argv.join(" ").slice(0, 40)).toMatchObject({ code: 2, shown: "" });
      expect(wrong.complained).toContain("--help");
    }
    const wordless = await run(["?!"]);
    expect(wordless).toMatchObject({ code: 2, shown: "" });
    expect(wordless.complained).toContain("no words");
  });

  it("explains itself", async () => {
    for (const option of ["--help", "-h"]) {
      const { code, shown, complained } = await run([option]);
      expect({ code, complained }).toEqual({ code: 0, complained: "" });
      expect(shown).toContain("--speaker NAME");
      expect(shown).toContain("--json");
    }
  });

  it("answers a line for each line of standard input, bad ones too, in step", async () => {
    const texts = [EXACT, "", ABSENT, "x".repeat(10_001), "?!", ALTERED];
    const { code, shown, complained } = await run(["--json"], testIo({ input: texts.join("\r\n") }));
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    const rows = rowsOf(shown);
    expect(rows.map(({ query }) => query)).toEqual(texts);
    expect(rows.map((row) => row.verdict)).toEqual([
      "exact",
      "absent",
      "absent",
      "absent",
      "absent",
      "altered",
    ]);
    expect(rows.map(({ error }) => error !== undefined).slice(0, 4)).toEqual([false, true, false, true]);
  });

  it("hands the audit all words it prints, and prints none that fail it", async () => {
    const seen: string[] = [];
    const io = testIo({
      auditWords: (given, { start, end }) => {
        expect(given).toBe(harbour.text.slice(start, end));
        seen.push(given);
      },
    });
    await run(["--json", ALTERED], io);
    expect(seen).toContain("March");
    const faults: unknown[] = [];
    const failing = testIo({
      auditWords: () => {
        throw new Error("differs");
      },
      report: (fault: unknown) => faults.push(fault),
    });
    const { code, shown } = await run(["--json", ALTERED], failing);
    expect(code).toBe(2);
    expect(shown).not.toContain("March");
    expect(rowsOf(shown)[0]).toMatchObject({ statement: null, error: expect.any(String) });
    expect(faults).toHaveLength(1);
  });
});
