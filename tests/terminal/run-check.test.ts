import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { runCheck } from "../../src/terminal/run-check.ts";
import { testIo } from "./console-streams.ts";
import { harbour } from "./desk.ts";
import { folderWith } from "./files.ts";

const count = z.int().nonnegative();
const problem = z.strictObject({
  file: z.string().min(1),
  line: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  message: z.string().regex(/\.$/u),
  advice: z.string().regex(/\.$/u),
});
const share = z.number().min(0).max(1);

/** The shape that programs rely on. */
const checkLine = z.strictObject({
  file: z.string().min(1),
  sidecar: z.string().min(1).nullable(),
  errors: z.array(problem),
  warnings: z.array(problem),
  interview: z
    .strictObject({
      id: z.string().min(1),
      title: z.string().min(1),
      format: z.string().min(1),
      language: z.string().min(2),
      grade: z.enum(["full", "clean", "automatic"]).nullable(),
      statements: z.strictObject({ statement: count, question: count, narration: count }),
      questions: z.strictObject({ asked: count, answered: count, answers: count }),
      speakers: z.array(
        z.strictObject({
          name: z.string().min(1),
          role: z.enum(["interviewer", "guest", "other"]),
          statements: count,
        }),
      ),
      attributions: z.partialRecord(
        z.enum(["correction", "stated", "running", "pronoun", "turn-taking", "none"]),
        count,
      ),
      uncertain: z.array(
        z.strictObject({
          id: z.string().min(1),
          line: z.int().positive(),
          column: z.int().positive(),
          speaker: z.string().nullable(),
          attribution: z.enum(["pronoun", "turn-taking"]),
        }),
      ),
      topics: z.array(z.strictObject({ name: z.string().min(1), statements: count })),
      topicsFrom: z.enum(["yaml", "text"]).nullable(),
      coverage: z.strictObject({
        speech: share,
        question: share,
        narration: share,
        label: share,
        markup: share,
      }),
    })
    .nullable(),
});

async function check(argv: readonly string[], folder: string) {
  const io = testIo();
  const code = await runCheck(argv, io, { folder });
  return { code, shown: io.shown(), complained: io.complained() };
}

async function checkLines(argv: readonly string[], folder: string) {
  const { code, shown, complained } = await check(["--json", ...argv], folder);
  expect(complained).toBe("");
  return {
    code,
    lines: shown
      .trimEnd()
      .split("\n")
      .map((line) => checkLine.parse(JSON.parse(line))),
  };
}

const BROKEN = {
  "a.txt": "“One,” Ada Fern said.",
  "a.yaml": "titel: A\ntopics:\n  - { name: X, lines: [9] }",
};

