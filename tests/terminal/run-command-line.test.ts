import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { runCommandLine } from "../../src/terminal/run-command-line.ts";
import type { Verb } from "../../src/terminal/verbs.ts";
import { DiagnosticError } from "../../src/transcript/diagnostic.ts";
import { BOAT, captioned } from "../reply/readings.ts";
import { type TestIo, testIo } from "./console-streams.ts";
import { deskOf, harbour, harbourDesk, interviewOf } from "./desk.ts";

const span = z.strictObject({ start: z.number().int().min(0), end: z.number().int() });
const statement = z.strictObject({
  id: z.string().regex(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/u),
  interview: z.string(),
  file: z.string(),
  speaker: z.string().nullable(),
  kind: z.enum(["statement", "question", "narration"]),
  text: z.string(),
  spans: z.array(span).min(1),
  spoken: z.array(span),
  lines: z.tuple([z.number().int().min(1), z.number().int()]),
  answers: z.string().nullable(),
  needs: z.array(z.string()),
  score: z.number().min(0).max(1),
});
const answer = z.strictObject({
  query: z.string(),
  outcome: z.enum(["answer", "closest", "none"]),
  confidence: z.number().min(0).max(1),
  results: z.array(statement),
  ms: z.number().min(0),
});
const badLine = answer.extend({ outcome: z.literal("none"), error: z.string() });
const interview = z.strictObject({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  speakers: z.array(z.string()),
  statements: z.number().int(),
  url: z.url().optional(),
});

async function run(verb: Verb, argv: readonly string[], io: TestIo = testIo(), desk = harbourDesk()) {
  const code = await runCommandLine(verb, argv, io, async () => desk);
  return { code, shown: io.shown(), complained: io.complained() };
}

function linesOf<Row>(shown: string, row: z.ZodType<Row>): readonly Row[] {
  expect(shown.endsWith("\n")).toBe(true);
  return shown
    .slice(0, -1)
    .split("\n")
    .map((line) => row.parse(JSON.parse(line)));
}

