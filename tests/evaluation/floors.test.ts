import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Floors, type Metric, readFloors, recordFloors, shortfalls } from "../../evaluation/floors.ts";

const recall: Metric = { name: "interview: dev: R@1", value: 0.8, rising: true, questions: 50 };
const refused: Metric = {
  name: "interview: dev: answerable refused",
  value: 0.06,
  rising: false,
  questions: 50,
};
const floorsOf = (floors: Floors["floors"]): Floors => ({ about: "", floors });

describe("figures and their floors", () => {
  it("keeps quiet about figures at their floor", () => {
    const floors = floorsOf({ [recall.name]: { atLeast: 0.8 }, [refused.name]: { atMost: 0.06 } });
    expect(shortfalls([recall, refused], floors)).toEqual([]);
  });

  it("names every figure under its floor, or over it where less is better", () => {
    const floors = floorsOf({ [recall.name]: { atLeast: 0.801 }, [refused.name]: { atMost: 0.059 } });
    expect(shortfalls([recall, refused], floors)).toEqual([
      "interview: dev: R@1: 0.800, must be at least 0.801",
      "interview: dev: answerable refused: 0.060, must be at most 0.059",
    ]);
  });

  it("names a figure that isn't a number", () => {
    const floors = floorsOf({ [recall.name]: { atLeast: 0 } });
    expect(shortfalls([{ ...recall, value: Number.NaN }], floors)).toHaveLength(1);
  });

  it("names a figure without a floor and a floor without a figure, but no floor of a section left out", () => {
    const floors = floorsOf({ [refused.name]: { atMost: 0.1 }, "public: SQuAD: R@1": { atLeast: 0.7 } });
    expect(shortfalls([recall], floors)).toEqual([
      "interview: dev: R@1: 0.800, and no floor is recorded",
      "interview: dev: answerable refused: has a floor, but isn't measured",
    ]);
  });

  it("records the figure itself where nothing more may go wrong", async () => {
    const path = await temporaryFile();
    const accepts: Metric = {
      name: "misquotes: false accepts",
      value: 0,
      rising: false,
      questions: 900,
      strict: true,
    };
    const right: Metric = {
      name: "misquotes: dev set",
      value: 1,
      rising: true,
      questions: 26,
      strict: true,
    };
    await recordFloors(path, [accepts, right], floorsOf({}));
    const { floors } = await readFloors(path);
    expect(floors).toEqual({ [accepts.name]: { atMost: 0 }, [right.name]: { atLeast: 1 } });
    expect(shortfalls([{ ...accepts, value: 1 / 900 }, right], floorsOf(floors))).toHaveLength(1);
  });

  it("records floors a question below what is measured, and keeps those of a section left out", async () => {
    const path = await temporaryFile();
    const other = { "public: SQuAD: R@1": { atLeast: 0.7 } };
    await recordFloors(path, [recall, refused], floorsOf(other));
    const { floors } = await readFloors(path);
    expect(floors).toEqual({ ...other, [recall.name]: { atLeast: 0.78 }, [refused.name]: { atMost: 0.08 } });
  });
});

describe("npm run eval -- --check", () => {
  let floors: Floors;
  beforeAll(async () => {
    floors = await readFloors("evaluation/floors.json");
  });

  it("fails and names the figure when a floor is above it", async () => {
    const path = await temporaryFile();
    const raised = { ...floors.floors, "interview: dev: R@1": { atLeast: 1.001 } };
    await writeFile(path, JSON.stringify({ ...floors, floors: raised }));
    const { code, output } = await evaluation("--check", "--floors", path);
    expect(output).toMatch(/^under its floor: interview: dev: R@1: 0\.\d{3}, must be at least 1\.001$/mu);
    expect(code).toBe(1);
  });

  it("passes when every figure is above its floor", async () => {
    const path = await temporaryFile();
    const low = Object.keys(floors.floors).map((name) => [name, { atLeast: 0 }] as const);
    await writeFile(path, JSON.stringify({ about: "", floors: Object.fromEntries(low) }));
    const { code, output } = await evaluation("--check", "--floors", path);
    expect(output).toMatch(/^evaluation: \d+ figures, 0 under their floors$/mu);
    expect(code).toBe(0);
  });

  it("says with another code that it can't check without floors", async () => {
    const { code, errors } = await evaluation("--check", "--floors", "evaluation/nowhere.json");
    expect(errors).toContain("evaluation/nowhere.json can't be read as floors");
    expect(code).toBe(2);
  });
});

describe("npm run eval", () => {
  it.each(["--record", "--check interview", "--check --misses", "somewhere", "--nothing", "public"])(
    "says how it is used after %s",
    async (words) => {
      const { code, errors } = await evaluation(...words.split(" "));
      expect(errors).toContain("npm run eval -- [interview] [public]");
      expect(code).toBe(2);
    },
  );

  it("never shows a question of the held-out set", async () => {
    const heldOut: { q: string }[] = JSON.parse(await readFile("evaluation/interview-held-out.json", "utf8"));
    const development = await Promise.all(
      ["dev", "fresh", "crowd"].map((name) => readFile(`evaluation/interview-${name}.json`, "utf8")),
    );
    const own = heldOut.filter(({ q }) => !development.some((text) => text.includes(JSON.stringify(q))));
    for (const words of [["--misses"], ["--misses", "--json"]]) {
      const { code, output } = await evaluation("interview", ...words);
      expect(code).toBe(0);
      expect(output.length).toBeGreaterThan(1000);
      // A count, so that a failure doesn't show them either.
      expect(own.filter(({ q }) => output.includes(JSON.stringify(q).slice(1, -1))).length).toBe(0);
    }
  });
});

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "floors-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "floors.json");
}

/** Runs the evaluation as npm does, without the public sets. */
function evaluation(...words: readonly string[]) {
  const { EVAL_DATA: _, ...environment } = process.env;
  return new Promise<{ code: number; output: string; errors: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ["dist/evaluation/eval.js", ...words],
      { env: environment },
      (_error, output, errors) => resolve({ code: child.exitCode ?? -1, output, errors }),
    );
  });
}