describe("check, of an interview that is fine", () => {
  it("says what was found in it", async () => {
    const folder = folderWith({ "harbour.txt": harbour.text, "harbour.yaml": harbour.yaml });
    const { code, lines } = await checkLines([], folder);
    expect(code).toBe(0);
    const [{ interview, ...rest } = raise()] = lines;
    expect(rest).toEqual({
      file: join(folder, "harbour.txt"),
      sidecar: join(folder, "harbour.yaml"),
      errors: [],
      warnings: [],
    });
    expect(interview).toMatchObject({
      id: "harbour",
      title: "The harbour",
      format: "article",
      language: "en",
      grade: null,
      statements: { statement: 3, question: 3, narration: 1 },
      questions: { asked: 3, answered: 3, answers: 3 },
      speakers: [
        { name: "Mira Oduya", role: "guest", statements: 3 },
        { name: "Interviewer", role: "interviewer", statements: 3 },
      ],
      attributions: { stated: 6 },
      uncertain: [],
      topics: [
        { name: "The crane", statements: 4 },
        { name: "Sleep", statements: 1 },
      ],
      topicsFrom: "yaml",
    });
    const { coverage } = interview ?? raise();
    expect(Object.values(coverage).reduce((sum, one) => sum + one)).toBeCloseTo(1, 12);
    expect(coverage.label).toBe(0);
    expect(coverage.speech).toBeGreaterThan(0.2);
  });

  it("reads well", async () => {
    const folder = folderWith({
      "a.txt": "“One?” I asked.\n“Two,” Ada Fern said.\n“Three?”",
      "a.yaml": "grade: clean\nlanguage: de",
    });
    const { code, shown } = await check([], folder);
    expect(code).toBe(0);
    const file = join(folder, "a.txt");
    expect(shown).toContain(`${file} with ${join(folder, "a.yaml")}: fine\n`);
    expect(shown).toContain("\n  a: article, language de, clean transcript\n");
    expect(shown).toContain("Speakers: Interviewer (interviewer, 2), Ada Fern (guest, 1)");
    expect(shown).toContain("Speakers are known from the text, which names them (2), the order of turns (1)");
    expect(shown).toMatch(
      new RegExp(
        `${file.replaceAll("\\", "\\\\")}:3:1: Interviewer, from the order of turns \\([0-9a-z-]{14}\\)`,
        "u",
      ),
    );
    expect(shown).toMatch(/Characters: speech \d+ %, questions \d+ %, narration \d+ %, labels 0 %, mark-up/u);
    expect(shown).toMatch(/\n1 file checked: 0 errors, 0 warnings\.\n$/u);
    expect(shown).not.toContain("│");
  });
});

describe("check, of what is wrong", () => {
  it("names every problem with its place, errors apart from warnings, and ends with 1", async () => {
    const folder = folderWith({ ...BROKEN, "a.txt": `${BROKEN["a.txt"]}\n\n“Open` });
    const { code, lines } = await checkLines([], folder);
    expect(code).toBe(1);
    const [line = raise()] = lines;
    expect(line.interview).toBeNull();
    const places = (problems: typeof line.errors) =>
      problems.map(({ file, line: at, column }) => [file.slice(folder.length + 1), at, column]);
    expect(places(line.errors)).toEqual([
      ["a.yaml", 1, 1],
      ["a.yaml", 3, 24],
    ]);
    expect(places(line.warnings)).toEqual([["a.txt", 3, 1]]);
    const { shown } = await check([], folder);
    expect(shown).toContain(`${join(folder, "a.yaml")}:1:1: error: there is no setting called “titel”. `);
    expect(shown).toContain(`${join(folder, "a.txt")}:3:1: warning: `);
    expect(shown).toContain("1 file checked: 2 errors, 1 warning.");
  });

  it("goes through a whole folder, and also names what is not read there", async () => {
    const folder = folderWith({
      ...BROKEN,
      "b.txt": "“One,” Ada Fern said.",
      "c.docx": "x",
      "lost.yaml": "title: Lost",
      "README.md": "ours",
      ".hidden.txt": "“One,” Ada Fern said.",
      "b.yml": "title: B",
      "b.yaml": "title: B too",
      "bad.txt": Uint8Array.from([0x41, 0xff]),
    });
    const { code, lines } = await checkLines([], folder);
    expect(code).toBe(1);
    const found = lines.map(({ file, errors, warnings, interview }) => [
      file.slice(folder.length + 1),
      errors.length,
      warnings.length,
      interview !== null,
    ]);
    expect(found.filter(([name]) => name !== "README.md")).toEqual([
      ["a.txt", 2, 0, false],
      ["b.txt", 0, 1, true],
      ["bad.txt", 1, 0, false],
      ["c.docx", 0, 1, false],
      ["lost.yaml", 0, 1, false],
    ]);
  });

  it("leaves alone what the bot would: a link that leads out, and folders within the folder, each with a word", async () => {
    const outside = folderWith({ "secret.txt": "“Why?” I asked.\n" });
    const folder = folderWith({ "fine.txt": "“Why?” I asked.\n", "linked.txt": "“Why?” I asked.\n" });
    mkdirSync(join(folder, "older"));
    writeFileSync(join(folder, "older", "lost.txt"), "“Why?” I asked.\n");
    symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));
    symlinkSync(join(outside, "secret.txt"), join(folder, "linked.yaml"));
    const io = testIo();
    expect(await runCheck(["--json"], io, { folder })).toBe(1);
    const lines = io
      .shown()
      .trim()
      .split("\n")
      .map((line) => checkLine.parse(JSON.parse(line)));
    const said = lines.map(({ file, errors, warnings }) => [
      file.slice(folder.length + 1),
      [...errors, ...warnings].map((one) => one.file.slice(folder.length + 1)),
    ]);
    expect(said).toEqual([
      ["fine.txt", []],
      ["link.txt", ["link.txt"]],
      ["linked.txt", ["linked.yaml"]],
      ["older", ["older"]],
    ]);
    expect(lines[1]?.errors[0]?.message).toContain("leads out of the folder");
    expect(lines[2]?.errors[0]?.message).toContain("leads out of the folder");
    expect(lines[3]?.warnings[0]?.message).toContain("lost.txt");
    expect(await runCheck([join(folder, "link.txt")], testIo(), { folder })).toBe(1);
  });

  it("refuses two transcripts of one id, whichever way they are spelt", async () => {
    const folder = folderWith({ "a.txt": "“One,” Ada Fern said.", "a.TXT": "“Two,” Ada Fern said." });
    const { code, lines } = await checkLines([], folder);
    expect(code).toBe(1);
    expect(lines.map(({ errors }) => errors.length)).toEqual([0, 1]);
  });
});