describe("for people", () => {
  it("answers with the statement word for word", async () => {
    const { code, shown, complained } = await run("ask", ["who", "paid for the crane?"]);
    expect(code).toBe(0);
    expect(complained).toBe("");
    expect(shown).toContain("\n│ “The town paid for the crane,” Mira Oduya said.\n");
    expect(shown).toContain("You asked: who paid for the crane?");
    expect(shown).not.toContain("\u001b");
  });

  it("says how to see the other matches, and lists as many as are wanted", async () => {
    expect((await run("ask", ["paid for the crane"])).shown).toContain("--limit 2");
    const { shown } = await run("ask", ["--limit", "2", "paid for the crane"]);
    expect(shown).toContain("2 statements found");
    expect(shown).toContain("The town paid");
    expect(shown).toContain("arrived in March");
  });

  it("shows all of a topic on one page", async () => {
    const said = Array.from({ length: 30 }, (_, index) => `“Number ${index} it is,” Ada Fern said.`);
    const yaml = `topics: [{ name: Numbers, lines: ["1-60"] }]`;
    const asked = said.flatMap((line, index) => [`“Which is number ${index}?” I asked.`, line]);
    const desk = deskOf(interviewOf("numbers", asked.join("\n"), yaml));
    const { shown } = await run("topic", ["Numbers"], testIo(), desk);
    for (const line of said) expect(shown).toContain(`│ ${line}\n`);
  });

  it("holds a topic to a speaker, which the command itself can't", async () => {
    const { shown, code } = await run("topic", ["--speaker", "oduya", "The crane"]);
    expect(code).toBe(0);
    expect(shown).toContain("2 statements on this");
    expect((await run("topic", ["--speaker", "interviewer", "Sleep"])).code).toBe(1);
  });

  it("exits with 0 for the closest, with 1 for nothing", async () => {
    const closest = await run("ask", ["crane zebra giraffe lion"]);
    expect(closest).toMatchObject({ code: 0, shown: expect.stringContaining("closest") });
    const none = await run("ask", ["zebra"]);
    expect(none).toMatchObject({ code: 1, complained: "", shown: expect.stringContaining("doesn’t answer") });
    expect((await run("quote", ["--limit", "3", "zebra"])).code).toBe(1);
    expect((await run("ask", ["zebra"], testIo(), deskOf())).code).toBe(1);
  });

  it.each([
    ["ask", [], "nothing to look for"],
    ["ask", ["--json", ""], "empty"],
    ["quote", ["--limit", "0", "x"], "--limit"],
    ["topic", ["--bogus"], "--bogus"],
    ["ask", ["--speaker", "Nobody", "crane"], "Mira Oduya"],
    ["ask", ["--json", "--interview", "nowhere", "crane"], "The harbour"],
    ["quote", ["--explain", "crane"], "--explain explains how ask finds its answer, not quote"],
    ["topic", ["--json", "--explain", "crane"], "not topic"],
    ["interviews", ["--explain"], "--explain"],
    ["interviews", ["x"], "takes no text"],
  ] as const)("exits with 2 for bad usage, message on standard error: %s %j", async (verb, argv, why) => {
    const { code, shown, complained } = await run(verb, argv);
    expect(code).toBe(2);
    expect(shown).toBe("");
    expect(complained).toContain(why);
  });

  it("prints help without loading anything", async () => {
    for (const verb of ["ask", "quote", "topic", "interviews", "receipt"] as const) {
      const io = testIo();
      const code = await runCommandLine(verb, ["--help"], io, () => Promise.reject(new Error("loaded")));
      expect(code).toBe(0);
      for (const part of ["Usage: ", "Options:", "Exit codes:", "Examples:"])
        expect(io.shown()).toContain(part);
    }
  });

  it("says what is wrong with the transcripts", async () => {
    const io = testIo();
    const wrong = { severity: "error", file: "a.txt", message: "no.", advice: "Fix\u001b it." } as const;
    const code = await runCommandLine("ask", ["x"], io, () => Promise.reject(new DiagnosticError([wrong])));
    expect(code).toBe(2);
    expect(io.complained()).toBe("a.txt: error: no. Fix\\u{1b} it.\n");
    expect(io.shown()).toBe("");
  });

  it("leaves faults it knows nothing about to its caller", async () => {
    const fault = new Error("broken");
    await expect(runCommandLine("ask", ["x"], testIo(), () => Promise.reject(fault))).rejects.toBe(fault);
  });

  it("shows no reply that fails the audit", async () => {
    const faults: unknown[] = [];
    const io = testIo({
      audit: () => {
        throw new Error("differs");
      },
      report: (error) => faults.push(error),
    });
    const { code, shown, complained } = await run("ask", ["crane"], io);
    expect({ code, shown }).toEqual({ code: 2, shown: "" });
    expect(complained).toBe("This reply failed its own check against the source and was not shown.\n");
    expect(faults).toHaveLength(1);
  });

  it("hands the audit what it prints, with a claim for each quote", async () => {
    let seen = "";
    let count = 0;
    const io = testIo({
      audit: (shown, claims) => {
        seen = shown;
        count = claims.length;
      },
    });
    const { shown } = await run("ask", ["paid for the crane"], io);
    expect(seen).toBe(shown);
    expect(count).toBe(2);
  });

  it("says where an interview was published, where that is known", async () => {
    const there = interviewOf("there", harbour.text, "url: https://news.example/there");
    const shown = (await run("interviews", [], testIo(), deskOf(there))).shown;
    expect(shown).toContain("  - Published at: https://news.example/there\n");
    expect((await run("interviews", [])).shown).not.toContain("Published at");
    const desk = deskOf(there, interviewOf("here", "“Yes,” Ada Fern said."));
    const rows = linesOf((await run("interviews", ["--json"], testIo(), desk)).shown, interview);
    expect(rows.map(({ url }) => url)).toEqual([undefined, "https://news.example/there"]);
  });

  it("lists interviews, all of them, and their statements", async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      interviewOf(`n${index}`, `“Yes,” Ada Fern${index} said.`),
    );
    const { shown } = await run("interviews", [], testIo(), deskOf(...many));
    for (const { id } of many) expect(shown).toContain(`interview id: ${id}\n`);
    const statements = await run("interviews", ["--statements"]);
    for (const line of harbour.text.trim().split("\n")) expect(statements.shown).toContain(`│ ${line}\n`);
    expect((await run("interviews", [], testIo(), deskOf())).code).toBe(1);
  });
});

describe("--json", () => {
  it("prints one object of the contract's shape", async () => {
    for (const verb of ["ask", "quote", "topic"] as const) {
      const { code, shown } = await run(verb, ["--json", "paid", "crane"]);
      const [row, ...others] = linesOf(shown, answer);
      expect(code).toBe(0);
      expect(others).toEqual([]);
      expect(row).toMatchObject({ query: "paid crane", outcome: "answer" });
      const first = row?.results[0];
      expect(first?.text).toBe(harbour.text.slice(first?.spans[0]?.start, first?.spans.at(-1)?.end));
    }
  });

  it("honours the limit and the filters", async () => {
    const results = async (...argv: readonly string[]) =>
      linesOf((await run("ask", ["--json", ...argv])).shown, answer)[0]?.results.length;
    expect(await results("crane")).toBe(2);
    expect(await results("--limit", "1", "crane")).toBe(1);
    expect(await results("--speaker", "Interviewer", "crane")).toBe(0);
    expect(await results("--interview", "harbour", "crane")).toBe(2);
  });

  it("gives all of a topic unless told otherwise", async () => {
    const { shown } = await run("topic", ["--json", "The crane"]);
    expect(linesOf(shown, answer)[0]?.results).toHaveLength(4);
  });

  it("exits with 1 when nothing is found, and still answers", async () => {
    const { code, shown } = await run("ask", ["--json", "zebra"]);
    expect(code).toBe(1);
    expect(linesOf(shown, answer)[0]).toMatchObject({ outcome: "none", results: [] });
  });

  it("answers a line for each line of standard input, bad ones too, and exits with 0", async () => {
    const queries = ["who paid", "zebra", "", "crane\u2028\u2029 in March", '“\\"\t', "last"];
    const io = testIo({ input: queries.join("\r\n") });
    const { code, shown, complained } = await run("ask", ["--json"], io);
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    const rows = linesOf(shown, z.union([badLine, answer]));
    expect(rows.map(({ query }) => query)).toEqual(queries);
    expect(rows[2]).toMatchObject({ outcome: "none", results: [], error: expect.stringContaining("empty") });
    expect(shown).not.toMatch(/[\u0085\u2028\u2029]/u);
  });

  it("answers a query before the next one has come", async () => {
    const io = testIo();
    const done = runCommandLine("quote", ["--json"], io, async () => harbourDesk());
    io.input.write("who paid\n");
    await expect.poll(() => io.shown().split("\n").length).toBe(2);
    io.input.end("zebra\n");
    expect(await done).toBe(0);
    expect(linesOf(io.shown(), answer).map(({ query }) => query)).toEqual(["who paid", "zebra"]);
  });

  it("prints nothing for no input", async () => {
    expect(await run("ask", ["--json"], testIo({ input: "" }))).toEqual({
      code: 0,
      shown: "",
      complained: "",
    });
  });

  it("ends quietly when nobody reads any more", async () => {
    let writes = 0;
    const output = new Writable({
      write(_chunk, _encoding, done) {
        writes += 1;
        done(writes < 2 ? null : Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      },
    });
    const io = { ...testIo({ input: "a\nb\nc\nd\n" }), output };
    expect(await runCommandLine("ask", ["--json"], io, async () => harbourDesk())).toBe(0);
    expect(writes).toBe(2);
    expect(io.complained()).toBe("");
  });

  it("doesn't pass over a disk that is full", async () => {
    const full = Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" });
    const output = new Writable({ write: (_chunk, _encoding, done) => done(full) });
    const io = { ...testIo(), output };
    await expect(runCommandLine("ask", ["--json", "x"], io, async () => harbourDesk())).rejects.toBe(full);
  });

  it("lists interviews, or every statement in order", async () => {
    const interviews = linesOf((await run("interviews", ["--json"])).shown, interview);
    expect(interviews).toMatchObject([
      {
        id: "harbour",
        title: "The harbour",
        file: "harbour.txt",
        speakers: ["Mira Oduya", "Interviewer"],
        statements: 7,
      },
    ]);
    const statements = linesOf((await run("interviews", ["--json", "--statements"])).shown, statement);
    expect(statements.map(({ text }) => text)).toEqual(harbour.text.trim().split("\n"));
    expect(await run("interviews", ["--json"], testIo(), deskOf())).toMatchObject({ code: 1, shown: "" });
  });
});

describe("interviews, for programs", () => {
  it("tell format, grade and recording where they are known, and else nothing of them", async () => {
    const about =
      "url: https://news.example/boat\nmedia: { url: https://radio.example/boat.mp3 }\ngrade: clean";
    const { interview: boat } = captioned("boat", BOAT, about);
    const { shown } = await run(
      "interviews",
      ["--json"],
      testIo(),
      deskOf(boat, interviewOf("plain", harbour.text)),
    );
    const [first, second] = shown
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      id: "boat",
      format: "captions",
      grade: "clean",
      url: "https://news.example/boat",
      media: "https://radio.example/boat.mp3",
    });
    expect(Object.keys(second)).toEqual(["id", "title", "file", "sha256", "speakers", "statements"]);
  });
});