describe("check, of files that are named", () => {
  it("takes a transcript, its yaml, or a folder, each file once", async () => {
    const folder = folderWith({
      "a.txt": "“One,” Ada Fern said.",
      "a.yaml": "title: A",
      "b.txt": "“Two,” he said.",
    });
    const files = async (...argv: string[]) =>
      (
        await checkLines(
          argv.map((name) => join(folder, name)),
          "no/such/folder",
        )
      ).lines.map(({ file }) => file.slice(folder.length + 1));
    expect(await files("a.txt")).toEqual(["a.txt"]);
    expect(await files("a.yaml", "a.txt")).toEqual(["a.txt"]);
    expect(await files("b.txt", "")).toEqual(["b.txt", "a.txt"]);
  });

  it("ends with 2 where there is nothing at a path, or for bad usage", async () => {
    const folder = folderWith({ "a.txt": "“One,” Ada Fern said." });
    for (const argv of [[join(folder, "a.txt"), join(folder, "b.txt")], ["--jsn"], [""]]) {
      const { code, shown, complained } = await check(argv, folder);
      expect({ code, shown }).toEqual({ code: 2, shown: "" });
      expect(complained).toMatch(/\S.*\.\s/u);
    }
    expect(await check([], join(folder, "none"))).toMatchObject({ code: 2, shown: "" });
  });

  it("has nothing to say of an empty folder but that", async () => {
    expect(await check([], folderWith())).toMatchObject({
      code: 0,
      shown: "",
      complained: expect.stringContaining("no interviews"),
    });
  });

  it("tells how far it is, and is quiet before it prints", async () => {
    const folder = folderWith({ "a.txt": "“One,” Ada Fern said.", "b.txt": "“Two,” Ada Fern said." });
    const told: (number | "quiet")[] = [];
    const surroundings = {
      folder,
      progress: (_doing: string, done: number) => told.push(done),
      quiet: () => told.push("quiet" as const),
    };
    await runCheck([], testIo(), surroundings);
    expect(told).toEqual([0, "quiet", 0.5, "quiet", "quiet"]);
  });

  it("helps", async () => {
    const { code, shown } = await check(["--help", "--wrong"], "none");
    expect(code).toBe(0);
    expect(shown).toContain("Usage: npm run -s check -- [options] [FILE…]");
  });
});

function raise(): never {
  throw new Error("there is no such line");
}
